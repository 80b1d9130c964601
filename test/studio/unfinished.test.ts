import { placeOf } from '../../src/studio/pages/remedy';
import { settingsWith } from '../../src/studio/words/find-setting';
import { judge, schema } from '../../src/studio/editing/judge';
import { readKept } from '../../src/studio/editing/kept-edits';
import { edited } from '../../src/studio/editing/pack-set';
import type { PackSet, RawPack } from '../../src/studio/editing/pack-set';
import { movedOnto } from '../../src/studio/editing/rebase';
import { choiceAt, helpAt } from '../../src/studio/words/choices';
import { messageWords, pathOf, problemWords } from '../../src/studio/words/problems';
import { pathText, shippedPacks } from '../../src/policy';

const pack = shippedPacks.find(({ name }) => name === 'laat')!;
const base: PackSet = { trust: { file: pack.file, raw: JSON.parse(pack.text) as RawPack, text: pack.text }, overlays: [] };
const change = (set: PackSet, path: (string | number)[], value: unknown): PackSet => edited(set, 'trust', path, value);
const SUBJECT = ['rules', 'missing-subject', 'on'];
const MANY = ['rules', 'all-staff', 'options', 'directRecipients'];

describe('edits on another version', () => {
  test('keep what was published meanwhile', () => {
    const theirs = change(base, MANY, 75);
    const { set, clashes } = movedOnto(base, change(base, SUBJECT, false), theirs);
    expect(set).toEqual({ trust: { file: pack.file, raw: change(change(base, MANY, 75), SUBJECT, false).trust.raw }, overlays: [] });
    expect(clashes).toEqual([]);
  });

  test('stand where both changed the same place differently, and that is said', () => {
    const { set, clashes } = movedOnto(base, change(base, MANY, 60), change(base, MANY, 75));
    expect(set.trust.raw).toEqual(change(base, MANY, 60).trust.raw);
    expect(clashes).toEqual([MANY]);
    expect(movedOnto(base, change(base, MANY, 75), change(base, MANY, 75)).clashes).toEqual([]);
  });

  test('that are none leave the version as it is, to the byte', () => {
    const theirs = { ...base, trust: { ...base.trust, text: '{ "kept": 1 }' } };
    expect(movedOnto(base, base, theirs).set).toEqual(theirs);
  });

  test('take files of academies along, and do not bring back one that was removed', () => {
    const [oak, elm, ash] = ['oak', 'elm', 'ash'].map((name) => ({ file: `${name}.json`, raw: { extends: 'laat', name } }));
    const files = (set: PackSet) => set.overlays.map(({ file }) => file).sort();
    expect(files(movedOnto({ ...base, overlays: [oak!] }, { ...base, overlays: [oak!, elm!] }, { ...base, overlays: [oak!, ash!] }).set)).toEqual(['ash.json', 'elm.json', 'oak.json']);
    expect(files(movedOnto({ ...base, overlays: [oak!, elm!] }, { ...base, overlays: [oak!] }, { ...base, overlays: [oak!, elm!] }).set)).toEqual(['oak.json']);
    expect(files(movedOnto({ ...base, overlays: [oak!] }, { ...base, overlays: [oak!] }, base).set)).toEqual([]);
  });
});

test('edits that were kept are read back, and anything else is nothing', () => {
  const kept = { at: '2026-11-18T10:00:00.000Z', base, now: change(base, SUBJECT, false) };
  expect(readKept(JSON.stringify(kept))).toEqual(kept);
  for (const other of [null, '', '{', '[]', '{"at":1}', JSON.stringify({ at: kept.at, base, now: { trust: null } })]) expect(readKept(other)).toBeNull();
});

describe('a setting is found', () => {
  const found = (words: string) => settingsWith(schema, words.split(' ')).map(({ label }) => label);

  test('by a word of its name, of its help, or what people call it', () => {
    expect(found('word list')).toContain('Your own sensitive words');
    expect(found('codename')).toEqual(['Your own sensitive words']);
    expect(found('whistleblowing')).toContain('Protected correspondents');
    expect(found('friday')).toEqual(['Working hours']);
    expect(found('unions zebra')).toEqual([]);
  });

  test('with the page that has it', () => {
    const pages = settingsWith(schema, ['codename']).map(({ path }) => placeOf(pathText(path)).page);
    expect(pages).toEqual(['settings/detection.dictionary']);
  });
});

describe('what is to be put right', () => {
  test('is said by the names of the form, with the academy where it is one’s', () => {
    const set = change(base, ['rules', 'sensitive-attachment', 'exemptions'], [{ for: '', why: '', expires: '' }]);
    const said = judge(set, '2026-11-18').problems.map((problem) => problemWords(problem, set));
    expect(said).toEqual([
      'Sensitive attachment without a password, exemptions, entry 1, who sends it: Write one, such as office@oakfield.example.',
      'Sensitive attachment without a password, exemptions, entry 1, why: Write it here.',
      'Sensitive attachment without a password, exemptions, entry 1, last day: Write it as day/month/year, such as 30/09/2026.',
    ]);
    const academy = { ...base, overlays: [{ file: 'oak.json', raw: { extends: 'laat', organisation: { timeZone: 'UTC' } } }] };
    expect(judge(academy, '2026-11-18').problems.map((problem) => problemWords(problem, academy))).toEqual(['oak: Time zone: Only laat.json may set this. Remove it here, or ask the trust to change it.']);
  });

  test('names a place that can be found again', () => {
    for (const path of [['organisation', 'schools', 0, 'hours', 'mon'], ['documents', 'ICT', 'clauses', 'a.b "c"'], ['rules', 'all-staff']]) expect(pathOf(pathText(path))).toEqual(path);
    expect(pathOf('line 3, column 5')).toEqual([]);
    expect(messageWords('nothing stands for {x} here.')).toBe('Nothing stands for {x} here.');
  });
});

describe('choices', () => {
  test('are called what people call them, also in the help beside them', () => {
    const path = ['rules', 'out-of-hours', 'options', 'recipients'];
    expect(choiceAt(path, 'internalOnly')).toBe('Colleagues only');
    expect(helpAt(path, 'internalOnly looks at colleagues only.', ['internalOnly', 'any'])).toBe('');
    const terms = ['rules', 'out-of-hours', 'options', 'nonTermDays'];
    expect(helpAt(terms, 'Whether days count: outOfHours for term-time staff, “ignore” for others.', ['ignore', 'outOfHours'])).toBe('Whether days count: “Out of hours” for term-time staff, “Days like any other” for others.');
    expect(choiceAt(['detection', 'off', 0], 'nhs-number')).toBe('NHS number');
  });

  test('of situations are called as the ladder of severities calls them', () => {
    expect(choiceAt(['rules', 'sensitive-attachment', 'exemptions', 0, 'situations'], 'name-only')).toBe('Only the file’s name sounds sensitive');
    expect(choiceAt(['organisation', 'groups', 0, 'reaches'], 'staff')).toBe('Staff');
  });
});
