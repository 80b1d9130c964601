import * as v from 'valibot';
import { defineRule } from '../domain';
import type { AudienceMember, Finding, Organisation } from '../domain';
import { fieldName } from '../recipients';
import { foldForComparison } from '../text';
import { wordsOption } from './option-kinds';

type Readers = 'parents' | 'staff';
type Situation = 'parents-list' | 'staff-list';

const PARENTS = ['parents', 'carers', 'families', 'guardians'];
/** Lists of pupils: what is meant for staff goes as wrong there. Staff who leave have both words in the name of their list. */
const PUPILS = ['pupils', 'students', 'leavers'];
const STAFF = ['staff', 'teachers', 'colleagues', 'tas', 'teaching assistants', 'employees'];

/** What a list is for, by its name (`Year 6 Parents`) or its address (`y6parents@`); null when that says neither or both. */
function readersOf(member: AudienceMember, organisation: Organisation, parents: readonly string[], staff: readonly string[]): Readers | null {
  const group = organisation.groups.find(({ address }) => address.toLowerCase() === member.address);
  const isList = group !== undefined || member.kind === 'list';
  if (group?.reaches === 'parents' || group?.reaches === 'staff') return group.reaches;
  if (!isList && member.class !== 'inside') return null;
  const local = member.address.slice(0, member.address.lastIndexOf('@')).replace(/[^a-z]/g, '').replace(/(?:list|group|all)$/, '');
  const name = ` ${foldForComparison(`${group?.name ?? ''} ${isList ? member.name : ''}`).replace(/[^a-z]+/g, ' ')} `;
  const speaksOf = (words: readonly string[]): boolean =>
    words.some((word) => local.slice(-word.replace(/ /g, '').length) === word.replace(/ /g, '') || name.includes(` ${word} `));
  const isForStaff = group?.allStaff === true || speaksOf(staff) || /staff/.test(local);
  const isForParents = speaksOf(parents) || /parents|carers|families/.test(local) || (!isForStaff && (member.class === 'pupil' || speaksOf(PUPILS)));
  if (isForStaff === isForParents) return null;
  // `parents` in a longer name of one mailbox, such as `parentsupport@`, makes no list of it.
  if (isForParents) return isList || speaksOf(parents) ? 'parents' : null;
  return isList || speaksOf(staff) ? 'staff' : null;
}

const GREETING = '^(?:(?:dear|hi|hiya|hello|hey|good morning|good afternoon|good evening|morning|afternoon)[ ,]+)?(?:all |our )?';
const TO_STAFF = new RegExp(`${GREETING}(?:(?:teaching|support|office|lunchtime|site|academy|school) )?(?:staff|colleagues?|teachers|team|tas|teaching assistants)\\b`);
const TO_PARENTS = new RegExp(`${GREETING}(?:(?:year|y|class|reception|nursery) ?\\w{0,12} )?(?:parents?|carers?|families|guardians?|mums and dads)\\b`);
const EITHER_STAFF = /\b(?:staff|colleagues|teachers)\b/;
const EITHER_PARENTS = /\b(?:parents?|carers?|families)\b/;
/** A subject that only staff are meant to read. “Staff changes” and “staff news” go to parents too. */
const STAFF_SUBJECT = /\bstaff (?:only|briefing|meeting|bulletin|rota|cover|absences?|training|room|survey)\b|\b(?:for|all) (?:teaching )?staff\b|\b(?:cover|duty) (?:list|rota|sheet)\b/;
/** What goes to staff though it is written to parents: a copy of a letter. */
const LETTER = /\b(?:letters?|copy|copies|draft|fyi|newsletter|sent to parents|home today)\b/;

/** Whom the words speak to, by their salutation; for staff, by the subject too. Null when they speak to both or say nothing. */
function spokenTo(newText: string, subject: string): Readers | null {
  const lines = newText.split('\n', 12).map(foldForComparison).filter((line) => line !== '');
  const salutation = (lines[0] ?? '').slice(0, 80);
  if (EITHER_STAFF.test(salutation) && EITHER_PARENTS.test(salutation)) return null;
  if (TO_PARENTS.test(salutation)) return 'parents';
  return TO_STAFF.test(salutation) || STAFF_SUBJECT.test(foldForComparison(subject)) ? 'staff' : null;
}

export const wrongList = defineRule({
  id: 'wrong-list',
  title: 'List that may be the wrong one',
  why: 'Two lists that stand side by side in the address book are confused in a second, and all parents read what was meant for staff.',
  tips: {
    'parents-list': {
      saw: 'This seems meant for staff, but goes to {list}.',
      advice: 'choose the staff list. If it is meant for parents, {anyway}.',
      brief: 'This seems meant for staff, but goes to {list}.',
    },
    'staff-list': {
      saw: 'This seems meant for parents, but goes to {list}.',
      advice: 'choose the list for parents. If it is meant for staff, {anyway}.',
      brief: 'This seems meant for parents, but goes to {list}.',
    },
  },
  allowances: { list: 60 },
  situations: { 'parents-list': 'warn', 'staff-list': 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['audience', 'body'],
  wants: ['subject', 'thread'],
  searches: ['subject'],
  options: v.strictObject({
    parentWords: wordsOption(PARENTS, 50, 'Names of parents’ lists', 'Words in a list’s name or address that make it a list of parents.', 'S'),
    staffWords: wordsOption(STAFF, 50, 'Names of staff lists', 'Words in a list’s name or address that make it a list of staff.', 'S'),
  }),
  check: ({ audience, body, subject, thread }, options, { organisation }): readonly Finding<Situation>[] => {
    const lists = audience.members.map((member) => ({ member, readers: readersOf(member, organisation, options.parentWords, options.staffWords) }));
    const first = lists.find(({ readers }) => readers !== null);
    // Where both are written to, it is meant for both.
    if (first === undefined || lists.some(({ readers }) => readers !== null && readers !== first.readers)) return [];
    const spoken = spokenTo(body.newText, subject ?? '');
    if (spoken === null || spoken === first.readers) return [];
    if (spoken === 'parents' && ((thread !== undefined && thread.kind !== 'new') || LETTER.test(foldForComparison(subject ?? '')))) return [];
    const { member } = first;
    const name = organisation.groups.find(({ address }) => address.toLowerCase() === member.address)?.name ?? member.name;
    return [
      {
        situation: spoken === 'staff' ? 'parents-list' : 'staff-list',
        values: { list: name === '' ? member.address : name },
        evidence: [{ where: fieldName(member.field), masked: member.address }],
        fixes: [{ do: 'remove-recipient', address: member.address }],
        concerns: [`recipient:${member.address}`, 'audience'],
      },
    ];
  },
});
