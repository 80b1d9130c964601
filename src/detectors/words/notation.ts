/*
 * How phrases are written down: `{a,b} c` for “a c” and “b c”, and a star before the word that a phrase is looked for by, its
 * anchor, where that is not its first: `his *tag`. The less a word is used elsewhere the better: every text that has it is
 * compared with the phrase. Nothing here makes phrases of the notation before a text has their anchor, because all of
 * it runs at every send.
 */

/** Letters and digits as 1 to 36, small and capital alike, and 37 for all letters with an accent; 0 for everything else. */
export const KEYS = new Uint8Array(65536);
for (let i = 0; i < 26; i += 1) KEYS[65 + i] = KEYS[97 + i] = i + 1;
for (let i = 0; i < 10; i += 1) KEYS[48 + i] = i + 27;
for (let code = 0xc0; code <= 0x17f; code += 1) if (code !== 0xd7 && code !== 0xf7) KEYS[code] = 37;

/** A word becomes a number of this many bits, letter by letter: `number * STEP + key`. */
export const STEP = 39;
export const NUMBER = 0xffffff;

/** The number of a word. */
export function numberOf(word: string): number {
  let number = 0;
  for (let at = 0; at < word.length; at += 1) number = (number * STEP + (KEYS[word.charCodeAt(at)] as number)) & NUMBER;
  return number;
}

export const OPENING = 123;
export const CLOSING = 125;
export const COMMA = 44;
export const MARK = '*';

/**
 * The words that may stand at a place of what is written, of `close{d,s}` two: `number, place, number, …`, with where
 * they begin in it.
 */
export function wordsAt(written: string, place: number, hasChoices: boolean): readonly number[] {
  const { length } = written;
  let number = 0;
  let at = place;
  let key = KEYS[written.charCodeAt(at)] as number;
  while (key > 0) {
    number = (number * STEP + key) & NUMBER;
    at += 1;
    key = at < length ? (KEYS[written.charCodeAt(at)] as number) : 0;
  }
  if (!hasChoices || at === length || written.charCodeAt(at) !== OPENING) return [number, place];
  const words: number[] = [];
  const close = written.indexOf('}', at);
  while (at < close) {
    const first = at + 1;
    const comma = written.indexOf(',', first);
    const end = comma < 0 || comma > close ? close : comma;
    let choice = number;
    for (at = first; at < end; at += 1) {
      key = KEYS[written.charCodeAt(at)] as number;
      if (key === 0) break;
      choice = (choice * STEP + key) & NUMBER;
    }
    words.push(choice, number === 0 ? first : place);
    at = end;
  }
  return words;
}

/** Every way to read `{a,b} c`. */
export function waysToRead(written: string): readonly string[] {
  const open = written.indexOf('{');
  if (open < 0) return [written.replace(MARK, '')];
  const close = written.indexOf('}', open);
  const before = written.slice(0, open).replace(MARK, '');
  const rests = waysToRead(written.slice(close + 1));
  const ways: string[] = [];
  for (const part of written.slice(open + 1, close).split(',')) for (const rest of rests) ways.push(before + part + rest);
  return ways;
}
