import * as v from 'valibot';
import { sensitiveData } from '../detectors';
import { defineRule, NO_PERSONAL_SETTINGS } from '../domain';
import type { AttachmentContent, AudienceMember, Detection, Finding, Scan } from '../domain';
import { fieldName, ownAccount } from '../recipients';
import { newToThread } from './new-to-thread';
import { switchOption } from './option-kinds';

type Situation = 'with-sensitive' | 'with-file' | 'plain';

/** True for details about people; a password is none, and has a rule of its own. */
function isSensitive(scan: Scan | undefined, detection: Detection): boolean {
  const data = scan === undefined ? null : sensitiveData(scan, detection, 'outside');
  return data !== null && data.matches.some(({ detector }) => detector !== 'credentials');
}

function holdsSensitiveData(contents: readonly AttachmentContent[], detection: Detection): boolean {
  return contents.some((content) => content.inspection.protection !== 'protected' && isSensitive(content.scan, detection));
}

function concernOf(member: AudienceMember): string {
  return `recipient:${member.address}`;
}

export const personalRecipient = defineRule({
  id: 'personal-recipient',
  title: 'Personal address among the recipients',
  why: 'A personal mailbox is outside every safeguard of the organisation, and one wrong letter in it is a stranger.',
  tips: {
    'with-sensitive': {
      saw: '{address} is a personal address, and this has personal details in it.',
      advice: 'check it is the right person, and send only what they need, password-protected.',
      brief: '{address} is a personal address.',
      button: 'Check recipient',
    },
    'with-sensitive-many': {
      saw: '{count} addresses here are personal, and this has personal details in it.',
      advice: 'check they are the right people, and send only what they need, password-protected.',
      brief: '{count} addresses are personal.',
      button: 'Check recipient',
    },
    'with-file': {
      saw: '{address} is a personal address, and {files: a file is|files are} attached.',
      advice: 'check it is the right person and the right {files: file|files}.',
      brief: '{address} is a personal address.',
      button: 'Check recipient',
    },
    'with-file-many': {
      saw: '{count} addresses here are personal, and {files: a file is|files are} attached.',
      advice: 'check they are the right people and {files: file|files}.',
      brief: '{count} addresses are personal.',
      button: 'Check recipient',
    },
    'with-file-not-listed': {
      saw: "{address} is a personal address that is not in the school's contact list, and {files: a file is|files are} attached.",
      advice: 'check it is the right person and the right {files: file|files}.',
      brief: '{address} is a personal address.',
      button: 'Check recipient',
    },
    'with-file-not-listed-many': {
      saw: "{count} addresses here are personal and not in the school's contact list, and {files: a file is|files are} attached.",
      advice: 'check they are the right people and {files: file|files}.',
      brief: '{count} addresses are personal.',
      button: 'Check recipient',
    },
    plain: {
      saw: '{address} is a personal address.',
      advice: 'check it is the right person.',
      brief: null,
    },
    'plain-many': {
      saw: '{count} addresses here are personal.',
      advice: 'check they are the right people.',
      brief: null,
    },
  },
  allowances: { address: 48 },
  situations: { 'with-sensitive': 'warn', 'with-file': 'warn', plain: 'inform' },
  personalUse: ['plain'],
  appliesTo: ['message', 'appointment'],
  needs: ['audience', 'sender', 'attachments'],
  wants: ['contents', 'wording', 'thread', 'personal'],
  searches: ['wording'],
  options: v.strictObject({
    replyExempt: switchOption(true, 'Leave replies alone', 'A reply to a personal address is not mentioned unless it carries sensitive data.', 'T'),
  }),
  check: ({ audience, sender, attachments, contents, wording, thread, personal: settings }, options, { organisation, detection, evidence: { maxItems } }): readonly Finding<Situation>[] => {
    // Of the sender's own account another rule speaks.
    const isOwn = (member: AudienceMember): boolean => ownAccount(member, sender, settings ?? NO_PERSONAL_SETTINGS) !== null;
    const isMeant = ({ class: kind, isAllowed, isRegistered, isSender }: AudienceMember): boolean => kind === 'personal' && !isAllowed && !isRegistered && !isSender;
    const personal = audience.members.filter((member) => isMeant(member) && !isOwn(member));
    const first = personal[0];
    if (first === undefined) return [];
    // What they wrote themselves, or had before, a reply does not tell them.
    const isToldOfThread = (thread === undefined || thread.kind === 'new' || newToThread(personal, thread).length > 0) && isSensitive(wording?.quotedText, detection);
    const hasSensitive = holdsSensitiveData(contents ?? [], detection) || isSensitive(wording?.newText, detection) || isToldOfThread;
    const isReply = thread?.kind === 'reply';
    if (isReply && options.replyExempt && !hasSensitive) return [];
    const files = attachments.filter((attachment) => !attachment.inline).length;
    // What the wrong reader cannot open needs no second stop.
    const shut = (contents ?? []).filter(({ attachment, inspection }) => attachment.kind !== 'link' && inspection.protection === 'protected').length;
    const situation: Situation = hasSensitive ? 'with-sensitive' : files > shut ? 'with-file' : 'plain';
    // Without a list nothing can be said of it.
    const isHeldAgainstList = situation === 'with-file' && organisation.registeredContacts.length > 0;
    return [
      {
        situation,
        tip: `${situation}${isHeldAgainstList ? '-not-listed' : ''}${personal.length > 1 ? '-many' : ''}`,
        values: { address: first.address, count: personal.length, files },
        evidence: personal.slice(0, maxItems).map((member) => ({
          where: fieldName(member.field),
          masked: member.address,
          count: personal.length,
        })),
        fixes: personal.map((member) => ({ do: 'remove-recipient', address: member.address })),
        concerns: personal.map(concernOf),
      },
    ];
  },
});
