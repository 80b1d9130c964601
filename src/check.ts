import { EMPTY_SCAN, isUnreadable, milder, unreadable } from './domain';
import type {
  Attachment,
  AttachmentContent,
  Audience,
  Deployment,
  Draft,
  DraftKind,
  DraftSource,
  Inspection,
  Part,
  PolicyAtASend,
  Report,
  RuleAtASend,
  RuleContext,
  Sender,
  Sending,
  Severity,
  SourcePart,
  SourceParts,
  Unreadable,
} from './domain';
import { encryptionNotes } from './check/encryption-notes';
import { searchFault, wordingOf } from './check/wording';
import { scanSegments } from './detectors';
import { activeRules, isWhollyExempt, partsFor, runRules, standingOf, staysWithinTrust } from './engine';
import type { Exempting } from './engine';
import { DEFAULT_LIMITS, makeBudget } from './inspectors/budget';
import { addressHash } from './inspectors/crypto/address-hash';
import type { FurtherReaders } from './inspectors/further';
import { inspectFile as inspecting } from './inspectors/inspect-file';
import type { Inspecting } from './inspectors/inspector';
import { audienceOf, isAmong, schoolOf, senderAudience, withoutProtected } from './recipients';
import { rules as allRules } from './rules';

/**
 * What attachments held when they were last inspected, for a draft that is checked again as it changes. It only saves
 * work: a check answers the same without it.
 */
export interface Remembered {
  /** What this very attachment held; null when that is not known. Never rejects. */
  recall(attachment: Attachment): Promise<AttachmentContent | null>;
  /** Told of each attachment that was inspected as far as any later check would get. */
  keep(content: AttachmentContent): void;
}

/** How the work of a check is timed, and how far it goes. */
export interface CheckOptions {
  /** Milliseconds the attachments may take together before what is left is answered as not checked. */
  readonly inspectionTime: number;
  /** Milliseconds from any start. */
  readonly clock: () => number;
  /** Lets other work go on between two stretches of inspecting. */
  readonly pause: () => Promise<void>;
  /** Null when nothing is remembered from one check to the next. */
  readonly remembered: Remembered | null;
  /** How far the rules have been rolled out; null for all the way. */
  readonly deployment: Deployment | null;
  /** What this runtime reads beside what every send does; null in classic Outlook, whose one file has no room for it. */
  readonly readers: FurtherReaders | null;
}

/** The time budget for attachments at a send (D.1 `timeBudgetMs`), in milliseconds. */
export const SEND_TIME = 2000;

/** Milliseconds of inspecting between two pauses, so that a page stays alive. */
const STRETCH = 30;

/** Attachments opened at the same time: Outlook on the web takes at most three content calls. */
const OPENED_AT_ONCE = 3;

const DEFAULT_OPTIONS: CheckOptions = {
  inspectionTime: SEND_TIME,
  clock: () => Date.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  remembered: null,
  deployment: null,
  readers: null,
};

/** Of an attachment whose bytes are not there to be inspected. */
function uninspected(format: 'link' | 'unknown', protection: Inspection['protection'], reason: string, contentReason: string): Inspection {
  return { format, protection, reason, content: 'none', contentReason, segments: [], entries: [], nature: 'text', note: null };
}

const LINK = uninspected('link', 'protected', 'It is a link: who can open it is decided where the file is kept.', 'A linked file is not part of the email.');

function couldNotOpen(reason: string): Inspection {
  return uninspected('unknown', 'unknown', 'It could not be opened.', `It could not be opened, because ${reason}.`);
}

/** Runs an inspection to its end, letting other work go on in between. */
async function finishPausing(work: Inspecting, options: CheckOptions): Promise<Inspection> {
  let stretchEnds = options.clock() + STRETCH;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (options.clock() >= stretchEnds) {
      await options.pause();
      stretchEnds = options.clock() + STRETCH;
    }
  }
}

