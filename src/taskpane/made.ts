import { isUnreadable } from '../domain';
import type { Attachment, DraftChange, DraftSource } from '../domain';
import { words } from '../ui/words';
import type { PaneHost } from './host';
import type { ProtectedCopy } from './state';

/** What was done, for the sender, and the copies whose password is to be shown; or why it was not, and for which file of several. */
export type Made = { readonly text: string; readonly copy?: ProtectedCopy } | { readonly failed: string; readonly name?: string };

/** A change, and the name of what it acts on. */
export type NamedChange = readonly [name: string, change: DraftChange];

interface Left {
  readonly name: string;
  readonly because: string;
}

export async function attachmentsOf(source: DraftSource): Promise<readonly Attachment[]> {
  const attachments = await source.read('attachments');
  return isUnreadable(attachments) ? [] : attachments;
}

/** Makes changes one after another, and answers what was not done. */
export async function makeEach(host: PaneHost, changes: readonly NamedChange[]): Promise<readonly Left[]> {
  const left: Left[] = [];
  for (const [name, change] of changes) {
    const answer = await host.change(change);
    if (answer !== true) left.push({ name, because: answer.unreadable });
  }
  return left;
}

/** What was done, and what is still there. */
export function withLeft(text: string, left: readonly Left[]): string {
  return left.length === 0 ? text : `${text} ${words.stillThere(left.map(({ name }) => `“${name}”`).join(', '))}`;
}

/** Removes several things; it failed when none of them went. */
export async function removeAll(host: PaneHost, changes: readonly NamedChange[], said: (removed: number) => string): Promise<Made> {
  const left = await makeEach(host, changes);
  const [first] = left;
  if (first !== undefined && left.length === changes.length) return { failed: first.because };
  return { text: withLeft(said(changes.length - left.length), left) };
}
