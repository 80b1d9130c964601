import { SEVERITIES, stopsSending } from '../domain';
import type { Severity, Verdict } from '../domain';

export type Spoken = Exclude<Severity, 'off'>;

/** Counts of one share of the mails: a school, an hour, a class of recipients. */
export interface Slice {
  readonly mails: number;
  readonly stopped: number;
  /** In how many of them each rule stops the send. */
  readonly stoppedBy: Counts;
}

export interface Counts {
  readonly [name: string]: number;
}

/** What a policy makes of many mails. Tallies of parts add up to the tally of the whole. */
export interface Tally {
  readonly mails: number;
  readonly stopped: number;
  /** In how many mails each rule speaks, by the worst severity it has there. */
  readonly rules: { readonly [rule: string]: Counts };
  /** Of the stopped, how many each rule leads: its finding heads the dialog. `unchecked` is what could not be checked. */
  readonly leads: Counts;
  /** By the id of the sender's school; `other` where no school lists the domain. */
  readonly schools: { readonly [school: string]: Slice };
  /** By the hour of sending on the schools' clocks, `0` to `23`. */
  readonly hours: { readonly [hour: string]: Slice };
  /** By the least trusted recipient. */
  readonly classes: { readonly [recipientClass: string]: Slice };
}

export const EMPTY_TALLY: Tally = { mails: 0, stopped: 0, rules: {}, leads: {}, schools: {}, hours: {}, classes: {} };

/** Where a mail is counted. */
export interface Place {
  readonly school: string;
  readonly hour: number;
  readonly recipientClass: string;
}

/** What a policy says of one mail. */
export interface Said {
  readonly verdict: Verdict;
  /** The worst severity of each rule that speaks. */
  readonly rules: { readonly [rule: string]: Spoken };
  /** The rule whose finding heads the dialog; null when the send is not stopped. */
  readonly lead: string | null;
}

type Changing<Value> = { [name: string]: Value };

function addCounts(a: Counts, b: Counts): Counts {
  const sum: Changing<number> = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function merged<Value>(a: { readonly [name: string]: Value }, b: { readonly [name: string]: Value }, add: (one: Value, other: Value) => Value): { readonly [name: string]: Value } {
  const all: Changing<Value> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const earlier = all[name];
    all[name] = earlier === undefined ? value : add(earlier, value);
  }
  return all;
}

function addSlices(a: Slice, b: Slice): Slice {
  return { mails: a.mails + b.mails, stopped: a.stopped + b.stopped, stoppedBy: addCounts(a.stoppedBy, b.stoppedBy) };
}

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    mails: a.mails + b.mails,
    stopped: a.stopped + b.stopped,
    rules: merged(a.rules, b.rules, addCounts),
    leads: addCounts(a.leads, b.leads),
    schools: merged(a.schools, b.schools, addSlices),
    hours: merged(a.hours, b.hours, addSlices),
    classes: merged(a.classes, b.classes, addSlices),
  };
}

/** The tally of one mail. */
export function tallyOf(said: Said, place: Place): Tally {
  const stopped = stopsSending(said.verdict) ? 1 : 0;
  const stoppedBy: Changing<number> = {};
  const rules: Changing<Counts> = {};
  for (const [rule, severity] of Object.entries(said.rules)) {
    rules[rule] = { [severity]: 1 };
    if (stopsSending(severity)) stoppedBy[rule] = 1;
  }
  const slice: Slice = { mails: 1, stopped, stoppedBy };
  return {
    mails: 1,
    stopped,
    rules,
    leads: said.lead === null ? {} : { [said.lead]: 1 },
    schools: { [place.school]: slice },
    hours: { [place.hour]: slice },
    classes: { [place.recipientClass]: slice },
  };
}

/** The severities a rule was counted at, mildest first. */
export function spokenAt(counts: Counts): readonly Spoken[] {
  return SEVERITIES.filter((severity): severity is Spoken => severity !== 'off' && (counts[severity] ?? 0) > 0);
}

/** How many of a tally's mails a rule speaks in. */
export function spokenIn(tally: Tally, rule: string): number {
  return Object.values(tally.rules[rule] ?? {}).reduce((sum, count) => sum + count, 0);
}
