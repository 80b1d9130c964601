import fs from 'node:fs';
import path from 'node:path';
import { compilePattern } from '../../src/check/judge-pattern';
import { loadPolicy, sayProblem } from '../../src/policy';
import type { Loaded, LoadOptions, PackFile } from '../../src/policy';
import { DEFAULT_DETECTION } from '../../src/domain';
import type { Policy } from '../../src/domain';
import { names, packFile, TODAY, toyRules } from './toy-rules';

function fixture(name: string): PackFile {
  return { file: `${name}.json`, text: fs.readFileSync(path.join(__dirname, 'valid', `${name}.json`), 'utf8') };
}

function load(files: readonly PackFile[], options: LoadOptions = {}): Loaded {
  return loadPolicy(files, toyRules, { names, today: TODAY, ...options });
}

function policyOf(files: readonly PackFile[], options: LoadOptions = {}): Policy {
  const { policy, problems } = load(files, options);
  expect(problems.map(sayProblem)).toEqual([]);
  if (policy === null) throw new Error('no policy');
  return policy;
}

const trust = fixture('trust');
const oakfield = fixture('overlay-oakfield');

describe("a trust's pack by itself", () => {
  test('the smallest pack gets every default, with no rule running', () => {
    const policy = policyOf([fixture('smallest')]);
    expect(policy.unchecked).toEqual({ outside: 'warn', inside: 'inform' });
    expect(policy.attachments).toEqual({ maxDepth: 5, maxUnpackedMB: 25, maxEntries: 200 });
    expect(policy.detection).toEqual(DEFAULT_DETECTION);
    expect(policy.organisation.timeZone).toBe('Europe/London');
    expect(policy.organisation.hours.fri).toEqual(['07:30', '18:00']);
    expect(policy.organisation.hours.sat).toBeNull();
    expect(policy.organisation.partners.map((partner) => partner.domain)).toEqual([
      'nhs.net',
      '*.cjsm.net',
      '*.police.uk',
      'education.gov.uk',
      'ofsted.gov.uk',
    ]);
    expect(Object.keys(policy.rules)).toEqual(toyRules.map((rule) => rule.id));
    expect(toyRules.filter((rule) => policy.rules[rule.id]?.on === true)).toEqual([]);
  });

  test("a rule the pack names runs with its suggested severities and its options' defaults", () => {
    const setting = policyOf([trust]).rules['all-staff'];
    expect(setting).toMatchObject({ on: true, locked: false, severity: { list: 'warn', many: 'warn', reply: 'inform' } });
    expect(setting?.options).toEqual({ directRecipients: 50, alternatives: [], listNames: ['allstaff', 'everyone'] });
  });

  test('domains and addresses are compared in lower case, so they are kept so', () => {
    const { organisation } = policyOf([trust]);
    expect(organisation.schools[0]?.domains).toEqual(['oakfield.example']);
    expect(organisation.groups[0]?.address).toBe('all-staff@trust.example');
  });

  test('a clause given with no situations speaks to all of them', () => {
    expect(policyOf([trust]).rules['missing-subject']?.clauses).toEqual([{ id: 'ICT-5-15', basis: 'direct', situations: null }]);
  });

  test.each(['byte-order-mark', 'block-agreed'])('%s loads', (name) => {
    policyOf([fixture(name)]);
  });

  test('a rule under its former id is read under its present one', () => {
    const { rules } = policyOf([fixture('renamed-rule')]);
    expect(rules['all-staff']).toMatchObject({ on: true, severity: { list: 'inform' } });
    expect(rules['staff-blast']).toBeUndefined();
  });

  test('an exemption may end exactly twelve months from today, and is not judged where the clock may be wrong', () => {
    const pack = (expires: string) => packFile('p.json', { name: 'P', version: '1', rules: { 'all-staff': { exemptions: [{ for: 'a@b.example', why: 'c', expires }] } } });
    policyOf([pack('2027-11-21')]);
    policyOf([pack('2039-01-01')], { today: null });
  });

  test('names that the caller does not know are left unjudged', () => {
    const { policy } = loadPolicy([packFile('p.json', { name: 'P', version: '1', organisation: { timeZone: 'Asia/Tokyo' }, detection: { off: ['x-ray'] } })], toyRules);
    expect(policy?.organisation.timeZone).toBe('Asia/Tokyo');
    expect(policy?.detection.off).toEqual(['x-ray']);
  });
});

