import type { PlacedMatch } from '../domain';
import type { SensitiveData } from './sensitive';
import { valueDetectors } from './values/value-detectors';

/** One of what `kind` names many of: `UPN`, `date of birth`. */
function single(kind: string): string {
  return kind.replace(/\b(UPN|ULN|UCI|number|date|address|record|licence|passport|password|account|TRN|UTR|IBAN|list|reference)(e?)s\b/g, '$1$2').replace('addresse', 'address');
}

/** What stands at a place as evidence, masked, after the kind of thing it is: `UPN ••••••••••001`. A number of the owner's own stands alone. */
export function shownMatch({ detector, masked }: PlacedMatch): string {
  if (detector === 'special-category') return `personal details ${masked}`;
  if (detector === 'email-list') return `email address ${masked}`;
  const known = valueDetectors.filter(({ id }) => id === detector)[0];
  return known === undefined ? masked : `${single(known.details)} ${masked}`;
}

/** A list in words; what all of them end with from some place on is said once: “name, HR and health details”. */
function joined(listed: readonly string[]): string {
  const kinds = listed.map((kind, i) => (i + 1 < listed.length && listed.slice(i).every((other) => / details$/.test(other)) ? kind.replace(/ details$/, '') : kind));
  return kinds.length < 2 ? kinds.join('') : `${kinds.slice(0, -1).join(', ')} and ${kinds[kinds.length - 1]}`;
}

/** Sensitive data as a count of people and the two most telling kinds: “14 pupils' SEN needs and UPNs”, “bank details”. */
export function whatItHolds({ kinds, people, isAboutPupils }: SensitiveData): string {
  const words = joined(kinds.slice(0, 2));
  if (people === 0) return words;
  if (people > 1) return `${people} ${isAboutPupils ? "pupils'" : "people's"} ${words}`;
  return `1 ${isAboutPupils ? "pupil's" : "person's"} ${single(words)}`;
}

/**
 * Sensitive data in a sentence about a message. One person's details are listed, those that tell who it is first: “a
 * pupil's name, date of birth, NHS number and medicine”. Of what takes more than `most` characters the most telling stay:
 * “a pupil's name, SEN needs, safeguarding details and more”.
 */
export function whatItSays(data: SensitiveData, most = Infinity, shown = 3): string {
  const { kinds, people, isAboutPupils, isNamed } = data;
  const told = kinds.slice(0, shown).map(single).reverse();
  if (isNamed) told.unshift('name');
  if (shown < 3) told.push('more');
  const said = people === 1 ? `a ${isAboutPupils ? "pupil's" : "person's"} ${joined(told)}` : whatItHolds(shown < 3 ? { ...data, kinds: [kinds[0] as string, 'more'] } : data);
  return said.length > most && shown > 1 ? whatItSays(data, most, shown - 1) : said;
}
