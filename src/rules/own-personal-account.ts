import * as v from 'valibot';
import { maskIdentifiers, sensitiveData } from '../detectors';
import type { SensitiveData } from '../detectors';
import { defineRule, NO_PERSONAL_SETTINGS } from '../domain';
import type { AttachmentContent, AudienceMember, Body, Detection, Draft, Finding, Fix, Organisation, PersonalSettings, Sender, Wording } from '../domain';
import { classOf, comparableAddress, fieldName, looksLikeSender, ownAccount } from '../recipients';
import type { NameMatch } from '../recipients';
import { numberOption, wordsOption } from './option-kinds';
import { isPayFile } from './pay-files';
import { peoplesData } from './people-words';

type Situation = 'bulk' | 'with-sensitive' | 'work' | 'plain' | 'replies-there';

/** Two of these in a mail make it work; one alone is said at every kitchen table. */
const WORK_WORDS = (
  'pupil|pupils|student|students|class|classes|lesson|lessons|planning|scheme of work|timetable|cover|marking|assessment|reports|' +
  'parents evening|governors|staff meeting|minutes|agenda|budget|invoice|ofsted|safeguarding|SEND|SENCO|EHCP|year group|key stage|' +
  'headteacher|trust|department|curriculum|registers|attendance|interview panel|policy|risk assessment|trip letter'
).split('|');

/** Said by those who go, of where to find them afterwards. */
const FAREWELL = /\b(?:keep in touch|stay in touch|last day|leaving|farewell|retir(?:e|es|ing|ement)|moving on|new job|after I (?:leave|go|finish))\b/i;

/** Offices that write to people at home about their own employment. */
const STAFF_OFFICE = /^(?:hr|payroll|pensions?|personnel|people|recruitment|occupational[-.]?health)(?:[-.].*)?$/;

const ADDRESS = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
/** A list of addresses is no way to say where to answer. */
const MOST_ADDRESSES = 50;
const MINE = /\b(?:me|my|mine)\b[^.!?\n]{0,50}$/i;
const SOMEBODY_ELSES =
  /\bmy (?:wife|husband|partner|mum|mother|dad|father|parents?|son|daughter|brother|sister|friend|colleague|assistant|agent|solicitor|doctor|union|child|pupil|student|class|team|boss|manager)\b[^.!?\n]{0,60}$/i;

/** Details of people, with the attachment or the part of the text that they are in, and what a finding about that concerns. */
interface Details {
  readonly data: SensitiveData;
  readonly within: string;
  readonly concern: string;
}

/** Of a file or a text that may have none. */
type Looked = Omit<Details, 'data'> & { readonly data: SensitiveData | null };

/** The details of most people, in the words or a file; null when there are none. A password is nobody's details. */
function mostDetails(contents: readonly AttachmentContent[], wording: Wording | undefined, detection: Detection): Details | null {
  const inFiles: readonly Looked[] = contents
    .filter(({ inspection }) => inspection.protection !== 'protected')
    .map(({ attachment, scan }) => ({ data: sensitiveData(scan, detection, 'outside'), within: maskIdentifiers(attachment.name), concern: `attachment:${attachment.id}` }));
  const parts = wording === undefined ? [] : ([['Message', wording.newText, 'body'], ['Thread below', wording.quotedText, 'thread']] as const);
  const inWords: readonly Looked[] = parts.map(([within, scan, concern]) => ({ data: sensitiveData(scan, detection, 'outside'), within, concern }));
  return [...inFiles, ...inWords]
    .filter((details): details is Details => details.data !== null && details.data.matches.some(({ detector }) => detector !== 'credentials'))
    .sort((a, b) => b.data.people - a.data.people)[0] ?? null;
}

function placeOf({ data, within }: Details): string {
  return `${within} > ${maskIdentifiers(data.where)}`;
}

