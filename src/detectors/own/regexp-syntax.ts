/*
 * Reads the source of a RegExp (ES2016, without the `u` flag) into a tree, to judge and to compile what policy owners
 * write. For the studio and the tests: nothing that answers a send needs it.
 */

/** Code units as inclusive ranges, sorted and apart. */
export type CharacterSet = readonly (readonly [first: number, last: number])[];

export type PatternNode =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number; readonly isLazy: boolean }
  | { readonly kind: 'group'; readonly part: PatternNode; readonly number: number }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' | 'word' | 'not-word' }
  | { readonly kind: 'look'; readonly part: PatternNode; readonly isNegated: boolean }
  | { readonly kind: 'back'; readonly number: number };

/** The tree, or why the source is no RegExp, as a sentence. */
export type ParsedPattern = { readonly tree: PatternNode; readonly groups: number } | { readonly problem: string };

const LAST_UNIT = 0xffff;
/** Parentheses inside parentheses, so that the reader cannot run out of stack. */
const DEEPEST = 50;

const DIGITS: CharacterSet = [[48, 57]];
const WORDS: CharacterSet = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const SPACES: CharacterSet = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const LINE_ENDS: CharacterSet = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];

function unite(ranges: readonly (readonly [number, number])[]): CharacterSet {
  const sorted = ranges.slice().sort((a, b) => a[0] - b[0]);
  const united: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = united[united.length - 1];
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else united.push([first, last]);
  }
  return united;
}

function complement(set: CharacterSet): CharacterSet {
  const rest: [number, number][] = [];
  let from = 0;
  for (const [first, last] of set) {
    if (first > from) rest.push([from, first - 1]);
    from = last + 1;
  }
  if (from <= LAST_UNIT) rest.push([from, LAST_UNIT]);
  return rest;
}

/** ASCII and Latin-1 letters of both cases; beyond them the case is as written. */
function withBothCases(set: CharacterSet): CharacterSet {
  const ranges: (readonly [number, number])[] = set.slice();
  for (const [first, last] of set) {
    for (const [from, to, shift] of [
      [65, 90, 32],
      [97, 122, -32],
      [0xc0, 0xde, 32],
      [0xe0, 0xfe, -32],
    ] as const) {
      const low = Math.max(first, from);
      const high = Math.min(last, to);
      if (low <= high) ranges.push([low + shift, high + shift]);
    }
  }
  return unite(ranges);
}

class PatternProblem extends Error {}

