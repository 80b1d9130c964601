import { academyName, idOf, newAcademy, schoolOf, setForAll } from '../../src/studio/editing/academies';
import { isRuleLocked, lockedBy } from '../../src/studio/editing/editing';
import type { Editing } from '../../src/studio/editing/editing';
import { redo, startEdits, step, undo } from '../../src/studio/editing/history';
import { judge, schema } from '../../src/studio/editing/judge';
import { edited, isSame, packText, valueAt, withValue } from '../../src/studio/editing/pack-set';
import { weekAt } from '../../src/studio/editing/week';
import type { PackSet, RawPack } from '../../src/studio/editing/pack-set';
import { refusedQuotations } from '../../src/studio/editing/quotations';
import { differencesBetween } from '../../src/studio/publish/differences';
import { changeLogOf, hostingNoteOf, publicationOf, sha256, staffNoticeOf, versionedName } from '../../src/studio/publish/publication';
import { missingIn, monthsOn, requirementsFor } from '../../src/studio/publish/requirements';
import type { Form } from '../../src/studio/publish/requirements';
import { shippedPacks } from '../../src/policy';
import { longestDialog } from '../../src/check/longest-dialog';
import { placeOf } from '../../src/studio/pages/remedy';
import { hashedLine } from '../../src/studio/forms/hashed-lines';
import { scaleFor } from '../../src/studio/forms/number-scale';
import { messageNames } from '../../src/studio/words/messages';
import { placeholdersOf, sampleValues } from '../../src/studio/words/sample-values';
import { isWorded } from '../../src/studio/words/situations';
import { rules } from '../../src/rules';

const TODAY = '2026-11-18';
const setOf = (name: string): PackSet => {
  const pack = shippedPacks.find((each) => each.name === name)!;
  return { trust: { file: pack.file, raw: JSON.parse(pack.text) as RawPack, text: pack.text }, overlays: [] };
};
const laat = setOf('laat');
const policyOf = (set: PackSet) => {
  const { policy, problems } = judge(set, TODAY);
  if (policy === null) throw new Error(JSON.stringify(problems));
  return policy;
};
const words = (set: PackSet): readonly string[] => differencesBetween(schema, judge(laat, TODAY).layers!.pack, judge(set, TODAY).layers!.pack).map((each) => each.words);
const change = (path: (string | number)[], value: unknown, set = laat): PackSet => edited(set, 'trust', path, value);

describe('edits', () => {
  test('set and take away values without touching what was there', () => {
    const raw = { a: { b: [1, 2] } };
    expect(withValue(raw, ['a', 'b', 1], 5)).toEqual({ a: { b: [1, 5] } });
    expect(withValue(raw, ['c', 'd'], 1)).toEqual({ a: { b: [1, 2] }, c: { d: 1 } });
    expect(withValue(raw, ['a', 'b'], undefined)).toEqual({ a: {} });
    expect(raw).toEqual({ a: { b: [1, 2] } });
    expect(valueAt(raw, ['a', 'b', 1])).toBe(2);
    expect(valueAt(raw, ['a', 'constructor'])).toBeUndefined();
  });

  test('are undone and done again; typing on at one place is one step', () => {
    let edits = startEdits(laat);
    edits = step(edits, change(['name'], 'A'), 'name');
    edits = step(edits, change(['name'], 'AB'), 'name');
    edits = step(edits, change(['version'], 'V2', edits.now), 'version');
    expect(edits.past.length).toBe(2);
    edits = undo(undo(edits));
    expect(isSame(edits.now, laat)).toBe(true);
    expect(undo(edits)).toBe(edits);
    edits = redo(edits);
    expect(edits.now.trust.raw['name']).toBe('AB');
    expect(redo(redo(edits)).now.trust.raw['version']).toBe('V2');
  });
});

