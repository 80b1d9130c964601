import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Policy } from '../../src/domain';
import { loadPolicy, sayProblem } from '../../src/policy';
import type { Layers } from '../../src/policy';
import { rules as realRules } from '../../src/rules';
import { packFile, TODAY } from './toy-rules';

const root = path.join(__dirname, '..', '..');
const checksums = path.join(__dirname, 'quotations.json');

/** The policies themselves are not part of the repository; where they lie beside it, quotations are compared with them. */
const seedFolder = path.join(root, '..', 'shared', 'seeds');
const hasSeeds = fs.existsSync(seedFolder);
if (!hasSeeds) console.warn('not run: the policies are absent, so quotations are compared with their checksums alone');

function withoutMarks(text: string): string {
  return text.replace(/\*\*/g, '').replace(/\s+/g, ' ').trim();
}

function seedWith(title: string): string {
  const seeds = fs.readdirSync(seedFolder).map((file) => fs.readFileSync(path.join(seedFolder, file), 'utf8'));
  return seeds.find((seed) => seed.includes(title)) ?? '';
}

function textOf(name: string): string {
  return fs.readFileSync(path.join(root, 'src', 'policy', 'packs', `${name}.json`), 'utf8');
}

function load(name: string): { readonly policy: Policy; readonly layers: Layers } {
  const { policy, layers, problems } = loadPolicy([{ file: `${name}.json`, text: textOf(name) }], realRules, { today: TODAY });
  expect(problems.map(sayProblem)).toEqual([]);
  if (policy === null || layers === null) throw new Error(`${name} did not load`);
  return { policy, layers };
}

/** Everything a pack quotes, by where it stands: clauses by their id, the rest by document. */
function quotationsOf(name: string): { readonly [id: string]: string } {
  const quotations: { [id: string]: string } = {};
  const { pack } = load(name).layers;
  for (const document of Object.values(pack.documents)) {
    for (const [id, clause] of Object.entries(document.clauses)) quotations[id] = clause.text;
    const { reviewQuotation, copyQuotation } = document.upkeep;
    if (reviewQuotation !== null) quotations[`${name} on its review`] = reviewQuotation.text;
    if (copyQuotation !== null) quotations[`${name} on copies`] = copyQuotation.text;
  }
  return quotations;
}

const titles = { laat: 'ICT User and Social Media Policy', teal: 'ICT Acceptable Use Policy' };
const names = ['laat', 'teal'] as const;

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

describe('the shipped packs quote the policies word for word', () => {
  test('every quotation has its checksum, and no checksum is left over', () => {
    const found = Object.fromEntries(names.flatMap((name) => Object.entries(quotationsOf(name))).map(([id, text]) => [id, sha256(text)]));
    expect(found).toEqual(JSON.parse(fs.readFileSync(checksums, 'utf8')));
  });

  test.each(names)(hasSeeds ? '%s: every quotation stands in the policy' : 'not run: the policies are absent (%s)', (name) => {
    if (!hasSeeds) return;
    const seed = withoutMarks(seedWith(titles[name]));
    expect(seed).toContain(titles[name]);
    for (const [id, text] of Object.entries(quotationsOf(name))) {
      expect(`${id}: ${seed.includes(text) ? text : 'not in the policy'}`).toBe(`${id}: ${text}`);
    }
  });

  test.each(names)(hasSeeds ? '%s: the owner is a role, and no author is named' : 'not run: the policies are absent (%s, authors)', (name) => {
    if (!hasSeeds) return;
    const front = seedWith(titles[name]).split('\n').filter((line) => /author/i.test(line)).join(' ');
    const people = front.match(/[A-Z][a-z]+ [A-Z][a-z]+(?=, Director)/g) ?? [];
    expect(people.length).toBeGreaterThan(0);
    for (const person of people) expect(textOf(name)).not.toContain(person);
  });
});

