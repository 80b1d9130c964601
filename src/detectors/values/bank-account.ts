import { compactDigits, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { isFiller } from './check-digits';
import { RELATIVES } from '../people/family-words';

/*
 * British bank account: a sort code of six digits, usually NN-NN-NN, with an account number of eight. The two count
 * together; an account number alone counts only where the words for one stand beside it. The modulus tables that would
 * check the pair change several times a year, so they are left out: a table that has aged would miss new banks.
 *
 * Source: Pay.UK, “Validating account numbers: the uses of modulus checking” (for the two formats).
 */

/** Forms that are drawn with a box for each digit come out with a space between any two. */
const SORT_CODE = '(?:\\d{2}[ ./-]?\\d{2}[ ./-]?\\d{2}|\\d \\d(?: - | )\\d \\d(?: - | )\\d \\d)(?![A-Za-z0-9])';
const ACCOUNT = '(?:\\d{4}[ -]?\\d{4}|\\d\\d(?: \\d\\d){3}|\\d(?: \\d){7})(?![A-Za-z0-9])';
/** Words or cell borders between the two, over three line breaks at most. */
const BETWEEN = '(?=\\D)[^\\d\\n]{0,80}(?:\\n[^\\d\\n]{0,40}){0,3}';

/** The two close together, where no words need part them. */
const PAIR = /\d\d[.-]\d\d[.-]\d\d(?: ?[\/|,;:-] ?|\t| {1,3}| and )\d\d/;
/** What may be a date as well: day, month and year. */
const DATE = /^[0-3]\d.[01]\d/;
const PAID = /\b(?:pay|paid|pays|payments?|payroll|refund\w*|reimburs\w*|grants?|bursar\w*|salary|wages|expenses|transfer\w*|banks?|account)\b/i;

/** The first of two. */
const FIRST = new RegExp(`^(?:${SORT_CODE}(?=${BETWEEN}${ACCOUNT}$)|${ACCOUNT}(?=\\D))`);
/** Whose it is: “her new bank”, “mum's account”. */
const WHOSE = new RegExp(`\\b(?:his|her|my|(?:${RELATIVES}|employee|starter|leaver)[’']?s?) (?:\\w+ )?(?:bank|account|sort|details)`, 'i');
const HOLDER = /\b[Aa](?:ccount|cc|\/[Cc]) (?:holder|name)\W{1,4}(?:M[rsix]{1,3}\.? |Dr )?[A-Z]\.?(?: ?[A-Z]\.?)? [A-Z][a-z]|\b[A-Z]\.? (?!Acc|Sort|Bank)[A-Z][A-Za-z'-]{2}/;

/** For the docs; no runtime reads it. */
export const bankAccountNotes: DetectorNotes = {
  title: 'Sort code with account number',
  source: 'Pay.UK, Validating account numbers: the uses of modulus checking',
  certainty:
    'There is no check digit that does not age, so the pair needs words such as “sort code”, “bank details” or “pay” near it, and a name or “my”, “her” or “mum’s” to be sure.',
  shapeReason: 'it has the shape of a sort code and an account number',
};

export const bankAccount = valueDetector({
  id: 'bank-account',
  details: 'bank details',
  pattern: new RegExp(`${SORT_CODE}${BETWEEN}${ACCOUNT}|${ACCOUNT}${BETWEEN}${SORT_CODE}|${ACCOUNT}`, 'y'),
  compact: compactDigits,
  // Forms and their examples have 12-34-56 for a sort code, but then the account is made up as well.
  valid: (value) => (value.length === 14 && !isFiller(value.slice(6)) && !isFiller(value.slice(0, 8))) || (value.length === 8 && !isFiller(value)),
  near: 'sort code|sortcode|srt code|sort|s/c|sc|bank details|bank account|account number|account no|acct|a/c|acc no|bank|bacs|direct debit|payee',
  digits: [2, 6, 8, 4, 1],
  shape: (value, written) => (value.length === 8 ? 0 : !/\b\d\d[.-]\d\d[.-]\d\d\b/.test(written) ? 35 : PAIR.test(written) && !DATE.test(written) ? 45 : 40),
  needsLabel: true,
  orSign: PAIR,
  needsName: true,
  namedBy: { test: (text) => WHOSE.test(text) || HOLDER.test(text) },
  clashes: true,
  surroundings: (before) => (PAID.test(before) ? 20 : 0),
  parts(written) {
    const [first] = FIRST.exec(written) ?? [];
    if (first === undefined) return [[0, written.length]];
    return [
      [0, first.length],
      [first.length + written.slice(first.length).search(/\d/), written.length],
    ];
  },
});
