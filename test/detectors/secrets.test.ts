import { findMatches } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { given, silent } from './mails/secrets';

/** What is told of secrets at medium or high, as written. */
function secretsIn(text: string): readonly string[] {
  return findMatches(text, DEFAULT_DETECTION)
    .filter(({ detector, level }) => detector === 'credentials' && level !== 'low')
    .map(({ start, end }) => text.slice(start, end).replace(/^"|"$/g, ''));
}

const marked = (mail: string): readonly string[] => Array.from(mail.matchAll(/«"?([^»]*?)"?»/g), ([, secret = '']) => secret);

test('of mails that give secrets away, nine in ten give away what is marked in them and nothing else', () => {
  const right = given.filter((mail) => JSON.stringify(secretsIn(mail.replace(/[«»]/g, ''))) === JSON.stringify(marked(mail)));
  expect(given.length).toBeGreaterThan(80);
  expect(right.length / given.length).toBeGreaterThan(0.9);
});

test('of lines that were written to look as if they did, three in a hundred speak', () => {
  expect(silent.length).toBeGreaterThan(100);
  expect(silent.filter((line) => secretsIn(line).length > 0).length / silent.length).toBeLessThan(0.03);
});

test.each([
  ['Name\tUser name\tPassword\nAna B\tanab3\tfrog\nOmar K\tomark2\ttree', ['frog', 'tree']],
  ['Reading Eggs\nIvy Palmer ivypal4 hen\nTom Wren tomwre2 fox\nSana Malik sanmal9 bee\nCan you print them?', ['hen', 'fox', 'bee']],
  ['Reset yours here: https://portal.hazelwood.example/reset?token=q7Gd02LsXv91MmPz44Ka', ['q7Gd02LsXv91MmPz44Ka']],
  ['https://files.hazelwood.example/share?id=4&password=Harvest22', ['Harvest22']],
  ['DefaultEndpointsProtocol=https;AccountName=hazel;AccountKey=b3VyLW93bi1rZXktZm9yLXRlc3RzLTEyMzQ1Njc4', ['b3VyLW93bi1rZXktZm9yLXRlc3RzLTEyMzQ1Njc4']],
])('lists, links and keys do not depend on what was learned: %s', (text, secrets) => {
  expect(secretsIn(text)).toEqual(secrets);
});

test.each([
  ['Confidential minutes 23/4 (pw Harvest!42)', ['Harvest!42']],
  ['Minutes for approval - password Harvest!42\n\nDear both\nattached.', ['Harvest!42']],
  ['Confidential minutes 23/4 (ref Harvest!42)', []],
  ['Minutes: the pass 1!a is for the door', []],
])('letters, a sign and digits straight after the word are a password, whatever else is said: %j', (text, secrets) => {
  expect(secretsIn(text)).toEqual(secrets);
});
