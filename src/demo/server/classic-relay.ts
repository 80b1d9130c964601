import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../host/call';
import type { RelayLine, RelayPost, RelayStart } from '../host/relay';
import type { RuntimeHandle, RuntimePort } from '../host/runtime';
import { nativeRuntime } from '../native/native-runtime';
import type { Site } from './site';

/** Posts are small but for attachments, whose 25 MB are 33 MB of base64 (limits of the documentation). */
const LONGEST_POST = 64 * 1024 * 1024;

/** A page has one event at a time; the rest is room for reloads. */
const MOST_SESSIONS = 8;

export interface ClassicRelay {
  /** Answers a post below the relay's path; `rest` is empty for a start, else the session. */
  handle(rest: string, request: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

interface Session {
  readonly handle: RuntimeHandle;
  readonly answers: Map<number, (answer: Answer) => void>;
  close(): void;
}

/** Runs the add-in's script in the classic client's bare engine, on behalf of a page that holds the draft. */
export function createClassicRelay(site: Site, demoFolder: string): ClassicRelay {
  const sessions = new Map<string, Session>();
  /** A promise that nobody waits for must not end the server. */
  const onRejection = (): void => undefined;
  process.on('unhandledRejection', onRejection);

  const open = (start: RelayStart, response: ServerResponse): void => {
    if (sessions.size >= MOST_SESSIONS) {
      response.writeHead(429).end();
      return;
    }
    const id = randomUUID();
    const answers = new Map<number, (answer: Answer) => void>();
    let calls = 0;
    const write = (line: RelayLine): void => {
      if (!response.writableEnded) response.write(`${JSON.stringify(line)}\n`);
    };
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    write({ type: 'hello', session: id });
    const port: RuntimePort = {
      name: start.name,
      kind: start.kind,
      url: start.url,
      isScript: true,
      shape: start.shape,
      start: () => start.start,
      call: (dispatchId, params, answer) => {
        calls += 1;
        answers.set(calls, answer);
        write({ type: 'call', call: calls, dispatchId, params });
      },
      common: (dispatchId, params) => {
        write({ type: 'common', dispatchId, params });
        return { Version: 1, Error: dispatchId === 94 ? 0 : 5000 };
      },
      registered: (event) => write({ type: 'registered', event }),
      unregistered: (event) => write({ type: 'unregistered', event }),
      ready: () => write({ type: 'ready' }),
      completed: (invocationId, status, json) => write({ type: 'completed', invocationId, status, json }),
      failed: (reason) => write({ type: 'failed', reason }),
      threw: (message) => write({ type: 'threw', message }),
    };
    const startRuntime = nativeRuntime({
      files: { officeFolder: site.officeFolder, demoFolder },
      script: (url) => site.addinText(url),
      fetcher: (url) => {
        const text = site.addinText(url);
        write({ type: 'fetched', url, isAnswered: text !== null });
        return Promise.resolve(text === null ? null : { status: 200, text });
      },
    });
    const handle = startRuntime(port);
    const session: Session = {
      handle,
      answers,
      close: () => {
        handle.close();
        sessions.delete(id);
        response.end();
      },
    };
    sessions.set(id, session);
    response.on('close', () => session.close());
  };

  const take = (session: Session, post: RelayPost): void => {
    if (post.type === 'answer') session.answers.get(post.call)?.(post.answer);
    else if (post.type === 'launch') session.handle.launch(post.invocationId, post.functionName, post.eventText);
    else if (post.type === 'raise') session.handle.raise(post.event, post.payload);
    else session.close();
  };

  return {
    handle: (rest, request, response) => {
      readBody(request, (text) => {
        const message = text === null ? null : parse(text);
        const session = sessions.get(rest);
        if (message === null || (rest !== '' && session === undefined)) {
          response.writeHead(message === null ? 400 : 404).end();
          return;
        }
        if (session === undefined) open(message as RelayStart, response);
        else {
          take(session, message as RelayPost);
          response.writeHead(204).end();
        }
      });
    },
    close: () => {
      for (const session of [...sessions.values()]) session.close();
      process.off('unhandledRejection', onRejection);
    },
  };
}

function readBody(request: IncomingMessage, done: (text: string | null) => void): void {
  const pieces: Buffer[] = [];
  let size = 0;
  request.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > LONGEST_POST) request.destroy();
    else pieces.push(piece);
  });
  request.on('end', () => done(Buffer.concat(pieces).toString('utf8')));
  request.on('error', () => done(null));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
