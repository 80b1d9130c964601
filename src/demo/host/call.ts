import type { ComposeItem } from '../compose/item';
import type { Mailbox } from '../compose/types';
import { shape } from './checkers';
import type { Checked, Checkers } from './checkers';
import type { Client } from './clients';
import type { WireLog } from './wire-log';

/** What the host says to one call. `raw` is for the few answers that are not wrapped in `data`. */
export type Answer =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'error'; readonly code: number }
  | { readonly kind: 'raw'; readonly body: Readonly<Record<string, unknown>> };

export function answered(data?: unknown): Answer {
  return { kind: 'data', data };
}

export function refused(code: number): Answer {
  return { kind: 'error', code };
}

export type RuntimeKind = 'event' | 'pane' | 'function';

/** What a call may touch. */
export interface CallContext {
  readonly item: ComposeItem;
  readonly mailbox: Mailbox;
  readonly client: Client;
  readonly log: WireLog;
  readonly runtime: { readonly name: string; readonly kind: RuntimeKind; readonly context: string | null };
  now(): number;
  /** Closes the pane that asks, or the draft. */
  closePane(): void;
  closeDraft(isDiscarded: boolean): void;
  send(): void;
}

/** One entry of the dispatch table. `name` is what code writes after `item.`; several names share an id by parameter. */
export interface HostCall {
  readonly id: number;
  readonly name: (params: unknown) => string;
  readonly isAllowedInEvents: boolean;
  /** The answer, or a sentence about parameters that the library should never have sent. */
  run(context: CallContext, params: unknown): Answer | { readonly wrong: string };
}

interface CallPlan<T extends object> {
  readonly id: number;
  readonly name: string | ((params: unknown) => string);
  readonly params?: Checkers<T>;
  readonly isAllowedInEvents?: boolean;
  readonly run: (context: CallContext, params: T) => Answer;
}

/** Declares a call with the shape of its parameters. */
export function call<T extends object>(plan: CallPlan<T>): HostCall {
  const { name, params } = plan;
  const checker = params === undefined ? null : shape(params);
  return {
    id: plan.id,
    name: typeof name === 'string' ? () => name : name,
    isAllowedInEvents: plan.isAllowedInEvents ?? true,
    run: (context, given) => {
      const checked: Checked<unknown> = checker === null ? { value: {} } : checker(given);
      return 'wrong' in checked ? checked : plan.run(context, checked.value as T);
    },
  };
}
