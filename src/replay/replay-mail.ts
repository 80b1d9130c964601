import { civilTime } from '../calendar';
import { check } from '../check';
import type { CheckOptions, Remembered } from '../check';
import { isUnreadable, stopsSending } from '../domain';
import type { AnyRule, Attachment, AttachmentContent, Audience, DraftSource, Policy, RecipientClass, Report } from '../domain';
import { mailDraft } from '../mail';
import { audienceOf, schoolOf, withoutProtected } from '../recipients';
import { rules as allRules } from '../rules';
import type { Place, Said, Spoken } from './tally';

/** The policy in force, and the one it is held against; null to look at one alone. */
export interface Policies {
  readonly before: Policy;
  readonly after: Policy | null;
}

/** What becomes of one mail. A mail with a protected correspondent among its recipients leaves nothing but `untouched`. */
export type Outcome =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'unread'; readonly reason: string }
  | { readonly kind: 'counted'; readonly place: Place; readonly before: Said; readonly after: Said | null };

export const NO_SCHOOL = 'other';
export const UNCHECKED = 'unchecked';

/** Least trusted first: the class that a mail to several kinds of people is counted under. */
const CLASSES: readonly RecipientClass[] = ['personal', 'outside', 'unknown', 'pupil', 'partner', 'inside'];

/** Milliseconds the attachments of one mail may take where nobody waits at a send button; the same as `heed check` gives. */
const INSPECTION_TIME = 20_000;

/** What a report says, without anything of the mail. */
export function saidIn(report: Report): Said {
  const rules: { [rule: string]: Spoken } = {};
  // Findings are most severe first, so the first of a rule is its worst.
  for (const { rule, severity } of report.findings) rules[rule] ??= severity;
  const lead = report.findings.find(({ severity }) => stopsSending(severity))?.rule ?? UNCHECKED;
  return { verdict: report.verdict, rules, lead: stopsSending(report.verdict) ? lead : null };
}

function classOfMail({ members }: Audience): string {
  return CLASSES.find((each) => members.some((member) => member.class === each)) ?? 'unknown';
}

/** True when what an attachment holds is the same under both policies, so that it is opened once. */
function inspectAlike(a: Policy, b: Policy): boolean {
  return JSON.stringify([a.attachments, a.detection]) === JSON.stringify([b.attachments, b.detection]);
}

function memory(): Remembered {
  const kept = new Map<string, AttachmentContent>();
  return {
    recall: ({ id }: Attachment) => Promise.resolve(kept.get(id) ?? null),
    keep: (content) => {
      kept.set(content.attachment.id, content);
    },
  };
}

/** Looks at one draft as replay does. */
export async function replayDraft(source: DraftSource, policies: Policies, timing: Partial<CheckOptions> = {}, rules: readonly AnyRule[] = allRules): Promise<Outcome> {
  const { before, after } = policies;
  const [recipients, sender, sending] = [await source.read('recipients'), await source.read('sender'), await source.read('sending')];
  if (isUnreadable(recipients)) return { kind: 'unread', reason: recipients.unreadable };
  if (isUnreadable(sender)) return { kind: 'unread', reason: sender.unreadable };
  if (isUnreadable(sending)) return { kind: 'unread', reason: sending.unreadable };
  const guards = [before, ...(after === null ? [] : [after])].map(({ organisation }) => withoutProtected(recipients, organisation, sender));
  if (guards.some(({ areAllProtected, protectedCount }) => areAllProtected || protectedCount > 0)) return { kind: 'untouched' };

  const organisation = before.organisation;
  const audience = audienceOf(recipients, sender, organisation, sending.at);
  const place: Place = {
    school: schoolOf(sender.address, organisation)?.id ?? NO_SCHOOL,
    hour: Math.floor(civilTime(sending.at, organisation.timeZone).minute / 60),
    recipientClass: classOfMail(audience),
  };
  const remembered = after !== null && inspectAlike(before, after) ? memory() : null;
  const options = { inspectionTime: INSPECTION_TIME, remembered, ...timing };
  return {
    kind: 'counted',
    place,
    before: saidIn(await check(source, before, options, rules)),
    after: after === null ? null : saidIn(await check(source, after, options, rules)),
  };
}

/** Reads one stored mail and looks at it as replay does; what is no mail, ends early or has no date is `unread`. */
export async function replayMail(bytes: Uint8Array, policies: Policies, timing: Partial<CheckOptions> = {}, rules: readonly AnyRule[] = allRules): Promise<Outcome> {
  const draft = await mailDraft(bytes, null);
  if (isUnreadable(draft)) return { kind: 'unread', reason: draft.unreadable };
  const outcome = await replayDraft(draft.source, policies, timing, rules);
  if (outcome.kind === 'untouched') return outcome;
  if (draft.cutShort !== null) return { kind: 'unread', reason: 'the file ends before the mail does' };
  return draft.isDated ? outcome : { kind: 'unread', reason: 'it has no Date, so nobody knows when it was sent' };
}
