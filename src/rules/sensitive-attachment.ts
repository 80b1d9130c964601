import * as v from 'valibot';
import { maskIdentifiers, sensitiveData, shownMatch, whatItHolds } from '../detectors';
import type { SensitiveData } from '../detectors';
import { defineRule, NO_PERSONAL_SETTINGS } from '../domain';
import type { AttachmentContent, AudienceMember, Evidence, Finding } from '../domain';
import { describeRecipients, fieldName, leastTrusted, ownAccount } from '../recipients';
import { capitalised, holdsWords } from '../text';
import { gatewayTag, isKeptShut, isLabelled } from './accepted-protection';
import { isPayFile } from './pay-files';

type Situation = 'outside' | 'partner' | 'inside' | 'name-only' | 'unread' | 'picture' | 'tagged';

/** File-name words that hint at sensitive content in a file that cannot be read (D.4 `nameOnlyEvidence`). */
const NAME_WORDS = [
  'SEN',
  'SEND',
  'EHCP',
  'IEP',
  'FSM',
  'UPN',
  'LAC',
  'DBS',
  'safeguarding',
  'child protection',
  'pupil list',
  'class list',
  'pupil premium',
  'looked after',
  'medical',
  'care plan',
  'health plan',
  'behaviour log',
  'exclusion',
  'social care',
  'payroll',
  'disciplinary',
  'sickness',
];

/** The longest that what a file holds may be in a tip, in characters. */
const LONGEST_WHAT = 42;

/** What is enough for a trip or a caterer to know, where a file holds more. */
const HEALTH_EXAMPLE = ", such as '2 nut allergies'";

/** Two kinds of data when they fit a tip, else the more telling one. */
function shortly(data: SensitiveData): string {
  const both = whatItHolds(data);
  return both.length > LONGEST_WHAT ? whatItHolds({ ...data, kinds: data.kinds.slice(0, 1) }) : both;
}

/** The matches of which something can be shown, when there are any: a row of dots helps nobody to find the place. */
function telling({ matches }: SensitiveData): SensitiveData['matches'] {
  const shown = matches.filter(({ masked }) => /[^•]/.test(masked));
  return shown.length > 0 ? shown : matches;
}

function evidenceFor(content: AttachmentContent, data: SensitiveData, to: readonly AudienceMember[], maxItems: number): readonly Evidence[] {
  const name = maskIdentifiers(content.attachment.name);
  const summary: Evidence = {
    where: data.where === '' ? name : `${name} > ${maskIdentifiers(data.where)}`,
    masked: whatItHolds(data),
    count: data.matches.length,
    people: data.people,
  };
  const singles = telling(data)
    .slice(0, maxItems)
    .map((match) => ({ where: match.where === '' ? name : `${name} > ${maskIdentifiers(match.where)}`, masked: shownMatch(match) }));
  // A sheet that is locked against changes looks protected to whoever locked it.
  const { protection: kind, reason } = content.inspection;
  const protection = kind === 'open' && !/restricts changing/.test(reason) ? [] : [{ where: name, masked: reason }];
  return [summary, ...protection, ...singles, ...recipientEvidence(to, maxItems)];
}

function recipientEvidence(to: readonly AudienceMember[], maxItems: number): readonly Evidence[] {
  return to.slice(0, maxItems).map((member) => ({ where: fieldName(member.field), masked: member.address || member.name || 'no address' }));
}

/** The first name, the file's own or one inside it, that hints at sensitive content; null when none does. */
function tellingName(content: AttachmentContent, nameWords: readonly string[]): string | null {
  return [content.attachment.name, ...content.inspection.entries].find((name) => holdsWords(name, nameWords)) ?? null;
}

