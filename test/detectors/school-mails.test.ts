import { scanText, sensitiveData } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import type { Match } from '../../src/domain';
import type { Expected, SchoolMail } from './mails/mail-writer';
import { schoolMails } from './mails/school-mails';

/** True when a match of the detector covers the value anywhere it stands; what is told of somebody may be shown by another word of its line. */
function isFound(text: string, { detector, written }: Expected, matches: readonly Match[]): boolean {
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const isProse = detector === 'special-category' && !/[\t,;|]/.test(text.slice(at, at + written.length + 1));
    const start = isProse ? text.lastIndexOf('\n', at) : at;
    const end = isProse ? (text + '\n').indexOf('\n', at) : at + written.length;
    if (matches.some((match) => match.detector === detector && match.start < end && match.end > start)) return true;
  }
  return false;
}

const named = (mails: readonly SchoolMail[]) => mails.map((mail) => [`${mail.style}: ${mail.name}`, mail] as const);
/** What is told in them is missed. */
const MISSED: readonly string[] = ['a staff grievance'];
const holding = schoolMails.filter(({ name, expected }) => expected.length > 0 && !MISSED.includes(name));
const harmless = schoolMails.filter(({ expected }) => expected.length === 0);

describe('what is in a mail is found', () => {
  test.each(named(holding))('%s', (_name, { text, expected, people }) => {
    const scan = scanText(text, DEFAULT_DETECTION);
    expect(expected.filter((value) => !isFound(text, value, scan.matches))).toEqual([]);
    if (people !== undefined) expect(scan.people).toBe(people);
  });
});

test.each(named(schoolMails.filter(({ name }) => MISSED.includes(name))))('%s is still missed', (_name, { text, expected }) => {
  expect(expected.some((value) => isFound(text, value, scanText(text, DEFAULT_DETECTION).matches))).toBe(false);
});

describe('a mail that nobody should be stopped for', () => {
  test.each(named(harmless))('%s', (_name, { text }) => {
    const scan = scanText(text, DEFAULT_DETECTION);
    expect(scan.matches.filter(({ level }) => level !== 'low').map(({ start, end }) => text.slice(start, end))).toEqual([]);
    expect(sensitiveData(scan, DEFAULT_DETECTION, 'outside')).toBeNull();
  });
});
