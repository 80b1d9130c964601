import { reasonsOf, why } from '../detector';
import { onlyWith } from '../gated';
import { scoreOf, worthOf } from '../levels';
import { once } from '../once';
import type { Page } from '../page';
import { itemAt } from '../spans';
import { addPoints, countWord, stemPoints, weighAnew } from '../words/stem-points';
import { candidatesIn } from './candidates';
import type { Candidate } from './candidates';
import { announcedBy, PLACES, signsOf, wordsAround } from './evidence';
import type { Secret } from './shapes';
import { BIAS, CLASS_POINTS, LEAST, SIGN_POINTS, WORD_POINTS } from './weights';

/*
 * Whether something gives a secret away: how it looks, what joins it to the text and the words around it are added up. What each is
 * worth was learned from mails that were read and labelled (`test/detectors/secret-mails`).
 */

/** What each point adds to the score beyond those that a secret needs, up to the most. */
const EACH = 0.7;
const MOST_SCORE = 90;
/** What the words, and one that announces it, must come to in a text that is no note: manuals and programs are full of what looks like a secret. */
export const LEAST_OF_WORDS = 28;
/** The same with how it looks, straight after a word for a password or a code. */
const LEAST_OF_BOTH = 40;
/** So many are looked at in one text: a book of numbers is not read to its end. */
const MOST_LOOKED_AT = 5000;
/** Letters, a sign and digits: straight after the word for a password they are one, whatever else the mail says. */
const DRAWN = /^(?=.{6})(?=.*[A-Za-z])(?=.*\d).*[A-Za-z\d][!*&+$£^%~?#_@]+[A-Za-z\d]/;
const AFTER_WORD = /\b(?:pwd?|passw(?:or)?d|pass) $/i;
/** A power of two, more than twice as many as there may be stems. */
const ROWS = 2048;

const known = once(() => {
  const table = stemPoints(ROWS, PLACES);
  for (const [ofPlaces, stems] of CLASS_POINTS) ofPlaces.forEach((points, place) => addPoints(table, stems, points, place));
  WORD_POINTS.forEach((ofPlace, place) => ofPlace.forEach(([points, stems]) => addPoints(table, stems, points, place)));
  return table;
});

/** What the words around a candidate come to, in points, and the one that speaks most for it. */
function weighWords(page: Page, candidate: Candidate): { readonly points: number; readonly word: string } {
  const all = known();
  weighAnew(all);
  let points = 0;
  let most = 0;
  let word = '';
  wordsAround(page, candidate, (place, stem, from, to) => {
    const added = countWord(all, stem, page.text, from, to, place);
    points += added;
    if (added <= most) return;
    most = added;
    word = page.text.slice(from, to);
  });
  return { points, word };
}

/** Codes to join a meeting or a game stand in every invitation, and open nothing else. */
const TO_JOIN = onlyWith('meeting|conference|webinar|zoom|teams|join|kahoot|quiz|blooket', /\b(?:meeting|conference|webinar|zoom|teams|join|kahoot|quiz|blooket)\b[^.!?]{0,80}$/i);
const BEFORE_CODE = 120;

function isToJoin(text: string, start: number): boolean {
  return TO_JOIN.test(text.slice(Math.max(0, start - BEFORE_CODE), start));
}

/** What a text gives away in its sentences and lines. */
export function secretsTold(page: Page): readonly Secret[] {
  const found: Secret[] = [];
  for (const candidate of candidatesIn(page, MOST_LOOKED_AT)) {
    const { start, end } = candidate;
    if (itemAt(page.tables, start) !== undefined) continue;
    const { points, word } = weighWords(page, candidate);
    const announced = announcedBy(page, candidate);
    const said = points + worthOf(announced, SIGN_POINTS);
    const isLittle = said < LEAST_OF_WORDS && !page.isNote();
    if (isLittle && announced.length === 0) continue;
    const look = worthOf(signsOf(page, candidate), SIGN_POINTS);
    if (isLittle && said + look < LEAST_OF_BOTH) continue;
    const isDrawn = AFTER_WORD.test(page.text.slice(Math.max(0, start - 10), start)) && DRAWN.test(page.text.slice(start, end));
    const surplus = Math.max(BIAS + said + look - LEAST, isDrawn ? 0 : -Infinity);
    if (surplus < 0 || isToJoin(page.text, start)) continue;
    const score = scoreOf(surplus, EACH, MOST_SCORE);
    found.push({ start, end, score, reasons: reasonsOf(() => [word === '' ? why('unsaid', said) : why('around', said, word), why('looks', look)]) });
  }
  return found;
}
