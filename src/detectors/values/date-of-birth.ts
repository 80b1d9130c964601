import { compactDigits, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { FAMILY } from '../people/family-words';

/*
 * Date of birth: a calendar date in any of the usual British ways (12/03/2011, 12.3.11, 12 March 2011, March 12th 2011,
 * 2011-03-12), where the words or the column header say that it is one. A date by itself is a term date or a deadline.
 *
 * Source: none is needed for the format; the words are those of school forms and exports.
 */

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const MONTH_WORD = `(?:${MONTHS})[a-z]{0,6}\\.?`;
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DATE = new RegExp(
  `(?:\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2} ?([-/.])\\s{0,9}\\d{1,2} ?\\2\\s{0,9}(?:\\d{4}|\\d{2})|\\d{1,2} \\d{1,2} (?:\\d{4}|\\d{2})|${DAY}[ \\n/-]?(?:day )?(?:of )?${MONTH_WORD},?[ \\n/-]?(?:\\d{4}|'?\\d{2})|${MONTH_WORD} ${DAY},?\\s\\d{4}|\\d{8})(?!\\d|[-/.]\\d)`,
  'iy',
);
const MONTH = new RegExp(MONTHS, 'i');
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day as digits `yyyymmdd`; empty when no such day exists or nobody alive was born on it. */
function dayOf(day: number, month: number, short: number): string {
  // Two digits are this century up to 35: the oldest pupil is 19, the oldest colleague about 80.
  const year = short > 99 ? short : short <= 35 ? 2000 + short : 1900 + short;
  if (year < 1920 || year > 2035 || day < 1) return '';
  // 03/25/2011 is the American order, which exports from some systems have.
  const isAmerican = month > 12 && day <= 12;
  const [realDay, realMonth] = isAmerican ? [month, day] : [day, month];
  if (realMonth < 1 || realMonth > 12 || realDay > (LONGEST_MONTH[realMonth - 1] as number)) return '';
  return String(year * 10000 + realMonth * 100 + realDay);
}

/** The day in any of the ways to write it. */
function asDay(written: string): string {
  const digits = compactDigits(written);
  if (written.length === 8 && digits === written) {
    const part = (from: number, to?: number): number => Number(digits.slice(from, to));
    return dayOf(part(6), part(4, 6), part(0, 4)) || dayOf(part(0, 2), part(2, 4), part(4));
  }
  const [first, second, third] = written.split(/\D+/).filter((part) => part !== '').map(Number) as [number, number, number];
  const named = MONTH.exec(written);
  if (named !== null) return dayOf(first, MONTHS.indexOf(named[0].toLowerCase()) / 4 + 1, second);
  return first > 99 ? dayOf(third, second, first) : dayOf(first, second, third);
}

const NAME = "[A-Z\\u00c0-\\u017f][\\w\\u00c0-\\u017f'-]+";
/** Whose it may be, at the beginning of a line; of a family one name is enough. */
const OWNER = new RegExp(`^(?:full )?(?:${FAMILY}|name|learner|patient|young person|brother|sister|sibling|twin|son|daughter|baby)(?:['’]?s)?(?: (?:full )?name)?$`, 'i');
/** “Child: Tyler Booth, ” at the end of what stands before. */
const AFTER_NAME = new RegExp(`(?:^|\\n)\\W{0,3}([A-Za-z'’ ]{2,23}[a-z])(?: \\d)?[ \\t]*[:-][ \\t]*(?:${NAME} ){0,3}?${NAME}[ ,;(-]{1,3}$`);
/** “Amy Low (b. ”, and words that a scanner has pulled apart. */
const BIRTH = /[a-z][ ,]*(?:\(b\.? ?|[ ,]b\. ?)$/;
const PULLED_APART = /(?:dateofbirth|d\.?o\.?b)\W*$/i;
/** Whose it is, where no name of two words tells: “her DOB”, “amy's date of birth”; “Theo (DOB”, “Mum: Amy”, “SALEH Jakub”, “forename: Amy”. */
const SAID_WHOSE = /(?:\b(?:his|her|their|s?he)|['’]s)(?: \w+)? (?:d\.?o\.?b|date of birth|birth ?da(?:y|te)|born)\b/i;
const WHOSE = new RegExp(`(?:[Mm]um|[Dd]ad|[Mm]other|[Ff]ather|[Pp]arent|[Cc]arer|[Bb]rother|[Ss]ister|[Tt]win|[Ss]on|[Dd]aughter|[Bb]aby|[Cc]hild)(?: \\d)?\\W{1,3}[A-Z]|[A-Z][a-z]{2,}(?:,| \\(| -) ?(?:D\\.?O\\.?B|dob|born)|\\b[A-Z][A-Z'-]{2,},? [A-Z][a-z]{2,}|\\b[A-Z][a-z]{2,}(?:, [A-Z][a-z]{2}| [A-Z]{3})|\\b[A-Z]\\.? [A-Z][a-z]{2,}|[Nn]ame\\W{1,5}[A-Z][a-z]|\\bfor [A-Z][a-z]{2,} `);
/** Words of other days in somebody's life. */
const OTHER_DAY =
  /\b(?:by|due|before|after|between|until|from|since|today|dated?|sen[dt]|left|admi\w+|enrol\w*|meeting|review|appointment|seen|expir\w+|party|(?:start|return|deadline|check|form|join|leav|mov|issu|visit|trip|attend|updat|receiv)(?:e?[sd]|ing)?)\b/i;

/** For the docs; no runtime reads it. */
export const dateOfBirthNotes: DetectorNotes = {
  title: 'Date of birth',
  source: 'No standard: the usual ways of writing a date, with the words of school forms',
  certainty:
    'Any other date is let go: the words “DOB”, “date of birth” or “born”, a column or heading that says so, or a field with a name in it must stand with it; without whose it is, it is weak.',
  shapeReason: 'it is a date on which a pupil or a colleague may have been born',
};

export const dateOfBirth = valueDetector({
  id: 'date-of-birth',
  details: 'dates of birth',
  pattern: DATE,
  compact: asDay,
  valid: (value) => value.length === 8,
  near: 'dob|d.o.b|d o b|date of birth|dates of birth|birth date|birthdate|born|birthday|birth certificate',
  letters: [3, 4, 5, 6, 7, 8, 9],
  digits: [1, 2, 4, 8],
  shape: 30,
  needsName: true,
  namedBy: { test: (text) => SAID_WHOSE.test(text) || WHOSE.test(text) },
  reach: 40,
  surroundings(before) {
    if (/birthday\b[^.!?\n]* on (?:\w+day )?(?:the )?$/i.test(before)) return -60;
    return OWNER.test((AFTER_NAME.exec(before) ?? ['', ''])[1]) || BIRTH.test(before) || PULLED_APART.test(before.slice(-48).replace(/\s+/g, '')) ? 40 : 0;
  },
  severs: (between) => OTHER_DAY.test(between) || /\b[a-z]{2,}ed\W*$|\bon (?:\w+day )?$/.test(between),
  // A few words in the line, or the next line: “DOB for Theo is”, but not “born in a zoo. Date: Fri,” nor “DOB forms by”.
  bridge: new RegExp(`^(?!.*${OTHER_DAY.source})[^\\w\\n]*(?:\\w+[^\\w\\n!?]+){0,7}$|^\\W*$`, 'i'),
});
