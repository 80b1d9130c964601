/*
 * Writes school mails with numbers that are valid and belong to nobody, and keeps what a reader should find in them.
 */

/** A value in a mail that a detector should find, as it is written there. */
export interface Expected {
  readonly detector: string;
  readonly written: string;
}

/** A mail, and what there is to find in it. */
export interface SchoolMail {
  /** Who writes what, in a few words. */
  readonly name: string;
  /** The job of the one who writes. */
  readonly style: string;
  readonly text: string;
  /** Empty for a mail that nobody should be stopped for. */
  readonly expected: readonly Expected[];
  /** Distinct people, where the number matters. */
  readonly people?: number;
}

const digitsOf = (text: string): readonly number[] => text.split('').map(Number);
const weighted = (digits: readonly number[], first: number): number => digits.reduce((sum, digit, i) => sum + digit * (first - i), 0);

function nhsNumber(serial: number): string {
  for (let i = serial; ; i += 1) {
    const nine = `999${String(100000 + i * 37).slice(0, 6)}`;
    const check = 11 - (weighted(digitsOf(nine), 10) % 11);
    if (check !== 10) return nine + (check === 11 ? 0 : check);
  }
}

function uln(serial: number): string {
  for (let i = serial; ; i += 1) {
    const nine = String(612340000 + i * 53);
    const rest = weighted(digitsOf(nine), 10) % 11;
    if (rest !== 0) return nine + (10 - rest);
  }
}

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
function upn(serial: number, letter = ''): string {
  const digits = `8732021${19 + (serial % 5)}${String(100 + ((serial * 7) % 900))}`;
  const body = letter === '' ? digits : digits.slice(0, 11) + letter;
  const value = (sign: string): number => (/\d/.test(sign) ? Number(sign) : UPN_LETTERS.indexOf(sign));
  const sum = body.split('').reduce((total, sign, i) => total + value(sign) * (i + 2), 0);
  return UPN_LETTERS.charAt(sum % 23) + body;
}

function uci(serial: number): string {
  const body = `68999${serial % 2 === 0 ? '0' : 'C'}26${String(serial * 11 + 17).padStart(4, '0')}`;
  const value = (sign: string): number => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 64);
  const sum = body.split('').reduce((total, sign, i) => total + value(sign) * (16 - i), 0);
  return body + 'ABCDEFGHKLMRTVWXY'.charAt(sum % 17);
}

function utr(serial: number): string {
  const nine = String(955839661 + serial * 71);
  const weights = [6, 7, 8, 9, 10, 5, 4, 3, 2];
  const sum = digitsOf(nine).reduce((total, digit, i) => total + digit * (weights[i] as number), 0);
  return '21987654321'.charAt(sum % 11) + nine;
}

function nino(serial: number): string {
  return `${['AB', 'JK', 'SR', 'WE'][serial % 4]}${String(123456 + serial * 1117).slice(0, 6)}${'ABCD'.charAt(serial % 4)}`;
}

function grouped(text: string, sizes: readonly number[], separator: string): string {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(separator);
}

/** Puts values into a mail as it is written, and remembers each. */
export interface Writer {
  nhs(separator?: string): string;
  uln(): string;
  upn(): string;
  temporaryUpn(): string;
  uci(): string;
  utr(separator?: string): string;
  nino(separator?: string): string;
  /** Anything else, by the detector that should find it. */
  value(detector: string, written: string): string;
  /** Words that say something of a person that the law treats with care. */
  special(written: string): string;
  secret(written: string): string;
}

function writerFor(expected: Expected[], seed: number): Writer {
  let serial = seed;
  const keep = (detector: string, written: string): string => {
    expected.push({ detector, written });
    return written;
  };
  const next = (): number => (serial += 1);
  return {
    nhs: (separator = '') => keep('nhs-number', grouped(nhsNumber(next()), [3, 3, 4], separator)),
    uln: () => keep('uln', uln(next())),
    upn: () => keep('upn', upn(next())),
    temporaryUpn: () => keep('temporary-upn', upn(next(), 'ABCDEFGHJK'.charAt(serial % 10))),
    uci: () => keep('uci', uci(next())),
    utr: (separator = '') => keep('utr', grouped(utr(next()), [5, 5], separator)),
    nino: (separator = '') => keep('nino', grouped(nino(next()), [2, 2, 2, 2, 1], separator)),
    value: keep,
    special: (written) => keep('special-category', written),
    secret: (written) => keep('credentials', written),
  };
}

/** A mail that has something to find. */
export function holds(style: string, name: string, write: (writer: Writer) => string, people?: number): SchoolMail {
  const expected: Expected[] = [];
  let seed = 0;
  for (let i = 0; i < name.length; i += 1) seed = (seed * 31 + name.charCodeAt(i)) % 700;
  const text = write(writerFor(expected, seed));
  return { name, style, text, expected, ...(people === undefined ? {} : { people }) };
}

/** A mail that nobody should be stopped for. */
export function says(style: string, name: string, text: string): SchoolMail {
  return { name, style, text, expected: [] };
}
