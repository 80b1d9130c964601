/*
 * How phrases are written down, `{a,b} c` for “a c” and “b c”, and by which of its words each is looked for. All of this runs
 * before the first text is read, at every send, so it reads the notation as it stands and makes no phrase of it.
 */

/** Letters and digits as 1 to 36, small and capital alike; 0 for everything else. */
export const KEYS = new Uint8Array(65536);
for (let i = 0; i < 26; i += 1) KEYS[65 + i] = KEYS[97 + i] = i + 1;
for (let i = 0; i < 10; i += 1) KEYS[48 + i] = i + 27;

/** A word becomes a number of this many bits, letter by letter: `number * STEP + key`. */
export const STEP = 37;
export const NUMBER = 0xffffff;

export const OPENING = 123;
export const CLOSING = 125;
export const COMMA = 44;

/** The number of a word. */
export function numberOf(word: string): number {
  let number = 0;
  for (let at = 0; at < word.length; at += 1) number = (number * STEP + (KEYS[word.charCodeAt(at)] as number)) & NUMBER;
  return number;
}

/** Words so common that they say nothing of the phrase they stand in; shorter ones lose to any longer word as it is. */
const COMMON =
  'a an i s t is it he be we me my us in on of to up by as at or if so do no go the and for you was has had his her are not can out all but one who how she him our get got did its with that this have been from they your when what them their about into over more some will would were just only very much back after before then than being because could again time free home help called another two any';
let isCommon: Uint8Array | null = null;
/** A few other words share a place with these, and are passed over as well. */
const PLACES = 0xffff;

/** A word of a phrase: how long it is, 0 for a common one, its number, and where it stands in what is written. */
interface Anchor {
  size: number;
  number: number;
  place: number;
}

/** The longest word in written[from..to) that no brace is part of; `first` is what a word at `from` began with. Its size is -1 when there is none. */
function readLongest(written: string, from: number, to: number, hasChoices: boolean, longest: Anchor, first: Anchor | null): void {
  const common = isCommon as Uint8Array;
  let number = first === null ? 0 : first.number;
  let size = first === null ? 0 : first.size;
  let place = first === null ? from : first.place;
  let isPart = false;
  longest.size = -1;
  for (let at = from; at <= to; at += 1) {
    const code = at < to ? written.charCodeAt(at) : 0;
    const key = KEYS[code] as number;
    if (key !== 0) {
      if (size === 0) place = at;
      number = (number * STEP + key) & NUMBER;
      size += 1;
      continue;
    }
    if (code === OPENING && hasChoices) {
      at = written.indexOf('}', at);
      isPart = true;
    } else {
      if (size > longest.size && size !== 0 && !isPart) {
        const rank = common[number & PLACES] === 1 ? 0 : size;
        if (rank > longest.size) {
          longest.size = rank;
          longest.number = number;
          longest.place = place;
        }
      }
      isPart = false;
    }
    number = 0;
    size = 0;
  }
}

/** From this length on a word outside of braces will do. */
const LONG_ENOUGH = 4;

const outside: Anchor = { size: 0, number: 0, place: 0 };
const inside: Anchor = { size: 0, number: 0, place: 0 };
const beginning: Anchor = { size: 0, number: 0, place: 0 };

/** Tells `found` of the words that a phrase is looked for by: each way to read it has one of them. False for one without letters. */
export function findAnchors(written: string, hasChoices: boolean, found: (number: number, place: number) => void): boolean {
  if (isCommon === null) {
    isCommon = new Uint8Array(PLACES + 1);
    for (const word of COMMON.split(' ')) isCommon[numberOf(word) & PLACES] = 1;
  }
  const { length } = written;
  readLongest(written, 0, length, hasChoices, outside, null);
  let best = outside.size;
  let bestOpen = -1;
  if (hasChoices && best < LONG_ENOUGH) {
    for (let open = written.indexOf('{'); open >= 0; open = written.indexOf('{', open + 1)) {
      const least = eachChoice(written, open, null);
      if (least > best) {
        best = least;
        bestOpen = open;
      }
    }
  }
  if (bestOpen >= 0) eachChoice(written, bestOpen, found);
  else if (best >= 0) found(outside.number, outside.place);
  return best >= 0;
}

/** Tells `found` of the longest word of each choice of a brace, what stands right before it included. The size of the shortest of them; -1 when one has none. */
function eachChoice(written: string, open: number, found: ((number: number, place: number) => void) | null): number {
  const close = written.indexOf('}', open);
  const after = close + 1 < written.length ? written.charCodeAt(close + 1) : 0;
  let start = open;
  while (start > 0 && KEYS[written.charCodeAt(start - 1)] !== 0) start -= 1;
  if (after === OPENING || KEYS[after] !== 0 || (start > 0 && written.charCodeAt(start - 1) === CLOSING)) return -1;
  beginning.place = start;
  beginning.number = 0;
  beginning.size = open - start;
  for (let at = start; at < open; at += 1) beginning.number = (beginning.number * STEP + (KEYS[written.charCodeAt(at)] as number)) & NUMBER;
  let least = Infinity;
  for (let from = open + 1; from <= close; ) {
    const comma = written.indexOf(',', from);
    const to = comma < 0 || comma > close ? close : comma;
    readLongest(written, from, to, false, inside, beginning);
    if (found !== null) found(inside.number, inside.place);
    least = Math.min(least, inside.size);
    from = to + 1;
  }
  return least;
}

/** Every way to read `{a,b} c`. */
export function waysToRead(written: string): readonly string[] {
  const open = written.indexOf('{');
  if (open < 0) return [written];
  const close = written.indexOf('}', open);
  const before = written.slice(0, open);
  const rests = waysToRead(written.slice(close + 1));
  const ways: string[] = [];
  for (const part of written.slice(open + 1, close).split(',')) for (const rest of rests) ways.push(before + part + rest);
  return ways;
}
