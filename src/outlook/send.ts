import { isUnreadable, milder, stopsSending, unreadable } from '../domain';
import type { Attachment, AttachmentContent, Deployment, DraftSource, PolicyAtASend, Recipients, Report, Unreadable } from '../domain';
import { isAnswered, isEmergency, readAcknowledgement } from './acknowledgement';
import { answerOnce, completedOptions } from './answer';
import type { OutlookEvent } from './answer';
import { contextText } from './context';
import { keepDay, readDay } from './day-store';
import { afterDialog, asNote, isTooMany, parseShown, questionOf, wasAnswered } from './fatigue';
import { fingerprintOf } from './fingerprint';
import { conversationOf, currentItem, isAppointment } from './item';
import type { ComposeItem } from './item';
import { offeredLanguage } from './language';
import { forgetMemory, memoryOf, saveMemory } from './memory';
import type { Memory } from './memory';
import { noteText, showNote } from './note';
import { readStored, store } from './session-store';
import { outlookSource } from './source';
import { makeTimers } from './timers';
import type { Timers } from './timers';

/**
 * When a send is answered at the latest, in milliseconds after the handler began. Outlook shows a dialog of its own 5 s
 * after Send was pressed, loading included, and from then on asks once more even when all is well.
 */
export const DEADLINE = 3500;

/**
 * Until when the parts of the draft may arrive, and how long each has at least, in milliseconds: they are asked for in up to
 * four rounds, so that a client may take 400 ms for every call.
 */
const READ_UNTIL = 1100;
const LEAST_READ = 500;
/** Until when attachments may arrive. */
const OPEN_UNTIL = 2900;
const LEAST_OPEN = 100;
/** How long attachments are inspected together: with all of the above they end before the deadline. */
export const SEND_INSPECTION_TIME = 1800;
/** How long the host may keep a send waiting for its policy; the draft is read meanwhile. */
const POLICY_WAIT = 700;
/** How long a note, or what is to be remembered, may keep the answer waiting. */
const LAST_WORDS = 250;

/** What a check is given beside the source, so that nothing of it outlives the answer. */
export interface CheckTiming {
  readonly inspectionTime: number;
  readonly clock: () => number;
  readonly pause: () => Promise<void>;
  readonly remembered: {
    recall(attachment: Attachment): Promise<AttachmentContent | null>;
    keep(content: AttachmentContent): void;
  };
  /** How far the rules go; null for all the way. */
  readonly deployment: Deployment | null;
}

/** The policy a draft is checked under, and how far it goes. */
export interface InForceNow {
  readonly policy: PolicyAtASend;
  readonly deployment: Deployment | null;
}

export interface Checking {
  readonly policy: PolicyAtASend | Unreadable;
  /** How far the one built in goes, which holds until another is in force; null for all the way. */
  readonly deployment: Deployment | null;
  /**
   * The policy in force, which may be another than the one built in. It asks nobody before it knows that the draft may be
   * looked at, and waits for no answer once `patience` ends. Left out where there is none but the one built in.
   */
  readonly inForce?: (source: DraftSource, patience: () => Promise<void>) => Promise<InForceNow>;
  /** Names the build, for what is remembered from one runtime to the next. */
  readonly build: string;
  check(source: DraftSource, policy: PolicyAtASend, timing: CheckTiming): Promise<Report>;
}

/** A report that says why there is none. Never worse than a warning, and never silent. */
export function uncheckedReport(policy: PolicyAtASend | Unreadable, unchecked: Report['unchecked']): Report {
  return {
    verdict: isUnreadable(policy) ? 'warn' : policy.unchecked.outside,
    findings: [],
    unchecked,
    policy: isUnreadable(policy) ? { name: '', version: '' } : { name: policy.name, version: policy.version },
    mayBeRecorded: false,
  };
}

function failedReport(policy: PolicyAtASend | Unreadable, error: unknown): Report {
  const said = error instanceof Error ? error.message : String(error);
  return uncheckedReport(policy, [{ reason: `This email was not checked, because Heed failed (${said.slice(0, 120)}).` }]);
}

