import { compactDigits, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { isFiller } from './check-digits';

/*
 * British bank account: a sort code of six digits, usually NN-NN-NN, with an account number of eight. The two count
 * together; an account number alone counts only where the words for one stand beside it. The modulus tables that would
 * check the pair change several times a year, so they are left out: a table that has aged would miss new banks.
 *
 * Source: Pay.UK, “Validating account numbers: the uses of modulus checking” (for the two formats).
 */

const SORT_CODE = '\\d{2}[ -]?\\d{2}[ -]?\\d{2}(?![A-Za-z0-9])';
const ACCOUNT = '\\d{4}[ -]?\\d{4}(?![A-Za-z0-9])';
/** Words or cell borders between the two, over one line break at most. */
const BETWEEN = '(?=\\D)[^\\d\\n]{0,40}\\n?[^\\d\\n]{0,40}';

const SORT_FIRST = new RegExp(`^(${SORT_CODE})(${BETWEEN})(${ACCOUNT})$`);
const ACCOUNT_FIRST = new RegExp(`^(${ACCOUNT})(${BETWEEN})(${SORT_CODE})$`);

/** For the docs; no runtime reads it. */
export const bankAccountNotes: DetectorNotes = {
  title: 'Sort code with account number',
  source: 'Pay.UK, Validating account numbers: the uses of modulus checking',
  certainty:
    'There is no check digit that does not age, so the pair needs words such as “sort code” or “bank details” near it.',
  shapeReason: 'it has the shape of a sort code and an account number',
};

export const bankAccount = valueDetector({
  id: 'bank-account',
  details: 'bank details',
  pattern: new RegExp(`${SORT_CODE}${BETWEEN}${ACCOUNT}|${ACCOUNT}${BETWEEN}${SORT_CODE}|${ACCOUNT}`, 'y'),
  compact: compactDigits,
  valid: (value) =>
    (value.length === 14 && !isFiller(value.slice(0, 6)) && !isFiller(value.slice(6)) && !isFiller(value.slice(0, 8))) || (value.length === 8 && !isFiller(value)),
  near: 'sort code|sortcode|sort|s/c|sc|bank details|bank account|account number|account no|acct|a/c|acc no|bacs|direct debit|payee',
  digits: [2, 6, 8, 4],
  shape: (value, written) => (value.length === 8 ? 0 : /^\d\d-\d\d-\d\d\b|\b\d\d-\d\d-\d\d$/.test(written) ? 45 : 35),
  needsLabel: true,
  needsName: true,
  namedBy: /\b(?:[Hh]is|[Hh]er|(?:[Mm]um|[Mm]other|[Dd]ad|[Ff]ather|[Pp]arent|[Cc]arer|[Ee]mployee|[Ss]tarter|[Ll]eaver)[’']?s?)(?: new| own)? (?:bank|account|sort|details)|\b(?:[Aa]ccount|[Aa]cc|[Aa]\/[Cc]) (?:holder|name)\W{1,4}(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z]\.?(?: ?[A-Z]\.?)? [A-Z][a-z]/,
  clashes: true,
  parts(written) {
    const pair = SORT_FIRST.exec(written) || ACCOUNT_FIRST.exec(written);
    if (pair === null) return [[0, written.length]];
    const first = (pair[1] as string).length;
    return [
      [0, first],
      [first + (pair[2] as string).length, written.length],
    ];
  },
});
