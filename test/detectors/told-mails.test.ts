import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findMatches } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { isKnownStem, weighPassage } from '../../src/detectors/told/passage';
import { passagesOf } from '../../src/detectors/told/passages';
import { END, isCapitalised, numberOfStem, PLACES_OF_WORD, readWords, START, STEM, stemOf } from '../../src/detectors/words/text-words';
import type { TextWords } from '../../src/detectors/words/text-words';
import { SIGNS } from '../../src/detectors/told/evidence';
import { passagesToLearn } from '../../src/detectors/told/told';

/** A mail that was read and labelled by whoever wrote it. */
interface ToldMail {
  readonly label: 'told' | 'silent';
  readonly subject?: string;
  readonly text: string;
}

const FOLDER = path.join(__dirname, 'told-mails');
const read = (name: string): readonly ToldMail[] => fs.readFileSync(path.join(FOLDER, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as ToldMail);
const heldBack = read('held-back.jsonl');
const learnedFrom = read('learned-from.jsonl');

const textOf = ({ subject, text }: ToldMail): string => (subject === undefined ? text : `${subject}\n${text}`);
const speaks = (mail: ToldMail): boolean => findMatches(textOf(mail), DEFAULT_DETECTION).some(({ level }) => level !== 'low');

describe('mails that nothing was learned from', () => {
  const told = heldBack.filter(({ label }) => label === 'told');
  const silent = heldBack.filter(({ label }) => label === 'silent');

  test('of those that tell something of somebody two in three are found', () => {
    expect(told.length).toBeGreaterThan(500);
    expect(told.filter(speaks).length / told.length).toBeGreaterThan(0.66);
  });

  test('of those that tell nothing, half of them look-alikes, hardly any speaks', () => {
    expect(silent.length).toBeGreaterThan(500);
    expect(silent.filter(speaks).length / silent.length).toBeLessThan(0.03);
  });

  const SIGNATURES: readonly (readonly [string, string])[] = [
    ['a close, a name and an office', '\n\nKind regards\nHarriet Jolly\nYear 5 teacher, Oakfield Academy\n01632 960 140'],
    ['a name and an office', '\n\nHarriet Jolly | Premises Manager | Oakfield Academy\nt: 01632 960 140'],
    ['two dashes', '\nHarriet\n--\nHarriet Jolly\nOakfield Academy, 01632 960 140'],
    ['the footer of the organisation', '\n\nThanks, Harriet\n\nThis email and any files with it are confidential and meant only for the person it is addressed to. If it is not for you, tell the sender and delete it.'],
  ];

  test.each(SIGNATURES)('as many are found, and no more speak, with %s below them', (_what, signature) => {
    const signed = (mails: readonly ToldMail[]): number => mails.filter((mail) => speaks({ ...mail, text: mail.text + signature })).length;
    expect(signed(told) / told.length).toBeGreaterThan(0.66);
    expect(signed(silent) / silent.length).toBeLessThan(0.03);
  });

  const CASES: readonly (readonly [string, (text: string) => string])[] = [
    ['small letters', (text) => text.toLowerCase()],
    ['capitals', (text) => text.toUpperCase()],
  ];

  test.each(CASES)('typed in %s three in five are found, and no more speak', (_what, typed) => {
    const turned = (mails: readonly ToldMail[]): number => mails.filter((mail) => speaks({ label: mail.label, text: typed(textOf(mail)) })).length;
    expect(turned(told) / told.length).toBeGreaterThan(0.6);
    expect(turned(silent) / silent.length).toBeLessThan(0.03);
  });

  test('among three mails that tell nothing as many are found', () => {
    const quiet = silent.filter((mail) => !speaks(mail)).map(textOf);
    const among = (mails: readonly ToldMail[]): number => mails.filter((mail, i) => {
      const [above, below, lowest] = [0, 1, 2].map((more) => quiet[((i + more) * 7919) % quiet.length]);
      return speaks({ label: mail.label, text: [above, textOf(mail), below, lowest].join('\n\n') });
    }).length;
    expect(among(told) / told.length).toBeGreaterThan(0.67);
    expect(among(silent) / silent.length).toBeLessThan(0.06);
  });

  test('none of them was learned from', () => {
    const known = new Set(learnedFrom.map(textOf));
    expect(heldBack.filter((mail) => known.has(textOf(mail)))).toEqual([]);
  });
});

test('the weights in the source are those that the mails give', () => {
  const { status, stdout } = spawnSync(process.execPath, [path.join(FOLDER, 'learn.mjs'), '--check'], { encoding: 'utf8' });
  expect(stdout).toContain('of the stems weigh as in src/detectors/told/passage-weights.ts');
  expect(status).toBe(0);
}, 120_000);

describe('the words of a passage', () => {
  const wordsOf = (text: string): TextWords => readWords(text, new Uint16Array(2), new Uint16Array(2), []);
  const stems = (text: string): readonly number[] => {
    const { count, all } = wordsOf(text);
    return Array.from({ length: count }, (_, i) => all[i * PLACES_OF_WORD + STEM] as number);
  };
  const numbers = (...written: readonly string[]): readonly number[] => written.map(numberOfStem);
  const weigh = (text: string, unheard: readonly number[] = []): number => weighPassage(text, wordsOf(text), 0, text.length, unheard);

  test('endings do not count, nor do capitals', () => {
    expect(stems('cope copes coping coped')).toEqual(numbers('cop', 'cop', 'cop', 'cop'));
    expect(stems('planning falling passes daily')).toEqual(numbers('plan', 'fall', 'pass', 'dai'));
    expect(stems('Mum MUM mum’s')).toEqual(numbers('mum', 'mum', 'mum', 's'));
    expect('planning falling passes daily coped gates busy'.split(' ').map(stemOf)).toEqual(stems('planning falling passes daily coped gates busy'));
  });

  test('amounts, numbers and questions have marks, and letters with an accent are letters', () => {
    expect(stems('£4,500?\n12 2026 !:')).toEqual(numbers('£', '#1', '#3', '?', '#2', '#4', '!', ':'));
    expect(stems('Łucja Öztürk Y9')).toEqual(numbers('łucja', 'öztürk', 'y9'));
  });

  test('each has its place', () => {
    const text = 'An é, or: Zoë’s\tlist';
    const { count, all } = wordsOf(text);
    expect(Array.from({ length: count }, (_, i) => text.slice(all[i * PLACES_OF_WORD + START], all[i * PLACES_OF_WORD + END]))).toEqual(['An', 'é', 'or', ':', 'Zoë', 's', 'list']);
  });

  test('a long text has all its words', () => {
    expect(wordsOf('a '.repeat(10_000)).count).toBe(10_000);
    expect(wordsOf('!'.repeat(10_000)).count).toBe(10_000);
    expect(stems(`${'a'.repeat(50_000)} mum`)).toHaveLength(2);
  });

  test('a word with one capital may be a name', () => {
    expect(['Amelia', 'Łucja', 'Öztürk', 'İlknur', 'amelia', 'UPN', 'Jo', 'éric'].map((word) => isCapitalised(word, 0, word.length))).toEqual([true, true, true, true, false, false, false, false]);
  });

  test('a word counts once, a name by what it is, and words that the policy lets say nothing not at all', () => {
    const nothing = weigh('');
    expect(isKnownStem(stemOf('mum'))).toBe(true);
    expect(weigh('mum')).toBeGreaterThan(nothing);
    expect(weigh('mum mum Mum')).toBe(weigh('mum'));
    expect(weigh('mum', [stemOf('Mum')])).toBe(nothing);
    expect(weigh('Qwzx Vlkj')).toBe(weigh('Bnmq'));
    expect(weigh('qwzx')).toBe(nothing);
  });
});

describe('passages', () => {
  const paragraph = 'The hall is booked for the choir and the band. Chairs go back after the concert, and the keys to the office. ';
  const covered = (text: string, tables: readonly { readonly start: number; readonly end: number }[] = []): string => passagesOf(text, tables).map(({ start, end }) => text.slice(start, end)).join('');

  test('a short text is one, and nothing of a long one is lost', () => {
    expect(passagesOf(paragraph, [])).toEqual([{ start: 0, end: paragraph.length, isPart: false }]);
    for (const text of [`${paragraph}\n\n`.repeat(40), paragraph.repeat(40), 'word '.repeat(2000), 'x'.repeat(5000), '\n\n'.repeat(900)]) expect(covered(text)).toBe(text);
  });

  test('none is long, and each but the last has some length', () => {
    const passages = passagesOf(`${paragraph}\n\n`.repeat(40), []);
    expect(passages.length).toBeGreaterThan(8);
    expect(passages.every(({ start, end, isPart }) => end - start <= 600 && isPart)).toBe(true);
    expect(passages.slice(0, -1).every(({ start, end }) => end - start >= 150)).toBe(true);
  });

  test('tables belong to none', () => {
    const text = `${paragraph}TABLE${paragraph}`;
    const table = { start: paragraph.length, end: paragraph.length + 5 };
    expect(covered(text, [table])).toBe(paragraph + paragraph);
  });
});

describe('what is seen of a passage and its sensitive words', () => {
  const names = (signs: readonly number[]): readonly string[] => signs.map((sign) => SIGNS[sign] ?? '');
  const seen = (text: string): unknown => passagesToLearn(text, DEFAULT_DETECTION, isKnownStem).map(({ signs, hits }) => ({ signs: names(signs), hits: hits.map(names) }));

  test.each([
    ['Amelia Clarke has an EHCP.', ['official', 'name', 'saidPlainly', 'brief']],
    ['Theo was sent to isolation again.', ['ordinary', 'name', 'said', 'brief']],
    ['KL (Y6) is on a child protection plan.', ['official', 'initials', 'saidPlainly', 'brief']],
    ['The new lad takes insulin.', ['telling', 'somebody', 'said', 'brief']],
    ['Her asthma is bad.', ['telling', 'pronoun', 'brief']],
    ['They have asthma.', ['telling', 'they', 'brief']],
    ['She teaches dyslexia awareness.', ['telling', 'pronoun', 'brief', 'head', 'work']],
    ['Macbeth and his epilepsy', ['telling', 'name', 'pronoun', 'brief', 'lesson']],
    ['KL was arrested.', ['telling', 'initials', 'saidPlainly', 'brief']],
    ['FSM: Ruth Adams, Tim Moss', ['official', 'name', 'saidPlainly', 'brief']],
    ['Hazard: asthma', ['telling', 'name', 'brief']],
    ['Theo Khan\n\nHas asthma.', ['telling', 'name', 'saidPlainly', 'brief']],
  ])('%s', (text, hit) => {
    expect(seen(text)).toEqual([{ signs: expect.arrayContaining(['note']) as unknown, hits: [hit] }]);
  });

  test('only who stands in its sentence is seen of a word', () => {
    expect(seen('Asthma pumps are in the office.\nTheo Khan is in goal.')).toEqual([{ signs: ['school', 'note'], hits: [['telling', 'brief']] }]);
    expect(seen('Mr. Khan has asthma. The pumps are here')).toEqual([{ signs: ['school', 'moreSchool', 'note'], hits: [['telling', 'name', 'saidPlainly', 'brief']] }]);
  });

  test('words of school life, and that it is a note', () => {
    expect(seen('Theo is in goal for Y9.')).toEqual([{ signs: ['school', 'moreSchool', 'note'], hits: [] }]);
    expect(seen('Theo is in goal.')).toEqual([{ signs: ['school', 'note'], hits: [] }]);
    expect(seen('> Theo is in goal.\nwww.goal.example')).toEqual([{ signs: [], hits: [] }]);
  });

  test('nothing is learned from passages that speak of nobody', () => {
    expect(seen('the boiler is fixed and the hall is warm')).toEqual([]);
  });
});

describe('a passage speaks for and against', () => {
  const sure = (text: string): readonly string[] => findMatches(text, DEFAULT_DETECTION).filter(({ level }) => level !== 'low').map(({ detector }) => detector);

  test('what is told in no term at all is found by its words', () => {
    expect(sure("Please keep an eye on Tomas. Mum rang in tears, dad has left and she doesn't want the other parents to know. He's not been eating and he cried at lunch.")).toContain('special-category');
  });

  test('a rota that names people beside the same words is left alone', () => {
    expect(sure('Asthma and EpiPen refresher, hall, Tuesday 3.30: Petra, Gwen, Lucas and Yusuf. Register on the door. Coffee from 3.')).toEqual([]);
  });

  test('what the policy lets say nothing does not speak by its passage either', () => {
    const text = 'Theo Khan has asthma.';
    expect(findMatches(text, { ...DEFAULT_DETECTION, specialCategoryTerms: [{ term: 'asthma', weight: 0 }] })).toEqual([]);
  });
});
