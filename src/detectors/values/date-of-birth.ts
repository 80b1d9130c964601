import { valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';

/*
 * Date of birth: a calendar date in any of the usual British ways (12/03/2011, 12.3.11, 12 March 2011, March 12th 2011,
 * 2011-03-12), where the words or the column header say that it is one. A date by itself is a term date or a deadline.
 *
 * Source: none is needed for the format; the words are those of school forms and exports.
 */

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const MONTH_WORD = `(?:${MONTHS})[a-z]{0,6}\\.?`;
const DATE = new RegExp(
  `(?:\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/. ])\\d{1,2}\\2(?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?[ -]?(?:of )?${MONTH_WORD},?[ -]?(?:\\d{4}|'?\\d{2}))(?!\\d|[-/.]\\d)`,
  'iy',
);
const NAMED = new RegExp(`^(\\d{1,2})[a-z]{0,2}?[ -]?(?:of )?(${MONTHS})[a-z.,]*[ -]?'?(\\d+)$`, 'i');
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Day, month and year as digits `yyyymmdd`; empty when no such day exists or nobody alive was born on it. */
function asDay(written: string): string {
  const numbers = written.split(/\D+/).map(Number);
  const isYearFirst = (numbers[0] as number) > 99;
  const named = /[a-z]/i.test(written) ? NAMED.exec(written) : null;
  const day = named === null ? (numbers[isYearFirst ? 2 : 0] as number) : Number(named[1]);
  const month = named === null ? (numbers[1] as number) : MONTHS.indexOf((named[2] as string).toLowerCase()) / 4 + 1;
  const short = named === null ? (numbers[isYearFirst ? 0 : 2] as number) : Number(named[3]);
  // Two digits are this century up to 35: the oldest pupil is 19, the oldest colleague about 80.
  const year = short > 99 ? short : short <= 35 ? 2000 + short : 1900 + short;
  if (year < 1920 || year > 2035 || day < 1) return '';
  // 03/25/2011 is the American order, which exports from some systems have.
  const isAmerican = month > 12 && day <= 12;
  const [realDay, realMonth] = isAmerican ? [month, day] : [day, month];
  if (realMonth < 1 || realMonth > 12 || realDay > (LONGEST_MONTH[realMonth - 1] as number)) return '';
  return String(year * 10000 + realMonth * 100 + realDay);
}

/** “Child: Tyler Booth, ” at the end of what stands before. */
const AFTER_NAME =
  /\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Ll]earner|[Pp]atient|[Yy]oung person|[Nn]ame)(?:['’]?s)?(?: (?:full )?name)?[ \t]*[:-][ \t]*(?:[A-Z\u00c0-\u017f][\w\u00c0-\u017f'-]+ ){1,3}?[A-Z\u00c0-\u017f][\w\u00c0-\u017f'-]+[ ,;(-]{1,3}$/;

/** For the docs; no runtime reads it. */
export const dateOfBirthNotes: DetectorNotes = {
  title: 'Date of birth',
  source: 'No standard: the usual ways of writing a date, with the words of school forms',
  certainty:
    'Any other date is let go: the words “DOB”, “date of birth” or “born”, or a column headed so, must stand with it.',
  shapeReason: 'it is a date on which a pupil or a colleague may have been born',
};

export const dateOfBirth = valueDetector({
  id: 'date-of-birth',
  details: 'dates of birth',
  pattern: DATE,
  compact: asDay,
  valid: (value) => value.length === 8,
  near: 'dob|d.o.b|d o b|date of birth|dates of birth|birth date|birthdate|born|birthday is',
  digits: [1, 2, 4],
  shape: 30,
  needsName: true,
  reach: 40,
  // A few words in the line, or the next line: “DOB for Theo is”, but not “born in a zoo. Date: Fri,” nor “DOB forms by”.
  surroundings: (before) => (AFTER_NAME.test(before) ? [40, 'field'] : null),
  bridge: /^(?!.*\b(?:starts?|by|due|before|until|return|deadline|checks?|forms?|send|from)\b)[^\w\n]*(?:\w+[^\w\n]+){0,5}$|^\W*$/,
});