export const sensitiveAttachment = defineRule({
  id: 'sensitive-attachment',
  title: 'Sensitive attachment without a password',
  why: "A list of pupils that reaches the wrong address cannot be called back; a password keeps it closed to the wrong reader.",
  tips: {
    personal: {
      saw: "'{file}' lists {what}, has no password and is going to {recipient}.",
      advice: "send only what this person needs in a password-protected file, or remove it.",
      brief: "'{file}' lists {what} too.",
    },
    outside: {
      saw: "'{file}' holds {what} and has no password. {recipient} is not an approved partner.",
      advice: "remove '{file}', or send it as a password-protected file. Tell them only what they need.",
      brief: "'{file}' holds {what} too.",
      button: 'Remove attachment',
    },
    several: {
      saw: "'{file}' holds {what}, has no password and is going to {recipient}.",
      advice: "remove '{file}', or send it as a password-protected file. Tell them only what they need.",
      brief: "'{file}' holds {what} too.",
    },
    nested: {
      saw: '{What} found in: {path}. No password. {recipient} is not an approved partner.',
      advice: "remove '{file}'. Tell them only what they need{example}, or send a protected file.",
      brief: "'{file}' holds {what} too.",
      button: 'Remove attachment',
    },
    'nested-several': {
      saw: '{What} found in: {path}. No password. It is going to {recipient}.',
      advice: "remove '{file}'. Tell them only what they need{example}, or send a protected file.",
      brief: "'{file}' holds {what} too.",
      button: 'Remove attachment',
    },
    'opens-without-password': {
      title: 'Sensitive attachment that opens without a password',
      saw: "'{file}' holds {what} and opens without a password, though it looks protected. It is going to {recipient}.",
      advice: "remove '{file}', or protect it with a password of your own.",
      brief: "'{file}' holds {what} and opens without a password.",
    },
    partner: {
      saw: "'{file}' holds {what}, has no password and is going to {recipient}.",
      advice: 'check that this partner needs all of it.',
      brief: null,
    },
    inside: {
      saw: "'{file}' has {what}. A OneDrive link is safer than a copy, even for colleagues.",
      advice: null,
      brief: null,
    },
    'name-only': {
      title: 'Unread attachment with a sensitive name',
      saw: "'{file}' could not be read, and its name sounds sensitive. It is going to {recipient}.",
      advice: 'open it and check, or send it with a password.',
      brief: "The name of '{file}' sounds sensitive.",
      button: 'Show attachment',
    },
    'name-inside': {
      title: 'Unread attachment with a sensitive name',
      saw: "'{file}' could not be read to its end, and the name '{name}' in it sounds sensitive. It is going to {recipient}.",
      advice: 'open it and check, or send it with a password.',
      brief: "The name '{name}' in '{file}' sounds sensitive.",
      button: 'Show attachment',
    },
    unread: {
      title: 'Attachment not checked',
      saw: "We could not read '{file}', so it has NOT been checked. It is going to {recipient}.",
      advice: 'open it and check for pupil lists, or send it with a password.',
      brief: "'{file}' could not be checked.",
      button: 'Show attachment',
    },
    'unread-mail': {
      title: 'Attached email not checked',
      saw: "We could not open the attached email '{file}', so it has NOT been checked. It is going outside the Trust.",
      advice: 'open it and check for pupil lists, or attach the files one by one so they can be checked.',
      brief: "The attached email '{file}' could not be checked.",
      button: 'Show attachment',
    },
    'not-accepted': {
      title: 'Attachment protected in a way the policy does not accept',
      saw: "'{file}' is protected, but not in a way that the Trust accepts. It is going to {recipient}.",
      advice: 'protect it another way, such as a password in Word or Excel.',
      brief: "'{file}' is not protected in a way that the Trust accepts.",
    },
    tagged: {
      title: 'Sensitive attachment in an email that is sent encrypted',
      saw: "'{file}' holds {what}. The subject has {tag}, so this email is sent encrypted.",
      advice: null,
      brief: null,
    },
    labelled: {
      title: 'Sensitive attachment in an email that is sent encrypted',
      saw: "'{file}' holds {what}. The label on this email encrypts it.",
      advice: null,
      brief: null,
    },
    picture: {
      title: 'Picture or recording, not checked',
      saw: "'{file}' is a picture or recording, so what it shows has not been checked.",
      advice: null,
      brief: null,
    },
  },
  allowances: { name: 30, file: 28, what: LONGEST_WHAT, What: LONGEST_WHAT, recipient: 32, path: 45, tag: 20, example: 29 },
  situations: {
    outside: 'justify',
    partner: 'inform',
    inside: 'inform',
    'name-only': 'warn',
    unread: 'warn',
    picture: 'inform',
    tagged: 'inform',
  },
  appliesTo: ['message', 'appointment'],
  weight: 'serious',
  needs: ['audience', 'contents', 'sender'],
  wants: ['subject', 'label', 'personal'],
  options: v.strictObject({
    bulkPeople: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(2),
        v.maxValue(500),
        v.title('People that make a bulk list'),
        v.description('From this many people on, the advice to a personal address is to send only what that person needs.'),
        v.metadata({ unit: 'people', lock: 'T+' }),
      ),
      10,
    ),
    nameWords: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.minLength(2), v.maxLength(60))),
        v.maxLength(200),
        v.title('Telling file names'),
        v.description('Words in a file name that count as weak evidence when the file itself cannot be read.'),
        v.metadata({ lock: 'T' }),
      ),
      NAME_WORDS,
    ),
  }),
  check: ({ audience, contents, sender, subject, label, personal }, options, { detection, protection, evidence: { maxItems } }): readonly Finding<Situation>[] => {
    if (audience.members.length === 0) return [];
    const { situation, to } = leastTrusted(audience.members);
    const recipient = describeRecipients(to);
    const tag = gatewayTag(subject ?? '', protection);
    const isEncrypted = tag !== null || isLabelled(label ?? '', protection);
    // Addresses the organisation has on record for the employee, or that are the sender's own: there a payslip of one person may go.
    const areTheirs = to.every((member) => member.isAllowed || member.isRegistered || ownAccount(member, sender, personal ?? NO_PERSONAL_SETTINGS) !== null);
    const findings: Finding<Situation>[] = [];
    for (const content of contents) {
      const { attachment, inspection } = content;
      if (isKeptShut(content, protection) || attachment.kind === 'link') continue;
      if (attachment.inline && inspection.nature === 'media') continue;
      const concerns = [`attachment:${attachment.id}`, ...to.map((member) => `recipient:${member.address}`)];
      const fixes = [
        { do: 'remove-attachment' as const, attachment: attachment.id },
        { do: 'protect-attachment' as const, attachment: attachment.id },
      ];
      const data = sensitiveData(content.scan, detection, situation === 'outside' ? 'outside' : 'inside');
      if (data !== null && data.people <= 1 && areTheirs && isPayFile(attachment.name)) continue;
      if (data !== null) {
        const isTagged = situation === 'outside' && isEncrypted;
        findings.push({
            situation: isTagged ? 'tagged' : situation,
            tip: isTagged ? (tag === null ? 'labelled' : 'tagged') : tipFor(situation, content, data, to, options.bulkPeople),
            values: {
              file: maskIdentifiers(attachment.name),
              what: shortly(data),
              What: capitalised(shortly(data)),
              recipient,
              path: maskIdentifiers(`${attachment.name} > ${pathOf(data) ?? ''}`),
              tag: tag ?? '',
              example: data.kinds.includes('health details') ? HEALTH_EXAMPLE : '',
            },
          evidence: evidenceFor(content, data, to, maxItems),
          fixes,
          concerns,
        });
        continue;
      }
      const isAllShut = inspection.isRestLocked === true && inspection.protection !== 'protected';
      if (inspection.content === 'all' || isAllShut || situation !== 'outside' || isEncrypted) continue;
      const telling = tellingName(content, options.nameWords);
      const weak: Situation = telling !== null ? 'name-only' : inspection.nature === 'media' ? 'picture' : 'unread';
      findings.push({
        situation: weak,
        tip:
          inspection.protection === 'protected'
            ? 'not-accepted'
            : telling !== null && telling !== attachment.name
              ? 'name-inside'
              : weak === 'unread' && attachment.kind === 'item' && inspection.content === 'none'
                ? 'unread-mail'
                : weak,
        values: { file: maskIdentifiers(attachment.name), name: maskIdentifiers(telling ?? ''), recipient },
        evidence: [{ where: maskIdentifiers(attachment.name), masked: inspection.contentReason ?? inspection.reason }, ...recipientEvidence(to, maxItems)],
        fixes,
        concerns,
      });
    }
    return findings;
  },
});

/** The entry path inside the attachment, when what was found is in a file within it; without the place in that file. */
function pathOf(data: SensitiveData): string | null {
  const steps = data.where.split(' > ');
  return steps.length > 1 ? steps.slice(0, -1).join(' > ') : null;
}

function tipFor(
  situation: 'outside' | 'partner' | 'inside',
  content: AttachmentContent,
  data: SensitiveData,
  to: readonly AudienceMember[],
  bulkPeople: number,
): string {
  if (situation !== 'outside') return situation;
  if (content.inspection.protection === 'opens-without-password') return 'opens-without-password';
  const only = to.length === 1 ? to[0] : undefined;
  if (pathOf(data) !== null) return only?.class === 'outside' ? 'nested' : 'nested-several';
  if (only === undefined) return 'several';
  if (only.class === 'outside') return 'outside';
  return only.class === 'personal' && data.isAboutPupils && data.people >= bulkPeople ? 'personal' : 'several';
}