describe('differences', () => {
  test('are in the words of the settings, with their units', () => {
    expect(words(change(['rules', 'all-staff', 'options', 'directRecipients'], 75))).toEqual(['Message to all staff, colleagues written one by one: 50 → 75 people']);
    expect(words(change(['rules', 'missing-subject', 'on'], false))).toEqual(['No subject line, runs: yes → no']);
  });

  test('name what lists gained, lost and changed', () => {
    const partners = [...(valueAt(laat.trust.raw, ['organisation', 'partners']) as { domain: string; expires: string | null }[])];
    const [first, ...rest] = partners;
    const changed = [{ ...first!, expires: '2027-09-30' }, ...rest.slice(1), { domain: 'council.example', purpose: 'Local authority', expires: null }];
    expect(words(change(['organisation', 'partners'], changed))).toEqual(['Trusted partners: added council.example; removed *.cjsm.net', 'Trusted partners, nhs.net, last day: not set → 30 September 2027']);
  });

  test('are none when nothing changes', () => expect(words(laat)).toEqual([]));
});

describe('what publishing asks for', () => {
  const needs = (set: PackSet, from = laat) => requirementsFor(policyOf(from), policyOf(set), TODAY);
  const form: Form = { author: 'Director of Colleague Services', reason: 'Fewer questions.', effective: '2026-11-23T06:00', approver: '', consulted: '', dpiaReviewed: '', stands: '', standsUntil: '' };

  test('lowering needs a reason only', () => {
    const none = needs(change(['rules', 'all-staff', 'severity', 'many'], 'inform'));
    expect(none).toEqual({ consultation: [], secondApprover: [], standing: [] });
    expect(missingIn(form, none, TODAY)).toEqual({});
    expect(missingIn({ ...form, reason: ' ' }, none, TODAY)).toEqual({ reason: 'Write why, in a sentence staff may read.' });
    expect(missingIn({ ...form, effective: '2026-11-01T06:00' }, none, TODAY)).toHaveProperty('effective');
    expect(missingIn(form, none, '2026-11-23T06:00')).toEqual({});
    expect(missingIn(form, none, '2026-11-23T06:01')).toEqual({ effective: 'It cannot take effect in the past. Choose a time to come.' });
  });

  test('more severity, or more recorded, needs consultation and a DPIA review', () => {
    const raised = needs(change(['rules', 'all-staff', 'severity', 'many'], 'justify'));
    expect(raised.consultation).toEqual(['“Message to all staff” becomes more severe (many colleagues, written one by one: ask once → ask for a reason).']);
    expect(Object.keys(missingIn(form, raised, TODAY))).toEqual(['consulted', 'dpiaReviewed']);
    expect(missingIn({ ...form, consulted: '2026-11-02', dpiaReviewed: '2027-01-01' }, raised, TODAY)).toEqual({ dpiaReviewed: expect.stringContaining('has not come yet') });
    expect(needs(change(['audit', 'level'], 'events')).consultation).toEqual(['More is recorded (totals → events).']);
    expect(needs(change(['audit', 'level'], 'none')).consultation).toEqual([]);
    expect(needs(laat, change(['rules', 'all-staff', 'on'], false)).consultation.length).toBeGreaterThan(0);
  });

  test('a block, and a protected correspondent taken away, need a second role', () => {
    const block = change(['rules', 'missing-subject', 'severity', 'blank'], 'block', change(['rules', 'missing-subject', 'blockAgreedBy'], ['Head', 'DPO']));
    expect(needs(block).secondApprover).toEqual(['“No subject line” leaves the sender no way to send (the subject is blank).']);
    const listed = change(['organisation', 'protectedCorrespondents'], ['union.example']);
    const removed = needs(laat, listed);
    expect(removed.secondApprover).toEqual(['union.example would no longer be a protected correspondent.']);
    expect(missingIn(form, removed, TODAY)).toHaveProperty('approver');
    for (const [author, approver] of [['Director of Colleague Services', 'director of colleague services '], ['Director of HR', 'Director  of H.R.'], ['Head-teacher', 'head teacher']] as const) expect([approver, missingIn({ ...form, author, approver }, removed, TODAY)]).toEqual([approver, { approver: expect.stringContaining('A second, other role') }]);
    expect(missingIn({ ...form, author: 'Director of IT', approver: 'Director of HR' }, removed, TODAY)).toEqual({});
    expect(missingIn({ ...form, approver: 'Data protection officer' }, removed, TODAY)).toEqual({});
    expect(needs(listed).secondApprover).toEqual([]);
  });

  test('a passed review date needs why it stands, for six months at most', () => {
    const teal = setOf('teal');
    const standing = requirementsFor(policyOf(teal), policyOf(teal), TODAY);
    expect(standing.standing).toHaveLength(1);
    expect(Object.keys(missingIn(form, standing, TODAY))).toEqual(['stands', 'standsUntil']);
    expect(missingIn({ ...form, stands: 'The review is under way.', standsUntil: '2027-05-19' }, standing, TODAY)).toEqual({ standsUntil: 'Six months at most: choose 2027-05-18 or earlier.' });
    expect(missingIn({ ...form, stands: 'The review is under way.', standsUntil: '2027-05-18' }, standing, TODAY)).toEqual({});
    expect(monthsOn('2026-08-31', 6)).toBe('2027-02-28');
  });
});

