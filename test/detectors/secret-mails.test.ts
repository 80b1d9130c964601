import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findMatches } from '../../src/detectors';
import { makePage } from '../../src/detectors/page';
import { candidatesIn } from '../../src/detectors/secrets/candidates';
import { AFTER, BEFORE, LAST, SIGNS, signsOf, wordsAround, WIDE } from '../../src/detectors/secrets/evidence';
import { DEFAULT_DETECTION } from '../../src/domain';

/** A mail that was read and labelled by whoever wrote it; `secrets` are in those that are learned from. */
interface SecretMail {
  readonly label: 'secret' | 'silent';
  readonly subject: string;
  readonly text: string;
  readonly secrets?: readonly string[];
}

const FOLDER = path.join(__dirname, 'secret-mails');
const read = (name: string): readonly SecretMail[] => fs.readFileSync(path.join(FOLDER, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as SecretMail);
const heldBack = read('held-back.jsonl');
const learnedFrom = read('learned-from.jsonl');
/** Lines that were written one by one; two in three are learned from. */
const linesHeldBack = read('short-held-back.jsonl');

const textOf = ({ subject, text }: SecretMail): string => (subject === '' ? text : `${subject}\n${text}`);
const speaks = (mail: SecretMail): boolean => findMatches(textOf(mail), DEFAULT_DETECTION).some(({ detector, level }) => detector === 'credentials' && level !== 'low');
const share = (mails: readonly SecretMail[]): number => mails.filter(speaks).length / mails.length;

describe('mails that nothing was learned from', () => {
  const secret = heldBack.filter(({ label }) => label === 'secret');
  const silent = heldBack.filter(({ label }) => label === 'silent');

  test('of those that give a secret away, half of them without a word for one, seven in ten are found', () => {
    expect(secret.length).toBeGreaterThan(250);
    expect(share(secret)).toBeGreaterThan(0.75);
  });

  test('of those that give none away hardly any speaks', () => {
    expect(silent.length).toBeGreaterThan(500);
    expect(share(silent)).toBeLessThan(0.01);
  });

  test('none of them was learned from', () => {
    const known = new Set(learnedFrom.map(textOf));
    expect([...heldBack, ...linesHeldBack].filter((mail) => known.has(textOf(mail)))).toEqual([]);
  });
});

describe('lines that nothing was learned from', () => {
  const secret = linesHeldBack.filter(({ label }) => label === 'secret');
  const silent = linesHeldBack.filter(({ label }) => label === 'silent');

  test('of those with a code or a password, many spelt out or in plain words, eight in ten are found', () => {
    expect(secret.length).toBeGreaterThan(60);
    expect(share(secret)).toBeGreaterThan(0.8);
  });

  test('of those with the number of an order, a room, a model or an exam hardly any speaks', () => {
    expect(silent.length).toBeGreaterThan(80);
    expect(share(silent)).toBeLessThan(0.07);
  });
});

test('of the mails that were learned from each secret stands where it is said to', () => {
  expect(learnedFrom.filter((mail) => (mail.secrets ?? []).some((secret) => !textOf(mail).includes(secret)))).toEqual([]);
});

test('the weights in the source are those that the mails give', () => {
  const { status, stdout } = spawnSync(process.execPath, [path.join(FOLDER, 'learn.mjs'), '--check'], { encoding: 'utf8' });
  expect(stdout).toContain('of the weights are as in src/detectors/secrets/weights.ts');
  expect(status).toBe(0);
}, 120_000);

const pageOf = (text: string) => makePage(text, DEFAULT_DETECTION);

describe('what may be a secret', () => {
  const written = (text: string): readonly string[] => candidatesIn(pageOf(text), 100).map(({ start, end }) => text.slice(start, end));

  test.each<readonly [string, readonly string[]]>([
    ['The side gate is 4719# now.', ['4719#']],
    ['type in C1357X, then turn', ['C1357X']],
    ['pw: SunnyBadger42!', ['SunnyBadger42!']],
    ['user=office1;Password=S3cr3t!pass;', ['office1', 'S3cr3t!pass']],
    ['the panel takes 6 8 2 0 and then the bell', ['6 8 2 0']],
    ['the panel takes B 4 1 9 X today', ['B 4 1 9 X']],
    ['dial 24 07 16, or 482 913', ['24 07 16', '482 913']],
    ['8 then 1 then 7 and push', ['8 then 1 then 7']],
    ['it spins to 4 - 1 - 9 now', ['4 - 1 - 9']],
    ['“QK7P-3MWD” is the next', ['QK7P-3MWD']],
    ['login tkay and Mango!Lassi please', ['Mango!Lassi']],
    ['Safe: left 31, right 8, left 55.', ['left 31, right 8, left 55']],
    ['The old dial: 37 left, 12 right, 5 left', ['37 left, 12 right, 5 left']],
    ['The password for the tablet is otters and bees.', ['otters and bees']],
    ['the password is “Old Barn Door”', ['Old Barn Door']],
    ['Picture password: cat, sun, boat', ['cat, sun, boat']],
    ['The lock is fifty-two ninety now, and the shed double four one oh', ['fifty-two ninety', 'double four one oh']],
    ['Alarm: seven, then two, then nine', ['seven, then two, then nine']],
    ['log in as hclass then blue kettle seven', ['blue kettle seven']],
    ['type blue kettle seven, all small', ['blue kettle seven']],
    ['The password is otters for now', ['otters']],
    ['password is March2026', ['March2026']],
    ['March2026! is on the card', ['March2026!']],
    ['Password: correct horse battery staple', ['correct horse battery staple']],
  ])('%s', (text, wanted) => {
    expect(written(text)).toEqual(wanted);
  });

  test.each([
    'Meet at 9.15am on the 3rd, 12/03/2026, for 25 mins.',
    '£450 or 4,500 pupils, 3.5 % and 10-12 of them',
    'See https://www.example.org/item42x7 or www.example.org/a9b8c7',
    'ask jo2@hazelwood.example for list3.xlsx and v2.10',
    'Card 4111 1111 1111 1111, NHS 999 000 0018, order 10077123456',
    'password: <your password>, or ********, or TBC',
    'The password is required. Your password has been reset.',
    'Please find it attached. Password:\n\nRegards\nAnn',
    'Password:\nBest wishes\nMrs Bell',
    `${'aB3x'.repeat(30)}`,
    'Today is May-2021, not 3-Jun-21, Sept2026, 1st-July, 14 May 2019 or July 19th, 2002',
    'From 2026-27 on, and 2026-05-03',
    'One or two of the three four-year-olds came, and then five',
    'type your name, then enter the hall',
    'The password is never asked for in full',
    'Q&A with M&S and AT&T',
    '',
  ])('nothing: %s', (text) => {
    expect(written(text)).toEqual([]);
  });

  test('a book of numbers is not read to its end', () => {
    expect(candidatesIn(pageOf('4719 '.repeat(500)), 50)).toHaveLength(50);
  });
});

describe('what is seen of it', () => {
  const signs = (text: string): readonly string[] => candidatesIn(pageOf(text), 10).flatMap((candidate) => signsOf(pageOf(text), candidate).map((sign) => SIGNS[sign] ?? ''));

  test.each<readonly [string, readonly string[]]>([
    ['Gate: 4719#', ['digits4', 'ending', 'colon', 'endsLine', 'endsText', 'note']],
    ['It is 2018, I think', ['digits4', 'year', 'commaAfter', 'note']],
    ['come at 0915 today', ['digits4', 'time', 'note']],
    ['turn to 24 07 16', ['digits6', 'grouped', 'endsLine', 'endsText', 'note']],
    ['1 9 7 3 is it', ['digits4', 'oneByOne', 'grouped', 'newLine', 'note']],
    ['use (SunnyBadger42)', ['capitalised', 'camel', 'bracket', 'note']],
    ['amy / fern2019', ['small', 'yearAtEnd', 'manyDigits', 'slash', 'endsLine', 'endsText', 'note']],
    ['room B12\n\n\nleft', ['lettersAndDigits', 'endsLine', 'note']],
    ['C417X it is', ['keypad', 'lettersAndDigits', 'newLine', 'note']],
    ['bring MFC-L8690 too', ['capitals', 'reference', 'manyDigits', 'innerHyphen', 'note']],
    ['push fifty-two ninety, then', ['digits4', 'commaAfter', 'spelt', 'note']],
    ['a password like Tr33H0use!', ['capitalised', 'endingSign', 'endsLine', 'endsText', 'advice', 'note']],
  ])('%s', (text, wanted) => {
    expect(signs(text)).toEqual(wanted);
  });
});

test('the words around it are seen by where they stand, and none beyond a blank line after it', () => {
  const text = 'One two three four five six\n\nthe gate is 4719 now please turn it and push hard.\n\nNot this';
  const page = pageOf(text);
  const [candidate] = candidatesIn(page, 1);
  const seen: (readonly [number, string])[] = [];
  if (candidate !== undefined) wordsAround(page, candidate, (place, _stem, from, to) => void seen.push([place, text.slice(from, to)]));
  const at = (wanted: number): string => seen.filter(([place]) => place === wanted).map(([, word]) => word).join(' ');
  expect(at(LAST)).toBe('is');
  expect(at(BEFORE)).toBe('gate the six');
  expect(at(AFTER)).toBe('now please turn');
  expect(at(WIDE)).toBe('five four three two One it and push hard');
});

describe('a secret is given away', () => {
  const found = (text: string): readonly string[] => findMatches(text, DEFAULT_DETECTION).filter(({ detector, level }) => detector === 'credentials' && level !== 'low').map(({ start, end }) => text.slice(start, end));

  test('in the same words as none is', () => {
    expect(found('The side gate code is 4719 from Monday.')).toEqual(['4719']);
    expect(found('The side gate order number is 4719 from Monday.')).toEqual([]);
    expect(found('The side gate code changes on Monday, ask Ron.')).toEqual([]);
  });

  test('never by its look alone in a long text', () => {
    const long = 'The choir sang and the band played while parents found their seats in the hall. '.repeat(30);
    expect(found(`${long}\n\nCall SunnyBadger42 from the main loop.\n\n${long}`)).toEqual([]);
    expect(found(`${long}\n\nThe password for the laptop is SunnyBadger42.\n\n${long}`)).toEqual(['SunnyBadger42']);
  });

  test('what is somebody’s number or telephone is no code of a door', () => {
    expect(found('To get in at the gate ring 07700 900412 and say the alarm code is with Ron.')).toEqual([]);
  });
});