describe("the organisation's own patterns", () => {
  const CASES = { name: 'case numbers', regexp: 'CASE-\\d{4}' };
  const packWith = (patterns: readonly object[]) => packFile('p.json', { name: 'P', version: '1', detection: { patterns } });

  test('are tables once the pack is resolved, and survive JSON', () => {
    const builders = [{ name: 'staff numbers', prefix: 'STF', digits: [5, 5], isPerson: true }, { name: 'codes', mask: 'AA-9999', near: ['code'] }, { name: 'groups', words: ['Nest'] }];
    const { detection } = policyOf([packWith(builders)], { judgePattern: compilePattern });
    expect(detection.patterns.map(({ name, weight, near, isPerson }) => [name, weight, near, isPerson])).toEqual([
      ['staff numbers', 70, [], true],
      ['codes', 70, ['code'], false],
      ['groups', 70, [], false],
    ]);
    expect(JSON.parse(JSON.stringify(detection.patterns))).toEqual(detection.patterns);
  });

  test('a regular expression counts with the verdict on it, and on no other', () => {
    const verdict = compilePattern(CASES as never);
    const vetted = 'hash' in verdict ? verdict.hash : '';
    const judgePattern = compilePattern;
    expect(policyOf([packWith([{ ...CASES, vetted }])], { judgePattern }).detection.patterns).toHaveLength(1);
    expect(load([packWith([{ ...CASES, regexp: 'CASE-\\d{5}', vetted }])], { judgePattern }).policy).toBeNull();
  });

  test('a pack with patterns is refused where nothing can compile them', () => {
    expect(load([packWith([CASES])]).problems.map(sayProblem)).toEqual([
      'p.json: detection.patterns[0]: patterns cannot be compiled here. Publish the pack with the "heed" command or the studio.',
    ]);
  });
});

