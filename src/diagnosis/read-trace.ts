import { unreadable } from '../domain';
import type { Trace, Unreadable } from '../domain';

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a trace that somebody sent. What is wrong is a phrase that completes "because …". */
export function readTrace(text: string): Trace | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(text.trim());
  } catch {
    return unreadable('it is not JSON: copy the whole of it, from the first bracket to the last');
  }
  if (!isObject(value) || value['format'] !== 'heed-trace') return unreadable('it is not a trace that Heed made');
  if (value['version'] !== 1) return unreadable('it was made by a later version of Heed');
  const { client, policy, draft, reads, findings } = value;
  const isWhole = isObject(client) && isObject(policy) && isObject(policy['domains']) && Array.isArray(reads) && Array.isArray(findings);
  const isDraftWhole = draft === null || (isObject(draft) && Array.isArray(draft['recipients']) && Array.isArray(draft['attachments']));
  return isWhole && isDraftWhole ? (value as unknown as Trace) : unreadable('a part of it is missing');
}
