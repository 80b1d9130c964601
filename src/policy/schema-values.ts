import * as v from 'valibot';
import { addressOrDomainProblem, addressProblem, ADDRESS, DATE, dateProblem, DOMAIN, domainProblem, TIME, timeProblem, WEB_ADDRESS, urlProblem } from './formats';
import type { Lock } from './names';
import { quoted } from './problem';

/** Marks a value with who may change it and what it means; the overlay, the docs and the studio read it from here. */
export function key<Schema extends v.GenericSchema>(lock: Lock, description: string, schema: Schema) {
  return v.pipe(schema, v.description(description), v.metadata({ lock }));
}

/** What is said of an empty text that may be left out. */
export const EMPTY_TEXT = 'this text is empty. Write it, or leave it out.';

/** What is said of an empty text that must be there. */
export const EMPTY_NEEDED_TEXT = 'this text is empty. Write it.';

export function text(longest: number, empty = EMPTY_TEXT) {
  return v.pipe(v.string(), v.regex(/\S/, empty), v.maxLength(longest));
}

/** A text of a fixed form: `problem` says why another does not fit, `write` what to write. */
export function formatted(pattern: RegExp, problem: (text: string) => string | null, write: string) {
  const say = (issue: { readonly input: string }): string => problem(issue.input) ?? `Write ${write}.`;
  return v.pipe(
    v.string(),
    v.regex(pattern, say),
    v.check((value) => problem(value) === null, say),
    v.metadata({ write }),
  );
}

export function wholeNumber(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

export function list<Item extends v.GenericSchema>(item: Item, longest: number) {
  return v.pipe(v.array(item), v.maxLength(longest));
}

const ID = 'letters a to z, digits and hyphens, starting with a letter';
/** What people write for an id, as one: `Recipient Entitled` as `recipient-entitled`; null where nothing of the kind is left. */
function asCode(written: string): string | null {
  const code = written.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 40);
  return code === '' ? null : code;
}

export const schoolId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, (issue) => `${quoted(issue.input)} is not an id. Write small ${ID}, such as "oakfield".`),
  v.metadata({ write: 'an id, such as "oakfield"' }),
);
export const role = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, (issue) => `${quoted(issue.input)} is not a role. Write small ${ID}, such as "it" or "dpo".`),
);
/** The code of a reason, which reports keep. */
export const reasonCode = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, (issue) => `${quoted(issue.input)} is not a code. Write small ${ID}, such as ${quoted(asCode(issue.input) ?? 'recipient-entitled')}.`),
);
export const documentId = v.pipe(
  v.string(),
  v.regex(/^[A-Z][A-Za-z0-9-]{0,39}$/, (issue) => `${quoted(issue.input)} is not a document id. Write ${ID}, the first one a capital, such as "ICT".`),
);
// Capitals alone, so that no clause can bear the name of something every object has.
export const clauseId = v.pipe(
  v.string(),
  v.regex(/^[A-Z][A-Z0-9.-]{0,39}$/, (issue) => `${quoted(issue.input)} is not a clause id. Write capitals, digits and hyphens, such as "ICT-4-06".`),
  v.metadata({ write: 'a clause id, such as "ICT-4-06"' }),
);
export const domain = formatted(DOMAIN, domainProblem, 'a domain, such as "oakfield.example"');
export const address = formatted(ADDRESS, addressProblem, 'an address, such as "office@oakfield.example"');
export const addressOrDomain = formatted(/[^\s@]/, addressOrDomainProblem, 'an address or a domain');
export const date = formatted(DATE, dateProblem, 'a date, year-month-day, such as "2026-09-30"');
const time = formatted(TIME, timeProblem, 'a time, such as "07:30"');
export const webAddress = formatted(WEB_ADDRESS, urlProblem, 'a web address, such as "https://www.oakfield.example/policies"');

const day = v.nullable(
  v.pipe(
    v.strictTuple([time, time]),
    v.check(
      ([start, end]) => start < end && start !== '24:00',
      ({ input: [start, end] }) =>
        start === end
          ? `the day starts and ends at ${start}. Write null for a day off, or a later end.`
          : `the day ends (${end}) before it starts (${start}). Write the start first; hours cannot run over midnight.`,
    ),
    v.metadata({ write: 'a start and an end, such as ["07:30", "18:00"], or null for a day off' }),
  ),
);
export const week = v.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });

export const dateRange = v.pipe(
  v.strictObject({ from: date, to: date }),
  v.check(
    ({ from, to }) => from <= to,
    ({ input: { from, to } }) => `the last day (${to}) is before the first (${from}). Swap them.`,
  ),
);
export const contacts = v.record(role, text(120));

const HASH = /^[0-9a-f]{32}$/;
function hashProblem(text: string): string | null {
  if (HASH.test(text)) return null;
  const isAddress = text.indexOf('@') !== -1;
  return `${quoted(text)} is ${isAddress ? 'an address' : 'not the hash of an address'}. This list holds hashes alone: make them with “heed policy hash FILE”.`;
}
/** An address that the pack must not hold in clear. */
export const hashedAddress = v.pipe(formatted(HASH, hashProblem, 'the hash of an address, 32 digits and letters a to f'), v.metadata({ holds: 'address hashes' }));

/** The id of a Purview sensitivity label. */
export const labelId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, (issue) => `${quoted(issue.input)} is not a label's id. Copy it from the Purview portal: 32 digits and letters a to f in five groups.`),
  v.metadata({ write: "a label's id, 32 digits and letters a to f in five groups" }),
);

/** A phone number as people write it. */
export const phoneNumber = formatted(
  /^\+?[0-9][0-9 ()-]{1,20}$/,
  (number) => (/^\+?[0-9][0-9 ()-]{1,20}$/.test(number) ? null : `${quoted(number)} is not a phone number. Write its digits, such as "01632 960 123".`),
  'a phone number, such as "01632 960 123"',
);
