import type { CheckOptions } from '../check';
import { isUnreadable } from '../domain';
import type { Verdict } from '../domain';
import { replayMail } from './replay-mail';
import type { Outcome, Policies } from './replay-mail';
import { mailsIn } from './shard';
import type { NamedMail, OpenFile, Shard } from './shard';
import { addTallies, EMPTY_TALLY, tallyOf } from './tally';
import type { Said, Tally } from './tally';

/** A draft that the other policy answers in another way. */
export interface Change {
  readonly file: string;
  readonly from: Verdict;
  readonly to: Verdict;
  /** What is no longer said and what is said instead, as `rule: severity`. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

export interface UnreadMail {
  readonly file: string;
  /** A phrase that completes "because …". */
  readonly reason: string;
}

/** What replay makes of some mails; results of parts add up to the result of the whole. Holds nothing of any mail. */
export interface Result {
  readonly before: Tally;
  /** Null when there is no policy to hold it against. */
  readonly after: Tally | null;
  readonly changed: readonly Change[];
  readonly unread: number;
  /** The first of them. */
  readonly unreadFiles: readonly UnreadMail[];
}

/** How many unread files are named; a folder of something else would name them all. */
const UNREAD_NAMED = 20;

export function emptyResult(isCompared: boolean): Result {
  return { before: EMPTY_TALLY, after: isCompared ? EMPTY_TALLY : null, changed: [], unread: 0, unreadFiles: [] };
}

export function addResults(a: Result, b: Result): Result {
  return {
    before: addTallies(a.before, b.before),
    after: a.after === null || b.after === null ? null : addTallies(a.after, b.after),
    changed: b.changed.length === 0 ? a.changed : a.changed.concat(b.changed),
    unread: a.unread + b.unread,
    unreadFiles: a.unreadFiles.concat(b.unreadFiles).slice(0, UNREAD_NAMED),
  };
}

function spoken({ rules }: Said): readonly string[] {
  return Object.entries(rules).map(([rule, severity]) => `${rule}: ${severity}`);
}

function changeOf(file: string, before: Said, after: Said): Change | null {
  const [old, now] = [spoken(before), spoken(after)];
  const gone = old.filter((each) => !now.includes(each));
  const added = now.filter((each) => !old.includes(each));
  if (before.verdict === after.verdict && gone.length === 0 && added.length === 0) return null;
  return { file, from: before.verdict, to: after.verdict, gone, added };
}

/** The result of one mail. */
export function resultOf(file: string, outcome: Outcome, isCompared: boolean): Result {
  if (outcome.kind === 'untouched') return emptyResult(isCompared);
  if (outcome.kind === 'unread') return { ...emptyResult(isCompared), unread: 1, unreadFiles: [{ file, reason: outcome.reason }] };
  const { place, before, after } = outcome;
  const change = after === null ? null : changeOf(file, before, after);
  return {
    ...emptyResult(isCompared),
    before: tallyOf(before, place),
    after: after === null ? null : tallyOf(after, place),
    changed: change === null ? [] : [change],
  };
}

/** Looks at one mail. A fault while it is read makes it unread: one mail must not end the work. */
export async function replayNamed({ name, bytes }: NamedMail, policies: Policies, timing: Partial<CheckOptions> = {}): Promise<Result> {
  let outcome: Outcome;
  try {
    outcome = isUnreadable(bytes) ? { kind: 'unread', reason: bytes.unreadable } : await replayMail(bytes, policies, timing);
  } catch (error) {
    outcome = { kind: 'unread', reason: `reading it failed (${error instanceof Error ? error.message : String(error)})` };
  }
  return resultOf(name, outcome, policies.after !== null);
}

/** Looks at every mail of a shard. */
export async function replayShard(shard: Shard, open: OpenFile, policies: Policies, timing: Partial<CheckOptions> = {}): Promise<Result> {
  let result = emptyResult(policies.after !== null);
  for await (const mail of mailsIn(shard, open)) result = addResults(result, await replayNamed(mail, policies, timing));
  return result;
}
