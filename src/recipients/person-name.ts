import { foldForComparison } from '../text/fold';

const TITLES = new Set('mr mrs ms miss mx dr prof professor rev revd sir dame lady lord fr father sister'.split(' '));

export interface PersonName {
  readonly first: string;
  readonly surname: string;
}

/** A name in the form to compare, without what stands in brackets. */
function bareName(name: string): string {
  return foldForComparison(name)
    .slice(0, 120)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/['.]/g, '');
}

/** The words between what parts them, without titles. */
export function wordsOfName(name: string, parting = /[^a-z]+/): readonly string[] {
  return name.split(parting).filter((word) => word !== '' && !TITLES.has(word));
}

/** First name and surname out of `Jo Reed`, `Reed, Jo (Oakfield)` or `Mrs J Reed`; null when there are not two. */
export function personName(name: string): PersonName | null {
  const [before = '', after] = bareName(name).split(',');
  const words = (text: string): readonly string[] => wordsOfName(text, /[^a-z-]+/);
  const squash = (word: string): string => word.replace(/-/g, '');
  if (after !== undefined) {
    const surname = words(before);
    const first = words(after);
    if (surname.length > 0 && first.length > 0) return { first: squash(first[0]!), surname: surname.map(squash).join('') };
  }
  const all = words(before);
  return all.length < 2 ? null : { first: squash(all[0]!), surname: squash(all[all.length - 1]!) };
}

export function areSameFirstName(one: string, other: string): boolean {
  return one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));
}

/** The shortest first name that says who somebody is when the surname has changed. */
const SHORTEST_TELLING_NAME = 3;

/**
 * True when two names may be one person's: alike but for a married name, initials, a title, an order or a `Mrs B`. It
 * would rather take two people for one than one for two.
 */
export function mayBeSamePerson(one: string, other: string): boolean {
  const words = [wordsOfName(bareName(one)), wordsOfName(bareName(other))] as const;
  const [a, b] = words[0].length <= words[1].length ? words : ([words[1], words[0]] as const);
  const [only] = a;
  if (only === undefined) return true;
  if (a.length === 1) {
    const initials = b.map((word) => word.charAt(0)).join('');
    return b.includes(only) || only === initials || (only.length === 1 && b.some((word) => word.startsWith(only)));
  }
  const [first, second] = [personName(one), personName(other)];
  if (first === null || second === null) return true;
  if (first.surname === second.surname) return areSameFirstName(first.first, second.first);
  if (first.first === second.surname && first.surname === second.first) return true;
  return first.first === second.first && first.first.length >= SHORTEST_TELLING_NAME;
}
