import * as v from 'valibot';
import { defineRule } from '../domain';
import type { Alternative, AudienceMember, Finding, Fix, Group, Organisation, School, Sender } from '../domain';
import { classOf, fieldName, matchesDomain } from '../recipients';
import { emergencyWords, isEmergency } from './emergency';
import { listAt, sizeOf } from './lists';
import { numberOption } from './option-kinds';

type Situation = 'list' | 'many' | 'reply';

/** Names that all-staff lists bear, without the marks between their words, for a list the owner has not listed. */
const LIST_NAMES = ['allstaff', 'staffall', 'everyone', 'allusers', 'allemployees', 'wholestaff', 'wholeschool'];

interface Reach {
  readonly groups: readonly Group[];
  /** Inside addresses written one by one, lists apart. */
  readonly direct: number;
  /** Recipients whose own name says that they are an all-staff list, though the owner has not listed them. */
  readonly unlisted: readonly AudienceMember[];
}

function reachOf(members: readonly AudienceMember[], sender: Sender, organisation: Organisation, listNames: readonly string[]): Reach {
  const inside = members.filter((member) => member.class === 'inside' && !member.isSender);
  // A list that nobody has listed may hold anyone; its address still tells whose it is. Time only matters to partners.
  const ownLists = members.filter((member) => member.kind === 'list' && classOf(member.address, organisation, sender.address, 0) === 'inside');
  const groupOf = ({ address }: AudienceMember): Group | undefined => listAt(address, organisation);
  const looksLikeList = (member: AudienceMember): boolean => {
    const names = [member.address.slice(0, member.address.indexOf('@')), member.name].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
    return listNames.some((listed) => names.some((name) => name.endsWith(listed)));
  };
  return {
    groups: inside.map(groupOf).filter((group): group is Group => group !== undefined && mayReachStaff(group)),
    direct: members.filter((member) => member.class === 'inside' && groupOf(member) === undefined && member.kind === 'person').length,
    unlisted: [...inside, ...ownLists].filter((member) => groupOf(member) === undefined && looksLikeList(member)),
  };
}

const OF_OTHERS = /parent|carer|famil|guardian|governor|trustee/i;

/** False for a list of parents or governors, as the owner says or else its name: a newsletter to every family is no mail to all staff. */
function mayReachStaff({ allStaff, reaches, address, name }: Group): boolean {
  if (allStaff || reaches === 'staff') return true;
  return reaches !== 'parents' && reaches !== 'governors' && (/staff/i.test(address + name) || !OF_OTHERS.test(address + name));
}

/** The school that holds all the inside recipients written one by one, when they are of one school. */
function commonSchool(members: readonly AudienceMember[], schools: readonly School[]): School | undefined {
  const inside = members.filter((member) => member.class === 'inside');
  return schools.find(
    (school) =>
      inside.length > 0 &&
      inside.every((member) =>
        school.domains.some((domain) => matchesDomain(domain, member.address.slice(member.address.indexOf('@') + 1))),
      ),
  );
}

/** The first other way to reach everyone that the sender's school has set, or else the organisation. */
function bulletinFor(school: School | null, organisation: Organisation): Alternative | undefined {
  return school?.alternatives?.[0] ?? organisation.alternatives[0];
}

const CHOOSE = 'choose the teams who need it. If everyone needs it, {anyway}.';
const CHOOSE_OR_BULLETIN = 'choose the teams who need it, or use {bulletin}. If everyone needs it, {anyway}.';

