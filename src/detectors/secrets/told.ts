import { why } from '../detector';
import { onlyWith } from '../gated';
import { lastAtOrBefore } from '../page';
import type { Page } from '../page';
import { NAMED, numberOfStem } from '../words/text-words';
import { candidatesIn } from './candidates';
import type { Candidate } from './candidates';
import { announcedBy, countsAs, signsOf, SIGNS, wordsAround } from './evidence';
import type { Sign } from './evidence';
import type { Secret } from './shapes';
import { BIAS, LEAST, SIGN_POINTS, WORD_POINTS } from './weights';

/*
 * Whether something gives a secret away: how it looks, what joins it to the text and the words around it are added up. What each is
 * worth was learned from mails that were read and labelled (`test/detectors/secret-mails`).
 */

/** The score of what has just enough points, and what each further point adds, up to the most. */
const LEAST_SCORE = 65;
const EACH = 0.7;
const MOST_SCORE = 90;
/** What the words, and one that announces it, must come to in a text that is no note: manuals and programs are full of what looks like a secret. */
export const LEAST_OF_WORDS = 28;
/** The same with how it looks, straight after a word for a password or a code. */
const LEAST_OF_BOTH = 40;
/** So many are looked at in one text: a book of numbers is not read to its end. */
const MOST_LOOKED_AT = 5000;
/** Places beside a candidate for which a word has a weight of its own. */
const PLACES = 4;

interface Weights {
  /** By stem and place. */
  readonly points: Map<number, number>;
  readonly stems: Set<number>;
}

let weights: Weights | null = null;

function known(): Weights {
  if (weights === null) {
    weights = { points: new Map(), stems: new Set() };
    for (let place = 0; place < PLACES; place += 1) {
      for (const [points, stems] of WORD_POINTS[place] as (typeof WORD_POINTS)[number]) {
        for (const written of stems.split(' ')) {
          const stem = written === '*' ? NAMED : numberOfStem(written);
          weights.points.set(stem * PLACES + place, points);
          weights.stems.add(stem);
        }
      }
    }
  }
  return weights;
}

/** What the words around a candidate come to, in points, and the one that speaks most for it. */
function weighWords(page: Page, candidate: Candidate): { readonly points: number; readonly word: string } {
  const { points, stems } = known();
  const isKnown = (stem: number): boolean => stems.has(stem);
  const seen: number[] = [];
  let sum = 0;
  let most = 0;
  let word = '';
  wordsAround(page, candidate, (place, stem, from, to) => {
    const key = countsAs(page.text, stem, from, to, isKnown) * PLACES + place;
    const added = points.get(key);
    if (added === undefined || seen.includes(key)) return;
    seen.push(key);
    sum += added;
    if (added <= most) return;
    most = added;
    word = page.text.slice(from, to);
  });
  return { points: sum, word };
}

function worth(signs: readonly Sign[]): number {
  return signs.reduce((sum, sign) => sum + (SIGN_POINTS[SIGNS.indexOf(sign)] as number), 0);
}

/** Codes to join a meeting or a game stand in every invitation, and open nothing else. */
const TO_JOIN = onlyWith('meeting|conference|webinar|zoom|teams|join|kahoot|quiz|blooket', /\b(?:meeting|conference|webinar|zoom|teams|join|kahoot|quiz|blooket)\b[^.!?]{0,80}$/i);
const BEFORE_CODE = 120;

function isToJoin(text: string, start: number): boolean {
  return TO_JOIN.test(text.slice(Math.max(0, start - BEFORE_CODE), start));
}

function isInTable({ tables }: Page, start: number): boolean {
  const table = tables[lastAtOrBefore(tables, start)];
  return table !== undefined && start < table.end;
}

/** What a text gives away in its sentences and lines. */
export function secretsTold(page: Page): readonly Secret[] {
  const found: Secret[] = [];
  for (const candidate of candidatesIn(page, MOST_LOOKED_AT)) {
    const { start, end } = candidate;
    if (isInTable(page, start)) continue;
    const { points, word } = weighWords(page, candidate);
    const announced = announcedBy(page, candidate);
    const said = points + worth(announced);
    const isLittle = said < LEAST_OF_WORDS && !page.isNote();
    if (isLittle && announced.length === 0) continue;
    const look = worth(signsOf(page, candidate));
    if (isLittle && said + look < LEAST_OF_BOTH) continue;
    const surplus = BIAS + said + look - LEAST;
    if (surplus < 0 || isToJoin(page.text, start)) continue;
    const score = Math.min(MOST_SCORE, Math.round(LEAST_SCORE + EACH * surplus));
    found.push({ start, end, score, reasons: [word === '' ? why('unsaid', said) : why('around', said, word), why('looks', look)] });
  }
  return found;
}