describe('the shipped packs say what the catalogue says', () => {
  test.each([
    ['laat', 'LAAT', 'V1', { approved: '2025-06-26', implemented: null, reviewBy: null, liveUrl: null }, '07:30'],
    ['teal', 'TEAL', 'v3.8', { approved: null, implemented: '2022-07-01', reviewBy: '2024-07-31', liveUrl: 'https://www.theeducationalliance.org.uk' }, '07:00'],
  ])('%s: its name, version, dates and hours', (name, shownName, version, dates, start) => {
    const { policy } = load(name);
    expect(policy).toMatchObject({ name: shownName, version });
    expect(policy.documents['ICT']).toMatchObject({ version, lastVerified: null, ...dates });
    expect(policy.organisation.hours).toEqual({
      ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [start, '18:00']])),
      sat: null,
      sun: null,
    });
  });

  /** Severities as shipped (D.0): alike in both packs, or in one. */
  const severities = {
    both: {
      'sensitive-attachment': { outside: 'justify', partner: 'inform', inside: 'inform', 'name-only': 'warn', unread: 'warn', picture: 'inform', tagged: 'inform' },
      'sensitive-body': { personal: 'justify', 'one-outside': 'warn', 'several-outside': 'justify', partner: 'off', inside: 'off' },
      'personal-recipient': { 'with-sensitive': 'warn', 'with-file': 'warn', plain: 'inform' },
      'all-staff': { list: 'warn', many: 'warn', reply: 'warn' },
      'inappropriate-language': { threat: 'justify', slur: 'justify', explicit: 'justify', abuse: 'warn', gambling: 'inform' },
      'lookalike-domain': { own: 'warn', partner: 'warn', personal: 'warn' },
      'new-domain-on-reply': { added: 'warn' },
      'forgotten-attachment': { missing: 'warn' },
      'wrong-list': { 'parents-list': 'warn', 'staff-list': 'warn' },
      'suspicious-reply': { 'answers-elsewhere': 'warn', lookalike: 'warn', marked: 'warn' },
      'unapproved-file-share': { link: 'warn' },
      'executable-attachment': { program: 'warn', macros: 'warn' },
      'chain-mail': { chain: 'warn', 'passed-on': 'warn' },
      'missing-subject': { blank: 'warn', 'prefix-only': 'warn', placeholder: 'warn' },
      'out-of-hours': { colleagues: 'warn', 'outside-urgent': 'warn', outside: 'inform', holiday: 'inform', 'own-hours': 'inform' },
      'external-bulk-cc': { visible: 'justify', 'sensitive-group': 'justify' },
      'large-attachment': { total: 'warn', reach: 'warn' },
      'media-file': { published: 'inform' },
      'credentials': { 'with-file': 'justify', 'with-file-inside': 'warn', outside: 'justify', inside: 'warn', pupil: 'justify', code: 'warn', entry: 'warn' },
      'send-as': { from: 'justify', 'sign-off': 'warn' },
    },
    laat: {
      'own-personal-account': { bulk: 'block', 'with-sensitive': 'justify', work: 'justify', plain: 'inform', 'replies-there': 'warn' },
      'pupil-contact': { details: 'warn', 'own-address': 'warn', invitation: 'warn' },
    },
    teal: {
      'own-personal-account': { bulk: 'block', 'with-sensitive': 'justify', work: 'inform', plain: 'inform', 'replies-there': 'off' },
      'pupil-contact': { details: 'justify', 'own-address': 'justify', invitation: 'warn' },
    },
  };
  /** No clause stands behind these: the owner turns them on. */
  const GOOD_PRACTICE = ['lookalike-domain', 'new-domain-on-reply', 'forgotten-attachment', 'wrong-list'];
  /** Their signs are weak on the sender's machine, or others see to it (B.1). */
  const WEAK = ['suspicious-reply', 'unapproved-file-share', 'executable-attachment'];
  /** Rules that a pack ships switched off. */
  const off: { readonly [pack: string]: readonly string[] } = { laat: [...GOOD_PRACTICE, ...WEAK], teal: ['send-as', ...GOOD_PRACTICE, ...WEAK] };

  test.each(names)('%s: severities as in D.0, what was not checked never silent and never held up', (name) => {
    const { policy } = load(name);
    const set = Object.entries(policy.rules).map(([id, { severity }]) => [id, severity]);
    expect(Object.fromEntries(set)).toEqual({ ...severities.both, ...severities[name] });
    expect(policy.unchecked).toEqual({ outside: 'warn', inside: 'inform' });
    expect(Object.keys(policy.rules).filter((id) => policy.rules[id]?.on !== true).sort()).toEqual([...(off[name] ?? [])].sort());
  });

  /** The basis of what is quoted, rule by rule and situation by situation, as in B.1 and C.15. */
  const bases: readonly [pack: string, rule: string, situation: string, quoted: string][] = [
    ['laat', 'sensitive-attachment', 'outside', 'direct LAAT-DATA-04'],
    ['laat', 'sensitive-attachment', 'partner', 'direct LAAT-DATA-04'],
    ['laat', 'sensitive-attachment', 'inside', 'direct LAAT-DATA-04'],
    ['laat', 'sensitive-attachment', 'unread', 'related LAAT-DATA-04'],
    ['laat', 'sensitive-attachment', 'name-only', 'related LAAT-DATA-04'],
    ['laat', 'sensitive-attachment', 'picture', 'related LAAT-DATA-04'],
    ['laat', 'personal-recipient', 'with-file', 'related LAAT-PROH-D'],
    ['laat', 'all-staff', 'list', 'related LAAT-EMAIL-07'],
    ['laat', 'inappropriate-language', 'abuse', 'direct LAAT-EMAIL-01'],
    ['laat', 'inappropriate-language', 'explicit', 'direct LAAT-PROH-A'],
    ['laat', 'inappropriate-language', 'gambling', 'related LAAT-EMAIL-02'],
    ['teal', 'inappropriate-language', 'threat', 'direct TEAL-4-03'],
    ['teal', 'inappropriate-language', 'abuse', 'direct TEAL-5-14'],
    ['teal', 'inappropriate-language', 'gambling', 'direct TEAL-5-19'],
    ['laat', 'executable-attachment', 'macros', 'related LAAT-PROH-E'],
    ['teal', 'executable-attachment', 'program', 'related TEAL-4-02'],
    ['laat', 'suspicious-reply', 'marked', 'direct LAAT-DATA-02'],
    ['teal', 'suspicious-reply', 'marked', 'direct TEAL-5-10'],
    ['teal', 'unapproved-file-share', 'link', 'direct TEAL-4-33'],
    ['laat', 'chain-mail', 'chain', 'direct LAAT-EMAIL-05'],
    ['laat', 'chain-mail', 'passed-on', 'related LAAT-EMAIL-05'],
    ['teal', 'chain-mail', 'chain', 'direct TEAL-4-09'],
    ['teal', 'chain-mail', 'passed-on', 'related TEAL-4-09'],
    ['laat', 'missing-subject', 'blank', 'related LAAT-EMAIL-02'],
    ['laat', 'out-of-hours', 'colleagues', 'related LAAT-EMAIL-07'],
    ['teal', 'sensitive-attachment', 'outside', 'direct TEAL-4-06'],
    ['teal', 'sensitive-attachment', 'partner', 'related TEAL-4-20'],
    ['teal', 'sensitive-attachment', 'inside', 'related TEAL-4-20'],
    ['teal', 'sensitive-attachment', 'unread', 'related TEAL-4-19'],
    ['teal', 'sensitive-attachment', 'name-only', 'related TEAL-4-19'],
    ['teal', 'sensitive-attachment', 'picture', 'related TEAL-4-19'],
    ['teal', 'personal-recipient', 'with-file', 'related TEAL-4-06'],
    ['teal', 'all-staff', 'list', 'direct TEAL-5-12'],
    ['teal', 'missing-subject', 'blank', 'direct TEAL-5-15'],
    ['teal', 'out-of-hours', 'colleagues', 'related TEAL-5-21'],
    ['teal', 'external-bulk-cc', 'visible', 'related TEAL-4-19'],
    ['teal', 'large-attachment', 'total', 'related TEAL-4-31'],
    ['laat', 'media-file', 'published', 'direct LAAT-PROH-G'],
    ['teal', 'media-file', 'published', 'direct TEAL-4-18'],
    ['laat', 'credentials', 'with-file', 'direct LAAT-DATA-04'],
    ['laat', 'credentials', 'outside', 'direct LAAT-EQP-01'],
    ['laat', 'credentials', 'code', 'related LAAT-ABOUT-09'],
    ['teal', 'credentials', 'with-file', 'direct TEAL-4-01'],
    ['teal', 'credentials', 'outside', 'direct TEAL-4-01'],
    ['teal', 'credentials', 'pupil', 'direct TEAL-5-18'],
    ['laat', 'own-personal-account', 'work', 'direct LAAT-EMAIL-08'],
    ['laat', 'own-personal-account', 'replies-there', 'direct LAAT-EMAIL-09'],
    ['teal', 'own-personal-account', 'bulk', 'related TEAL-4-21'],
    ['teal', 'own-personal-account', 'plain', 'related TEAL-4-16'],
    ['laat', 'send-as', 'from', 'direct LAAT-EMAIL-06'],
    ['laat', 'pupil-contact', 'details', 'related LAAT-SOC-01'],
    ['teal', 'pupil-contact', 'details', 'direct TEAL-5-09'],
    ['teal', 'pupil-contact', 'own-address', 'direct TEAL-5-06'],
    ['teal', 'pupil-contact', 'invitation', 'direct TEAL-5-08'],
  ];
  test.each(bases)('%s: %s, %s: %s', (pack, rule, situation, quoted) => {
    const clauses = load(pack).policy.rules[rule]?.clauses ?? [];
    const speaking = clauses.filter(({ situations }) => situations === null || situations.includes(situation));
    expect(speaking.map(({ basis, id }) => `${basis} ${id}`)).toEqual([quoted]);
  });

  test.each(names)('%s: no related clause leads in with “must not”', (name) => {
    for (const document of Object.values(load(name).policy.documents)) {
      for (const clause of Object.values(document.clauses)) expect(clause.relatedLeadIn ?? '').not.toMatch(/must not/i);
    }
  });

  test('nothing that speaks of discipline is quoted', () => {
    for (const name of names) expect(Object.values(quotationsOf(name)).join(' ')).not.toMatch(/disciplin|dismissal|Computer Misuse/i);
  });
});

