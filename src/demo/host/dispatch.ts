import { refused } from './call';
import type { Answer, CallContext, HostCall } from './call';
import { ATTACHMENT_CALLS } from './calls-attachments';
import { BODY_CALLS } from './calls-body';
import { DRAFT_CALLS } from './calls-draft';
import { MEMORY_CALLS } from './calls-memory';
import { PEOPLE_CALLS } from './calls-people';
import { ERRORS } from './errors';

const TABLE: ReadonlyMap<number, HostCall> = new Map(
  [...PEOPLE_CALLS, ...BODY_CALLS, ...ATTACHMENT_CALLS, ...DRAFT_CALLS, ...MEMORY_CALLS].map((entry) => [entry.id, entry]),
);

/** Every API name a fault can be set for, each once. */
export const API_NAMES: readonly string[] = [
  ...new Set([
    ...['to', 'cc', 'bcc'].flatMap((field) => ['getAsync', 'setAsync', 'addAsync'].map((verb) => `${field}.${verb}`)),
    ...[...TABLE.values()].map((entry) => entry.name({})),
    'end.getAsync',
    'end.setAsync',
  ]),
].sort();

/** What code calls this after `item.`; numbers the table does not know keep their number. */
export function apiName(context: CallContext, id: number, params: unknown): string {
  const name = TABLE.get(id)?.name(params) ?? `unknown call ${id}`;
  if (context.item.state.kind !== 'appointment') return name;
  // The same wire number means To in a message and Required in an appointment.
  return name.replace(/^to\./, 'requiredAttendees.').replace(/^cc\./, 'optionalAttendees.').replace(/^from\./, 'organizer.');
}

/** Runs one call against the draft. Unknown calls and parameters that cannot be are recorded. */
export function dispatch(context: CallContext, id: number, params: unknown): Answer {
  const entry = TABLE.get(id);
  const { log, runtime } = context;
  if (entry === undefined) {
    // Assumption: unknown-call.
    log.violate(runtime.name, `The call with the number ${id} is not in the dispatch table, so it was refused.`);
    return refused(ERRORS.unsupported);
  }
  if (runtime.kind === 'event' && !entry.isAllowedInEvents) {
    // Assumption: forbidden-in-events.
    log.violate(runtime.name, `${apiName(context, id, params)} is not allowed in an event handler.`);
    return refused(ERRORS.unsupported);
  }
  const answer = entry.run(context, params);
  if ('wrong' in answer) {
    log.violate(runtime.name, `${apiName(context, id, params)} was called with parameters that cannot be: ${answer.wrong}.`);
    return refused(ERRORS.generic);
  }
  return answer;
}