export const allStaff = defineRule({
  id: 'all-staff',
  title: 'Message to all staff',
  why: 'One message to everyone costs each of them a minute, and the next one is read less.',
  tips: {
    list: {
      saw: 'This goes to {list}{more} (about {size: # person|# people}).',
      advice: CHOOSE,
      brief: 'This goes to {list}{more}.',
      button: 'Choose recipients',
    },
    'list-size-unknown': {
      saw: 'This goes to {list}, a list for all staff.',
      advice: CHOOSE,
      brief: 'This goes to {list}{more}.',
      button: 'Choose recipients',
    },
    'list-or-bulletin': {
      saw: 'This goes to {list}{more} (about {size: # person|# people}).',
      advice: CHOOSE_OR_BULLETIN,
      brief: 'This goes to {list}{more}.',
      button: 'Choose recipients',
    },
    'list-or-bulletin-size-unknown': {
      saw: 'This goes to {list}, a list for all staff.',
      advice: CHOOSE_OR_BULLETIN,
      brief: 'This goes to {list}{more}.',
      button: 'Choose recipients',
    },
    many: {
      saw: 'This goes to {count: # colleague|# colleagues} at once.',
      advice: 'keep only the people who need it. If they all do, {anyway}.',
      brief: 'This goes to {count: # colleague|# colleagues} at once.',
      button: 'Choose recipients',
    },
    'many-at-least': {
      saw: 'This goes to at least {count: # colleague|# colleagues} at once.',
      advice: 'keep only the people who need it. If they all do, {anyway}.',
      brief: 'This goes to at least {count: # colleague|# colleagues}.',
      button: 'Choose recipients',
    },
    reply: {
      saw: 'This goes to {list}{more} (about {size: # person|# people}).',
      advice: 'reply to the sender only, or choose the teams who need it. If everyone needs it, {anyway}.',
      brief: 'This reply goes to {list}{more}.',
      button: 'Choose recipients',
    },
    'reply-size-unknown': {
      saw: 'This reply goes to {list}, a list for all staff.',
      advice: 'reply to the sender only, or choose the teams who need it. If everyone needs it, {anyway}.',
      brief: 'This reply goes to {list}{more}.',
      button: 'Choose recipients',
    },
    'reply-many': {
      saw: 'This reply goes to {count: # colleague|# colleagues} at once.',
      advice: 'reply to the sender only, or keep the people who need it. If they all do, {anyway}.',
      brief: 'This reply goes to {count: # colleague|# colleagues}.',
      button: 'Choose recipients',
    },
  },
  allowances: { list: 48, more: 12, bulletin: 60 },
  situations: { list: 'warn', many: 'warn', reply: 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['audience', 'sender'],
  wants: ['thread', 'sending', 'subject', 'body'],
  options: v.strictObject({
    directRecipients: numberOption(50, [10, 1000], 'Colleagues written one by one', 'From this many different inside addresses on, across To, Cc and Bcc.', 'T+', 'people'),
    groupSize: numberOption(60, [10, 5000], 'Size of a big list', 'Lists count as all staff from this many people on together, even when they are not marked so.', 'T+', 'people'),
    percentOfSchool: numberOption(60, [20, 100], 'Share of one school', 'From this share of one school’s staff on, where the number of its staff is known.', 'T+', '%'),
    listNames: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]+$/), v.minLength(5), v.maxLength(40))),
        v.maxLength(50),
        v.title('Names of all-staff lists'),
        v.description('Inside addresses whose name ends so count as all-staff lists though nobody has listed them. Letters and digits only.'),
        v.metadata({ lock: 'T' }),
      ),
      LIST_NAMES,
    ),
    emergencyWords: emergencyWords(),
  }),
  check: ({ audience, sender, thread, sending, subject, body }, options, { organisation, school: ofSender }): readonly Finding<Situation>[] => {
    // Everyone has to know now: that they are everyone is meant.
    if (sending !== undefined && isEmergency(sending, `${subject ?? ''}\n${body?.newText ?? ''}`, options.emergencyWords)) return [];
    const { groups, direct, unlisted } = reachOf(audience.members, sender, organisation, options.listNames);
    // Who wrote stands first under To; of an answer to one's own mail a list does.
    const first = audience.members.find(({ field }) => field === 'to');
    const isReply = thread?.kind === 'reply';
    const hasWriter = first !== undefined && !first.isSender && [...groups, ...unlisted].every(({ address }) => address.toLowerCase() !== first.address.toLowerCase());
    const fixes: Fix[] = isReply && hasWriter ? [{ do: 'reply-to-sender-only' }] : [];
    const size = sizeOf(groups);
    const wholes = groups.filter((group) => group.allStaff);
    const named = wholes.length > 0 ? wholes : size !== null && size >= options.groupSize ? groups : [];
    const [listed] = named;
    const addresses = (listed === undefined ? unlisted.slice(0, 1) : named).map((each) => each.address.toLowerCase());
    const [address] = addresses;
    if (address !== undefined) {
      const people = listed === undefined ? null : size;
      const further = groups.length - (listed === undefined ? 0 : 1);
      const situation: Situation = isReply ? 'reply' : 'list';
      const field = audience.members.find((member) => member.address === address)?.field ?? 'to';
      const bulletin = isReply ? undefined : bulletinFor(ofSender, organisation);
      if (bulletin !== undefined && bulletin.url !== null) fixes.push({ do: 'open-page', page: 'bulletin', label: bulletin.label, url: bulletin.url });
      return [
        {
          situation,
          tip: `${situation}${bulletin === undefined ? '' : '-or-bulletin'}${people === null ? '-size-unknown' : ''}`,
          values: { list: listed?.name || address, more: further < 1 ? '' : ` and ${further} more`, size: people ?? 0, ...(bulletin === undefined ? {} : { bulletin: bulletin.label }) },
          evidence: [{ where: fieldName(field), masked: address, ...(people === null ? {} : { count: people }) }],
          fixes: [...fixes, ...addresses.map((each): Fix => ({ do: 'remove-recipient', address: each }))],
          concerns: [`recipient:${address}`],
        },
      ];
    }
    const school = commonSchool(audience.members, organisation.schools);
    const staff = school?.staff ?? null;
    const isMostOfSchool = staff !== null && staff > 0 && direct > 1 && (direct * 100) / staff >= options.percentOfSchool;
    if (direct < options.directRecipients && !isMostOfSchool) return [];
    return [
      {
        situation: isReply ? 'reply' : 'many',
        tip: isReply ? 'reply-many' : audience.atLeast ? 'many-at-least' : 'many',
        values: { count: direct },
        evidence: [{ where: 'To, Cc and Bcc', masked: `${audience.atLeast ? 'at least ' : ''}${direct} inside addresses`, count: direct }],
        fixes,
        concerns: ['audience'],
      },
    ];
  },
});
