import fc from 'fast-check';
import { lookalikeOf } from '../../src/recipients';
import { asciiLabel, unicodeLabel } from '../../src/recipients/punycode';
import { shippedPolicy } from '../policy-for-tests';

const organisation = {
  ...shippedPolicy('laat').organisation,
  internalDomains: ['oakfield-academy.example', 'laat.example', 'oakfield.york.sch.uk'],
  partners: [
    { domain: 'nhs.net', purpose: 'NHSmail', expires: null },
    { domain: '*.cjsm.net', purpose: 'CJSM', expires: null },
    { domain: 'fellside-council.example', purpose: 'Local authority', expires: null },
  ],
};
const looksLike = (domain: string): string | null => {
  const found = lookalikeOf(domain, organisation, 'dee@oakfield-academy.example');
  return found === null ? null : `${found.whose} ${found.known}`;
};

test.each([
  ['a letter left out', 'oakfeld-academy.example', 'own oakfield-academy.example'],
  ['two letters changed over', 'oakfeild-academy.example', 'own oakfield-academy.example'],
  ['two slips in a long name', 'oakfeild-acadmy.example', 'own oakfield-academy.example'],
  ['the hyphen left out', 'oakfieldacademy.example', 'own oakfield-academy.example'],
  ['a figure for a letter', '0akfield-academy.example', 'own oakfield-academy.example'],
  ['rn for m', 'oakfield-acaderny.example', 'own oakfield-academy.example'],
  ['a Cyrillic letter, as people see it', 'oаkfield-academy.example', 'own oakfield-academy.example'],
  ['a Cyrillic letter, as it is sent', `${asciiLabel('oаkfield-academy')}.example`, 'own oakfield-academy.example'],
  ['letters of a Polish keyboard', 'oakfiełd-academy.example', 'own oakfield-academy.example'],
  ['a partner by one letter', 'felside-council.example', 'partner fellside-council.example'],
  ['a partner’s domain written with a hyphen', 'nhs-net.example', 'partner nhs.net'],
  ['a partner’s domain before another', 'nhs.net.evil.example', 'partner nhs.net'],
  ['a provider misspelt', 'gmial.com', 'personal gmail.com'],
  ['a provider with a letter doubled', 'gmaill.com', 'personal gmail.com'],
  ['a provider with a letter missing', 'hotmal.com', 'personal hotmail.com'],
  ['a provider with a mistyped ending', 'gmail.con', 'personal gmail.com'],
  ['a provider with its ending cut', 'hotmail.co', 'personal hotmail.com'],
  ['another provider with a mistyped ending', 'outlook.cm', 'personal outlook.com'],
])('%s: %s', (_name, domain, expected) => expect(looksLike(domain)).toBe(expected));

test.each([
  ['an ordinary company', 'fellside-centre.example'],
  ['another school with a like name in its own area', 'oakfields.leeds.sch.uk'],
  ['a school under the ending that only schools have', 'oakfeild.york.sch.uk'],
  ['a neighbour with a like short name', 'lat.example'],
  ['the same name at another ending', 'oakfield-academy.org.uk'],
  ['a subdomain of our own', 'parents.oakfield-academy.example'],
  ['a short provider and a real company', 'line.com'],
  ['a short provider and another', 'sly.com'],
  ['a real provider abroad', 'hotmail.be'],
  ['a provider’s company', 'yahoo-inc.com'],
  ['a hospital', 'leedsth.nhs.uk'],
  ['a council', 'york.gov.uk'],
  ['a club', 'oakfield-running.example'],
  ['a two-letter company', 'hp.com'],
  ['a university', 'oakfield.ac.uk'],
  ['a charity with a word of ours in it', 'friends-of-oakfield-academy.example'],
])('%s is like none: %s', (_name, domain) => expect(looksLike(domain)).toBeNull());

test('a label that was encoded reads as it was', () => {
  for (const label of ['bücher', 'oаkfield', 'ysgol-tŷ', '学校', 'zażółć']) expect(unicodeLabel(asciiLabel(label)!)).toBe(label);
  expect(unicodeLabel('plain')).toBe('plain');
});

test('no label makes it fail or hang', () => {
  fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => typeof unicodeLabel(`xn--${text}`) === 'string'));
});
