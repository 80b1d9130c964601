import fs from 'node:fs';
import path from 'node:path';
import { loadPolicy, sayProblem } from '../../src/policy';
import type { PackFile } from '../../src/policy';
import { compilePattern } from '../../src/check/judge-pattern';
import { names, TODAY, toyRules } from './toy-rules';

const invalid = path.join(__dirname, 'invalid');
const trust: PackFile = { file: 'trust.json', text: fs.readFileSync(path.join(__dirname, 'valid', 'trust.json'), 'utf8') };
const mistakes = fs
  .readdirSync(invalid)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

/** An overlay fixture is laid on `valid/trust.json`; every other is a trust's pack by itself. */
function sentencesFor(mistake: string): string {
  const file = { file: `${mistake}.json`, text: fs.readFileSync(path.join(invalid, `${mistake}.json`), 'utf8') };
  const isOverlay = mistake.startsWith('overlay-') && mistake !== 'overlay-alone';
  const { policy, problems } = loadPolicy(isOverlay ? [trust, file] : [file], toyRules, { names, today: TODAY, judgePattern: compilePattern });
  expect(policy).toBeNull();
  return problems.map((problem) => `${sayProblem(problem)}\n`).join('');
}

describe('a wrong pack is refused with every problem in a sentence', () => {
  test.each(mistakes)('%s', (mistake) => {
    const expected = path.join(invalid, `${mistake}.txt`);
    const sentences = sentencesFor(mistake);
    // `UPDATE_FIXTURES=1` writes the sentences anew; the difference is then read before it is committed.
    if (process.env['UPDATE_FIXTURES'] === '1') fs.writeFileSync(expected, sentences);
    expect(sentences).toBe(fs.readFileSync(expected, 'utf8'));
  });

  test('each mistake has its sentences and each file of sentences its mistake', () => {
    const texts = fs.readdirSync(invalid).filter((file) => file.endsWith('.txt'));
    expect(texts.map((file) => file.slice(0, -'.txt'.length))).toEqual(mistakes);
    expect(mistakes.length).toBeGreaterThan(90);
  });
});
