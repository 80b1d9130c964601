import { isAccented, KEYS, NUMBER, numberOf, STEP } from './notation';

/*
 * What single words around a sensitive word tell: that it is about many or about work rather than one person, that it
 * belongs to a lesson, or that the text is of school life. Every word of a text is looked up once, block by block.
 */

/** About many people, or nobody. */
export const MANY = 1;
/** Of what somebody does at work; between a person and a word it undoes their link. */
export const WORK = 2;
/** Just after a word it makes a role, a service, a text or an event of it: “SEN lead”, “dyslexia training”. */
export const HEAD = 4;
/** Nobody's yet: “if”, “could”. */
export const UNSURE = 128;
/** At home in schools. */
export const SCHOOL = 8;
/** Said in schools and elsewhere. */
export const MAYBE_SCHOOL = 16;
/** A story is told: first names in it are nobody's. */
export const STORY = 32;
/** A lesson, whose people are public figures. */
export const LESSON = 64;

/** Words as they are. */
const EXACT: readonly (readonly [bits: number, words: string])[] = [
  [MANY | WORK, 'pupils children students people persons families schools teachers those anyone everyone colleagues adults learners clients patients members women men boys girls individuals someone'],
  [MANY, 'staff parents'],
  [WORK, 'article book research study studies course charity policy lead leads leading leader responsible expert teaches taught writes wrote supports supporting studying helps helping runs secretary minister which keeps chairs met contact spoke consultant professor trained buying bought essay poster play plays leaflet explains order ordered ordering print printed send has-the'],
  [UNSURE, 'if would could'],
  [HEAD, 'day days week weeks law laws act acts code services studies companies pupils children students people families parents learners adults women men rights pills training teaching ta tas lsa lsas hlta hltas job jobs bay bays hub hubs unit units base bases site sites page pages list lists form forms group groups team teams post posts duty codes fields figures numbers data times thresholds uk action appeal paragraph percentage information headings drop paperwork targets admin lead leads panel panels board boards quality network networks minutes'],
  [SCHOOL, 'pupil student tutor headteacher dsl ddsl senco sendco mum nan dad cpoms arbor ehcp camhs ewo ta tas playground payroll lunchtime pastoral slt ks1 ks2 ks3 ks4 gcse reception'],
  [MAYBE_SCHOOL, 'pupils students son daughter child children class form mother father parent parents carer carers attendance governor governors staff colleague hr maternity lunch trip residential pe break lesson lessons school starter exam exams mr mrs miss ward sen send cover maths nurse teacher worried referral referred confidential discreet mocks timetable pls'],
  [STORY, 'novel novels story stories film films character characters chapter author poem poems essay play plays podcast slides display rehearsal rehearsals scene scenes costumes narrates'],
  [LESSON, 'novel film movie podcast biography timeline essay poster display slide slides textbook documentary history macbeth romeo juliet hamlet othello shylock lennie curley scrooge cratchit jekyll heathcliff frankenstein heathcroft tudor tudors boleyn hitler stalin mandela malala turing nightingale seacole churchill shakespeare dickens orwell priestley steinbeck pankhurst gandhi queen prince throne books isbn objectives president superpower'],
];

/** Words in all their endings: “train” stands for “training” and “trained” too. */
const STEMS: readonly (readonly [bits: number, words: string])[] = [
  [WORK, 'conference seminar webinar awareness campaign specialise specialist interest advise manage oversee coordinate develop deliver provide publish announce launch qualified train work laminate invigilate design organise collect present visit booked translate'],
  [HEAD, 'leader leadership officer advise adviser advisor ordinator coordinator governor manage champion specialist charity policy department awareness assembly workshop course conference webinar guidance provision clinic resource society association foundation research expert consultant teacher nurse poster leaflet application newsletter newspaper magazine museum university college legislation activist movement community funding reform insurance patients sufferer survivor victim network forum helpline toolkit inspector inspection register software system outreach experience expertise cupboard badge parking toilet template statement vacancy surgery'],
];

const ENDINGS = ['ies', 'ing', 'ed', 'es', 'e', 's', 'y'];

/** A word without its ending. */
function stem(word: string): string {
  if (word.length <= 4) return word;
  for (const ending of ENDINGS) if (word.endsWith(ending)) return word.slice(0, -ending.length);
  return word;
}

let exact: Map<string, number> | null = null;
const stems = new Map<string, number>();

function add(map: Map<string, number>, key: string, bits: number): void {
  map.set(key, (map.get(key) || 0) | bits);
}

/** Years, classes and year groups: “Y9”, “9C”, but not “4th”. */
const CLASS = /^(?:y|yr)?(?:[1-9]|1[0-3])[a-z]?$/;
const OLD_YEAR = /^(?:1[5-8]\d\d|19[0-6]\d)$/;