/** Says of a check that did not end in time which files were not read. */
function unfinishedReport(policy: PolicyAtASend | Unreadable, listed: readonly Attachment[], memory: Memory): Report {
  const unread = listed.filter((attachment) => attachment.kind !== 'link' && !memory.knows(attachment));
  return uncheckedReport(policy, [
    { reason: 'This email was not checked to its end, because that took too long.' },
    ...unread.map(({ name }) => ({ attachment: name, reason: 'There was no time to read it to its end.' })),
  ]);
}

export function stampOf(build: string, policy: PolicyAtASend, deployment: Deployment | null): string {
  return [build, policy.name, policy.version, deployment?.serial ?? 0].join('/');
}

/** The policy for one draft; the one built in when another cannot be had. */
export async function policyNow(checking: Checking, policy: PolicyAtASend, source: DraftSource, patience: () => Promise<void>): Promise<InForceNow> {
  const builtIn = { policy, deployment: checking.deployment };
  return checking.inForce === undefined ? builtIn : checking.inForce(source, patience).catch(() => builtIn);
}

/** A report that says no more than the deployment lets it, however it came about. */
function withinMode(report: Report, deployment: Deployment | null): Report {
  const mode = deployment?.mode ?? 'block';
  if (report.verdict === 'allow' || mode === 'block') return report;
  if (mode === 'monitor-only') return { ...report, verdict: 'allow', findings: [], unchecked: [] };
  return { ...report, verdict: milder(report.verdict, mode) as Report['verdict'] };
}

/**
 * The source of a draft that is being sent, which also tells what attachments it has listed. An email that goes to nobody goes to names
 * that Outlook keeps to itself, because it has not resolved them (office-js issues 1879, 2636). A meeting may be with a room alone.
 */
function sendSource(source: DraftSource, isMeeting: boolean, listed: Attachment[]): DraftSource {
  return {
    read: async (part) => {
      const value = await source.read(part);
      if (isUnreadable(value)) return value;
      if (part === 'attachments' && listed.length === 0) listed.push(...(value as readonly Attachment[]));
      return part === 'recipients' && !isMeeting && (value as Recipients).all.length === 0 ? unreadable('Outlook did not say who it goes to') : value;
    },
    open: (id) => source.open(id),
  };
}

/**
 * The handler of a send: gathers, checks, and answers exactly once, whatever fails. What could not be checked is named,
 * and the policy says whether that warns or informs; it never blocks and is never silent.
 */
export function sendHandler(checking: Checking): (event: OutlookEvent) => void {
  return (event) => {
    const timers = makeTimers();
    const answer = answerOnce(event, timers);
    const item = currentItem();
    const kind = item !== null && isAppointment(item) ? 'appointment' : 'message';
    let best: (() => Report) | null = null;
    let deployment = checking.deployment;
    const language = isUnreadable(checking.policy) ? null : offeredLanguage(checking.policy);
    const finish = (report: Report, context: string | null): void => answer(completedOptions(withinMode(report, deployment), kind, context, language));
    try {
      timers.after(DEADLINE, () => {
        const report = withinMode(best === null ? failedReport(checking.policy, 'it did not begin') : best(), deployment);
        const note = noteText(report);
        // There is no time to wait for it, but the mail does not go without a word.
        if (note !== null && item !== null) void showNote(item, note, LAST_WORDS, timers);
        finish(report, null);
      });
      const inForce = (now: InForceNow): void => void (deployment = now.deployment);
      run(checking, item, timers, inForce, (known) => (best = known)).then(
        ({ report, context, isLetGo }) => (isLetGo ? answer({ allowEvent: true }) : finish(report, context)),
        (error: unknown) => finish(failedReport(checking.policy, error), null),
      );
    } catch (error) {
      finish(failedReport(checking.policy, error), null);
    }
  };
}

interface Outcome {
  readonly report: Report;
  readonly context: string | null;
  /** True when the sender has answered what it stops for, or has had enough dialogs for one day. */
  readonly isLetGo: boolean;
}

