import * as v from 'valibot';
import { defineRule } from '../domain';
import type { Finding } from '../domain';
import { domainOf, fieldName, lookalikeOf, matchesDomain } from '../recipients';
import type { LookedLike } from '../recipients';
import { domainsOption } from './option-kinds';

export const lookalikeDomain = defineRule({
  id: 'lookalike-domain',
  title: 'Address that is nearly one you know',
  why: 'A domain that is a letter away from a known one is a slip, and then belongs to a stranger, or is there to deceive.',
  tips: {
    own: {
      saw: '{domain} looks like your own {known}, but is not.',
      advice: 'check each letter of the address. If it is right, {anyway}.',
      brief: '{domain} looks like your own {known}, but is not.',
    },
    partner: {
      saw: '{domain} looks like {known}, a partner, but is not.',
      advice: 'check each letter of the address. If it is right, {anyway}.',
      brief: '{domain} looks like {known}, but is not.',
    },
    personal: {
      saw: '{domain} looks like {known}, misspelt.',
      advice: 'check each letter of the address. If it is right, {anyway}.',
      brief: '{domain} looks like {known}, misspelt.',
    },
  },
  allowances: { domain: 48, known: 48 },
  situations: { own: 'warn', partner: 'warn', personal: 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['audience', 'sender'],
  wants: [],
  options: v.strictObject({
    alsoKnown: domainsOption([], 1000, 'Other domains you know', 'Domains you often write to that are no partners: one that nearly is one of them is spoken of too.', 'T'),
    rightAsTheyAre: domainsOption([], 1000, 'Domains that are right', 'Domains that look like a known one and are meant. They are never spoken of.', 'T'),
  }),
  check: ({ audience, sender }, options, { organisation }): readonly Finding<LookedLike>[] => {
    const known = [...options.rightAsTheyAre, ...options.alsoKnown];
    const seen = new Set<string>();
    const findings: Finding<LookedLike>[] = [];
    for (const member of audience.members) {
      const domain = domainOf(member.address);
      if (domain === null || member.class !== 'outside' || member.isAllowed || seen.has(domain)) continue;
      seen.add(domain);
      if (known.some((pattern) => matchesDomain(pattern, domain))) continue;
      const like = lookalikeOf(domain, organisation, sender.address, options.alsoKnown);
      if (like === null) continue;
      findings.push({
        situation: like.whose,
        values: { domain, known: like.known },
        evidence: [{ where: fieldName(member.field), masked: member.address }],
        fixes: [{ do: 'remove-recipient', address: member.address }],
        // What leads the dialog may call the same address a stranger's: that it is nearly a known one is said all the same.
        concerns: [`recipient:${member.address}`, 'domain'],
      });
    }
    return findings;
  },
});