function isWork({ subject, body, thread, attachments }: Partial<Draft>, sender: Sender, organisation: Organisation): boolean {
  if (attachments?.some(({ inline }) => !inline) === true) return true;
  const from = thread?.from ?? null;
  if (from !== null && comparableAddress(from) !== comparableAddress(sender.address) && classOf(from, organisation, sender.address, 0) === 'inside') return true;
  const text = ` ${[subject, body?.newText, body?.quotedText].join(' ').replace(/[^A-Za-z0-9]+/g, ' ')} `;
  const lower = text.toLowerCase();
  return WORK_WORDS.filter((word) => (/[A-Z]/.test(word) ? text : lower).includes(` ${word} `)).length >= 2;
}

/** A person's own payslip is no work of theirs. */
function isOwnPay(attachments: Draft['attachments'], data: SensitiveData | null, otherNames: readonly string[]): boolean {
  const files = attachments.filter(({ inline }) => !inline);
  return files.length > 0 && files.every(({ name }) => isPayFile(name, otherNames)) && (data?.people ?? 0) <= 1;
}

/** A personal address to which the draft asks people to write; null when it names none. */
function repliesThere(body: Body | undefined, sender: Sender, personal: PersonalSettings, match: NameMatch, organisation: Organisation): string | null {
  const isPersonal = (address: string): boolean =>
    classOf(address, organisation, sender.address, 0) === 'personal' && !personal.notMine.includes(address.toLowerCase());
  if (sender.replyTo !== undefined && isPersonal(sender.replyTo)) return sender.replyTo.toLowerCase();
  const text = body?.newText ?? '';
  if (FAREWELL.test(text)) return null;
  ADDRESS.lastIndex = 0;
  for (let count = 0, found = ADDRESS.exec(text); found !== null && count < MOST_ADDRESSES; found = ADDRESS.exec(text), count += 1) {
    const address = found[0].toLowerCase();
    const before = text.slice(Math.max(0, found.index - 120), found.index);
    if (!isPersonal(address) || SOMEBODY_ELSES.test(before) || /^\s*(?:from|to|cc|sent by)\s*:[^\n]*$/im.test(before.slice(before.lastIndexOf('\n') + 1))) continue;
    if (MINE.test(before) || personal.ownAddresses.includes(address) || looksLikeSender(address, sender, match)) return address;
  }
  return null;
}

function isStaffOffice({ address }: AudienceMember): boolean {
  return STAFF_OFFICE.test(address.slice(0, address.indexOf('@')));
}

const LOOKS = '{address}{more} {looks} your own {count: account|accounts}.';
const WORK = '{address}{more} {looks} your own {count: account|accounts}, and this looks like work.';

