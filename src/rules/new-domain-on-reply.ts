import * as v from 'valibot';
import { defineRule } from '../domain';
import type { AudienceMember, Finding, Thread } from '../domain';
import { comparableAddress, domainOf, fieldName, providerOf } from '../recipients';
import { foldForComparison } from '../text';
import { numberOption, switchOption } from './option-kinds';

type Situation = 'added';

/** True when the quoted headers name this person without an address, by the display name or the words of the address. */
function isNamed(member: AudienceMember, named: string): boolean {
  const name = foldForComparison(member.name);
  const words = (name === '' || name.includes('@') ? member.address.slice(0, member.address.lastIndexOf('@')) : name)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);
  return words.length > 0 && words.every((word) => named.includes(word));
}

/** Whom the thread has not seen: nobody at the same domain took part, or, at a provider of personal mailboxes, not this person. */
function isNew(member: AudienceMember, { participants, namedOnly }: Thread): boolean {
  const domain = domainOf(member.address);
  if (participants === null || domain === null) return false;
  const seen = participants.map(comparableAddress);
  const isPersonal = member.class === 'personal' || providerOf(member.address) !== null;
  if (seen.some((address) => address !== null && (isPersonal ? address === member.address : domainOf(address) === domain))) return false;
  return !namedOnly.some((named) => isNamed(member, foldForComparison(named)));
}

export const newDomainOnReply = defineRule({
  id: 'new-domain-on-reply',
  title: 'Someone outside added to a conversation',
  why: 'A reply carries everything that was said before, and whoever is added reads it all.',
  tips: {
    added: {
      saw: '{address} was not in this conversation before. The emails quoted below go there too.',
      advice: 'check that they may read all of it, or write a new email. If they may, {anyway}.',
      brief: '{address} was not in this conversation before.',
    },
    'added-many': {
      saw: '{count: # person outside was|# people outside were} not in this conversation before. The emails quoted below go to them too.',
      advice: 'check that they may read all of it, or write a new email. If they may, {anyway}.',
      brief: '{count: # person outside was|# people outside were} not in this conversation before.',
    },
  },
  allowances: { address: 60 },
  situations: { added: 'warn' },
  appliesTo: ['message'],
  needs: ['audience', 'thread', 'body'],
  wants: [],
  options: v.strictObject({
    partners: switchOption(false, 'Speak of partners too', 'Whether somebody new at a partner of the organisation is spoken of.', 'T'),
    shortestThread: numberOption(
      200,
      [0, 5000],
      'Shortest thread',
      'A reply that quotes fewer characters than this gives little away and is not spoken of.',
      'T',
      'characters',
    ),
  }),
  check: ({ audience, thread, body }, options, { evidence: { maxItems } }): readonly Finding<Situation>[] => {
    if (thread.kind !== 'reply' || body.quotedText.length < options.shortestThread) return [];
    const added = audience.members.filter(
      (member) =>
        (member.class === 'outside' || member.class === 'personal' || (options.partners && member.class === 'partner')) &&
        !member.isSender &&
        !member.isAllowed &&
        isNew(member, thread),
    );
    const first = added[0];
    if (first === undefined) return [];
    return [
      {
        situation: 'added',
        tip: added.length > 1 ? 'added-many' : 'added',
        values: { address: first.address, count: added.length },
        evidence: added.slice(0, maxItems).map((member) => ({ where: fieldName(member.field), masked: member.address, count: added.length })),
        fixes: added.map((member) => ({ do: 'remove-recipient', address: member.address })),
        concerns: ['domain', ...added.map((member) => `recipient:${member.address}`)],
      },
    ];
  },
});
