import type { AudienceMember, Thread } from '../domain';

/** Those of the recipients who did not have the thread before, as far as its headers tell. Passed on, it is new to everyone. */
export function newToThread(to: readonly AudienceMember[], thread: Thread | undefined): readonly AudienceMember[] {
  if (thread === undefined || thread.kind === 'new') return [];
  const { participants, from, replyTo, namedOnly } = thread;
  if (participants === null) return thread.kind === 'forward' ? to : [];
  const known = new Set([...participants, from, replyTo]);
  const named = new Set(namedOnly.map((name) => name.toLowerCase()));
  return to.filter(({ address, name }) => !known.has(address) && (name === '' || !named.has(name.toLowerCase())));
}
