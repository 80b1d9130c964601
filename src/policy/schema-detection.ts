import * as v from 'valibot';
import { DEFAULT_DETECTION, PROTECTION_METHODS } from '../domain';
import type { Names } from './names';
import { key, labelId, list, text, wholeNumber } from './schema-values';

/*
 * The part of a pack that tunes what counts as sensitive and as protected (catalogue D.4, which also has ranges and locks).
 */

const { minScore, tableMinRows } = DEFAULT_DETECTION;

const phrase = v.pipe(text(80), v.minLength(2));
const nearWords = list(phrase, 50);

const ownTerm = v.strictObject({
  term: key('T+', 'The word or phrase.', phrase),
  weight: v.optional(key('T+', 'What it adds to the score; 45 is a word said of one person only, 25 one of ordinary talk.', wholeNumber(1, 100)), 45),
  near: v.optional(key('T+', 'Words one of which must stand near it; empty when a person must.', nearWords), []),
});

const digits = v.pipe(
  v.strictTuple([wholeNumber(1, 40), wholeNumber(1, 40)]),
  v.check(
    ([fewest, most]) => fewest <= most,
    ({ input: [fewest, most] }) => `the most (${most}) is less than the fewest (${fewest}). Swap them.`,
  ),
  v.metadata({ write: 'the fewest and the most digits, such as [5, 5]' }),
);

const ownPattern = v.strictObject({
  name: key('T', 'What it finds, in words that follow a number: “case numbers”.', text(40)),
  words: v.optional(key('T', 'Any of these words or phrases.', v.pipe(list(phrase, 200), v.minLength(1)))),
  prefix: v.optional(key('T', 'A beginning that digits follow: “STF”.', text(20))),
  digits: v.optional(key('T', 'How many digits follow the prefix: the fewest and the most.', digits)),
  mask: v.optional(key('T', 'A form in which A is a letter, 9 a digit and X either: “AA-9999”.', v.pipe(text(60), v.regex(/(?:[A9X][^A9X]*){3}/, 'a mask needs three of A, 9 and X, or it stands in every text. Write a form such as "AA-9999".')))),
  regexp: v.optional(key('T', 'A regular expression, for who knows them.', text(2000))),
  vetted: v.optional(key('T', 'What “heed policy check” wrote when it had judged the regular expression.', text(40))),
  weight: v.optional(key('T', 'What the form alone is worth: from 65 on it is shown by itself.', wholeNumber(1, 100)), 70),
  near: v.optional(key('T', 'Words one of which must stand near it; empty when the form is enough.', nearWords), []),
  isPerson: v.optional(key('T', 'True when each different value is another person.', v.boolean()), false),
  isSecret: v.optional(key('T', 'True when it is a password, a code or a key: it then counts as one, and not as personal data.', v.boolean()), false),
});

/** Limits of `minScore`. Below 50 there are no matches, so 0 to 50 mean the same. */
const score = wholeNumber(0, 100);

export function detection({ detectors, terms }: Names) {
  const detector: v.GenericSchema<string> = detectors === null ? text(60) : v.picklist(detectors);
  const known: v.GenericSchema<string> = terms === null ? phrase : v.picklist(terms, (issue) => `${JSON.stringify(issue.input)} is none of the words Heed knows. Add a word of your own to detection.dictionary.`);
  return v.strictObject({
    off: v.optional(key('T', 'Detectors that are switched off.', list(detector, 100)), []),
    minCount: v.optional(key('T', 'How many different values of a detector a text must have before any counts; 1 for those left out.', counts(detectors)), {}),
    ignoreTestNumbers: v.optional(key('T', 'Whether numbers kept for tests, NHS numbers from 999, are let go.', v.boolean()), false),
    specialCategoryTerms: v.optional(
      key('T', 'Other weights for sensitive words Heed knows; 0 silences one.', list(v.strictObject({ term: known, weight: wholeNumber(0, 100) }), 500)),
      [],
    ),
    dictionary: v.optional(key('T+', 'The organisation’s own words that are sensitive near a person.', list(ownTerm, 2000)), []),
    ignore: v.optional(key('T', 'Phrases that never count, such as the titles of forms.', list(v.pipe(text(200), v.minLength(2)), 2000)), []),
    patterns: v.optional(key('T', 'Numbers of the organisation’s own, such as case numbers.', list(ownPattern, 50)), []),
    tableMinRows: v.optional(key('T', 'From this many people on, dates of birth, addresses and phone numbers alone are a list of people.', wholeNumber(3, 100)), tableMinRows),
    minScore: v.optional(
      v.strictObject({
        outside: v.optional(key('T', 'How sure a match must be to count in a draft that leaves the organisation.', score), minScore.outside),
        inside: v.optional(key('T', 'The same in a draft that stays inside or goes to partners.', score), minScore.inside),
      }),
      {},
    ),
    quotedThread: v.optional(key('T', 'Whether the thread below the sender’s own words is searched for sensitive data.', v.picklist(['all', 'new-text-only'])), 'all'),
  });
}

function counts(detectors: Names['detectors']): v.GenericSchema<{ [detector: string]: number | undefined }> {
  const count = wholeNumber(1, 50);
  if (detectors === null) return v.record(text(60), count);
  const entries: { [detector: string]: v.OptionalSchema<typeof count, undefined> } = {};
  for (const detector of detectors) entries[detector] = v.optional(count);
  return v.strictObject(entries);
}

export const protection = v.strictObject({
  accept: v.optional(key('T', 'What counts as protected.', list(v.picklist(PROTECTION_METHODS), PROTECTION_METHODS.length)), [...PROTECTION_METHODS]),
  subjectTags: v.optional(
    key('T', 'Words in the subject on which a gateway encrypts the mail. Keep them only if one does.', list(v.pipe(text(40), v.minLength(3)), 20)),
    ['[secure]', '[encrypt]'],
  ),
  labels: v.optional(key('T', 'Ids of the sensitivity labels on which Microsoft 365 encrypts the whole mail.', list(labelId, 100)), []),
});
