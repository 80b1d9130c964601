import * as v from 'valibot';
import { defineRule } from '../domain';
import type { AudienceMember, Body, Finding, Fix, Organisation, Place, RuleContext, Sender } from '../domain';
import { classOf, fieldName } from '../recipients';
import { switchOption } from './option-kinds';

type Situation = 'details' | 'own-address' | 'invitation';

/** A way to reach the sender outside the school, in the new text. */
interface Detail extends Place {
  readonly what: 'your mobile number' | 'a personal email address' | 'a social media name';
  /** Such as `•••••••• 123`. */
  readonly masked: string;
}

const MOBILE = /(?:(?:\+|00)44 ?(?:\(0\) ?)?|\b0)7\d{2}(?:[ -]?\d){7}(?![\d-])/g;
const ADDRESS = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const NETWORK = 'insta(?:gram)?|snap(?:chat)?|tik ?tok|discord|twitter|facebook|fb|threads|bereal|whats ?app|telegram|signal';
/** “my insta is …”, “Snap: …”, “add me on Discord, …”: the name comes last. */
const HANDLE = new RegExp(
  `(?:\\b(?:my|add me on|find me on|follow me on|i'?m on|i am on)[^\\n.!?@]{0,20}\\b(?:${NETWORK})\\b[^\\n.!?@\\w]{0,3}(?:is |as |at |under the |name |handle )*|\\b(?:${NETWORK}) ?[:=-] ?)(@?[A-Za-z0-9_][\\w.]{2,28}\\w)`,
  'gi',
);
/** A number of the school's, or a help line's: said in the words before it. */
const SCHOOL_NUMBER =
  /\b(?:school(?:'s)?|trip|work|office|duty|team|centre|expedition|visit|leader|minibus|boarding|house)[ -](?:mobile|phone|number|line|tel(?:ephone)?|contact|emergency)s?\b[^\n\d]{0,40}$|\b(?:childline|samaritans|helpline|shout|papyrus|nspcc|reception|switchboard|exam(?:s| board)|absence)\b[^\n\d]{0,60}$/i;
/** Somebody else's: the pupil's own, or a parent's. */
const NOT_THE_SENDERS = /\b(?:your (?:own )?(?:mobile|phone|number|email|address)|you on|you at|his|her|their|mum|mother|dad|father|parents?|carer|guardian|pupil|student)\b[^\n.!?]{0,40}$/i;
/** A landline is taken for the school's. */
const INVITATION = new RegExp(
  '\\b(?:(?:text|whats ?app|dm|snap(?:chat)?|face ?time) me\\b|(?:call|ring|phone) me (?:on\\b(?! (?:\\(?0[1-3]|\\+44 ?[1-3]|ext|(?:the|our) (?:school|office|work)|reception))|at home|tonight|this evening|any ?time|if)\\b|add me on\\b|' +
    `message me on (?!teams\\b|the\\b|google|show|class|school)|(?:(?:find|follow) me on|(?:at|on) my) (?:${NETWORK})\\b)`,
  'i',
);

const LONGEST_BEFORE = 80;

function before(text: string, start: number): string {
  return text.slice(Math.max(0, start - LONGEST_BEFORE), start);
}

function everyMatch(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}

function mobilesIn(text: string, { safeNumbers }: Organisation): readonly Detail[] {
  const found: Detail[] = [];
  for (const match of everyMatch(MOBILE, text)) {
    const start = match.index;
    const digits = match[0].replace(/\D/g, '').replace(/^(?:0044|44)0?/, '0');
    if (safeNumbers.some(({ number }) => number === digits)) continue;
    if (SCHOOL_NUMBER.test(before(text, start)) || NOT_THE_SENDERS.test(before(text, start))) continue;
    found.push({ what: 'your mobile number', start, end: start + match[0].length, masked: `••••••••${digits.slice(-3)}` });
  }
  return found;
}

function addressesIn(text: string, organisation: Organisation, sender: Sender): readonly Detail[] {
  const found: Detail[] = [];
  for (const match of everyMatch(ADDRESS, text)) {
    const start = match.index;
    if (classOf(match[0], organisation, sender.address, 0) !== 'personal' || NOT_THE_SENDERS.test(before(text, start))) continue;
    found.push({ what: 'a personal email address', start, end: start + match[0].length, masked: match[0] });
  }
  return found;
}

/** Names on social networks, apart from those that say they are the school's. */
function handlesIn(text: string, sender: Sender): readonly Detail[] {
  const own = sender.address.slice(sender.address.indexOf('@') + 1).split('.')[0]?.replace(/-/g, '') ?? '';
  const found: Detail[] = [];
  for (const match of everyMatch(HANDLE, text)) {
    const name = match[1] as string;
    const bare = name.toLowerCase().replace(/[^a-z]/g, '');
    if (/school|academy|college|trust|official|sixthform/.test(bare) || (own.length > 3 && bare.includes(own))) continue;
    const end = match.index + match[0].length;
    // “I'm on insta, have a look” names nobody: a name has a mark in it that words have not, or is announced and the last word.
    if (!/[@_.\d]/.test(name) && !(/(?: is|name|handle|[:=-]) *$/i.test(match[0].slice(0, -name.length)) && /^(?:[^\w ]|$| and | or )/.test(text.slice(end)))) continue;
    found.push({ what: 'a social media name', start: end - name.length, end, masked: name });
  }
  return found;
}

function detailsIn({ newText }: Body, organisation: Organisation, sender: Sender, handles: boolean): readonly Detail[] {
  return [
    ...mobilesIn(newText, organisation),
    ...addressesIn(newText, organisation, sender),
    ...(handles ? handlesIn(newText, sender) : []),
  ];
}

/** “your mobile number and a personal email address”; a third kind is only said to be there. */
function listed(details: readonly Detail[]): string {
  const kinds = details.map(({ what }) => what).filter((what, index, all) => all.indexOf(what) === index);
  return kinds.length > 2 ? `${kinds.slice(0, 2).join(', ')} and more` : kinds.join(' and ');
}

/** Whom to speak to, as the school writes it: “your DSL (Jo Reed, ext 214)”, or whoever stands for another role. */
function leadOf({ organisation, school }: RuleContext): string {
  const role = organisation.contactFor['pupil-contact'] ?? 'dsl';
  const contact = school?.contacts[role] ?? organisation.contacts[role];
  return contact === undefined ? 'your DSL' : role === 'dsl' ? `your DSL (${contact})` : contact;
}

const USE_SCHOOL = 'use {phone}. Worried about a pupil? Speak to {lead}.';

export const pupilContact = defineRule({
  id: 'pupil-contact',
  title: 'Personal contact with a pupil',
  why: 'Contact through the school protects the pupil, and the adult too.',
  tips: {
    details: {
      saw: 'This email to {pupils: a pupil|pupils} includes what looks like {what}.',
      advice: `remove {count: it|them} and ${USE_SCHOOL}`,
      brief: 'It gives {pupils: a pupil|pupils} {what}.',
      button: 'Remove details',
    },
    'own-address': {
      saw: "{address} is listed as a pupil's own address.",
      advice: "use the pupil's school account, or write to their parent or carer.",
      brief: "{address} is listed as a pupil's own address.",
      button: 'Use school account',
    },
    invitation: {
      saw: 'This asks {pupils: a pupil|pupils} to call or message you outside the school\'s systems.',
      advice: `take that out and ${USE_SCHOOL}`,
      brief: 'It asks {pupils: a pupil|pupils} to call or message you.',
      button: 'Show details',
    },
  },
  allowances: { what: 66, phone: 24, lead: 52, address: 48 },
  situations: { details: 'justify', 'own-address': 'justify', invitation: 'warn' },
  appliesTo: ['message', 'appointment'],
  weight: 'serious',
  needs: ['audience', 'sender'],
  wants: ['body', 'personal'],
  options: v.strictObject({
    handles: switchOption(true, 'Names on social networks', 'Whether a name on a social network counts as a personal contact detail.', 'T'),
  }),
  check: ({ audience, sender, body, personal }, options, context): readonly Finding<Situation>[] => {
    const family = personal?.family ?? [];
    const isPupil = (member: AudienceMember): boolean => member.class === 'pupil' || member.isPupilsOwn;
    const pupils = audience.members.filter((member) => isPupil(member) && !family.includes(member.address));
    if (pupils.length === 0) return [];
    const findings: Finding<Situation>[] = pupils
      .filter(({ isPupilsOwn, isAllowed }) => isPupilsOwn && !isAllowed)
      .map((member) => ({
        situation: 'own-address',
        values: { address: member.address },
        evidence: [{ where: fieldName(member.field), masked: member.address }],
        fixes: [{ do: 'remove-recipient', address: member.address }, { do: 'family', address: member.address }],
        concerns: [`recipient:${member.address}`, 'pupil-address'],
      }));
    if (body === undefined) return findings;
    const details = detailsIn(body, context.organisation, sender, options.handles);
    const isAsked = INVITATION.test(body.newText);
    if (details.length === 0 && !isAsked) return findings;
    const places = details.map(({ start, end }) => ({ start, end }));
    const phone = /\b(?:trip|expedition|visit|residential|DofE|camp|tour|fixture)\b/i.test(body.newText) ? 'the school trip phone' : "the school's own number";
    // Who gives an address wants to be written to.
    const isWritten = details.length > 0 && !isAsked && details.every(({ what }) => what === 'a personal email address');
    const fixes: Fix[] = places.length === 0 ? [] : [{ do: 'remove-words', what: 'details', places }];
    fixes.push({ do: 'tell', role: 'it', about: 'slip' });
    const [only] = pupils;
    if (pupils.length === 1 && only !== undefined && only.kind !== 'list') fixes.push({ do: 'family', address: only.address });
    const values = { pupils: pupils.length, what: listed(details), count: details.length, phone: isWritten ? 'your school address' : phone, lead: leadOf(context) };
    const evidence = details.slice(0, 3).map(({ what, masked, start }) => ({ where: `Message > line ${body.newText.slice(0, start).split('\n').length}`, masked: `${what.replace(/^(?:your|a) /, '')} ${masked}` }));
    findings.push({
      situation: details.length > 0 ? 'details' : 'invitation',
      values,
      evidence: evidence.length > 0 ? evidence : [{ where: 'Message', masked: 'asks for a call or a message' }],
      fixes,
      concerns: ['pupil-details'],
    });
    return findings;
  },
});