/** Reads a source; `i` among the flags puts both cases into the sets. */
export function parsePattern(source: string, flags = ''): ParsedPattern {
  const ignoresCase = flags.includes('i');
  let at = 0;
  let groups = 0;
  let depth = 0;

  const fail = (sentence: string): never => {
    throw new PatternProblem(sentence);
  };
  const peek = (text: string): boolean => source.startsWith(text, at);
  const take = (text: string): boolean => {
    if (!peek(text)) return false;
    at += text.length;
    return true;
  };
  const setNode = (set: CharacterSet): PatternNode => ({ kind: 'set', set: ignoresCase ? withBothCases(set) : set });

  /** One escape after its backslash: a set, or a code unit. */
  const readEscape = (isInClass: boolean): CharacterSet => {
    const letter = source.charAt(at);
    if (letter === '') fail('It ends with a backslash.');
    at += 1;
    switch (letter) {
      case 'd':
        return DIGITS;
      case 'D':
        return complement(DIGITS);
      case 'w':
        return WORDS;
      case 'W':
        return complement(WORDS);
      case 's':
        return SPACES;
      case 'S':
        return complement(SPACES);
      case 'n':
        return [[10, 10]];
      case 'r':
        return [[13, 13]];
      case 't':
        return [[9, 9]];
      case 'v':
        return [[11, 11]];
      case 'f':
        return [[12, 12]];
      case '0':
        return [[0, 0]];
      case 'b':
        if (isInClass) return [[8, 8]];
        break;
      case 'x':
      case 'u': {
        const length = letter === 'x' ? 2 : 4;
        const digits = source.slice(at, at + length);
        if (digits.length === length && /^[0-9a-f]+$/i.test(digits)) {
          at += length;
          const code = parseInt(digits, 16);
          return [[code, code]];
        }
        break;
      }
      default:
        if (/[A-Za-z]/.test(letter)) fail(`“\\${letter}” has no meaning here.`);
    }
    const code = letter.charCodeAt(0);
    return [[code, code]];
  };

  const readClass = (): PatternNode => {
    const isNegated = take('^');
    const ranges: (readonly [number, number])[] = [];
    while (!peek(']')) {
      if (at >= source.length) fail('A “[” is not closed.');
      const first = take('\\') ? readEscape(true) : readUnit();
      const isRange = peek('-') && source.charAt(at + 1) !== ']' && first.length === 1;
      if (!isRange) {
        ranges.push(...first);
        continue;
      }
      at += 1;
      const last = take('\\') ? readEscape(true) : readUnit();
      const low = (first[0] as readonly [number, number])[0];
      const high = (last[0] as readonly [number, number])[0];
      if (last.length !== 1 || high < low) fail('A range inside “[ ]” runs backwards.');
      ranges.push([low, high]);
    }
    at += 1;
    const set = unite(ranges);
    const cased = ignoresCase ? withBothCases(set) : set;
    return { kind: 'set', set: isNegated ? complement(cased) : cased };
  };

  const readUnit = (): CharacterSet => {
    const code = source.charCodeAt(at);
    at += 1;
    return [[code, code]];
  };

  const readGroup = (): PatternNode => {
    depth += 1;
    if (depth > DEEPEST) fail('Its parentheses are too deep.');
    let node: PatternNode;
    if (take('?:')) node = readChoice();
    else if (take('?=')) node = { kind: 'look', part: readChoice(), isNegated: false };
    else if (take('?!')) node = { kind: 'look', part: readChoice(), isNegated: true };
    else if (/^\?-?[a-z]+(?:-[a-z]+)?[):]/.test(source.slice(at))) {
      const mode = source.slice(at, at + source.slice(at).search(/[):]/));
      return fail(`“(${mode}” has no meaning here. Leave out (${mode}): ${mode.includes('i') ? 'capitals and small letters are alike' : 'a pattern has no settings of its own'}.`);
    } else if (peek('?')) return fail('“(?” is followed by something that older Outlook does not know.');
    else {
      groups += 1;
      const number = groups;
      node = { kind: 'group', part: readChoice(), number };
    }
    if (!take(')')) fail('A “(” is not closed.');
    depth -= 1;
    return node;
  };

  const readAtom = (): PatternNode => {
    if (take('(')) return readGroup();
    if (take('[')) return readClass();
    if (take('^')) return { kind: 'edge', edge: 'start' };
    if (take('$')) return { kind: 'edge', edge: 'end' };
    if (take('.')) return { kind: 'set', set: complement(LINE_ENDS) };
    if (take('\\')) {
      if (take('b')) return { kind: 'edge', edge: 'word' };
      if (take('B')) return { kind: 'edge', edge: 'not-word' };
      const back = /^[1-9]\d?/.exec(source.slice(at, at + 2));
      if (back !== null) {
        at += back[0].length;
        return { kind: 'back', number: Number(back[0]) };
      }
      return setNode(readEscape(false));
    }
    if (/[*+?]/.test(source.charAt(at))) fail(`“${source.charAt(at)}” has nothing before it to repeat.`);
    if (peek(')')) fail('A “)” has no “(” before it.');
    return setNode(readUnit());
  };

  const readRepeat = (): PatternNode => {
    const part = readAtom();
    const counts = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)/.exec(source.slice(at, at + 24));
    if (counts === null) return part;
    if (part.kind === 'edge' || part.kind === 'look') fail('An edge or a look-ahead cannot be repeated.');
    at += counts[0].length;
    const sign = counts[1];
    const least = sign === '+' ? 1 : sign !== undefined ? 0 : Number(counts[2]);
    const most = sign === '?' ? 1 : sign !== undefined || (counts[3] !== undefined && counts[4] === '') ? Infinity : counts[3] === undefined ? least : Number(counts[4]);
    if (most < least) fail('A “{ }” counts backwards.');
    if (/[*+?{]/.test(source.charAt(at)) && !/^\{(?!\d)/.test(source.slice(at))) fail('Something is repeated twice.');
    return { kind: 'repeat', part, least, most, isLazy: counts[5] === '?' };
  };

  const readSequence = (): PatternNode => {
    const parts: PatternNode[] = [];
    while (at < source.length && !peek('|') && !peek(')')) parts.push(readRepeat());
    return parts.length === 1 ? (parts[0] as PatternNode) : { kind: 'sequence', parts };
  };

  const readChoice = (): PatternNode => {
    const options = [readSequence()];
    while (take('|')) options.push(readSequence());
    return options.length === 1 ? (options[0] as PatternNode) : { kind: 'choice', options };
  };

  try {
    const tree = readChoice();
    if (at < source.length) fail('A “)” has no “(” before it.');
    return { tree, groups };
  } catch (error) {
    if (error instanceof PatternProblem) return { problem: error.message };
    throw error;
  }
}
