import type { Answer, RuntimeKind } from './call';

/** What the frame script in the add-in's page must change before the add-in sees `Office`. */
export interface FrameShape {
  /** Paths after `item.` that this client does not have. */
  readonly missing: readonly string[];
  /** Paths after `item.` that throw when called. */
  readonly throwing: readonly string[];
  /** True when members newer than the npm library are added, because the client has them. */
  readonly addsNewer: boolean;
  /** Milliseconds to add to the page's clock, so that a sample is sent at its own time of day. */
  readonly clockShift: number;
}

/** What starts with a runtime: the two data blocks that the library asks for first. */
export interface RuntimeStart {
  /** Members with the library's own names, `_appName` and so on. */
  readonly appContext: Readonly<Record<string, unknown>>;
  /** Null when the window shows no item. */
  readonly initialData: Readonly<Record<string, unknown>> | null;
}

/** The host's side of one runtime, as a transport needs it. Transports turn wire messages into these calls. */
export interface RuntimePort {
  /** `event 1`, `pane 2`: for the log. */
  readonly name: string;
  readonly kind: RuntimeKind;
  /** The page, or for a script runtime the script. */
  readonly url: string;
  readonly isScript: boolean;
  readonly shape: FrameShape;
  start(): RuntimeStart;
  /** One Outlook call; `answer` may be called never, once or twice. */
  call(dispatchId: number, params: unknown, answer: (answer: Answer) => void): void;
  /** Calls that all Office hosts share, by number; null when it is not known. */
  common(dispatchId: number, params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null;
  registered(event: string): void;
  unregistered(event: string): void;
  /** The library has released the add-in's ready callbacks and takes events. */
  ready(): void;
  completed(invocationId: string, status: number, json: string): void;
  /** The page or script could not be loaded. */
  failed(reason: string): void;
  /** The add-in's own code threw; real hosts see nothing of it. */
  threw(message: string): void;
}

/** The transport's side of one runtime. */
export interface RuntimeHandle {
  launch(invocationId: string, functionName: string, eventText: string): void;
  /** Raises a client event by its wire name; the payload is sent as JSON text. */
  raise(event: string, payload: unknown): void;
  close(): void;
}

/** Starts a runtime of the add-in. The transport decides how: a frame, a bare engine, a fake in a test. */
export type StartRuntime = (port: RuntimePort) => RuntimeHandle;
