import { findNames } from '../people/names';
import type { Page } from '../page';
import { isKnownStem } from './passage';
import { firstOf } from '../words/phrases';
import { namesAround } from './sentences';
import type { Hit } from '../words/words';

/*
 * Words that the policy weighs itself: the organisation's own, and those of Heed that it has another weight for. The
 * organisation chose them for being sensitive, so somebody beside one is enough.
 */

/** How near a name has to stand, and a word that the policy wants to its term. */
const NEAR = 80;
const NEAR_WORD = 100;
/** What a full name adds, any other name or description, and a pronoun. */
const FULL_NAME = 40;
const SOMEBODY = 30;
const PRONOUN = 20;

export interface OwnLink {
  readonly weight: number;
  /** A code for `why`, and what it is about. */
  readonly code: string;
  readonly about?: string;
  /** The person's name in lower case; null when the text does not say it. */
  readonly person: string | null;
}

/** What the text beside a word of the policy's own adds; null when it adds nothing. */
export function linkOwn({ text, words }: Page, { start, end, word: { concern } }: Hit): OwnLink | null {
  const wanted = concern === null ? undefined : concern.near;
  if (wanted !== undefined && wanted.length > 0) {
    const word = firstOf(wanted, text.slice(Math.max(0, start - NEAR_WORD), end + NEAR_WORD));
    return word === null ? null : { weight: FULL_NAME, code: 'near', about: word, person: null };
  }
  const [name] = findNames(text, start - NEAR, start).concat(findNames(text, end, end + NEAR));
  if (name !== undefined) return { weight: FULL_NAME, code: 'name', person: name.key };
  const { isNamed, person, isPronoun } = namesAround(text, words, start, end, isKnownStem);
  if (isNamed) return { weight: SOMEBODY, code: 'first', person };
  return isPronoun ? { weight: PRONOUN, code: 'pronoun', person } : null;
}