export const ownPersonalAccount = defineRule({
  id: 'own-personal-account',
  title: 'Work sent to your own personal account',
  why: 'A personal account is on devices and under terms that the organisation knows nothing of.',
  tips: {
    bulk: {
      saw: 'It has {what} and is going to {address}{more}, which {looks} your own {count: account|accounts}.',
      advice: 'remove the {count: address|addresses} and use OneDrive instead.',
      brief: LOOKS,
      button: 'Open fixes',
    },
    'with-sensitive': {
      saw: 'This has {what} and is going to {address}{more}, which {looks} your own {count: account|accounts}.',
      advice: 'remove the {count: address|addresses} and use OneDrive instead. Not yours? {Anyway}.',
      brief: LOOKS,
      button: 'Open fixes',
    },
    'with-file': {
      saw: WORK,
      advice: 'remove the {count: address|addresses} and open the {files: file|files} at home in OneDrive or Outlook on the web. Not yours, or not work? {Anyway}.',
      brief: LOOKS,
      button: 'Open fixes',
    },
    'with-words': {
      saw: WORK,
      advice: 'remove the {count: address|addresses} and read it at home in Outlook on the web. Not yours, or not work? {Anyway}.',
      brief: LOOKS,
      button: 'Open fixes',
    },
    plain: {
      saw: LOOKS,
      advice: null,
      brief: null,
    },
    'replies-there': {
      saw: 'This asks people to write to {address}, a personal account.',
      advice: 'give your work address instead.',
      brief: 'It gives {address}, a personal account, for answers.',
      button: 'Open fixes',
    },
  },
  allowances: { address: 48, more: 12, what: 40, looks: 10 },
  situations: { bulk: 'block', 'with-sensitive': 'justify', work: 'justify', plain: 'inform', 'replies-there': 'warn' },
  personalUse: ['plain'],
  appliesTo: ['message', 'appointment'],
  weight: 'serious',
  needs: ['audience', 'sender', 'attachments'],
  wants: ['contents', 'wording', 'body', 'subject', 'thread', 'personal'],
  searches: ['wording', 'body', 'subject'],
  options: v.strictObject({
    nameMatch: v.optional(
      v.pipe(
        v.picklist(['off', 'strict', 'loose']),
        v.title('How alike a name must be'),
        v.description('“strict”: surname with first name or initial. “loose”: also the surname alone. “off”: only addresses the person has said are theirs.'),
        v.metadata({ lock: 'T' }),
      ),
      'strict',
    ),
    bulkPeople: numberOption(10, [2, 500], 'People that make it a bulk', 'From this many people’s sensitive data on.', 'T+', 'people'),
    payFiles: wordsOption([], 20, 'Other names of payslips', 'Files with these words in their name, of one person at most, are left alone like “payslip” and “P60”.', 'T'),
  }),
  check: (draft, options, { organisation, detection, evidence: { maxItems } }): readonly Finding<Situation>[] => {
    const { audience, sender, attachments, contents, wording, body } = draft;
    const personal = draft.personal ?? NO_PERSONAL_SETTINGS;
    // Whoever writes from a personal account is no employee at work.
    if (classOf(sender.address, organisation, '', 0) === 'personal') return [];
    const likeness = (member: AudienceMember) => ownAccount(member, sender, personal, options.nameMatch);
    const all = audience.members.filter((member) => likeness(member) !== null);
    const [own] = all;
    if (own === undefined) {
      const others = audience.members.filter(({ isSender }) => !isSender);
      const address = others.length === 0 || others.every(isStaffOffice) ? null : repliesThere(body, sender, personal, options.nameMatch, organisation);
      // Given to a pupil in the text it is a way to reach the sender, of which pupil-contact speaks.
      const isGivenToPupil = address !== null && others.some((member) => member.class === 'pupil' || member.isPupilsOwn) && body?.newText.toLowerCase().includes(address) === true;
      if (address === null || isGivenToPupil) return [];
      return [
        { situation: 'replies-there', values: { address }, evidence: [{ where: 'Message', masked: address }], concerns: [`answers:${address}`] },
      ];
    }
    const details = mostDetails(contents ?? [], wording, detection);
    const data = details?.data ?? null;
    if (isOwnPay(attachments, data, options.payFiles)) return [];
    const situation: Situation =
      data !== null && data.people >= options.bulkPeople ? 'bulk' : data !== null ? 'with-sensitive' : isWork(draft, sender, organisation) ? 'work' : 'plain';
    const likely = all.filter((member) => likeness(member) === 'likely');
    const files = attachments.filter(({ inline }) => !inline).length;
    const isOne = all.length === 1;
    return [
      {
        situation,
        tip: situation === 'work' ? (files > 0 ? 'with-file' : 'with-words') : situation,
        values: {
          address: own.address,
          more: isOne ? '' : ` and ${all.length - 1} more`,
          count: all.length,
          looks: likely.length === 0 ? (isOne ? 'is' : 'are') : isOne ? 'looks like' : 'look like',
          what: data === null ? '' : peoplesData(data),
          files,
        },
        evidence: [
          ...all.slice(0, maxItems).map(({ address, field }) => ({ where: fieldName(field), masked: address })),
          ...(details === null ? [] : [{ where: placeOf(details), masked: peoplesData(details.data), people: details.data.people }]),
        ],
        fixes: [
          ...all.map(({ address }): Fix => ({ do: 'remove-recipient', address })),
          ...likely.map(({ address }): Fix => ({ do: 'not-mine', address })),
        ],
        // What is sent is said here, so that it is not said again.
        concerns: [...all.map(({ address }) => `recipient:${address}`), 'own-account', ...(details === null ? [] : [details.concern])],
      },
    ];
  },
});