describe('who may change the shipped packs', () => {
  const overlay = (pack: string, rules: object, organisation: object = {}) => {
    const files = [{ file: `${pack}.json`, text: textOf(pack) }, packFile('oakfield.json', { extends: pack, rules, organisation })];
    return loadPolicy(files, realRules, { today: TODAY });
  };

  test('LAAT is “to use without amendment”: an academy cannot touch a rule', () => {
    expect(overlay('laat', { 'personal-recipient': { severity: { plain: 'warn' } } }).problems.map(sayProblem)).toEqual([
      'oakfield.json: rules.personal-recipient: locked by laat.json (clause LAAT-PROH-D). Remove it here, or ask the trust to unlock it.',
    ]);
  });

  test('a rule that does not exist is answered with the one that was meant', () => {
    expect(overlay('laat', { 'mising-subject': { on: true } }).problems.map(sayProblem)).toEqual([
      'oakfield.json: rules.mising-subject: no such rule. Did you mean "missing-subject"?',
    ]);
  });

  test('LAAT: an academy sets its own hours, contacts and groups', () => {
    const groups = [{ address: 'staff@oakfield.example', size: 71, school: 'oakfield', allStaff: true }];
    const { policy } = overlay('laat', {}, { schools: [{ id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'] }], groups, contacts: { it: 'ext 200' } });
    expect(policy?.organisation.groups[0]?.size).toBe(71);
  });

  test('TEAL has no such scheme: an academy may tighten, and may not loosen', () => {
    expect(overlay('teal', { 'all-staff': { severity: { list: 'justify' } } }).policy?.rules['all-staff']?.severity['list']).toBe('justify');
    expect(overlay('teal', { 'all-staff': { severity: { list: 'inform' } } }).policy).toBeNull();
  });
});
