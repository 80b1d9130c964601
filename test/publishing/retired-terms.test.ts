import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { knownTerms, waysToRead } from '../../src/detectors';
import { concernLists } from '../../src/detectors/words/concerns';
import { retiredTerms } from '../../src/publishing/retired-terms';

/** Every entry of the vocabulary since this record began, as it was written. Nothing is ever taken out of it. */
const RECORD = path.join(__dirname, 'terms-known.txt');

/** SHA-256 of the retired words that are on no record, because they left before it began. It changes only when one of them comes back into the vocabulary. */
const RETIRED_BEFORE = 'f038f08464e12ae4ffad179d1e4c31377b91aed8560cfd63eea966809105822b';

const asCompared = (terms: readonly string[]): ReadonlySet<string> => new Set(terms.map((term) => term.toLowerCase()));
const readings = (written: readonly string[]): readonly string[] => [...asCompared(written.flatMap(waysToRead))];
const entriesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

const known = asCompared(knownTerms());
const retired = asCompared(retiredTerms());

/** `UPDATE_FIXTURES=1` writes down what is new; it takes nothing out. */
function recorded(): readonly string[] {
  const entries = entriesOf(fs.readFileSync(RECORD, 'utf8'));
  if (process.env['UPDATE_FIXTURES'] !== '1') return entries;
  const before = new Set(readings(entries));
  const added = concernLists().flatMap(([written]) => written).filter((entry) => readings([entry]).some((term) => !before.has(term)));
  const all = [...new Set([...entries, ...added])].sort();
  fs.writeFileSync(RECORD, `${all.join('\n')}\n`);
  return all;
}

const record = readings(recorded());

test('a word that has left the vocabulary is among the retired ones, so that a pack which weighs it still loads', () => {
  // What is missing here belongs into RETIRED of src/publishing/retired-terms.ts.
  expect(record.filter((term) => !known.has(term) && !retired.has(term))).toEqual([]);
});

test('every word of the vocabulary is on record, so that its leaving is seen', () => {
  // What is missing here is written down by UPDATE_FIXTURES=1.
  const isRecorded = new Set(record);
  expect([...known].filter((term) => !isRecorded.has(term))).toEqual([]);
});

test('no word that was retired before there was a record is taken out again', () => {
  const isRecorded = new Set(record);
  const before = [...retired].filter((term) => !isRecorded.has(term)).sort();
  expect([before.length, createHash('sha256').update(before.join('\n')).digest('hex')]).toEqual([4431, RETIRED_BEFORE]);
});
