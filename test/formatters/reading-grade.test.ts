import type { AnyRule, Tip } from '../../src/domain';
import { rules } from '../../src/rules';
import { capitalised, fillTemplate, placeholdersIn } from '../../src/text';
import { readingGrade, syllablesIn } from './reading-grade';

/** The most that our own words may ask of a reader (the catalogue, A.7: a reading age of about 12). */
const HIGHEST_GRADE = 8;

/** What stands for a name, an address or a file: one short word, since those are not ours. */
function filled(template: string): string {
  const values = Object.fromEntries(placeholdersIn(template).map((name) => [name, /\{[A-Za-z]+:/.test(template) && new RegExp(`\\{${name}:`).test(template) ? 3 : 'Sam']));
  return fillTemplate(template, { ...values, anyway: 'choose Send Anyway' });
}

/** All that a tip may say in a dialog, as sentences. */
function wordsOf(tip: Tip): string {
  return [tip.saw, tip.advice === null ? '' : capitalised(tip.advice)].map(filled).join(' ').trim();
}

function tipsOf(rule: AnyRule): readonly (readonly [string, string, Tip])[] {
  return Object.keys(rule.tips).map((name) => [rule.id, name, rule.tips[name]!] as const);
}

test.each([
  ['the', 1], ['password', 2], ['attachment', 3], ['protected', 3], ['people', 2], ['message', 2], ['recipient', 4], ['address', 2], ['colleagues', 2],
  ['sends', 1], ['needed', 2], ['moved', 1], ['choose', 1], ['little', 2], ['school', 1], ['quoted', 2], ['outside', 2], ['personal', 3],
])('syllables of “%s”: %d', (word, count) => expect(syllablesIn(word)).toBe(count));

test('the grade of a known text', () => {
  // “The cat sat on the mat.”: six words of one syllable in one sentence.
  expect(readingGrade('The cat sat on the mat.').grade).toBe(-1.4);
  expect(readingGrade('Comprehensive institutional documentation necessitates considerable organisational interpretation.').grade).toBeGreaterThan(20);
});

test.each(rules.flatMap(tipsOf))('%s, “%s”: our own words are easy to read', (_rule, _name, tip) => {
  const { grade } = readingGrade(wordsOf(tip));
  expect(`${grade <= HIGHEST_GRADE ? '' : `grade ${grade}: ${wordsOf(tip)}`}`).toBe('');
});
