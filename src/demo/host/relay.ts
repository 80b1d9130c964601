import type { Answer } from './call';
import type { FrameShape, RuntimeStart } from './runtime';

/*
 * A classic runtime lives in Node, its host in the page: they speak through a stream of lines one way and small posts
 * the other way. These are the messages.
 */

/** What the page sends to start a runtime. */
export interface RelayStart {
  readonly name: string;
  readonly kind: 'event' | 'pane' | 'function';
  /** Address of the script as the manifest gives it. */
  readonly url: string;
  readonly shape: FrameShape;
  readonly start: RuntimeStart;
}

/** One line from the runtime to the page. */
export type RelayLine =
  | { readonly type: 'hello'; readonly session: string }
  | { readonly type: 'call'; readonly call: number; readonly dispatchId: number; readonly params: unknown }
  | { readonly type: 'common'; readonly dispatchId: number; readonly params: Readonly<Record<string, unknown>> }
  | { readonly type: 'registered' | 'unregistered'; readonly event: string }
  | { readonly type: 'ready' }
  | { readonly type: 'completed'; readonly invocationId: string; readonly status: number; readonly json: string }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'threw'; readonly message: string }
  | { readonly type: 'fetched'; readonly url: string; readonly isAnswered: boolean };

/** One post from the page to the runtime. */
export type RelayPost =
  | { readonly type: 'answer'; readonly call: number; readonly answer: Answer }
  | { readonly type: 'launch'; readonly invocationId: string; readonly functionName: string; readonly eventText: string }
  | { readonly type: 'raise'; readonly event: string; readonly payload: unknown }
  | { readonly type: 'close' };
