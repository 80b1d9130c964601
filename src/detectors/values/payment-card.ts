import { compactDigits, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { isFiller, passesLuhn } from './check-digits';

/*
 * Payment card: 13 to 19 digits whose beginning names the scheme (4 Visa; 51–55 and 2221–2720 Mastercard; 34 and 37
 * American Express; 6011, 644–649 and 65 Discover; 30, 36 and 38 Diners; 35 JCB; 50 and 56–69 Maestro) and whose last
 * digit is the Luhn check digit.
 *
 * Source: ISO/IEC 7812-1, with the schemes' published number ranges. One random number in ten passes the check digit.
 */

const SCHEMES = /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)\d*|3[47]\d{13}|3(?:0[0-5]|[689])\d{11,16}|35\d{14,17}|(?:5[06-9]|6\d)\d{10,17})$/;

const EXPIRES = /^[^\w\n]{0,4}(?:exp(?:iry|ires)?|valid|cvv|cvc|cv2|security code|(?:0\d|1[0-2])\/\d\d)\b/i;

/** For the docs; no runtime reads it. */
export const paymentCardNotes: DetectorNotes = {
  title: 'Payment card number',
  source: 'ISO/IEC 7812-1 and the card schemes’ published number ranges',
  certainty:
    'The scheme, the length and the check digit must be right. Written in one run it also needs a word such as “card” near it.',
  shapeReason: 'it begins as a card scheme’s numbers do and its check digit is right',
};

export const paymentCard = valueDetector({
  id: 'payment-card',
  details: 'card numbers',
  pattern: /\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?(?![A-Za-z0-9]|[ -]\d{4}(?!\d))|\d{4}[ -]?\d{6}[ -]?\d{4,5}(?![A-Za-z0-9])|\d{13,19}(?![A-Za-z0-9])/y,
  compact: compactDigits,
  valid: (value) =>
    value.length >= 13 && SCHEMES.test(value) && (value.length === 16 || !/^(?:5[1-5]|2)/.test(value)) && !isFiller(value) && !/0{8}/.test(value.slice(0, 12)) && passesLuhn(value),
  near: 'card|card number|credit card|debit card|visa|mastercard|amex|american express|cvv|cvc',
  digits: [4, 13, 14, 15, 16, 17, 18, 19],
  shape: (_value, written) => (/^\d{4}[ -]/.test(written) ? 70 : 55),
  clashes: true,
  surroundings: (_before, after) => (EXPIRES.test(after) ? 30 : 0),
});