describe('what the trust writes itself', () => {
  test('is refused when it runs over a dialog, and can be previewed all the same', () => {
    const { policy, shown, problems } = judge(change(['rules', 'all-staff', 'wording'], { list: { saw: 'x'.repeat(390), advice: 'y'.repeat(200) } }), TODAY);
    expect(problems).toEqual([{ file: 'laat.json', path: 'rules.all-staff.wording.list', message: expect.stringMatching(/^with the longest values .* Shorten it by \d+\.$/) }]);
    expect([policy, shown?.rules['all-staff']?.wording['list']?.saw?.length]).toEqual([null, 390]);
  });

  test('patterns of its own are compiled here as they are by the command', () => {
    const { policy, problems } = judge(change(['detection', 'patterns'], [{ name: 'staff numbers', prefix: 'STF', digits: [5, 5] }]), TODAY);
    expect(problems).toEqual([]);
    expect(policy?.detection.patterns.map(({ name }) => name)).toEqual(['staff numbers']);
  });
});

describe('a quotation', () => {
  const path = ['documents', 'ICT', 'clauses', 'LAAT-EMAIL-07', 'text'];
  const own = valueAt(laat.trust.raw, path) as string;
  const refused = (text: string, texts = {}) => refusedQuotations(change(path, text).trust.raw, laat.trust.raw, texts);

  test('that was changed is refused, and the old one is not', () => {
    expect(refused(own)).toEqual([]);
    expect(refused(own.replace('should', 'must'))).toEqual([{ document: 'ICT', clause: 'LAAT-EMAIL-07', message: expect.stringContaining('Put the old words back') }]);
  });

  test('stands when it is in the stored text, word for word, whatever its line breaks', () => {
    const whole = 'Email\n\nStaff should **always** think\nbefore they send.';
    expect(refused('Staff should always think before they send.', { ICT: whole })).toEqual([]);
    expect(refused('Staff must always think before they send.', { ICT: whole })).toHaveLength(1);
  });
});

describe('a publication', () => {
  const form: Form = { author: 'Director', reason: 'Fewer questions.', effective: '2026-11-23T06:00', approver: '', consulted: '', dpiaReviewed: '', stands: '', standsUntil: '' };

  test('holds the file to the byte, with its hash, and everything that is asked of a record', async () => {
    const set = change(['rules', 'all-staff', 'options', 'directRecipients'], 75);
    const first = await publicationOf(laat, form, { history: [], differences: [], now: '2026-11-18T10:00:00Z', restores: null, inForce: null });
    const second = await publicationOf(set, form, { history: [first], differences: [{ words: 'a: 50 → 75', effect: '82 fewer warnings last month' }], now: '2026-11-18T11:00:00Z', restores: null, inForce: laat });
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(second.before).toBe(first.files[0]?.sha256);
    expect(second.files[0]).toEqual({ file: 'laat.json', text: packText(set.trust), sha256: await sha256(packText(set.trust)) });
    // Until something changes, a file is the very file it was.
    expect(first.files[0]?.text).toBe(shippedPacks[0]?.text);
    expect(versionedName(second.files[0]!, 2)).toMatch(/^laat\.2\.[0-9a-f]{8}\.json$/);
    expect(changeLogOf(second)).toContain('- a: 50 → 75; 82 fewer warnings last month\n');
    expect(hostingNoteOf(second)).toContain(`heed policy sign ${versionedName(second.files[0]!, 2)} --key`);
    expect(staffNoticeOf(second, 'LAAT')).not.toContain('fewer warnings');
    expect(changeLogOf(second)).toContain('Why: Fewer questions.');
    expect(staffNoticeOf(second, 'LAAT')).toContain('What Heed checks before an email goes changes on Monday 23 November 2026 at 06:00.');
  });
});