function lookUp(word: string): number {
  if (exact === null) {
    exact = new Map();
    for (const [bits, words] of EXACT) for (const one of words.split(' ')) add(exact, one, bits);
    for (const [bits, words] of STEMS) for (const one of words.split(' ')) add(stems, stem(one), bits);
  }
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return OLD_YEAR.test(word) ? LESSON : CLASS.test(word) && /[a-z]/.test(word) ? SCHOOL : 0;
  return (exact.get(word) || 0) | (stems.get(stem(word)) || 0) | (code === 121 && CLASS.test(word) ? SCHOOL : 0);
}

/** Words looked up lately; emptied when there are too many, so that odd input cannot fill the memory. */
const known = new Map<string, number>();
const MOST_KNOWN = 4000;

/** The bits of a word in lower case. */
export function bitsOf(word: string): number {
  let bits = known.get(word);
  if (bits === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    bits = lookUp(word);
    known.set(word, bits);
  }
  return bits;
}

/** A word that tells something. */
export interface Cue {
  readonly start: number;
  readonly bits: number;
  readonly word: string;
}

/** Words are looked up in blocks of this many characters, each once. */
const BLOCK = 256;
const LONGEST_WORD = 24;

/** A word of these letters may tell something: by its number, or that of its stem. Most words do not, and are made no string of. */
let mayTell: Uint8Array | null = null;
const PLACES = 0x3fff;

function makeTable(): Uint8Array {
  const table = new Uint8Array(PLACES + 1);
  for (const [, words] of EXACT) for (const one of words.split(' ')) table[numberOf(one) & PLACES] = 1;
  for (const [, words] of STEMS) for (const one of words.split(' ')) table[numberOf(stem(one)) & PLACES] = 1;
  return table;
}

/** The keys of the letters that endings are made of. */
const D = 4;
const E = 5;
const G = 7;
const I = 9;
const N = 14;
const S = 19;
const Y = 25;

/** How many letters the ending of a word has, as \`stem\` takes it off; by the keys of its last three letters. */
function endingOf(third: number, second: number, last: number): number {
  if ((last === S && second === E && third === I) || (last === G && second === N && third === I)) return 3;
  if (second === E && (last === D || last === S)) return 2;
  return last === E || last === S || last === Y ? 1 : 0;
}

/** The cues that begin in text[from..to), in order of place. */
export function cueFinder(text: string): (from: number, to: number) => readonly Cue[] {
  const blocks = new Map<number, readonly Cue[]>();
  const read = (block: number): readonly Cue[] => {
    const table = mayTell || makeTable();
    mayTell = table;
    const cues: Cue[] = [];
    const until = Math.min(text.length, (block + 1) * BLOCK);
    let at = block * BLOCK;
    // A word that the block begins in the middle of belongs to the one before.
    if (at > 0 && /\w/.test(text.charAt(at - 1))) while (at < text.length && (KEYS[text.charCodeAt(at)] !== 0 || isAccented(text.charCodeAt(at)))) at += 1;
    for (; at < until; at += 1) {
      const start = at;
      let number = 0;
      /** The number of all but the last letter, the last two, the last three. */
      let one = 0;
      let two = 0;
      let three = 0;
      let last = 0;
      let second = 0;
      let third = 0;
      let isPlain = true;
      for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        const key = KEYS[code] as number;
        if (key === 0) {
          if (!isAccented(code)) break;
          isPlain = false;
        }
        three = two;
        two = one;
        one = number;
        number = (number * STEP + key) & NUMBER;
        third = second;
        second = last;
        last = key;
      }
      const length = at - start;
      // An amount of money is no year.
      if (length === 0 || length > LONGEST_WORD || !isPlain || text.charAt(start - 1) === '£') continue;
      const first = text.charCodeAt(start);
      const ending = length <= 4 ? 0 : endingOf(third, second, last);
      const stemmed = ending === 0 ? number : ending === 1 ? one : ending === 2 ? two : three;
      if (table[number & PLACES] === 0 && table[stemmed & PLACES] === 0 && first > 57 && KEYS[first] !== Y) continue;
      const word = text.slice(start, at).toLowerCase();
      const bits = bitsOf(word);
      if (bits !== 0) cues.push({ start, bits, word });
    }
    return cues;
  };
  return (from, to) => {
    const found: Cue[] = [];
    for (let block = Math.max(0, Math.floor(from / BLOCK)); block * BLOCK < Math.min(to, text.length); block += 1) {
      let cues = blocks.get(block);
      if (cues === undefined) {
        cues = read(block);
        blocks.set(block, cues);
      }
      for (const cue of cues) if (cue.start >= from && cue.start < to) found.push(cue);
    }
    return found;
  };
}
