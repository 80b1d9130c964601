import type { AudienceMember } from '../domain';
import { providerOf } from './classify';

/** Where a draft goes, as far as trust decides: the least trusted of its recipients. */
export interface LeastTrusted {
  readonly situation: 'outside' | 'partner' | 'inside';
  readonly to: readonly AudienceMember[];
}

/** The recipients who decide what sensitive data means: those of the least trusted class that is there. */
export function leastTrusted(members: readonly AudienceMember[]): LeastTrusted {
  const others = members.filter((member) => !member.isSender || member.class !== 'inside');
  const untrusted = others.filter((member) => member.class !== 'inside' && member.class !== 'partner');
  if (untrusted.length > 0) return { situation: 'outside', to: untrusted };
  const partners = others.filter((member) => member.class === 'partner');
  if (partners.length > 0) return { situation: 'partner', to: partners };
  return { situation: 'inside', to: others };
}

/** Recipients in a few words: `a Gmail address`, `fellside-centre.example`, `3 addresses outside the Trust`. */
export function describeRecipients(to: readonly AudienceMember[]): string {
  const first = to[0];
  if (first === undefined) return 'nobody yet';
  if (to.length > 1) return `${to.length} addresses outside the Trust`;
  switch (first.class) {
    case 'personal': {
      const provider = providerOf(first.address);
      return provider === null ? 'a personal address' : `${/^[AEIOU]/.test(provider) ? 'an' : 'a'} ${provider} address`;
    }
    case 'pupil':
      return 'a pupil';
    case 'unknown':
      return 'a recipient without an address';
    default:
      return first.address.slice(first.address.indexOf('@') + 1);
  }
}