describe('the longest dialog', () => {
  test('of every tip of every rule is measured, and shown whole when it fits', () => {
    const policy = policyOf(laat);
    for (const rule of rules) {
      for (const tip of Object.keys(rule.tips)) {
        const dialog = longestDialog(rule, tip, policy);
        if (dialog === null || dialog.shown === null) continue;
        expect(dialog.left).toBe(500 - dialog.length);
        expect(dialog.shown.length).toBeLessThanOrEqual(500);
        if (dialog.left >= 20) expect(dialog.shown).toContain(dialog.report.findings[0]?.saw);
      }
    }
  });

  test('gets longer as its words do', () => {
    const rule = rules.find(({ id }) => id === 'all-staff')!;
    const longer = policyOf(change(['rules', 'all-staff', 'wording', 'many', 'saw'], `This goes to {count: # colleague|# colleagues}. ${'More. '.repeat(10)}`));
    expect(longestDialog(rule, 'many', longer)!.length).toBeGreaterThan(longestDialog(rule, 'many', policyOf(laat))!.length + 40);
  });
});

test('every note of policy health of both packs leads to a page, and says what to do there', () => {
  for (const name of ['laat', 'teal']) {
    const { health } = judge(setOf(name), TODAY);
    expect(health.length).toBeGreaterThan(5);
    for (const { path, remedy } of health) {
      expect(placeOf(path).page).toMatch(/^(?:documents|organisation|calendar|rules|settings)\//);
      expect(remedy).not.toBe('');
    }
  }
  expect(placeOf('documents.ICT.reviewBy').page).toBe('documents/documents.ICT.reviewBy');
  expect(placeOf('rules.all-staff.exemptions[0].expires').page).toBe('rules/all-staff/rules.all-staff.exemptions[0].expires');
  expect(placeOf('organisation.terms').page).toBe('calendar/organisation.terms');
});

test('every situation of every rule has words of its own', () => {
  const without = rules.flatMap((rule) => Object.keys(rule.situations).filter((situation) => !isWorded(rule.id, situation)).map((situation) => `${rule.id}: ${situation}`));
  expect(without).toEqual([]);
});

test('words that are too long, or name what nothing fills, are a problem, and are shown all the same', () => {
  const withWords = (saw: string) => judge(change(['rules', 'all-staff', 'wording', 'many', 'saw'], saw), TODAY);
  const long = withWords(`This goes to {count: # colleague|# colleagues}. ${'More. '.repeat(55)}`);
  expect(long.policy).toBeNull();
  expect(long.problems[0]?.path).toBe('rules.all-staff.wording.many');
  expect(longestDialog(rules.find(({ id }) => id === 'all-staff')!, 'many', long.shown!)!.left).toBeLessThan(0);
  expect(withWords('This goes to {cuont} people.').problems[0]?.message).toContain('Did you mean {count}?');
});

test('a pack with the organisation’s own numbers opens, and a regular expression waits for its mark', () => {
  const withPattern = (pattern: unknown) => judge(change(['detection', 'patterns'], [pattern]), TODAY);
  expect(withPattern({ name: 'case numbers', mask: 'AA-9999' }).problems).toEqual([]);
  expect(withPattern({ name: 'case numbers', mask: 'AA-9999' }).policy?.detection.patterns).toHaveLength(1);
  expect(withPattern({ name: 'case numbers', regexp: 'AB[0-9]{4}' }).problems[0]?.message).toContain('nobody has judged this regular expression');
});

describe('a slider', () => {
  test('over a wide range keeps 50 and 75 apart, and moves at every step', () => {
    const scale = scaleFor(10, 1000);
    expect(scale.placeOf(75) - scale.placeOf(50)).toBeGreaterThan(15);
    for (const value of [10, 11, 50, 75, 999]) expect(scale.valueAt(scale.placeOf(value) + 1, value)).toBeGreaterThan(value);
    expect([scale.valueAt(scale.least, 50), scale.valueAt(scale.most, 50)]).toEqual([10, 1000]);
    expect([50, 55, 60, 65, 70].map((value) => scale.valueAt(scale.placeOf(value) + 1, value))).toEqual([55, 60, 65, 70, 75]);
  });

  test('over a narrow range is even', () => {
    const scale = scaleFor(20, 100);
    expect([scale.least, scale.most, scale.placeOf(60), scale.valueAt(61, 60)]).toEqual([20, 100, 60, 61]);
  });
});

test('a list of hashes keeps no address that is written into it, and nothing else is touched', () => {
  const hash = 'd5ce81ae96b1b8638661c29c531a5458';
  expect(['j.example.pupil@gmail.com', 'J.Example.Pupil@GMAIL.com;', hash, 'not an address', '@'].map(hashedLine)).toEqual([hash, hash, hash, 'not an address', '@']);
});

test('no two messages of a rule are called alike, and none shows a brace', () => {
  for (const rule of rules) {
    const names = Object.values(messageNames(rule));
    expect({ rule: rule.id, alike: names.filter((name, index) => names.indexOf(name) !== index), braces: names.filter((name) => /[{}]/.test(name)) }).toEqual({ rule: rule.id, alike: [], braces: [] });
  }
  expect(messageNames(rules.find(({ id }) => id === 'all-staff')!)['many']).toBe('This goes to … colleagues at once.');
});

describe('an academy of its own', () => {
  const editing = (set: PackSet) => ({ now: set, editor: { overlay: 'oakfield-academy.json' } as const }) as Editing;
  const made = newAcademy(laat, 'Oakfield Academy', ['oakfield.example']);
  const withOakfield: PackSet = { trust: laat.trust, overlays: [made] };

  test('is a file that lists its school, and is sound from the start', () => {
    expect(made).toEqual({ file: 'oakfield-academy.json', raw: { extends: 'laat', organisation: { schools: [{ id: 'oakfield-academy', name: 'Oakfield Academy', domains: ['oakfield.example'] }] } } });
    expect(judge(withOakfield, TODAY).problems).toEqual([]);
    expect(schoolOf(withOakfield, { overlay: made.file })).toEqual({ id: 'oakfield-academy', path: ['organisation', 'schools', 0], domains: ['oakfield.example'] });
    expect(academyName(withOakfield, made.file)).toBe('Oakfield Academy');
    expect([idOf('St. Cuthbert’s C of E Primary'), idOf('Ysgol Llanfair-ŷ-Bryn'), idOf('42')]).toEqual(['st-cuthberts-c-of-e-primary', 'ysgol-llanfair-y-bryn', '']);
  });

  test('one day of hours comes with the other six, for its own school alone', () => {
    const hours = ['organisation', 'schools', 0, 'hours'];
    const week = { ...weekAt(editing(withOakfield), hours), fri: ['07:30', '15:30'] };
    const set = edited(withOakfield, { overlay: made.file }, hours, week);
    const { policy, problems } = judge(set, TODAY);
    expect(problems).toEqual([]);
    expect(policy?.organisation.hours.fri).toEqual(policyOf(laat).organisation.hours.fri);
    expect(policy?.organisation.schools[0]?.hours?.fri).toEqual(['07:30', '15:30']);
    expect(differencesBetween(schema, judge(withOakfield, TODAY).layers!.pack, judge(set, TODAY).layers!.pack).map((each) => each.words)).toEqual(['Schools, Oakfield Academy, hours, Friday: 07:30–18:00 → 07:30–15:30']);
    expect(words(set)).toEqual(['Schools: added Oakfield Academy', 'Schools, Oakfield Academy, hours, Friday: 07:30–18:00 → 07:30–15:30']);
  });

  test('finds a rule locked where the trust locked it, and else what the trust keeps of it', () => {
    const teal = setOf('teal');
    const at = (now: PackSet, path: (string | number)[]) => lockedBy({ now, editor: { overlay: 'x.json' } } as Editing, path);
    expect(isRuleLocked({ now: laat, editor: { overlay: 'x.json' } }, 'all-staff')).toBe(true);
    expect(isRuleLocked({ now: laat, editor: 'trust' }, 'all-staff')).toBe(false);
    expect(isRuleLocked({ now: teal, editor: { overlay: 'x.json' } }, 'all-staff')).toBe(false);
    expect(at(laat, ['rules', 'all-staff', 'on'])).toBe('Director of Colleague Services');
    expect(at(teal, ['rules', 'all-staff', 'on'])).toBeNull();
    expect(at(teal, ['rules', 'all-staff', 'wording'])).toBe('Director of HR and Governance, and Director of IT');
  });

  test('what its file sets for every school is told from what it sets for its own', () => {
    const all = edited(withOakfield, { overlay: made.file }, ['organisation', 'hours'], weekAt(editing(withOakfield), ['organisation', 'hours']));
    expect(setForAll(all, { overlay: made.file })).toEqual([['organisation', 'hours']]);
    expect(setForAll(withOakfield, { overlay: made.file })).toEqual([]);
    expect(setForAll(all, 'trust')).toEqual([]);
  });

  test('hours of the trust are told by day, and exemptions with whom and until when', () => {
    const hours = { ...weekAt(editing(laat), ['organisation', 'hours']), fri: ['07:30', '15:30'], sat: ['09:00', '12:00'] };
    expect(words(change(['organisation', 'hours'], hours))).toEqual(['Working hours, Friday: 07:30–18:00 → 07:30–15:30', 'Working hours, Saturday: a day off → 09:00–12:00']);
    const exemption = { for: 'oakfield.example', why: 'Route lists', expires: '2027-08-31', recipients: ['transport@council.example'] };
    expect(words(change(['rules', 'sensitive-attachment', 'exemptions'], [exemption]))).toEqual(['Sensitive attachment without a password, exemptions: added what oakfield.example sends to transport@council.example, until 31 August 2027']);
  });
});

describe('a message as staff will see it', () => {
  const policy = policyOf(laat);
  const written = rules.flatMap((rule) => Object.keys(rule.tips).map((tip) => ({ rule, tip })));

  test.each(written.map(({ rule, tip }) => [`${rule.id} ${tip}`, rule, tip] as const))('%s is filled with what a draft may hold, and says what each place is', (_, rule, tip) => {
    const words = rule.tips[tip]!;
    const templates = [words.saw, words.advice, words.brief, words.note, words.button];
    const values = sampleValues(rule, policy, templates);
    const all = templates.join(' ');
    for (const place of Object.keys(values)) {
      if (place !== 'more') expect(values[place]).not.toBe('');
      if (all.includes(`{${place}:`)) expect([place, typeof values[place]]).toEqual([place, 'number']);
    }
    // A situation that is off shows nothing.
    const shown = longestDialog(rule, tip, policy, (each, texts) => sampleValues(each, policy, texts));
    expect(shown?.report.findings[0]!.saw ?? '').not.toMatch(/Annua|[{}]|\.\./);
    for (const { written: place, meaning } of placeholdersOf(rule, tip)) expect(`${place}: ${meaning}`).not.toBe(`${place}: ${place.replace(/[{}]/g, '')}`);
  });

  test('goes by the hours of the policy itself', () => {
    const hours = { ...weekAt({ now: laat, editor: 'trust' } as Editing, ['organisation', 'hours']), wed: ['08:15', '16:45'] };
    const rule = rules.find(({ id }) => id === 'out-of-hours')!;
    const set = policyOf(change(['organisation', 'hours'], hours));
    expect(longestDialog(rule, 'colleagues', set, (each, texts) => sampleValues(each, set, texts))!.report.findings[0]!.saw).toBe('It is 21:40. School hours are 08:15 to 16:45, and this goes to 1 colleague.');
  });
});
