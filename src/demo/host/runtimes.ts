import type { ComposeItem } from '../compose/item';
import type { Mailbox } from '../compose/types';
import type { AddinManifest, Command } from '../manifest/read-manifest';
import { membersAfter } from './api-sets';
import { answered, refused } from './call';
import type { Answer, CallContext, RuntimeKind } from './call';
import { ATTACHMENT_CHANGES, attachmentNameOf } from './calls-attachments';
import type { Client } from './clients';
import type { Clock } from './clock';
import { apiName, dispatch } from './dispatch';
import { ERRORS } from './errors';
import type { FaultBox } from './faults';
import type { RuntimeHandle, RuntimePort, StartRuntime } from './runtime';
import { startData } from './start-data';
import type { WireLog } from './wire-log';

export interface RuntimesHost {
  readonly clock: Clock;
  readonly log: WireLog;
  readonly faults: FaultBox;
  readonly manifest: AddinManifest;
  readonly mailbox: Mailbox;
  readonly startRuntime: StartRuntime;
  mapUrl(url: string): string;
  client(): Client;
  item(): ComposeItem;
  clockShift(): number;
  completed(invocationId: string, status: number, json: string): void;
  unavailable(invocationId: string): void;
  send(): void;
  closeDraft(isDiscarded: boolean): void;
  changed(): void;
}

/** Every runtime of the add-in in this window: one pane, and one per event. */
export interface Runtimes {
  launch(invocationId: string, functionName: string, eventText: string): void;
  /** A launch outside sending. */
  launchAside(functionName: string, eventText: string, answer?: AsideAnswer): void;
  launchCommand(functionName: string, eventText: string, answer?: AsideAnswer): void;
  /** The runtime of this invocation may go. */
  end(invocationId: string): void;
  raise(wireName: string, payload: unknown): void;
  openPane(command: Command, contextData: string | null): void;
  pane(): { readonly commandId: string; readonly title: string } | null;
  closePane(): void;
  itemChanged(): void;
  closeAll(): void;
  mostContentCalls(): number;
}

/** What a launch outside sending completed with. */
export type AsideAnswer = (status: number, context: unknown) => void;

interface Runtime {
  readonly name: string;
  readonly kind: RuntimeKind;
  handle: RuntimeHandle | null;
  isReady: boolean;
  isClosed: boolean;
  context: string | null;
  readonly commandId: string | null;
  readonly events: Set<string>;
  /** Launches that came before the library was ready. */
  readonly waiting: { readonly id: string; readonly functionName: string; readonly eventText: string }[];
  readonly invocations: Set<string>;
  item: ComposeItem;
}

/**
 * Milliseconds of real time for which a runtime outlives its answer: code after `completed` may still run, which is how
 * a second answer is seen.
 */
const LINGERS = 250;

const COMPLETED = 94;

