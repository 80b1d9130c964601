import * as v from 'valibot';
import { sensitiveData, shownMatch, whatItSays } from '../detectors';
import type { SensitiveData } from '../detectors';
import { defineRule } from '../domain';
import type { AudienceMember, Detection, Evidence, Finding, Fix, Scan } from '../domain';
import { describeRecipients, fieldName, leastTrusted } from '../recipients';
import { gatewayTag, isLabelled } from './accepted-protection';
import { newToThread } from './new-to-thread';

type Situation = 'personal' | 'several-outside' | 'one-outside' | 'partner' | 'inside';

/** What the text says of people; a password by itself is a matter of its own rule. */
function saidOfPeople(scan: Scan, detection: Detection, where: 'outside' | 'inside'): SensitiveData | null {
  const matches = scan.matches.filter(({ detector }) => detector !== 'credentials');
  const kinds = scan.kinds.filter((kind) => kind !== 'passwords');
  return matches.length === 0 ? null : sensitiveData({ ...scan, matches, kinds }, detection, where);
}

function situationFor(to: readonly AudienceMember[], trust: 'outside' | 'partner' | 'inside', people: number): Situation {
  if (trust !== 'outside') return trust;
  if (to.some((member) => member.class === 'personal')) return 'personal';
  return people > 1 ? 'several-outside' : 'one-outside';
}

function evidenceFor(data: SensitiveData, place: string, to: readonly AudienceMember[], maxItems: number): readonly Evidence[] {
  const summary: Evidence = { where: place, masked: whatItSays(data), count: data.matches.length, people: data.people };
  const singles = data.matches.slice(0, maxItems).map((match) => ({ where: `${place} > ${match.where}`, masked: shownMatch(match) }));
  const recipients = to.slice(0, maxItems).map(({ field, address, name }) => ({ where: fieldName(field), masked: address || name || 'no address' }));
  return [summary, ...singles, ...recipients];
}

/** Only of one pupil, and to one address, can the parent be phoned. */
function tipFor(situation: Situation, { people, isAboutPupils }: SensitiveData, addresses: number): string {
  if (situation !== 'personal') return situation;
  return people > 1 || addresses > 1 ? 'one-outside' : isAboutPupils ? situation : 'personal-adult';
}

function removals(to: readonly AudienceMember[]): readonly Fix[] {
  return to.filter(({ address }) => address !== '').map(({ address }) => ({ do: 'remove-recipient', address }));
}

/** The longest that what a message says may be in a tip, in characters. */
const LONGEST_WHAT = 64;

export const sensitiveBody = defineRule({
  id: 'sensitive-body',
  title: 'Sensitive details in the message',
  why: 'What a message says of a child travels with every reply and forward, and no password stands before it.',
  tips: {
    personal: {
      saw: 'Your message has {what}, and is going to {recipient}.',
      advice: 'phone the parent, or move the details into a password-protected file.',
      brief: 'Your message has {what} too.',
      button: 'Show details',
    },
    'personal-adult': {
      saw: 'Your message has {what}, and is going to {recipient}.',
      advice: 'phone them, or move the details into a password-protected file.',
      brief: 'Your message has {what} too.',
      button: 'Show details',
    },
    'several-outside': {
      saw: 'Your message has {what}, and is going to {recipient}.',
      advice: 'take out what they do not need, or move the details into a password-protected file.',
      brief: 'Your message has {what} too.',
      button: 'Show details',
    },
    'one-outside': {
      saw: 'Your message has {what}, and is going to {recipient}.',
      advice: 'take out what they do not need, or move the details into a password-protected file.',
      brief: 'Your message has {what} too.',
      button: 'Show details',
    },
    thread: {
      title: 'Sensitive details in the thread below',
      saw: 'The thread below your message has {what}, and is going to {recipient}, who did not have it before.',
      advice: 'delete the thread below your message, or remove whoever is new to it.',
      brief: 'The thread below has {what} too.',
      button: 'Show details',
    },
    partner: {
      saw: 'Your message has {what}, and is going to {recipient}.',
      advice: 'check that this partner needs all of it.',
      brief: null,
    },
    inside: {
      saw: 'Your message has {what}.',
      advice: 'send it only to colleagues who need it.',
      brief: null,
    },
  },
  allowances: { what: LONGEST_WHAT, recipient: 34 },
  situations: { personal: 'justify', 'several-outside': 'justify', 'one-outside': 'warn', partner: 'off', inside: 'off' },
  appliesTo: ['message', 'appointment'],
  weight: 'serious',
  needs: ['audience', 'wording'],
  wants: ['thread', 'subject', 'label'],
  options: v.strictObject({}),
  check: ({ audience, wording, thread, subject, label }, _options, { detection, protection, evidence: { maxItems } }): readonly Finding<Situation>[] => {
    if (audience.members.length === 0 || gatewayTag(subject ?? '', protection) !== null || isLabelled(label ?? '', protection)) return [];
    const { situation: trust, to } = leastTrusted(audience.members);
    const where = trust === 'outside' ? 'outside' : 'inside';
    const concernsOf = (members: readonly AudienceMember[]): string[] => members.map(({ address }) => `recipient:${address}`);
    const written = saidOfPeople(wording.newText, detection, where);
    if (written !== null) {
      // What stands in the subject has no place in the text.
      const places = written.matches.filter(({ start }) => start >= 0).map(({ start, end }) => ({ start, end }));
      const situation = situationFor(to, trust, written.people);
      return [
        {
          situation,
          tip: tipFor(situation, written, to.length),
          values: { what: whatItSays(written, LONGEST_WHAT), recipient: describeRecipients(to) },
          evidence: evidenceFor(written, 'Message', to, maxItems),
          fixes: [...(places.length === 0 ? [] : [{ do: 'remove-words', what: 'details', places } as const]), ...removals(to)],
          concerns: ['body', ...concernsOf(to)],
        },
      ];
    }
    const fresh = trust === 'outside' ? newToThread(to, thread) : [];
    const quoted = fresh.length === 0 ? null : saidOfPeople(wording.quotedText, detection, where);
    if (quoted === null) return [];
    return [
      {
        situation: situationFor(fresh, trust, quoted.people),
        tip: 'thread',
        values: { what: whatItSays(quoted, LONGEST_WHAT), recipient: describeRecipients(fresh) },
        evidence: evidenceFor(quoted, 'Thread below', fresh, maxItems),
        fixes: removals(fresh),
        concerns: ['thread', ...concernsOf(fresh)],
      },
    ];
  },
});
