import fs from 'node:fs';
import path from 'node:path';
import { loadPolicy, sayProblem } from '../../src/policy';
import type { PackFile } from '../../src/policy';
import { compilePattern } from '../../src/check/judge-pattern';
import { rules } from '../../src/rules';
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

describe('a list among the options of a rule holds what can match', () => {
  const sentencesOf = (rule: string, options: object): readonly string[] =>
    loadPolicy([{ file: 'p.json', text: JSON.stringify({ name: 'P', version: '1', rules: { [rule]: { options } } }) }], rules, { names, today: TODAY }).problems.map(sayProblem);

  test.each([
    ['unapproved-file-share', { shareHosts: ['https://wetransfer.com'] }, 'shareHosts[0]: "https://wetransfer.com" is a web address. Write the domain alone, such as "oakfield.example".'],
    ['unapproved-file-share', { shareHosts: ['www.wetransfer.com'] }, 'shareHosts[0]: "www.wetransfer.com" is the name of a website. Write the domain alone: "wetransfer.com".'],
    ['credentials', { itAddresses: ['IT helpdesk'] }, 'itAddresses[0]: "IT helpdesk" holds more than an address. Write the address alone, such as "office@oakfield.example".'],
    ['credentials', { itAddresses: ['oakfield.example'] }, 'itAddresses[0]: "oakfield.example" is not an address. Write it in full, such as "office@oakfield.example".'],
    ['out-of-hours', { allYearStaff: ['Dee Marlow'] }, 'allYearStaff[0]: "Dee Marlow" is neither an address nor a domain. Write one, such as "office@oakfield.example".'],
    ['lookalike-domain', { alsoKnown: ['me@x.example'] }, 'alsoKnown[0]: "me@x.example" is an address. Write the domain alone: "x.example".'],
    ['executable-attachment', { endings: ['.bat'] }, 'endings[0]: this is no ending of a name. Write the letters after the dot alone, such as "exe".'],
  ])('%s %j', (rule, options, sentence) => {
    expect(sentencesOf(rule, options)).toEqual([`p.json: rules.${rule}.options.${sentence}`]);
  });

  test('a format of media that Heed does not tell is refused with the one that was meant', () => {
    expect(sentencesOf('media-file', { types: ['.mp3'] })).toEqual([expect.stringContaining('rules.media-file.options.types[0]')]);
  });

  test('what is right is taken', () => {
    expect(sentencesOf('out-of-hours', { allYearStaff: ['office@oakfield.example', 'it.oakfield.example', '*.oakfield.example'], emergencySenders: ['head@oakfield.example'] })).toEqual([]);
    expect(sentencesOf('media-file', { types: ['mp3', 'mp4'] })).toEqual([]);
  });
});