export function createRuntimes(host: RuntimesHost): Runtimes {
  const runtimes = new Set<Runtime>();
  const lingering = new Map<Runtime, ReturnType<typeof setTimeout>>();
  const counts: Record<RuntimeKind, number> = { event: 0, pane: 0, function: 0 };
  const asideAnswers = new Map<string, AsideAnswer>();
  let launchCount = 0;
  let contentCalls = 0;
  let mostContentCalls = 0;
  let changeCalls = 0;

  const close = (runtime: Runtime): void => {
    if (runtime.isClosed) return;
    runtime.isClosed = true;
    clearTimeout(lingering.get(runtime));
    lingering.delete(runtime);
    runtimes.delete(runtime);
    runtime.handle?.close();
    host.log.add({ runtime: runtime.name, kind: 'runtime', name: 'closed' });
    host.changed();
  };

  const contextOf = (runtime: Runtime): CallContext => ({
    item: runtime.item,
    mailbox: host.mailbox,
    client: host.client(),
    log: host.log,
    runtime: { name: runtime.name, kind: runtime.kind, context: runtime.context },
    now: () => host.clock.now(),
    closePane: () => close(runtime),
    closeDraft: (isDiscarded) => host.closeDraft(isDiscarded),
    send: () => host.send(),
  });

  const open = (kind: RuntimeKind, url: string, isScript: boolean, context: string | null, commandId: string | null): Runtime => {
    counts[kind] += 1;
    const runtime: Runtime = {
      name: `${kind} ${counts[kind]}`,
      kind,
      handle: null,
      isReady: false,
      isClosed: false,
      context,
      commandId,
      events: new Set(),
      waiting: [],
      invocations: new Set(),
      item: host.item(),
    };
    runtimes.add(runtime);
    host.log.add({ runtime: runtime.name, kind: 'runtime', name: 'starting', detail: { url } });
    const port = portOf(runtime, url, isScript);
    if (host.faults.runtime() === 'load-error' && kind !== 'pane') {
      // As late as a failing request would be, so that callers have returned.
      setTimeout(() => port.failed('the simulator was told not to load it'), 0);
    } else {
      runtime.handle = host.startRuntime(port);
    }
    host.changed();
    return runtime;
  };

  function portOf(runtime: Runtime, url: string, isScript: boolean): RuntimePort {
    const inFrame = host.faults.inFrame();
    const client = host.client();
    return {
      name: runtime.name,
      kind: runtime.kind,
      url: host.mapUrl(url),
      isScript,
      shape: {
        missing: [...membersAfter(client.requirementSet), ...inFrame.missing],
        throwing: inFrame.throwing,
        addsNewer: true,
        clockShift: host.clockShift(),
      },
      start: () => {
        const item = host.faults.runtime() === 'no-item' ? null : runtime.item;
        return startData(host.client(), host.manifest, host.mailbox, item, runtime.name.replace(' ', '-'), host.mapUrl(url));
      },
      call: (dispatchId, params, answer) => takeCall(runtime, dispatchId, params, answer),
      common: (dispatchId, params) => takeCommon(runtime, dispatchId, params),
      registered: (event) => {
        runtime.events.add(event);
        host.log.add({ runtime: runtime.name, kind: 'event', name: `listens to ${event}` });
      },
      unregistered: (event) => void runtime.events.delete(event),
      ready: () => {
        if (host.faults.runtime() === 'never-ready' && runtime.kind !== 'pane') return;
        runtime.isReady = true;
        host.log.add({ runtime: runtime.name, kind: 'runtime', name: 'ready' });
        for (const launch of runtime.waiting.splice(0)) deliver(runtime, launch);
        host.changed();
      },
      completed: (invocationId, status, json) => {
        host.log.add({ runtime: runtime.name, kind: 'completed', name: invocationId, detail: { status, json } });
        if (invocationId.startsWith('send-')) host.completed(invocationId, status, json);
        else finishAside(runtime, invocationId, status, json);
      },
      failed: (reason) => {
        if (runtime.isClosed) return;
        host.log.add({ runtime: runtime.name, kind: 'runtime', name: 'failed to load', detail: { reason } });
        const invocations = [...runtime.invocations];
        close(runtime);
        for (const id of invocations) host.unavailable(id);
      },
      threw: (message) => host.log.violate(runtime.name, `The add-in's code threw: ${message}`),
    };
  }

  function takeCall(runtime: Runtime, dispatchId: number, params: unknown, answer: (answer: Answer) => void): void {
    const context = contextOf(runtime);
    const name = apiName(context, dispatchId, params);
    const since = host.clock.now();
    const asked = runtime.item;
    host.log.add({ runtime: runtime.name, kind: 'call', name, detail: params });
    const isContent = dispatchId === 150 || dispatchId === 37;
    const isChange = ATTACHMENT_CHANGES.has(dispatchId);
    if (isContent) {
      contentCalls += 1;
      mostContentCalls = Math.max(mostContentCalls, contentCalls);
    }
    if (isChange) {
      changeCalls += 1;
      // Assumption: too-many-changes.
      if (changeCalls === 4) host.log.violate(runtime.name, 'More than three attachment changes were under way at once.');
    }
    let isUnderWay = true;
    const reply = (value: Answer): void => {
      if (isUnderWay && isContent) contentCalls -= 1;
      if (isUnderWay && isChange) changeCalls -= 1;
      isUnderWay = false;
      if (runtime.isClosed) return;
      host.log.add({ runtime: runtime.name, kind: 'answer', name, detail: value, milliseconds: Math.round(host.clock.now() - since) });
      answer(value);
    };
    const fault = host.faults.strike(name, attachmentNameOf(context, dispatchId, params));
    if (fault?.kind === 'hangs') {
      host.log.add({ runtime: runtime.name, kind: 'answer', name: `${name}: never` });
      return;
    }
    const work = (): Answer => {
      if (fault?.kind === 'fails') return refused(fault.code ?? ERRORS.internal);
      // A draft that is no longer in the window is refused as "item changed".
      if (asked !== host.item()) return refused(ERRORS.itemChanged);
      const value = dispatch(context, dispatchId, params);
      return fault?.kind === 'answers-empty' ? emptied(value) : value;
    };
    if (fault?.kind === 'is-slow') {
      host.clock.after(fault.milliseconds ?? 1_000, () => reply(work()));
      return;
    }
    // Never within the call itself: real hosts are another process.
    setTimeout(() => {
      reply(work());
      if (fault?.kind === 'answers-twice') reply(work());
    }, 0);
  }

  function takeCommon(runtime: Runtime, dispatchId: number, params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
    host.log.add({ runtime: runtime.name, kind: 'call', name: `common call ${dispatchId}`, detail: params });
    if (dispatchId === COMPLETED) return { Version: 1, Error: 0 };
    if (dispatchId === 97) {
      setTimeout(() => close(runtime), 0);
      return { Version: 1, Error: 0 };
    }
    if (runtime.kind === 'event') host.log.violate(runtime.name, `The common call ${dispatchId} is not allowed in an event handler.`);
    // 102 asks the host to open a browser window; the simulator opens nothing and says so in the log.
    return dispatchId === 102 ? { Version: 1, Error: 0 } : { Version: 1, Error: ERRORS.unsupported };
  }

  const deliver = (runtime: Runtime, launch: Runtime['waiting'][number]): void => {
    host.log.add({ runtime: runtime.name, kind: 'launch', name: launch.functionName, detail: { id: launch.id } });
    runtime.handle?.launch(launch.id, launch.functionName, launch.eventText);
  };

  const eventRuntime = (): Runtime | null => {
    const client = host.client();
    const isScript = client.eventRuntime === 'script';
    const url = isScript ? host.manifest.eventScriptUrl : host.manifest.eventPageUrl;
    if (url === null) return null;
    const kept = client.keepsEventRuntime ? [...runtimes].find((runtime) => runtime.kind === 'event' && !lingering.has(runtime)) : undefined;
    return kept ?? open('event', url, isScript, null, null);
  };

  const start = (runtime: Runtime | null, id: string, functionName: string, eventText: string): void => {
    if (runtime === null) {
      setTimeout(() => host.unavailable(id), 0);
      return;
    }
    runtime.invocations.add(id);
    const launch = { id, functionName, eventText };
    if (runtime.isReady) deliver(runtime, launch);
    else runtime.waiting.push(launch);
  };

  const nextAsideId = (answer: AsideAnswer | undefined): string => {
    launchCount += 1;
    const id = `aside-${launchCount}`;
    if (answer !== undefined) asideAnswers.set(id, answer);
    return id;
  };

  function finishAside(runtime: Runtime, invocationId: string, status: number, json: string): void {
    asideAnswers.get(invocationId)?.(status, contextOfCompletion(json));
    asideAnswers.delete(invocationId);
    runtime.invocations.delete(invocationId);
    if (runtime.kind !== 'pane' && !(runtime.kind === 'event' && host.client().keepsEventRuntime)) linger(runtime);
  }

  function linger(runtime: Runtime): void {
    if (runtime.isClosed || lingering.has(runtime)) return;
    lingering.set(
      runtime,
      setTimeout(() => close(runtime), LINGERS),
    );
  }

  const pane = (): Runtime | null => [...runtimes].find(({ kind }) => kind === 'pane') ?? null;

  return {
    launch: (invocationId, functionName, eventText) => start(eventRuntime(), invocationId, functionName, eventText),
    launchAside: (functionName, eventText, answer) => start(eventRuntime(), nextAsideId(answer), functionName, eventText),
    launchCommand: (functionName, eventText, answer) => {
      const url = host.manifest.functionPageUrl ?? host.manifest.eventPageUrl;
      start(url === null ? null : open('function', url, false, null, null), nextAsideId(answer), functionName, eventText);
    },
    end: (invocationId) => {
      for (const runtime of runtimes) {
        if (!runtime.invocations.delete(invocationId)) continue;
        runtime.waiting.splice(0, runtime.waiting.length, ...runtime.waiting.filter(({ id }) => id !== invocationId));
        if (!host.client().keepsEventRuntime) linger(runtime);
      }
    },
    raise: (wireName, payload) => {
      for (const runtime of runtimes) {
        if (!runtime.events.has(wireName)) continue;
        host.log.add({ runtime: runtime.name, kind: 'event', name: wireName, detail: payload });
        runtime.handle?.raise(wireName, payload);
      }
    },
    openPane: (command, contextData) => {
      if (command.action.kind !== 'pane') return;
      const existing = pane();
      if (existing !== null && existing.commandId === command.id) {
        // Assumption: pane-context.
        existing.context = contextData ?? existing.context;
        if (contextData !== null && existing.events.has('olkInitializationContextChanged')) {
          existing.handle?.raise('olkInitializationContextChanged', { initializationContextData: contextData });
        }
        host.changed();
        return;
      }
      if (existing !== null) close(existing);
      open('pane', command.action.url, false, contextData, command.id);
    },
    pane: () => {
      const runtime = pane();
      if (runtime === null || runtime.commandId === null) return null;
      return { commandId: runtime.commandId, title: host.manifest.name };
    },
    closePane: () => {
      const runtime = pane();
      if (runtime !== null) close(runtime);
    },
    itemChanged: () => {
      for (const runtime of [...runtimes]) {
        if (runtime.kind !== 'pane' || !runtime.events.has('olkItemSelectedChanged')) {
          close(runtime);
          continue;
        }
        runtime.item = host.item();
        runtime.context = null;
        const { initialData } = startData(host.client(), host.manifest, host.mailbox, runtime.item, runtime.name, '');
        runtime.handle?.raise('olkItemSelectedChanged', initialData);
      }
    },
    closeAll: () => {
      for (const runtime of [...runtimes]) close(runtime);
    },
    mostContentCalls: () => mostContentCalls,
  };
}

function contextOfCompletion(json: string): unknown {
  try {
    return (JSON.parse(json) as { readonly completedContext?: unknown }).completedContext ?? null;
  } catch {
    return null;
  }
}

/** The same answer with nothing in it: zero bytes where there should be some (office-js 4725). */
function emptied(answer: Answer): Answer {
  if (answer.kind !== 'data') return answer;
  const { data } = answer;
  if (typeof data === 'string') return answered('');
  if (Array.isArray(data)) return answered([]);
  if (typeof data === 'object' && data !== null && 'content' in data) return answered({ ...data, content: '' });
  return answered({});
}
