import { MAYBE_SCHOOL, SCHOOL } from './cues';
import type { Page } from './page';
import type { Hit } from './words';

/** How many signs of school life count. */
const MOST_SIGNS = 3;
/** Words of these weights or less are also said in ordinary talk: they need such signs, and the last a sure one. */
export const ORDINARY = 20;
export const EVERYDAY = 15;
/** How far around a word signs of school life count; the text is looked at in steps of this many characters. */
const SCHOOL_STEP = 256;

/** Signs of school life: each that is at home there counts twice, as does that the text is a note. */
export function signsOfSchool(page: Page, { start }: Hit): { readonly sure: number; readonly all: number } {
  const step = Math.floor(start / SCHOOL_STEP) * SCHOOL_STEP;
  const sure = new Set<string>(page.isNote() ? ['note'] : []);
  const maybe = new Set<string>();
  for (const { bits, word } of page.cuesBetween(step - SCHOOL_STEP, step + 2 * SCHOOL_STEP)) {
    if ((bits & SCHOOL) !== 0) sure.add(word);
    else if ((bits & MAYBE_SCHOOL) !== 0) maybe.add(word);
  }
  return { sure: sure.size, all: Math.min(MOST_SIGNS, 2 * sure.size + maybe.size) };
}

/** Ordinary words need signs of school life, and those of every newspaper a sure one. */
export function hasEnoughSigns(page: Page, hit: Hit, weight: number): boolean {
  const { sure, all } = signsOfSchool(page, hit);
  return sure > 0 || (weight > EVERYDAY && all > 0);
}
