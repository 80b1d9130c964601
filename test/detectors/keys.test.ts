import { findMatches } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { drawn, DRAWN_FROM, HEX } from './drawn';

/** What is told of secrets at medium or high, as written. */
function secretsIn(text: string): readonly string[] {
  return findMatches(text, DEFAULT_DETECTION)
    .filter(({ detector, level }) => detector === 'credentials' && level !== 'low')
    .map(({ start, end }) => text.slice(start, end));
}

/** Names that configuration and code give to what opens something. */
const NAMES = ['api_key', 'API_TOKEN', 'accessToken', 'clientSecret', 'MIS_API_KEY', 'wonde-token', 'storageAccountKey', 'private_key', 'db_password', 'SMTP_PASS', 'Authorization'];

/** How a name is given something: settings files, programs, headers, forms. */
const FORMS: readonly (readonly [name: string, write: (name: string, value: string) => string])[] = [
  ['a settings file', (name, value) => `${name}=${value}`],
  ['a settings file with spaces', (name, value) => `${name} = ${value}`],
  ['in quotation marks', (name, value) => `${name} = "${value}"`],
  ['in apostrophes', (name, value) => `${name}='${value}'`],
  ['JSON', (name, value) => `{\n  "${name}": "${value}",\n  "timeout": 30\n}`],
  ['JSON in JSON', (name, value) => `{"env": "${name}=${value}\\nDEBUG=true"}`],
  ['YAML', (name, value) => `  ${name}: ${value}\n  retries: 3`],
  ['a declaration', (name, value) => `string ${name} = "${value}";`],
  ['a declaration with its type behind', (name, value) => `var ${name} string = "${value}"`],
  ['a short declaration', (name, value) => `${name} := \`${value}\``],
  ['a map', (name, value) => `  '${name}' => '${value}',`],
  ['an argument', (name, value) => `System.setProperty("${name}", "${value}")`],
  ['a comparison', (name, value) => `if (${name} === "${value}") {`],
  ['an element', (name, value) => `<${name}>${value}</${name}>`],
  ['an element over lines', (name, value) => `<${name}>\n    ${value}\n</${name}>`],
  ['a header', (name, value) => `curl -H "${name}: ${value}" https://api.example/v1`],
];

describe.each(FORMS)('%s', (_name, write) => {
  test.each(NAMES)('gives a key to %s', (name) => {
    const value = drawn(32, name.length);
    expect(secretsIn(write(name, value))).toEqual([value]);
  });

  test.each(['db_password', 'SMTP_PASS', 'admin-passwd'])('gives a password to %s', (name) => {
    expect(secretsIn(write(name, 'otter#7Lantern'))).toEqual(['otter#7Lantern']);
  });

  test.each([
    ['a template', '${WONDE_SECRET}'],
    ['another template', '{{ vault.wonde }}'],
    ['a variable', 'process.env.WONDE_SECRET_FOR_SCHOOLS'],
    ['a call', 'getSecretFromVault("wonde1")'],
    ['a place to fill in', '<your-key-goes-here-2026>'],
    ['words', 'see-the-password-manager'],
    ['crosses', 'xxxxxxxxxxxxxxxxxxxxxxxx1'],
  ])('gives nothing away with %s', (_what, value) => {
    for (const name of ['api_key', 'accessToken', 'db_password']) expect(secretsIn(write(name, value))).toEqual([]);
  });

  test.each(['1111111111111111111111a', '00000000-0000-0000-0000-000000000000'])('no machine draws %s', (value) => {
    for (const name of ['api_key', 'accessToken']) expect(secretsIn(write(name, value))).toEqual([]);
  });
});

test('a bearer that a header shows', () => {
  expect(secretsIn(`Authorization: Bearer ${drawn(40)}`)).toEqual([drawn(40)]);
});

test('whom a command logs in', () => {
  expect(secretsIn('curl -u elastic:otter#7Lantern https://search.example:9200')).toEqual(['otter#7Lantern']);
  expect(secretsIn('curl --user "j.smith:otter#7Lantern" https://api.example/me')).toEqual(['otter#7Lantern']);
});

test('a key in a sentence', () => {
  expect(secretsIn(`The API key for the timetable is ${drawn(64, 3, HEX)}`)).toEqual([drawn(64, 3, HEX)]);
  expect(secretsIn(`Key is ${drawn(64, 4, HEX)}`)).toEqual([drawn(64, 4, HEX)]);
});

/** How the keys of services that schools use begin, and how long they are. */
test.each([
  ['AKIA', 16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'],
  ['ASIA', 16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'],
  ['ghp_', 36, DRAWN_FROM],
  ['github_pat_', 82, DRAWN_FROM],
  ['glpat-', 20, DRAWN_FROM],
  ['xoxb-2314657687-', 24, DRAWN_FROM],
  ['sk_live_', 24, DRAWN_FROM],
  ['rk_live_', 24, DRAWN_FROM],
  ['AIza', 35, DRAWN_FROM],
  ['sk-proj-', 48, DRAWN_FROM],
  ['sk-ant-api03-', 80, DRAWN_FROM],
  ['SG.', 66, DRAWN_FROM],
  ['npm_', 36, DRAWN_FROM],
  ['hf_', 34, 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'],
  ['shpat_', 32, HEX],
  ['dop_v1_', 64, HEX],
  ['hooks.slack.com/services/T024BE7LD/B024BE7LH/', 24, DRAWN_FROM],
  ['hooks.slack.com/workflows/T024BE7LD/A024BE7LH/', 40, DRAWN_FROM],
])('a key that begins with %s stands alone', (beginning, length, from) => {
  for (const seed of [1, 2, 3]) {
    const key = beginning + drawn(length, seed, from);
    expect(secretsIn(`see ${key} thanks`)).toEqual([key]);
  }
});

test.each([
  ['a published example', 'AKIAIOSFODNN7EXAMPLE'],
  ['crosses', 'xoxb-xxxxxxxxx-xxxxxxxxxx-xxxxxxxxxxxx'],
  ['a function of a program', 'hf_requiredCharacteristicTypesForDisplayMetadata'],
  ['a row of letters', 'sk-ant-api03-abc123xyz-456def789ghij-klmnopqrstuvwx'],
  ['the first line of a private key', '-----BEGIN RSA PRIVATE KEY-----'],
])('%s opens nothing', (_what, text) => {
  expect(secretsIn(`This is how one begins: ${text} and so on`)).toEqual([]);
});

test('a private key with its body', () => {
  expect(secretsIn(`-----BEGIN OPENSSH PRIVATE KEY-----\n${drawn(64)}\n${drawn(64, 2)}\n-----END OPENSSH PRIVATE KEY-----`)).toHaveLength(1);
});

test.each([
  'Keyword: safeguarding2026training',
  'Key: A = absent, B = behaviour, L = late',
  'Key stage 2: https://www.hazelwood.example/curriculum/ks2/long-term-plan-2026',
  'tokenised=abcdefabcdefabcdef, see https://lists.example/unsubscribe?token=Zk39dkLq02mNbvCx81Qw',
  'Secretary: Mrs Adeyemi-Thompson',
  'bypass: "the old road", compass = "north"',
])('ordinary lines that look like it stay silent: %s', (text) => {
  expect(secretsIn(text)).toEqual([]);
});
