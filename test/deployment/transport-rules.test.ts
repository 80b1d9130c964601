import { transportRules } from '../../src/deployment';
import type { Policy } from '../../src/domain';
import { shippedPolicy } from '../policy-for-tests';

const KNOWN = { personal: ['gmail.com'], guarded: ['neu.org.uk'] };
const LAAT = shippedPolicy('laat');

/** The patterns of a rule, as PowerShell would hand them to Exchange. */
function patternsOf(text: string, rule: string): readonly string[] {
  const command = text.split('\n\n').find((part) => part.includes(`'Heed backstop: ${rule}'`)) ?? '';
  return [.../MatchesPatterns @\((.*)\)/.exec(command)?.[1]?.matchAll(/'((?:[^']|'')*)'/g) ?? []].map((match) => match[1] as string);
}

/** True when one of the patterns would be found, as Exchange reads them: capitals and small letters are the same to it. */
const finds = (patterns: readonly string[], text: string): boolean => patterns.some((pattern) => new RegExp(pattern, 'i').test(text));

const text = transportRules(LAAT, KNOWN);
const KINDS = ['pupil numbers', 'national insurance numbers', 'NHS numbers'].flatMap((name) => [`${name} in the text`, `${name} in a file`]);

test.each(KINDS)('%s: its patterns have nothing that Exchange Online does not document', (rule) => {
  const patterns = patternsOf(text, rule);
  expect(patterns).toHaveLength(3);
  for (const pattern of patterns) {
    expect(pattern).toMatch(/^\^?(?:\\[dDsSwW]\*?|[A-Z0-9]|\([A-Z0-9](?:\|[A-Z0-9])*\))+\$?$/);
    expect(() => new RegExp(pattern)).not.toThrow();
  }
});

test.each([
  ['pupil numbers in the text', ['UPN H801200001001.', 'h801200001001 is hers', 'see H801200001001', '(A80120000100B)'], ['S801200001001 ', 'XH801200001001 ', ' H8012000010011 ', '978014103613 ', ' 9780141036137 ']],
  ['national insurance numbers in the text', ['NI: AB123456C', 'ab 12 34 56 c.', 'AB123456 C is his'], ['DA123456C ', ' AB123456E ', ' XAB123456C ', ' AB1234567C ']],
  ['NHS numbers in the text', ['NHS 999 000 0018', '999 000 0018 is it'], ['9990000018', '1999 000 0018', '020 7946 0018']],
])('%s are told from what only looks like them', (rule, there, notThere) => {
  const patterns = patternsOf(text, rule);
  for (const each of there) expect([each, finds(patterns, each)]).toEqual([each, true]);
  for (const each of notThere) expect([each, finds(patterns, each)]).toEqual([each, false]);
});

test('all begin in audit mode, and let unions and regulators be', () => {
  const rules = text.split('\n\n').filter((part) => part.includes('New-TransportRule -Name'));
  expect(rules.length).toBeGreaterThan(8);
  for (const rule of rules) {
    expect(rule).toContain('-Mode Audit');
    expect(rule).toContain("'neu.org.uk'");
    expect(rule.length).toBeLessThan(8192);
  }
});

test('a rule that is longer than Exchange takes says so', () => {
  const partners = Array.from({ length: 400 }, (_each, index) => ({ ...LAAT.organisation.partners[0], domain: `partner-${index}.council.example` }));
  const long = transportRules({ ...LAAT, organisation: { ...LAAT.organisation, partners } } as Policy, KNOWN);
  expect(long).toMatch(/# It has \d+ characters, and Exchange takes 8192: shorten its lists, or make two rules of it\.\nNew-TransportRule -Name 'Heed backstop: pupil numbers in the text'/);
  expect(text).not.toContain('Exchange takes 8192');
});

test('what stands in a name cannot end its quotation', () => {
  const said = transportRules({ ...LAAT, name: 'St Mary’s\nRemove-Item *' }, KNOWN);
  expect(said.split('\n').filter((line) => line.includes('Remove-Item') && !line.startsWith('#') && !line.includes("-Comments '"))).toEqual([]);
  expect(said).toContain('St Mary’’s Remove-Item *');
});