async function run(
  checking: Checking,
  item: ComposeItem | null,
  timers: Timers,
  inForce: (now: InForceNow) => void,
  atDeadline: (report: () => Report) => void,
): Promise<Outcome> {
  const began = Date.now();
  const left = (until: number, least: number): number => Math.max(least, began + until - Date.now());
  if (isUnreadable(checking.policy)) {
    const report = uncheckedReport(checking.policy, [{ reason: `This email was not checked, because ${checking.policy.unreadable}.` }]);
    return { report, context: null, isLetGo: false };
  }
  const listed: Attachment[] = [];
  const reading = (): number => left(READ_UNTIL, LEAST_READ);
  const source = sendSource(
    outlookSource(item, began, timers, { read: reading, open: () => left(OPEN_UNTIL, LEAST_OPEN) }),
    item !== null && isAppointment(item),
    listed,
  );
  // Beside the recipients: both are read of every draft.
  void source.read('sender');
  const decided = await policyNow(checking, checking.policy, source, () => new Promise((resolve) => timers.after(POLICY_WAIT, resolve)));
  inForce(decided);
  const { policy, deployment } = decided;
  const memory = memoryOf(item, stampOf(checking.build, policy, deployment), reading(), timers);
  atDeadline(() => unfinishedReport(policy, listed, memory));
  const report = await checking.check(source, policy, {
    inspectionTime: SEND_INSPECTION_TIME,
    clock: () => Date.now(),
    pause: () => timers.pause(),
    remembered: memory,
    deployment,
  });
  atDeadline(() => report);
  if (item === null) return { report, context: null, isLetGo: false };
  if (!report.mayBeRecorded) await forgetMemory(item, LAST_WORDS, timers);
  if (!stopsSending(report.verdict)) {
    // Whoever was stopped over this draft knows of the password of a file that they have locked since.
    const isKnown = report.notes !== undefined && (await readStored(item, 'heed.shown', LAST_WORDS, timers)) !== null;
    const note = noteText(isKnown ? { ...report, notes: [] } : report);
    if (note !== null) await showNote(item, note, LAST_WORDS, timers);
    return { report, context: null, isLetGo: false };
  }
  // Of a draft that may not be recorded nothing is kept, so nothing of it is known either.
  if (!report.mayBeRecorded) return { report, context: null, isLetGo: false };
  const now = Date.now();
  const [fingerprint, thread, acknowledgement, kept] = await Promise.all([
    fingerprintOf(source),
    source.read('thread'),
    readAcknowledgement(item, reading(), timers),
    readStored(item, 'heed.shown', reading(), timers),
  ]);
  const ofDraft = parseShown(isUnreadable(kept) ? null : kept);
  const ofDay = readDay(now);
  const [inDraft, inThread] = [questionOf(fingerprint, report), questionOf(isUnreadable(thread) || thread.kind === 'new' ? null : conversationOf(item), report)];
  const isGivenReason = isAnswered(acknowledgement, report, fingerprint) || isEmergency(acknowledgement, report, policy, now);
  const repeats = policy.fatigue.sameDraftRepeat === 'always';
  const isRepeated = !repeats && (wasAnswered(ofDay, [inThread], now) || (report.verdict === 'warn' && wasAnswered(ofDraft, [inDraft], now)));
  if (isGivenReason) keepDay(afterDialog(ofDay, report, [inThread], now), now);
  if (isGivenReason || isRepeated) return { report, context: null, isLetGo: true };
  if (isTooMany(report, ofDay, policy.fatigue) || isTooMany(report, ofDraft, policy.fatigue)) {
    const note = noteText(asNote(report));
    if (note !== null) await showNote(item, note, LAST_WORDS, timers);
    return { report, context: null, isLetGo: true };
  }
  const isWarning = report.verdict === 'warn';
  keepDay(afterDialog(ofDay, report, isWarning ? [inThread] : [], now), now);
  await Promise.all([
    store(item, 'heed.shown', JSON.stringify(afterDialog(ofDraft, report, isWarning ? [inDraft] : [], now)), LAST_WORDS, timers),
    // What comes after the answer is lost, so what was read is kept before it, for the Send after the fix.
    saveMemory(item, memory, LAST_WORDS, timers),
  ]);
  return { report, context: contextText(report, fingerprint, began), isLetGo: false };
}
