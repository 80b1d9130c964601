import type { Organisation } from '../domain';
import { foldForComparison } from '../text';
import { comparableDomain, domainOf } from './addresses';
import { PERSONAL_DOMAINS } from './personal-domains';
import { unicodeLabel } from './punycode';

/** Whose domain another one looks like. */
export type LookedLike = 'own' | 'partner' | 'personal';

export interface Lookalike {
  readonly known: string;
  readonly whose: LookedLike;
}

/**
 * Letters of other alphabets, and figures, that are read as Latin letters: those that occur in false domains (Unicode
 * Technical Standard 39, confusables), as pairs. Latin letters with accents are known to `foldForComparison`.
 */
const CONFUSABLE = 'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwкkмmтtнhвbгrпnιiοoαaρpνvυuκkτtχxγyɑaɡgıi0o1l3e4a5s6b7t8b9g';
const LATIN = new Map<string, string>();
for (let index = 0; index < CONFUSABLE.length; index += 2) LATIN.set(CONFUSABLE[index]!, CONFUSABLE[index + 1]!);

/** How a domain reads at a glance: `rn` is m, `vv` is w, figures and foreign letters are the Latin ones they look like. */
function skeleton(domain: string): string {
  const written = domain.split('.').map(unicodeLabel).join('.');
  const readable = Array.from(written, (character) => LATIN.get(character) ?? character).join('');
  return foldForComparison(readable).replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/cl/g, 'd');
}

/** Up to how many slips (a letter more, less or other, or two changed over) one text is from another; 3 stands for more than 2. */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b.charAt(j - 1);
      let slips = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b.charAt(j - 2) && a[i - 2] === b.charAt(j - 1);
      if (isSwapped) slips = Math.min(slips, before[j - 2]! + 1);
      row.push(slips);
    }
    before = last;
    last = row;
  }
  return Math.min(3, last[b.length]!);
}

/** Endings under which nobody can register a false domain: a slip there bounces, and neighbours are real schools and bodies. */
const GUARDED_ENDINGS = /\.(?:sch|gov|ac|police|nhs|mod|parliament)\.uk$|\.gov(?:\.wales|\.scot)?$|(?:^|\.)nhs\.(?:net|uk)$/;
/** Second parts of endings in two parts: in `oakfield.org.uk` the name is the label before them. */
const SECOND_PARTS = /^(?:co|org|ac|gov|sch|nhs|me|ltd|plc|net|com|police)$/;

/** How many labels of a domain stand behind its name: two of `oakfield.org.uk`. */
function endingLength(labels: readonly string[]): number {
  return labels.length > 2 && SECOND_PARTS.test(labels[labels.length - 2]!) ? 2 : 1;
}

/** The part of a domain that somebody registers, without what they put before it: one company writes from several. */
export function registeredPart(domain: string): string {
  const labels = domain.split('.');
  return labels.slice(-endingLength(labels) - 1).join('.');
}

/** The label that people know a domain by, with what stands before and after it. */
function nameOf(domain: string): { readonly name: string; readonly ending: string } {
  const labels = domain.split('.');
  // A school's domain has its area between its name and the ending: `oakfield.york.sch.uk`.
  const at = Math.max(0, labels.length - endingLength(labels) - 1);
  return { name: labels[at]!, ending: labels.slice(at + 1).join('.') };
}

/** Names shorter than this are a slip away from too many others: `sky.com`, `live.com`. */
const SHORTEST_NAME = 5;
/** From this length on two slips count. */
const LONG_NAME = 9;

function isNear(domain: string, known: string, whose: LookedLike): boolean {
  // The known name inside another: `nhs-net.example`, `gmail.com.evil.example`.
  const joined = known.replace(/\./g, '-');
  if (domain.startsWith(`${known}.`) || domain.split('.').includes(joined) || domain.startsWith(`${joined}-`)) return true;
  const a = nameOf(domain);
  const b = nameOf(known);
  if (b.name.length < SHORTEST_NAME) return false;
  if (skeleton(domain) === skeleton(known)) return true;
  if (GUARDED_ENDINGS.test(domain)) return false;
  if (a.ending === b.ending || slipsBetween(a.ending, b.ending) === 1) {
    const slips = slipsBetween(a.name, b.name);
    if (slips === 0) return a.ending !== b.ending && isMistypedEnding(a.ending);
    return a.ending === b.ending && (slips === 1 || (slips === 2 && whose !== 'personal' && b.name.length >= LONG_NAME));
  }
  return false;
}

/** Endings that nobody means: most are no ending at all, and the rest are bought for the slips of others. */
function isMistypedEnding(ending: string): boolean {
  return /^(?:con|cm|om|comm|vom|xom|cpm|cim|ocm|cmo|coom|co\.u|co\.ku|co\.ik|co\.uj|c\.uk|org\.u|og\.uk|couk|co|ne|nte|ner)$/.test(ending);
}

/**
 * The domain of the organisation, of a partner or of a provider of personal mailboxes that `domain` is nearly, but is not:
 * misspelt by a letter, in letters of another alphabet (also as `xn--`), or with the known name inside it. Null for a domain
 * that is like none. It is for domains that are not listed themselves: ask `classOf` first.
 */
export function lookalikeOf(domain: string, organisation: Organisation, senderAddress: string, others: readonly string[] = []): Lookalike | null {
  const compared = comparableDomain(domain);
  if (compared === null) return null;
  const bare = (pattern: string): string => comparableDomain(pattern.replace(/^\*\./, '')) ?? '';
  const ownDomains = organisation.schools.reduce((all, school) => all.concat(school.domains), [...organisation.internalDomains, domainOf(senderAddress) ?? '']);
  const known: readonly (readonly [LookedLike, readonly string[]])[] = [
    ['own', [...ownDomains, ...organisation.pupilDomains]],
    ['partner', [...organisation.partners.map((partner) => partner.domain), ...others]],
    ['personal', [...PERSONAL_DOMAINS, ...organisation.personalDomains]],
  ];
  for (const [whose, patterns] of known) {
    for (const pattern of patterns) {
      const one = bare(pattern);
      if (one === '' || one === compared || compared.slice(-one.length - 1) === `.${one}`) continue;
      if (isNear(compared, one, whose)) return { known: one, whose };
    }
  }
  return null;
}
