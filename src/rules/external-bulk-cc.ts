import * as v from 'valibot';
import { defineRule } from '../domain';
import type { AudienceMember, Finding, Thread } from '../domain';
import { domainOf, fieldName } from '../recipients';
import { holdsWords } from '../text';
import { numberOption, wordsOption } from './option-kinds';

type Situation = 'visible' | 'sensitive-group';

/** Words in a subject that make the list of recipients itself a disclosure (D.5). */
const SENSITIVE_GROUPS = ['SEN', 'SEND', 'EHCP', 'FSM', 'free school meals', 'pupil premium', 'intervention', 'support group', 'safeguarding', 'bereavement', 'young carers'];

/** Outside people in To and Cc. Partners know whom they work with; an address the organisation allows is still a stranger to the others. */
function visibleOutside(members: readonly AudienceMember[]): readonly AudienceMember[] {
  return members.filter((member) => member.field !== 'bcc' && (member.class === 'outside' || member.class === 'personal') && !member.isSender);
}

/** True when all are at one organisation: colleagues may know each other's addresses. */
function areColleagues(members: readonly AudienceMember[]): boolean {
  const [first] = members;
  if (first === undefined || first.class === 'personal') return false;
  const domain = domainOf(first.address);
  return members.every((member) => member.class !== 'personal' && domainOf(member.address) === domain);
}

/** Those to whom a reply shows the others anew: whoever took part in the thread has seen them already. */
function newcomers(members: readonly AudienceMember[], thread: Thread | undefined): readonly AudienceMember[] {
  if (thread?.kind !== 'reply' || thread.participants === null) return members;
  const { participants, namedOnly } = thread;
  return members.filter(({ address, name }) => !participants.includes(address) && !namedOnly.includes(name));
}

function fieldsOf(members: readonly AudienceMember[]): string {
  return (['to', 'cc'] as const)
    .filter((field) => members.some((member) => member.field === field))
    .map(fieldName)
    .join(' and ');
}

const BCC = 'move them to Bcc. If the topic itself is sensitive (such as a SEN group), use the parent messaging system instead: Bcc is not enough.';

export const externalBulkCc = defineRule({
  id: 'external-bulk-cc',
  title: 'Outside addresses that can see each other',
  why: 'A list of recipients can tell as much as the words: who is in a group, and how to write to them.',
  tips: {
    visible: {
      saw: '{count} outside addresses in {fields} will see each other.',
      advice: BCC,
      brief: '{count} outside addresses in {fields} will see each other.',
      button: 'Move to Bcc',
    },
    'at-least': {
      saw: 'At least {count} outside addresses in {fields} will see each other.',
      advice: BCC,
      brief: 'At least {count} outside addresses will see each other.',
      button: 'Move to Bcc',
    },
    'sensitive-group': {
      saw: '{count} outside addresses in {fields} will see each other, and the subject says what they share.',
      advice: 'use the parent messaging system or a mail merge instead: Bcc is not enough.',
      brief: '{count} outside addresses will see each other and what they share.',
    },
    invitation: {
      saw: '{count} outside people on this invitation will see each other.',
      advice: 'email them with their addresses in Bcc, or use the parent messaging system. An invitation has no Bcc.',
      brief: '{count} outside people on this invitation will see each other.',
    },
  },
  allowances: { fields: 12 },
  situations: { visible: 'justify', 'sensitive-group': 'justify' },
  appliesTo: ['message', 'appointment'],
  needs: ['audience'],
  wants: ['subject', 'kind', 'thread'],
  searches: ['subject'],
  options: v.strictObject({
    visible: numberOption(10, [2, 100], 'Addresses that see each other', 'From this many outside addresses in To and Cc on, partners apart.', 'T+', 'addresses'),
    sensitiveGroupWords: wordsOption(
      SENSITIVE_GROUPS,
      200,
      'Groups that are sensitive by themselves',
      'With one of these words in the subject, Bcc is not offered: each recipient should get an email of their own.',
      'T+',
    ),
  }),
  check: ({ audience, subject, kind, thread }, options, { evidence: { maxItems } }): readonly Finding<Situation>[] => {
    const visible = visibleOutside(audience.members);
    if (newcomers(visible, thread).length < options.visible || areColleagues(visible)) return [];
    const situation: Situation = holdsWords(subject ?? '', options.sensitiveGroupWords) ? 'sensitive-group' : 'visible';
    const isInvitation = kind === 'appointment';
    return [
      {
        situation,
        tip: isInvitation ? 'invitation' : situation === 'visible' && audience.atLeast ? 'at-least' : situation,
        values: { count: visible.length, fields: fieldsOf(visible) },
        evidence: visible.slice(0, maxItems).map((member) => ({ where: fieldName(member.field), masked: member.address, count: visible.length })),
        fixes: situation === 'visible' && !isInvitation ? [{ do: 'move-to-bcc' }] : [],
        concerns: ['exposure'],
      },
    ];
  },
});
