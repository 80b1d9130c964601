import type { Sender } from '../domain';
import { foldForComparison } from '../text/fold';
import { comparableAddress } from './addresses';

const TITLES = new Set('mr mrs ms miss mx dr prof professor rev revd sir dame lady lord fr father sister'.split(' '));

/** The shortest surname that a match may rest on: `li` and `ng` are in too many words. */
const SHORTEST_SURNAME = 3;

interface PersonName {
  readonly first: string;
  readonly surname: string;
}

/** First name and surname out of `Jo Reed`, `Reed, Jo (Oakfield)` or `Mrs J Reed`; null when there are not two. */
function personName(name: string): PersonName | null {
  const folded = foldForComparison(name)
    .slice(0, 120)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/['.]/g, '');
  const [before = '', after] = folded.split(',');
  const words = (text: string): string[] => text.split(/[^a-z-]+/).filter((word) => word !== '' && !TITLES.has(word));
  const squash = (word: string): string => word.replace(/-/g, '');
  if (after !== undefined) {
    const surname = words(before);
    const first = words(after);
    if (surname.length > 0 && first.length > 0) return { first: squash(first[0]!), surname: surname.map(squash).join('') };
  }
  const all = words(before);
  return all.length < 2 ? null : { first: squash(all[0]!), surname: squash(all[all.length - 1]!) };
}

/**
 * True when an address looks like the sender's own, such as `jo.reed82@gmail.com` or `reedj@icloud.com` for Jo Reed: the
 * part before `@` is the surname with the first name or its initial, in either order, a middle initial, a title and
 * figures apart. Strict on purpose: a relative with the same surname is somebody else. It says nothing about the domain.
 */
export function looksLikeSender(address: string, sender: Sender): boolean {
  const comparable = comparableAddress(address);
  if (comparable === null) return false;
  const local = foldForComparison(comparable.slice(0, comparable.lastIndexOf('@')).replace(/\+.*$/, ''));
  const people = [sender.name, sender.signedIn?.name ?? ''].map(personName);
  return people.some((person) => person !== null && person.surname.length >= SHORTEST_SURNAME && isNamed(local, person));
}

function isNamed(local: string, { first, surname }: PersonName): boolean {
  const words = local.split(/[^a-z]+/).filter((word) => word !== '' && !TITLES.has(word));
  const joined = words.join('');
  const initial = first.charAt(0);
  const exact = [first + surname, surname + first, initial + surname, surname + initial];
  if (exact.indexOf(joined) >= 0) return true;
  // One more letter between the two is a middle initial: `jmreed`, `jo.m.reed`.
  if (joined.endsWith(surname)) {
    const start = joined.slice(0, joined.length - surname.length);
    if (start.length === first.length + 1 && start.startsWith(first)) return true;
    if (start.length === 2 && start.charAt(0) === initial) return true;
  }
  return false;
}