describe("an academy's overlay", () => {
  test('brings its own hours, terms, contacts, domains and groups', () => {
    const { organisation } = policyOf([trust, oakfield]);
    const [school, nursery] = organisation.schools;
    expect(school).toMatchObject({ id: 'oakfield', name: 'Oakfield Primary', staff: 31 });
    expect(school?.domains).toEqual(['oakfield.example', 'mail.oakfield.example']);
    expect(school?.hours?.fri).toEqual(['08:00', '15:30']);
    expect(school?.terms).toEqual([{ from: '2026-09-02', to: '2026-12-17' }]);
    expect(school?.contacts).toEqual({ head: 'ext 301', dsl: 'ext 302' });
    expect(nursery).toMatchObject({ id: 'oakfield-nursery', name: 'Oakfield Nursery', hours: null, terms: [] });
    expect(organisation.groups.map((group) => group.address)).toEqual(['all-staff@trust.example', 'staff@oakfield.example']);
    expect(organisation.contacts).toMatchObject({ it: 'ext 300', dpo: 'dpo@trust.example' });
  });

  test('adds to lists without taking anything away', () => {
    const { organisation, detection } = policyOf([trust, oakfield]);
    expect(organisation.pupilDomains).toEqual(['pupils.trust.example', 'pupils.oakfield.example']);
    expect(organisation.protectedCorrespondents).toEqual(['speakup@trust.example', 'union.example', 'whistle@oakfield.example']);
    expect(organisation.allowedAddresses).toHaveLength(2);
    expect(detection.dictionary).toEqual([
      { term: 'Nest group', weight: 40, near: [] },
      { term: 'Rainbow room', weight: 45, near: [] },
    ]);
  });

  test('raises severities, tightens options, adds a clause of its own and switches a rule on', () => {
    const { rules, documents } = policyOf([trust, oakfield]);
    expect(rules['sensitive-attachment']?.severity).toMatchObject({ outside: 'justify', partner: 'warn' });
    expect(rules['sensitive-attachment']?.options).toMatchObject({ bulkPeople: 5 });
    expect(rules['all-staff']?.severity['list']).toBe('justify');
    expect(rules['all-staff']?.options).toMatchObject({ listNames: ['allstaff', 'everyone', 'wholeschool'], alternatives: ['The Friday bulletin'] });
    expect(rules['all-staff']?.clauses).toEqual([{ id: 'OAK-1', basis: 'direct', situations: null }]);
    expect(documents['OakfieldStaff']?.clauses['OAK-1']?.text).toBe('Write to all staff on Fridays only.');
    expect(rules['out-of-hours']).toMatchObject({ on: true, options: { quietMinutes: 15, graceMinutes: 10 } });
  });

  test("leaves the trust's name, version and words as they are", () => {
    const [alone, together] = [policyOf([trust]), policyOf([trust, oakfield])];
    expect([together.name, together.version]).toEqual(['Toy Trust', '2']);
    expect(together.documents['ICT']).toEqual(alone.documents['ICT']);
    expect(together.rules['personal-recipient']).toEqual(alone.rules['personal-recipient']);
  });

  test('may extend the pack by an earlier name', () => {
    expect(policyOf([trust, fixture('overlay-by-old-name')]).organisation.hours.mon).toEqual(['07:00', '16:00']);
  });

  test('may stand on another overlay, whose schools and clauses it may name', () => {
    const nursery = packFile('nursery.json', {
      extends: 'overlay-oakfield',
      organisation: { groups: [{ address: 'nursery@oakfield.example', school: 'oakfield-nursery' }] },
      rules: { 'missing-subject': { clauses: [{ id: 'OAK-1', basis: 'related' }] } },
    });
    const policy = policyOf([trust, oakfield, nursery]);
    expect(policy.organisation.groups).toHaveLength(3);
    expect(policy.rules['missing-subject']?.clauses.map((clause) => clause.id)).toEqual(['ICT-5-15', 'OAK-1']);
  });

  test('the same overlay twice adds nothing twice, and its own hours are not given twice', () => {
    const { problems } = load([trust, oakfield, { ...oakfield, file: 'copy.json' }]);
    expect(problems.map(sayProblem)).toEqual(
      expect.arrayContaining([
        'copy.json: organisation.schools[0].hours: overlay-oakfield.json already sets this. Keep one of the two, or set it for each school in organisation.schools.',
        'copy.json: organisation.contacts.it: overlay-oakfield.json already sets this. Keep one of the two, or set it for each school in organisation.schools.',
      ]),
    );
  });

  test('of two overlays the second may not be milder than the first', () => {
    const second = packFile('elm.json', { extends: 'trust', rules: { 'all-staff': { severity: { list: 'warn' } } } });
    expect(load([trust, oakfield, second]).problems.map(sayProblem)).toEqual([
      'elm.json: rules.all-staff.severity.list: "warn" is milder than the trust\'s "justify". Choose "justify" or "block", or remove it here.',
    ]);
  });

  test("problems of the trust's pack and of each overlay are told together", () => {
    const { problems } = load([packFile('laat.json', { name: 'L', version: '1', rulez: {} }), packFile('a.json', { extends: 'laat', organisation: { hours: null } }), { file: 'b.json', text: '{' }]);
    expect(problems.map((problem) => problem.file)).toEqual(['laat.json', 'a.json', 'b.json']);
  });
});

describe('one academy is chosen', () => {
  test('its hours, terms and contacts count instead of any other', () => {
    const { organisation } = policyOf([trust, oakfield], { academy: 'oakfield' });
    expect(organisation.hours.fri).toEqual(['08:00', '15:30']);
    expect(organisation.terms).toEqual([{ from: '2026-09-02', to: '2026-12-17' }]);
    expect(organisation.contacts).toEqual({ it: 'ext 300', dpo: 'dpo@trust.example', head: 'ext 301', dsl: 'ext 302', hr: 'ext 303' });
    expect(organisation.schools.every((school) => school.hours === null && school.terms.length === 0)).toBe(true);
  });

  test("a school without hours of its own keeps the organisation's", () => {
    const { organisation } = policyOf([trust, oakfield], { academy: 'oakfield-nursery' });
    expect(organisation.hours.fri).toEqual(['08:00', '17:00']);
    expect(organisation.terms).toHaveLength(2);
  });

  test('an unknown academy is answered with the one that was meant', () => {
    const { policy, problems } = load([trust], { academy: 'oakfeild' });
    expect(policy).toBeNull();
    expect(problems.map(sayProblem)).toEqual(['trust.json: organisation.schools: no school has the id "oakfeild". Did you mean "oakfield"?']);
  });
});

test('no files at all is a problem, not a crash', () => {
  expect(load([]).problems.map(sayProblem)).toEqual(['no pack was given. Name one, such as laat.']);
});
