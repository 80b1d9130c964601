import { EMERGENCY_REASON, isUnreadable, unreadable } from '../domain';
import type { PolicyAtASend, Report, Unreadable } from '../domain';
import type { ComposeItem } from './item';
import { readStored, store } from './session-store';
import type { Timers } from './timers';

/** The longest note that is kept, in characters. */
const LONGEST_NOTE = 500;

/** Why the sender sends all the same, and what draft and findings that was said of. */
export interface Acknowledgement {
  readonly fingerprint: string;
  /** The findings it answers, as `rule/situation`. */
  readonly findings: readonly string[];
  /** The code of the reason that was chosen. */
  readonly code: string;
  readonly note: string | null;
  /** When it was given, in milliseconds since 1970 UTC. */
  readonly at: number;
}

function namesOf(report: Report): readonly string[] {
  const names = report.findings.filter(({ severity }) => severity === 'justify').map(({ rule, situation }) => `${rule}/${situation}`);
  return names.filter((name, index) => names.indexOf(name) === index);
}

export function acknowledge(report: Report, fingerprint: string, code: string, note: string | null, at: number): Acknowledgement {
  return { fingerprint, findings: namesOf(report), code, note: note === null ? null : note.slice(0, LONGEST_NOTE), at };
}

/** How long a child at risk goes before everything else in a draft, whatever changes in it, in milliseconds. */
const EMERGENCY_LASTS = 1_800_000;

/** True when the sender has said of this draft that a child is at risk now, and the policy lets that send below a block. */
export function isEmergency(acknowledgement: Acknowledgement | null, report: Report, policy: PolicyAtASend, now: number): boolean {
  if (!policy.emergencyReason || report.verdict === 'block' || acknowledgement?.code !== EMERGENCY_REASON) return false;
  return now - acknowledgement.at < EMERGENCY_LASTS;
}

/**
 * True when the sender has answered for exactly this draft everything that asks for a reason. A change to the draft, or a
 * finding that was not there then, voids the answer; nothing answers a block.
 */
export function isAnswered(acknowledgement: Acknowledgement | null, report: Report, fingerprint: string | null): boolean {
  if (acknowledgement === null || fingerprint === null || report.verdict !== 'justify') return false;
  return acknowledgement.fingerprint === fingerprint && namesOf(report).every((name) => acknowledgement.findings.includes(name));
}

function parse(text: string): Acknowledgement | null {
  try {
    const value = JSON.parse(text) as Partial<Acknowledgement> | null;
    if (typeof value !== 'object' || value === null || typeof value.fingerprint !== 'string' || typeof value.code !== 'string') return null;
    const { fingerprint, findings, code, note, at } = value;
    if (!Array.isArray(findings)) return null;
    return { fingerprint, findings: findings.map(String), code, note: typeof note === 'string' ? note : null, at: Number(at) };
  } catch {
    return null;
  }
}

/** What the sender has said of this draft; null when nothing, or nothing that can be read. */
export async function readAcknowledgement(item: ComposeItem, milliseconds: number, timers: Timers): Promise<Acknowledgement | null> {
  const text = await readStored(item, 'heed.acknowledgement', milliseconds, timers);
  return text === null || isUnreadable(text) ? null : parse(text);
}

/** Keeps the answer with the draft, for as long as it is open. Nothing is kept of a draft that may not be recorded. */
export function saveAcknowledgement(
  item: ComposeItem,
  acknowledgement: Acknowledgement,
  report: Report,
  milliseconds: number,
  timers: Timers,
): Promise<true | Unreadable> {
  if (!report.mayBeRecorded) return Promise.resolve(unreadable('nothing is kept about this email'));
  return store(item, 'heed.acknowledgement', JSON.stringify(acknowledgement), milliseconds, timers);
}
