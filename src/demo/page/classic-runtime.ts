import type { RelayLine, RelayPost, RelayStart } from '../host/relay';
import type { StartRuntime } from '../host/runtime';

/** Starts runtimes of the classic client: the bare engine runs beside the server, the draft stays in this page. */
export function classicRuntime(relayUrl: string): StartRuntime {
  return (port) => {
    const stop = new AbortController();
    let session: string | null = null;
    const waiting: RelayPost[] = [];
    const post = (message: RelayPost): void => {
      if (session === null) {
        waiting.push(message);
        return;
      }
      void fetch(`${relayUrl}/${session}`, { method: 'POST', body: JSON.stringify(message), headers: { 'content-type': 'application/json' } }).catch(() => undefined);
    };
    const take = (line: RelayLine): void => {
      switch (line.type) {
        case 'hello':
          session = line.session;
          for (const message of waiting.splice(0)) post(message);
          return;
        case 'call':
          return port.call(line.dispatchId, line.params, (answer) => post({ type: 'answer', call: line.call, answer }));
        case 'common':
          port.common(line.dispatchId, line.params);
          return;
        case 'registered':
          return port.registered(line.event);
        case 'unregistered':
          return port.unregistered(line.event);
        case 'ready':
          return port.ready();
        case 'completed':
          return port.completed(line.invocationId, line.status, line.json);
        case 'failed':
          return port.failed(line.reason);
        case 'threw':
          return port.threw(line.message);
        case 'fetched':
          return;
      }
    };
    const start: RelayStart = { name: port.name, kind: port.kind, url: port.url, shape: port.shape, start: port.start() };
    void readLines(relayUrl, start, stop.signal, take).catch((error: unknown) => {
      if (!stop.signal.aborted) port.failed(error instanceof Error ? error.message : String(error));
    });
    return {
      launch: (invocationId, functionName, eventText) => post({ type: 'launch', invocationId, functionName, eventText }),
      raise: (event, payload) => post({ type: 'raise', event, payload }),
      close: () => stop.abort(),
    };
  };
}

async function readLines(url: string, start: RelayStart, signal: AbortSignal, take: (line: RelayLine) => void): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(start), headers: { 'content-type': 'application/json' }, signal });
  if (!response.ok || response.body === null) throw new Error(`the classic runtime did not start (${response.status})`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') take(JSON.parse(line) as RelayLine);
  }
}
