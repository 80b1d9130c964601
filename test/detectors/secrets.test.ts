import { findMatches } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { given, silent } from './mails/secrets';

/** What is told of secrets at medium or high, as written. */
function secretsIn(text: string): readonly string[] {
  return findMatches(text, DEFAULT_DETECTION)
    .filter(({ detector, level }) => detector === 'credentials' && level !== 'low')
    .map(({ start, end }) => text.slice(start, end));
}

test.each(given)('%s', (mail) => {
  const marked = Array.from(mail.matchAll(/«([^»]*)»/g), ([, secret = '']) => secret.replace(/^"|"$/g, ''));
  expect(secretsIn(mail.replace(/[«»]/g, '')).map((secret) => secret.replace(/^"|"$/g, ''))).toEqual(marked);
});

test.each(silent)('silent: %s', (mail) => {
  expect(secretsIn(mail)).toEqual([]);
});