/** Reads a part of the draft; a source that throws is answered like one that says why. */
async function readPart<P extends SourcePart>(source: DraftSource, part: P): Promise<SourceParts[P] | Unreadable> {
  try {
    return await source.read(part);
  } catch (error) {
    return unreadable(`the ${part} could not be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

async function openAttachment(source: DraftSource, id: string): Promise<Uint8Array | Unreadable> {
  try {
    return await source.open(id);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** An inspected attachment with what the detectors found in it. A search that stopped early is a part read. */
function searched(attachment: Attachment, inspection: Inspection, policy: PolicyAtASend): AttachmentContent {
  if (inspection.segments.length === 0) return { attachment, inspection, scan: EMPTY_SCAN };
  try {
    const scan = scanSegments(inspection.segments, policy.detection);
    if (!scan.isPartial || inspection.content !== 'all') return { attachment, inspection, scan };
    return { attachment, inspection: { ...inspection, content: 'part', contentReason: 'It is too long to be searched to its end.' }, scan };
  } catch (error) {
    return { attachment, inspection: couldNotOpen(searchFault(error)), scan: EMPTY_SCAN };
  }
}

async function contentsOf(
  source: DraftSource,
  attachments: readonly Attachment[],
  policy: PolicyAtASend,
  options: CheckOptions,
): Promise<readonly AttachmentContent[]> {
  const budget = makeBudget({ ...policy.attachments, maxTime: options.inspectionTime, clock: options.clock, readers: options.readers });
  const contents: AttachmentContent[] = [];
  const unscanned = (attachment: Attachment, inspection: Inspection): AttachmentContent => ({ attachment, inspection, scan: EMPTY_SCAN });
  const read = async (attachment: Attachment): Promise<AttachmentContent> => {
    if (attachment.kind === 'link') return unscanned(attachment, LINK);
    const remembered = (await options.remembered?.recall(attachment)) ?? null;
    if (remembered !== null) return remembered;
    const bytes = await openAttachment(source, attachment.id);
    if (isUnreadable(bytes)) return unscanned(attachment, couldNotOpen(bytes.unreadable));
    if (bytes.length === 0 && attachment.size !== null && attachment.size > 0) {
      return unscanned(attachment, couldNotOpen('Outlook gave none of its bytes'));
    }
    const inspection = await finishPausing(inspecting(attachment.name, bytes, budget), options);
    const content = searched(attachment, inspection, policy);
    // What a limit ended early may get further when it is alone, or has more time; what is left to the pane, there.
    if (budget.hit === null && inspection.isLeftToPane !== true) options.remembered?.keep(content);
    return content;
  };
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < attachments.length) {
      const index = next;
      next += 1;
      contents[index] = await read(attachments[index] as Attachment);
    }
  };
  await Promise.all(Array.from({ length: Math.min(OPENED_AT_ONCE, attachments.length) }, work));
  return contents;
}

/** The parts of the draft that the rules use, read or made; only those asked for. */
async function gather(
  source: DraftSource,
  parts: readonly Part[],
  known: { readonly kind: DraftKind | Unreadable; readonly sender: Sender; readonly audience: Audience; readonly sending: Sending },
  policy: PolicyAtASend,
  options: CheckOptions,
): Promise<{ [P in Part]?: Draft[P] | Unreadable }> {
  const facts: { [part: string]: unknown } = { ...known };
  const wantsContents = parts.includes('contents');
  const wantsWording = parts.includes('wording');
  const madeInto: readonly SourcePart[] = [...(wantsContents ? ['attachments' as const] : []), ...(wantsWording ? (['body', 'subject', 'thread'] as const) : [])];
  const direct: SourcePart[] = ['recipients', 'subject', 'body', 'attachments', 'thread', 'personal'];
  // Asked for where it can matter alone: most policies name no label.
  if ((policy.protection.labels ?? []).length > 0) direct.push('label');
  await Promise.all(
    direct
      .filter((part) => parts.includes(part) || madeInto.includes(part))
      .map(async (part) => {
        facts[part] = await readPart(source, part);
      }),
  );
  if (wantsWording) {
    const body = facts['body'] as Draft['body'] | Unreadable;
    const subject = facts['subject'] as Draft['subject'] | Unreadable;
    const thread = facts['thread'] as Draft['thread'] | Unreadable;
    facts['wording'] = isUnreadable(body) ? body : wordingOf(body, isUnreadable(subject) ? '' : subject, isUnreadable(thread) ? null : thread, policy.detection);
  }
  if (wantsContents) {
    const attachments = facts['attachments'] as Draft['attachments'] | Unreadable;
    facts['contents'] = isUnreadable(attachments) ? attachments : await contentsOf(source, attachments, policy, options);
  }
  return facts;
}

function emptyReport(policy: PolicyAtASend): Report {
  return {
    verdict: 'allow',
    findings: [],
    unchecked: [],
    policy: { name: policy.name, version: policy.version },
    mayBeRecorded: false,
  };
}

/** What a draft whose recipients or sender cannot be read is answered: nothing may run before the guard has. */
function notChecked(policy: PolicyAtASend, reason: string): Report {
  return {
    ...emptyReport(policy),
    verdict: policy.unchecked.outside,
    unchecked: [{ reason: `This email was not checked, because ${reason}.` }],
  };
}

/**
 * Data protection is no barrier to safeguarding, so a safeguarding lead's mail is never held up for a reason: it informs
 * when it stays with colleagues and trusted partners, and asks once when it does not (catalogue C.12). What is blocked for
 * everyone, such as many people's data to the sender's own account, is no referral and stays blocked.
 */
function safeguardingCeiling(audience: Audience): Severity {
  return staysWithinTrust(audience) ? 'inform' : 'warn';
}

/** True when an exemption's list of recipients names an address; `own-school` stands for everyone at the sender's school. */
function isListed(address: string, listed: readonly string[], { organisation, school }: RuleContext): boolean {
  return listed.some((named) =>
    named === 'own-school' ? school !== null && schoolOf(address, organisation)?.id === school.id : isAmong(address, [named], organisation),
  );
}

function isoDate(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/**
 * Reads what the policy's rules need, runs them, and says what they found and what they could not check. Protected
 * correspondents come before everything: a draft to them alone is not read further and leaves no trace; beside others,
 * the others are checked, nothing is worse than `warn`, and the report may not be recorded.
 */
export async function check(
  source: DraftSource,
  policy: PolicyAtASend,
  options: Partial<CheckOptions> = {},
  rules: readonly RuleAtASend[] = allRules,
): Promise<Report> {
  const timing = { ...DEFAULT_OPTIONS, ...options };
  const recipients = await readPart(source, 'recipients');
  if (isUnreadable(recipients)) return notChecked(policy, recipients.unreadable);
  const sender = await readPart(source, 'sender');
  if (isUnreadable(sender)) return notChecked(policy, sender.unreadable);

  const guard = withoutProtected(recipients, policy.organisation, sender);
  if (guard.areAllProtected) return emptyReport(policy);
  const isMixed = guard.protectedCount > 0;

  const kind = await readPart(source, 'kind');
  const sending = await readPart(source, 'sending');
  const moment = isUnreadable(sending) ? timing.clock() : sending.at;
  const { organisation, detection, protection } = policy;
  const audience = audienceOf(guard.others, sender, organisation, moment, addressHash);
  const context = { organisation, detection, protection, evidence: policy.evidence, school: schoolOf(sender.address, organisation), audience: senderAudience(sender, organisation) };
  const isSender = (named: string): boolean => isAmong(sender.address, [named], organisation);
  const standing = standingOf(timing.deployment, sender.address, context.school?.id ?? null, (named) => named === context.school?.id || isSender(named));
  const exempting: Exempting = {
    today: isoDate(moment),
    isFor: isSender,
    areAllAmong: (listed) => audience.members.every((member) => member.isSender || isListed(member.address, listed, context)),
  };
  const inPolicy = activeRules(rules, policy, isUnreadable(kind) ? 'message' : kind);
  const inRollout = inPolicy.filter(({ id }) => standing.runs(id));
  if (inPolicy.length > 0 && inRollout.length === 0) return emptyReport(policy);
  const active = inRollout.filter(({ id }) => !isWhollyExempt(policy.rules[id], exempting));

  const facts = await gather(source, partsFor(active), { kind, sender, audience, sending: sending as Sending }, policy, timing);
  const report = runRules({
    rules: active,
    policy,
    facts,
    context,
    ceiling: milder(standing.ceiling, isMixed ? 'warn' : 'block'),
    exempting,
    leadsCeiling: isAmong(sender.address, organisation.safeguardingLeads, organisation) ? safeguardingCeiling(audience) : null,
    mayBeRecorded: !isMixed,
  });
  const notes = isMixed || facts.contents === undefined || isUnreadable(facts.contents) ? [] : encryptionNotes(facts.contents, report.findings);
  const noted = notes.length === 0 ? report : { ...report, notes };
  return standing.isMonitored ? { ...emptyReport(policy), monitored: report.findings, mayBeRecorded: report.mayBeRecorded } : noted;
}

/**
 * Inspects one file by itself, without a time limit unless one is given: for the command line and the task pane.
 */
export async function inspectFile(name: string, bytes: Uint8Array, options: Partial<CheckOptions> = {}): Promise<Inspection> {
  const timing = { ...DEFAULT_OPTIONS, inspectionTime: Infinity, ...options };
  const budget = makeBudget({ ...DEFAULT_LIMITS, maxTime: timing.inspectionTime, clock: timing.clock, readers: timing.readers });
  return finishPausing(inspecting(name, bytes, budget), timing);
}
