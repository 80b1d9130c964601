import fs from 'node:fs';
import path from 'node:path';
import { loadPolicy, policyHealth, sayProblem } from '../../src/policy';
import type { HealthFacts, PackFile } from '../../src/policy';
import { names, packFile, shippedRules, TODAY, toyRules } from './toy-rules';

function shipped(name: string, change: (text: string) => string = (text) => text): PackFile {
  const folder = path.join(__dirname, '..', '..', 'src', 'policy', 'packs');
  return { file: `${name}.json`, text: change(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8')) };
}

function healthOf(files: readonly PackFile[], facts: Partial<HealthFacts> = {}): ReadonlyMap<string, string> {
  const isShipped = files.some(({ file }) => file === 'laat.json' || file === 'teal.json');
  const { layers, problems } = loadPolicy(files, isShipped ? shippedRules : toyRules, { names });
  expect(problems.map(sayProblem)).toEqual([]);
  if (layers === null) throw new Error('no layers');
  const notes = policyHealth(layers, { today: TODAY, bankHolidaysUntil: null, ...facts });
  return new Map(notes.map((note) => [note.path, note.message]));
}

const trust: PackFile = { file: 'trust.json', text: fs.readFileSync(path.join(__dirname, 'valid', 'trust.json'), 'utf8') };
function small(organisation: object, rules: object = {}): PackFile {
  return packFile('p.json', { name: 'P', version: '1', organisation, rules });
}

describe('policy health, apart from problems', () => {
  const document = (more: object): PackFile =>
    packFile('p.json', { name: 'P', version: '1', documents: { ICT: { title: 'ICT Policy', version: 'V1', owner: 'Director of IT', ...more } } });

  test('a copy that was never checked says so, with or without a quotation', () => {
    expect(healthOf([shipped('teal')]).get('documents.ICT.lastVerified')).toMatch(/This rule set is a copy\. It has never been checked against the VLE\. Open/);
    expect(healthOf([shipped('laat')]).get('documents.ICT.lastVerified')).toBe(
      'This rule set is a copy of ICT User and Social Media Policy V1. It has never been checked against the live document. ' +
        'Open the live document and confirm it is still V1.',
    );
  });

  test.each([
    ['30 days ago', '2026-10-22', false],
    ['31 days ago', '2026-10-21', true],
  ])('a copy checked %s', (_, lastVerified, isNoted) => {
    expect(healthOf([document({ lastVerified })]).has('documents.ICT.lastVerified')).toBe(isNoted);
  });

  test.each([
    ['91 days off is not spoken of', '2027-02-20', null],
    ['90 days off is', '2027-02-19', 'is 90 days away. Plan its review.'],
    ['today', '2026-11-21', 'is today. Plan its review.'],
    ['yesterday', '2026-11-20', 'passed 1 day ago.'],
    ['two months ago', '2026-09-20', 'passed more than two months ago.'],
    ['a year ago', '2025-11-20', 'passed more than one year ago.'],
  ])('a review date %s', (_, reviewBy, words) => {
    const note = healthOf([document({ reviewBy })]).get('documents.ICT.reviewBy');
    if (words === null) expect(note).toBeUndefined();
    else expect(note).toContain(words);
  });

  test('a document without a live link says what a sender misses', () => {
    expect(healthOf([shipped('laat')]).get('documents.ICT.liveUrl')).toBe(
      'There is no link to the live ICT User and Social Media Policy, so a sender cannot read on. Add its web address.',
    );
    expect(healthOf([shipped('teal')]).has('documents.ICT.liveUrl')).toBe(false);
  });

  test('what neither policy defines must be set', () => {
    const notes = healthOf([shipped('laat')]);
    for (const place of ['internalDomains', 'groups', 'pupilDomains', 'terms', 'contacts']) expect(notes.has(`organisation.${place}`)).toBe(true);
    expect(notes.get('organisation.internalDomains')).toBe(
      "No internal domains are listed, so only the sender's own domain counts as inside. List every domain your schools send from.",
    );
  });

  test('a pack that has set everything has nothing to hear', () => {
    expect([...healthOf([trust], { bankHolidaysUntil: '2028-12-31' })]).toEqual([]);
  });

  test('says how much each note matters and what to do in a few words', () => {
    const { layers } = loadPolicy([shipped('teal')], shippedRules, { names });
    const notes = layers === null ? [] : policyHealth(layers, { today: TODAY, bankHolidaysUntil: null });
    expect(notes.find(({ path: place }) => place === 'documents.ICT.reviewBy')).toMatchObject({ level: 'high', remedy: 'Record a review' });
    expect(notes.find(({ path: place }) => place === 'documents.ICT.lastVerified')).toMatchObject({ level: 'medium', remedy: 'Check version now' });
    for (const { message, remedy } of notes) {
      expect(message).toMatch(/[.]$/);
      expect(remedy.length).toBeLessThanOrEqual(26);
    }
  });

  test('L4 to L9: what is amiss in the documents themselves is told to the owner', () => {
    const said = (name: string): string => [...healthOf([shipped(name)]).values()].join('\n');
    for (const words of ['Malicious Communications Act 1998', 'Computer Misuse Act 1990', 'minimum of six characters', 'stored on the network', 'the VLE and the trust']) {
      expect(said('teal')).toContain(words);
    }
    for (const words of ['item a) is blank', 'whether it necessary', 'a third party to read', 'no data protection officer']) expect(said('laat')).toContain(words);
  });

  test('L10: words without a meaning of their own, until the owner has agreed to what stands for them', () => {
    const hours = 'documents.ICT.upkeep.undefinedTerms[0].agreed';
    expect(healthOf([shipped('teal')]).get(hours)).toBe(
      "“normal working hours” is not defined in ICT Acceptable Use Policy v3.8, so Heed goes by organisation.hours. Agree that with the policy's owner, and write the day here.",
    );
    const agreed = shipped('teal', (text) => text.replace('"settledBy": "organisation.hours", "agreed": null', '"settledBy": "organisation.hours", "agreed": "2026-11-02"'));
    expect(healthOf([agreed]).has(hours)).toBe(false);
  });

  test('L11: no clause says that drafts are checked', () => {
    const place = 'documents.ICT.upkeep.sendChecksClause';
    expect(healthOf([shipped('laat')]).get(place)).toMatch(/^No clause of ICT User and Social Media Policy V1 says that drafts are checked by software/);
    expect(healthOf([document({ upkeep: { sendChecksClause: 'ICT-1' }, clauses: { 'ICT-1': { heading: 'H', section: 'S', text: 'Email is checked by software before it goes.' } } })]).has(place)).toBe(false);
  });

  test.each([
    ['Send nothing that breaches the Malicious Communications Act 1998.', 'The Malicious Communications Act is dated 1988.'],
    ['Keep to the General Data Protection Regulations.', 'The law is called the UK GDPR since 2021.'],
    ['Keep to the Malicious Communications Act 1988 and the UK GDPR.', null],
  ])('a quotation that names a law: %s', (quotation, says) => {
    const clauses = { 'ICT-1': { heading: 'H', section: 'S', text: quotation } };
    const note = healthOf([document({ clauses })]).get('documents.ICT.clauses.ICT-1.text');
    if (says === null) expect(note).toBeUndefined();
    else expect(note).toContain(says);
  });

  test('L13: a contact that is missing, for the trust or at some of its schools', () => {
    expect(healthOf([small({ contacts: { it: 'ext 1' } })]).get('organisation.contacts.dpo')).toBe(
      'No contact is set for “dpo”, so messages there cannot name one. Set it for the trust or for the school.',
    );
    const schools = [
      { id: 'oak', name: 'Oak', contacts: { dsl: 'ext 2' } },
      { id: 'ash', name: 'Ash' },
    ];
    expect(healthOf([small({ contacts: { it: 'ext 1' }, schools })]).get('organisation.contacts.dsl')).toContain('No contact is set for “dsl” at ash,');
  });

  test('a list for all staff at a domain that nobody has listed', () => {
    const group = (address: string): object => ({ address, name: 'All staff', allStaff: true });
    const noteOn = (organisation: object): string | undefined => healthOf([small(organisation)]).get('organisation.groups[0].address');
    expect(noteOn({ internalDomains: ['oak.example'], groups: [group('staff@Oak-Hill.example')] })).toBe(
      '"staff@Oak-Hill.example" is a list for all staff, and "oak-hill.example" is not among the domains that are listed, so it counts as outside. Correct the address, or list the domain.',
    );
    expect(noteOn({ internalDomains: ['oak.example'], groups: [group('staff@OAK.example')] })).toBeUndefined();
    expect(noteOn({ internalDomains: ['*.oak.example'], groups: [group('staff@hill.oak.example')] })).toBeUndefined();
    expect(noteOn({ internalDomains: ['*.oak.example'], groups: [group('staff@oak.example')] })).toBeDefined();
    expect(noteOn({ schools: [{ id: 'oak', name: 'Oak', domains: ['oak.example'] }], groups: [group('staff@oak.example')] })).toBeUndefined();
    expect(noteOn({ internalDomains: ['oak.example'], groups: [{ ...group('staff@ash.example'), allStaff: false }] })).toBeUndefined();
    // Without any domain there is a note on that alone.
    expect(noteOn({ groups: [group('staff@oak.example')] })).toBeUndefined();
  });

  test('an exemption for somebody at a domain that nobody has listed, who sends nothing from here', () => {
    const noteOn = (who: string, organisation: object = { internalDomains: ['oak.example'] }): string | undefined =>
      healthOf([small(organisation, { 'all-staff': { exemptions: [{ for: who, why: 'agreed', expires: '2026-12-31' }] } })]).get('rules.all-staff.exemptions[0].for');
    expect(noteOn('bursar@Supplier.example')).toBe(
      '"bursar@Supplier.example" is not among the domains that are listed, and an exemption is for who sends, so it leaves nobody alone. Name the colleagues in “for” and whom they write to in “recipients”, or list the domain.',
    );
    expect(noteOn('supplier.example')).toBeDefined();
    expect(noteOn('head@OAK.example')).toBeUndefined();
    expect(noteOn('oak.example')).toBeUndefined();
    expect(noteOn('head@ash.example', { schools: [{ id: 'ash', name: 'Ash', domains: ['ash.example'] }] })).toBeUndefined();
    expect(noteOn('bursar@supplier.example', {})).toBeUndefined();
  });

  test('a list of contacts, or another way to reach all staff, that is missing', () => {
    const groups = [{ address: 'staff@oak.example', name: 'All staff', allStaff: true }];
    const bare = healthOf([small({ groups })]);
    expect(bare.get('organisation.registeredContacts')).toMatch(/^No contacts on record are listed/);
    expect(bare.get('organisation.alternatives')).toMatch(/^No other way to reach all staff is set/);
    const whole = healthOf([small({ groups, alternatives: [{ label: 'the bulletin' }], registeredContacts: ['d5ce81ae96b1b8638661c29c531a5458'] })]);
    expect([...whole.keys()].filter((path) => /alternatives|registeredContacts/.test(path))).toEqual([]);
    expect(healthOf([small({ groups, schools: [{ id: 'oak', name: 'Oak', alternatives: [{ label: 'the bulletin' }] }] })]).has('organisation.alternatives')).toBe(false);
  });

  test('a school without terms is named when the organisation has none either', () => {
    const schools = [
      { id: 'oakfield', name: 'Oakfield', terms: [{ from: '2026-09-03', to: '2027-07-21' }] },
      { id: 'elm', name: 'Elm' },
    ];
    expect(healthOf([small({ schools })]).get('organisation.terms')).toBe(
      "No term dates are set for elm, so school holidays are not known as days off. Add each term's first and last day.",
    );
  });

  test('terms that are over, or soon will be, ask for the next', () => {
    const over = healthOf([small({ terms: [{ from: '2025-09-03', to: '2026-07-21' }] })]).get('organisation.terms');
    expect(over).toBe("The last term ended on 21 July 2026. Add the next school year's dates.");
    const ending = healthOf([small({ terms: [{ from: '2026-09-03', to: '2026-12-18' }] })]).get('organisation.terms');
    expect(ending).toBe("The last term ends on 18 December 2026. Add the next school year's dates.");
  });

  test.each([
    ['has ended', '2026-11-20', 'The exemption for head@p.example ended on 20 November 2026 and no longer counts. Renew it, or remove it.'],
    ['ends soon', '2026-12-01', 'The exemption for head@p.example ends on 1 December 2026, in 10 days. Renew it, or tell them that the rule will speak again.'],
    ['ends in 91 days', '2027-02-20', undefined],
  ])('an exemption that %s', (_, expires, message) => {
    const notes = healthOf([small({}, { 'all-staff': { exemptions: [{ for: 'head@p.example', why: 'the bulletin', expires }] } })]);
    expect(notes.get('rules.all-staff.exemptions[0].expires')).toBe(message);
  });

  test('a partner or allowed address near its end, and partners without one', () => {
    const notes = healthOf([
      small({
        partners: [
          { domain: 'council.example', purpose: 'sharing', expires: '2026-12-31' },
          { domain: 'nhs.net', purpose: 'NHSmail' },
        ],
        allowedAddresses: [{ address: 'chair@home.example', why: 'governor', expires: '2026-01-31' }],
      }),
    ]);
    expect(notes.get('organisation.partners[0].expires')).toMatch(/^The partnership with council\.example ends on 31 December 2026, in 40 days\./);
    expect(notes.get('organisation.partners')).toBe('No last day is set for nhs.net. Set one within 12 months where an agreement stands behind it.');
    expect(notes.get('organisation.allowedAddresses[0].expires')).toMatch(/^The entry for chair@home\.example ended on 31 January 2026/);
  });

  test('a partner nobody looks at for years', () => {
    const until = (expires: string) => healthOf([small({ partners: [{ domain: 'council.example', purpose: 'sharing', expires }] })]).get('organisation.partners[0].expires');
    expect(until('2031-01-01')).toBe('The partnership with council.example ends on 1 January 2031, more than 12 months away. Set a nearer day, so that it is looked at every year.');
    expect(until('2027-11-21')).toBeUndefined();
  });

  test('events need more than a line in a pack', () => {
    const said = (level: string) => healthOf([shipped('teal', (text) => text.replace('"level": "totals"', `"level": "${level}"`))]).get('audit.level');
    expect(said('events')).toBe('Events are kept of single sends. That needs an impact assessment and consultation with staff first: have both on record when the policy is signed, or choose "totals".');
    expect([said('totals'), said('none')]).toEqual([undefined, undefined]);
  });

  test.each([
    ['years ahead', '2028-12-31', undefined],
    ['half a year ahead', '2027-05-20', 'The table of bank holidays in this version of Heed ends on 20 May 2027. Install a newer version.'],
    ['in the past', '2026-01-01', 'The table of bank holidays in this version of Heed ended on 1 January 2026. Install a newer version.'],
  ])('a table of bank holidays that ends %s', (_, bankHolidaysUntil, message) => {
    expect(healthOf([trust], { bankHolidaysUntil }).get('organisation.bankHolidays')).toBe(message);
  });

  test('bank holidays that do not count are not spoken of', () => {
    expect(healthOf([small({ bankHolidays: 'none' })], { bankHolidaysUntil: '2020-12-31' }).has('organisation.bankHolidays')).toBe(false);
  });

  test('a rule the pack does not mention does not run, and that is said', () => {
    expect(healthOf([small({}, { 'all-staff': { on: false } })]).get('rules.missing-subject')).toBe(
      'The pack does not mention this rule, so it does not run. Add it, with "on": false if that is meant.',
    );
    expect(healthOf([small({}, { 'all-staff': { on: false } })]).has('rules.all-staff')).toBe(false);
  });

  test('a quotation too long for a dialog is spoken of', () => {
    const clauses = { 'ICT-1': { heading: 'Email', section: 'section 1', text: 'word '.repeat(70) } };
    expect(healthOf([document({ clauses })]).get('documents.ICT.clauses.ICT-1.text')).toBe(
      'The quotation has 350 characters, and an Outlook dialog holds 500 in all. Quote only the sentence that applies.',
    );
  });
});

describe('what an academy’s file makes so for every school', () => {
  const schools = (...ids: readonly string[]): object => ({ organisation: { schools: ids.map((id) => ({ id, name: id, domains: [`${id}.example`] })) } });
  const marsh = (more: object): PackFile => packFile('marsh.json', { extends: 'teal', name: 'Marsh', ...schools('marsh'), ...more });
  const hill = packFile('hill.json', { extends: 'teal', name: 'Hill', ...schools('hill') });
  const stricter = { rules: { 'all-staff': { severity: { list: 'justify' } }, 'forgotten-attachment': { on: true } }, detection: { dictionary: [{ term: 'Harbour room', weight: 45 }] } };

  test('is told with the file, what it sets and for how many', () => {
    const health = healthOf([shipped('teal'), hill, marsh(stricter)]);
    expect(health.get('detection.dictionary') ?? health.get('rules.all-staff')).toBe(
      'marsh.json sets detection.dictionary, all-staff and forgotten-attachment, and that holds for all 2 schools of this policy, not for its own alone. ' +
        'Where that is not meant, take it out there, and sign this school’s policy for a host of its own.',
    );
  });

  test.each<[string, readonly PackFile[]]>([
    ['a policy of one school', [shipped('teal'), marsh(stricter)]],
    ['overlays that bring facts of their own', [shipped('teal'), hill, marsh({})]],
  ])('is nothing in %s', (_, files) => {
    expect([...healthOf(files).values()].filter((message) => message.includes('holds for all'))).toEqual([]);
  });

  test('hours for the whole policy are among it, and the school’s own hours are not', () => {
    const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['09:00', '15:00']]));
    const mill = packFile('mill.json', { extends: 'teal', name: 'Mill', ...schools('mill') });
    expect(healthOf([shipped('teal'), hill, mill, marsh({ organisation: { hours: week } })]).get('organisation.hours')).toContain('marsh.json sets organisation.hours, and that holds for all');
    const own = packFile('marsh.json', { extends: 'teal', name: 'Marsh', organisation: { schools: [{ id: 'marsh', name: 'marsh', domains: ['marsh.example'], hours: week }] } });
    expect([...healthOf([shipped('teal'), hill, own]).values()].filter((message) => message.includes('holds for all'))).toEqual([]);
  });
});
