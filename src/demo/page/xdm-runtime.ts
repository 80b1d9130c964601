import type { Answer } from '../host/call';
import type { RuntimeHandle, RuntimePort, StartRuntime } from '../host/runtime';

/** Where a runtime's frame goes: panes are seen, event and function runtimes are not. */
export interface FramePlace {
  (port: RuntimePort, frame: HTMLIFrameElement): () => void;
}

export interface FrameOptions {
  readonly place: FramePlace;
  /** The add-in hands the keyboard back: Escape or the end of its Tab order. */
  onKeyboardExit?(port: RuntimePort, how: 'escape' | 'forward' | 'backward'): void;
}

/** A message of the library's cross-frame protocol; it travels as JSON text. */
interface WireMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: unknown;
  readonly _actionType?: number;
  readonly _errorCode?: number;
  readonly _responseType?: number;
  readonly _serializerVersion: number;
}

const INVOKE = 0;
const REGISTER = 1;
const UNREGISTER = 2;

/** The event that carries launches; its registration is the sign that the library is ready for them. */
const LAUNCH_EVENT = 'appCommandInvoked';
const COMPLETED = 94;
const ITEM_CHANGED = 'olkItemSelectedChanged';

/** Numbers of notifyHost that give the keyboard back. */
const KEYBOARD_EXITS: Readonly<Record<number, 'escape' | 'forward' | 'backward'>> = { 13: 'forward', 14: 'backward', 15: 'escape' };

type Loose = Readonly<Record<string, unknown>>;

const asLoose = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});

/** Starts runtimes as a browser client does: a frame with the add-in's page, spoken to by messages between windows. */
export function frameRuntime(options: FrameOptions): StartRuntime {
  return (port) => startFrame(port, options);
}

function startFrame(port: RuntimePort, options: FrameOptions): RuntimeHandle {
  const { appContext } = port.start();
  const controlId = String(appContext._id);
  const conversationId = `${controlId}-${crypto.randomUUID()}`;
  const frameOrigin = new URL(port.url, location.href).origin;
  const registrations = new Map<string, number>();
  const frame = document.createElement('iframe');
  let isClosed = false;

  frame.name = JSON.stringify({
    baseFrameName: conversationId,
    hostInfo: `Outlook|Web|16.01|${String(appContext._appUILocale)}|${crypto.randomUUID()}||disableLogging|0`,
    xdmInfo: `${conversationId}|${controlId}|${location.href}`,
    serializerVersion: '1',
    flights: '[]',
    // Ours: the library reads its own members and leaves this one to the frame script.
    simulator: port.shape,
  });
  frame.title = `${String(appContext._addinName)}: ${port.kind}`;
  // Assumption: frame-sandbox. On our own origin it would hold nothing back, so it is left out there.
  if (frameOrigin !== location.origin) frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups');
  frame.src = port.url;

  const post = (message: Omit<WireMessage, '_conversationId' | '_origin' | '_serializerVersion' | '_messageType'>): void => {
    if (isClosed) return;
    const whole: WireMessage = { ...message, _messageType: 1, _conversationId: conversationId, _origin: location.origin, _serializerVersion: 1 };
    frame.contentWindow?.postMessage(JSON.stringify(whole), frameOrigin);
  };
  const reply = (request: WireMessage, data: unknown): void =>
    post({ _actionName: request._actionName, _correlationId: request._correlationId, _data: data, _errorCode: 0, _responseType: 0 });
  const raiseRaw = (name: string, data: unknown): void => {
    const correlation = registrations.get(name);
    if (correlation !== undefined) post({ _actionName: name, _correlationId: correlation, _data: data, _errorCode: 0, _responseType: 1 });
  };

  const invoke = (request: WireMessage): void => {
    const data = asLoose(request._data);
    switch (request._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return reply(request, port.start().appContext);
      case 'ContextActivationManager_notifyHost':
        notified(request._data);
        return reply(request, null);
      case 'GetInitialData':
        return reply(request, port.start().initialData);
      case 'ExecuteMethod': {
        const dispatchId = Number(asLoose(data.MethodData).DispatchId);
        return port.call(dispatchId, data.ApiParams, (answer) => reply(request, wireAnswer(answer)));
      }
      case 'executeMethod': {
        const dispatchId = Number(asLoose(data.DdaMethod).DispatchId);
        reply(request, port.common(dispatchId, data) ?? {});
        if (dispatchId === COMPLETED) {
          const json = data['2'];
          port.completed(String(data['0']), Number(data['1']), typeof json === 'string' ? json : '');
        }
        return;
      }
      default:
        return reply(request, null);
    }
  };

  const notified = (data: unknown): void => {
    const how = Array.isArray(data) ? KEYBOARD_EXITS[Number(data[1])] : undefined;
    if (how !== undefined) options.onKeyboardExit?.(port, how);
  };

  const register = (request: WireMessage): void => {
    const name = request._actionName;
    registrations.set(name, request._correlationId);
    reply(request, { Error: 0 });
    if (name === LAUNCH_EVENT) port.ready();
    else port.registered(name);
  };

  const onMessage = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow || event.origin !== frameOrigin || typeof event.data !== 'string') return;
    const request = readMessage(event.data);
    if (request === null || request._messageType !== 0) return;
    if (request._actionType === REGISTER) register(request);
    else if (request._actionType === UNREGISTER) {
      registrations.delete(request._actionName);
      port.unregistered(request._actionName);
      reply(request, { Error: 0 });
    } else if ((request._actionType ?? INVOKE) === INVOKE) invoke(request);
  };
  window.addEventListener('message', onMessage);

  frame.addEventListener('load', () => listenForThrows(frame, port));
  void isMissing(port.url).then((reason) => {
    if (reason !== null && !isClosed) port.failed(reason);
  });
  const remove = options.place(port, frame);

  return {
    launch: (invocationId, functionName, eventText) => raiseRaw(LAUNCH_EVENT, { 0: invocationId, 1: functionName, 2: eventText }),
    // A new item travels as its data; every other event as a list with one JSON text (read in the library).
    raise: (event, payload) => raiseRaw(event, event === ITEM_CHANGED ? payload : [JSON.stringify(payload)]),
    close: () => {
      isClosed = true;
      window.removeEventListener('message', onMessage);
      remove();
    },
  };
}

function readMessage(text: string): WireMessage | null {
  try {
    const message = JSON.parse(text) as Partial<WireMessage>;
    return typeof message._actionName === 'string' && typeof message._messageType === 'number' ? (message as WireMessage) : null;
  } catch {
    return null;
  }
}

function wireAnswer(answer: Answer): unknown {
  if (answer.kind === 'raw') return answer.body;
  if (answer.kind === 'error') return { error: true, errorCode: answer.code };
  return { error: false, errorCode: 0, data: answer.data };
}

/** A page that answers with an error is a load error; one that can't be asked may still load. Assumption: load-failure-time. */
async function isMissing(url: string): Promise<string | null> {
  try {
    const { ok, status } = await fetch(url, { method: 'HEAD' });
    return ok ? null : `its page answered ${status}`;
  } catch {
    return null;
  }
}

/** Uncaught errors of the add-in, where its page has our origin and lets us see them. */
function listenForThrows(frame: HTMLIFrameElement, port: RuntimePort): void {
  try {
    const inner = frame.contentWindow;
    inner?.addEventListener('error', (event) => port.threw(event.message));
    inner?.addEventListener('unhandledrejection', (event) => port.threw(String(asLoose(event.reason).message ?? event.reason)));
  } catch {
    // Another origin: its errors are its own, as they are in a mail client.
  }
}
