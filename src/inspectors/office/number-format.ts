/**
 * How a spreadsheet shows a number, as far as it matters to a reader of identifiers: as a date, a time, digits in a pattern
 * (`00-00-00`, the way sort codes and phone numbers are kept), or as it is.
 */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date'; readonly hasDate: boolean; readonly hasTime: boolean }
  | { readonly kind: 'pattern'; readonly pattern: string };

export const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date', hasDate: true, hasTime: false };
const TIME: NumberFormat = { kind: 'date', hasDate: false, hasTime: true };
const DATE_TIME: NumberFormat = { kind: 'date', hasDate: true, hasTime: true };

/** The formats that have a number instead of a code (ISO/IEC 29500-1 18.8.30; 27-36 and 50-58 are East Asian dates). */
export function builtInFormat(id: number): NumberFormat {
  if (/^(1[4-7]|2[7-9]|3[016]|5[0-8])$/.test(String(id))) return DATE;
  if (/^(1[89]|2[01]|3[2-5]|4[5-7])$/.test(String(id))) return TIME;
  return id === 22 ? DATE_TIME : PLAIN;
}

/** Codes longer than this are taken as plain: Excel allows 255 characters. */
const LONGEST_CODE = 255;

/** Reads a format code such as `dd/mm/yyyy` or `00-00-00`; its first section counts, the one for positive numbers. */
export function readFormat(code: string): NumberFormat {
  if (code.length > LONGEST_CODE) return PLAIN;
  let letters = '';
  let pattern = '';
  let isPattern = true;
  for (let at = 0; at < code.length && code.charAt(at) !== ';'; at += 1) {
    const character = code.charAt(at);
    if (character === '"') {
      const end = code.indexOf('"', at + 1);
      const literal = code.slice(at + 1, end === -1 ? code.length : end);
      if (/[0#]/.test(literal)) isPattern = false;
      pattern += literal;
      at += literal.length + 1;
    } else if (character === '[') {
      const end = code.indexOf(']', at);
      const inside = code.slice(at + 1, end === -1 ? code.length : end).toLowerCase();
      // Elapsed time is written [h], [mm]; other brackets are colours, conditions and locales.
      if (/^(h+|m+|s+)$/.test(inside)) letters += inside;
      at = end === -1 ? code.length : end;
    } else if (character === '\\') {
      at += 1;
      pattern += code.charAt(at);
    } else if (character === '_' || character === '*') at += 1;
    else {
      letters += character.toLowerCase();
      pattern += character;
      if (!/[0# ()\-+]/.test(character)) isPattern = false;
    }
  }
  if (letters !== 'general' && letters !== '@' && /[dmyhse]/.test(letters) && !/[0#]/.test(letters.replace(/s\.0+|\.0+/g, ''))) {
    const hasTime = /[hs]/.test(letters);
    return { kind: 'date', hasDate: /[dy]/.test(letters) || !hasTime, hasTime };
  }
  return isPattern && /0[^#]*0/.test(pattern) ? { kind: 'pattern', pattern } : PLAIN;
}

/** The number as a reader sees it; never with an exponent as long as it is below 10^21. */
export function showNumber(value: number, format: NumberFormat, is1904: boolean): string {
  if (format.kind === 'date') return showDate(value, format, is1904) ?? String(value);
  if (format.kind === 'pattern') return fillPattern(value, format.pattern) ?? String(value);
  // Spreadsheets show 15 digits; what a fraction has beyond them is the noise of binary arithmetic.
  return value === Math.floor(value) ? String(value) : String(Number(value.toPrecision(15)));
}

function fillPattern(value: number, pattern: string): string | null {
  if (value < 0 || value !== Math.floor(value) || value >= 1e15) return null;
  let digits = String(value);
  let text = '';
  let first = -1;
  for (let at = 0; at < pattern.length && first === -1; at += 1) if (/[0#]/.test(pattern.charAt(at))) first = at;
  for (let at = pattern.length - 1; at >= 0; at -= 1) {
    const character = pattern.charAt(at);
    if (character !== '0' && character !== '#') text = character + text;
    else if (at === first) text = (digits === '' && character === '0' ? '0' : digits) + text;
    else if (digits !== '') {
      text = digits.charAt(digits.length - 1) + text;
      digits = digits.slice(0, -1);
    } else if (character === '0') text = `0${text}`;
  }
  return text;
}

const SECONDS_PER_DAY = 86400;
/** 31 December 9999, the last date a spreadsheet knows; 1 January 1970; how far a calendar that begins in 1904 is behind. */
const LAST_DAY = 2958465;
const DAY_OF_1970 = 25569;
const DAYS_1904 = 1462;

/** Dates come back again and again in a column: the ones shown last are kept. */
const KEPT_DATES = 1000;
const keptDates = new Map<number, string>();

/** A day number as `2012-03-04`, `2012-03-04 14:30` or `14:30:05`; null when it is no date. */
function showDate(value: number, { hasDate, hasTime }: { hasDate: boolean; hasTime: boolean }, is1904: boolean): string | null {
  const days = is1904 ? value + DAYS_1904 : value;
  if (!(value >= 0 && days <= LAST_DAY)) return null;
  // Excel counts a 29 February 1900 that never was: day 60, and every day before it is one less than it should be.
  const seconds = Math.round((days < 60 ? days + 1 : days) * SECONDS_PER_DAY);
  const written = keptDates.get(seconds) ?? new Date((seconds - DAY_OF_1970 * SECONDS_PER_DAY) * 1000).toISOString();
  if (keptDates.size >= KEPT_DATES) keptDates.clear();
  keptDates.set(seconds, written);
  const time = written.slice(11, seconds % 60 === 0 ? 16 : 19);
  if (!hasDate) return time;
  const date = written.slice(0, 10);
  return hasTime && time !== '00:00' ? `${date} ${time}` : date;
}

/** A number kept in 30 bits ([MS-XLSB] 2.5.122): an integer or the upper part of a float, perhaps a hundred times too large. */
export function decodeRk(rk: number): number {
  const isHundredfold = (rk & 1) !== 0;
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, (rk & 0xfffffffc) >>> 0, true);
  const value = (rk & 2) !== 0 ? rk >> 2 : view.getFloat64(0, true);
  return isHundredfold ? value / 100 : value;
}
