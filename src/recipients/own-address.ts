import type { AudienceMember, PersonalSettings, Sender } from '../domain';
import { foldForComparison } from '../text/fold';
import { comparableAddress } from './addresses';
import { areSameFirstName, personName, wordsOfName } from './person-name';
import type { PersonName } from './person-name';

/** The shortest surname that a match may rest on: `li` and `ng` are in too many words. */
const SHORTEST_SURNAME = 3;

/** How alike an address must be to count: `strict` asks for surname and first name or initial, `loose` takes either half. */
export type NameMatch = 'strict' | 'loose' | 'off';

/** What a mail program shows for a recipient, when that is a name and not the address again. */
function shownPerson(shown: string): PersonName | null {
  return shown.includes('@') ? null : personName(shown);
}

/**
 * True when an address looks like the sender's own, such as `jo.reed82@gmail.com` or `reedj@icloud.com` for Jo Reed: the
 * part before `@` is the surname with the first name or its initial, in either order, a middle initial, a title and
 * figures apart. Strict on purpose: a relative with the same surname is somebody else, and so is whoever is shown under
 * another first name. It says nothing about the domain.
 */
export function looksLikeSender(address: string, sender: Sender, match: NameMatch = 'strict', shown = ''): boolean {
  const comparable = comparableAddress(address);
  if (comparable === null || match === 'off') return false;
  const local = foldForComparison(comparable.slice(0, comparable.lastIndexOf('@')).replace(/\+.*$/, ''));
  const people = [sender.name, sender.signedIn?.name ?? '']
    .map(personName)
    .filter((person): person is PersonName => person !== null && person.surname.length >= SHORTEST_SURNAME);
  const seen = shownPerson(shown);
  return people.some((person) => {
    if (seen !== null && seen.surname === person.surname) {
      if (!areSameFirstName(seen.first, person.first)) return false;
      if (seen.first === person.first && person.first.length > 1) return true;
    }
    return isNamed(local, person) || (match === 'loose' && isLooselyNamed(local, person));
  });
}

/** The shortest surname that a loose match may rest on alone. */
const SHORTEST_LOOSE_SURNAME = 5;

/** The surname alone or with more around it, or the first name with the surname's initial: `fielding82`, `samf`. */
function isLooselyNamed(local: string, { first, surname }: PersonName): boolean {
  const joined = local.replace(/[^a-z]/g, '');
  const around = joined.replace(surname, '');
  const hasSurname = surname.length >= SHORTEST_LOOSE_SURNAME && around !== joined;
  if (hasSurname && (around === '' || around.startsWith(first.charAt(0)) || around.includes(first))) return true;
  return first.length > 2 && joined === first + surname.charAt(0);
}

function isNamed(local: string, { first, surname }: PersonName): boolean {
  const joined = wordsOfName(local).join('');
  const initial = first.charAt(0);
  const exact = [first + surname, surname + first, initial + surname, surname + initial];
  if (exact.includes(joined)) return true;
  // One more letter between the two is a middle initial: `jmreed`, `jo.m.reed`.
  if (joined.endsWith(surname)) {
    const start = joined.slice(0, joined.length - surname.length);
    if (start.length === first.length + 1 && start.startsWith(first)) return true;
    if (start.length === 2 && start[0] === initial) return true;
  }
  return false;
}

/**
 * Whether a recipient outside is the sender's own account: `certain` when they have said so, `likely` when it is a personal
 * mailbox under their name, null otherwise. What they marked as not theirs, and what the organisation allows, never is.
 */
export function ownAccount(member: AudienceMember, sender: Sender, personal: PersonalSettings, match: NameMatch = 'strict'): 'certain' | 'likely' | null {
  if (member.isSender || member.isAllowed || member.class === 'inside' || personal.notMine.includes(member.address)) return null;
  if (personal.ownAddresses.includes(member.address)) return 'certain';
  const isLike = member.class === 'personal' && !member.isRegistered && looksLikeSender(member.address, sender, match, member.name);
  return isLike ? 'likely' : null;
}
