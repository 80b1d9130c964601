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

/** What `say` makes of as many of these as keep it within `most` characters, one at least, with “more” for the rest. */
function within(most: number, kinds: readonly string[], say: (kinds: readonly string[], rest: readonly string[]) => string): string {
  let text = say(kinds, []);
  for (let shown = kinds.length - 1; shown > 0 && text.length > most; shown -= 1) text = say(kinds.slice(0, shown), ['more']);
  return text;
}

/**
 * Sensitive data as a count of people and the two most telling kinds: “14 pupils' SEN needs and UPNs”, “bank details”; in
 * place of the second “more” where both take more than `most` characters.
 */
export function whatItHolds({ kinds, people, isAboutPupils }: SensitiveData, most = Infinity): string {
  return within(most, kinds.slice(0, 2), (shown, rest) => {
    const words = joined([...shown, ...rest]);
    if (people === 0) return words;
    if (people > 1) return `${people} ${isAboutPupils ? "pupils'" : "people's"} ${words}`;
    return `1 ${isAboutPupils ? "pupil's" : "person's"} ${single(words)}`;
  });
}

/**
 * Sensitive data in a sentence about a message. One person's details are listed, those that tell who it is first: “a
 * pupil's name, date of birth, NHS number and medicine”. Of what takes more than `most` characters the most telling stay:
 * “a pupil's name, SEN needs, safeguarding details and more”.
 */
export function whatItSays(data: SensitiveData, most = Infinity): string {
  const { kinds, people, isAboutPupils, isNamed } = data;
  if (people !== 1) return whatItHolds(data, most);
  return within(most, kinds.slice(0, 3).map(single), (shown, rest) => {
    return `a ${isAboutPupils ? "pupil's" : "person's"} ${joined([...(isNamed ? ['name'] : []), ...[...shown].reverse(), ...rest])}`;
  });
}
