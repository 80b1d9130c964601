import { chosenPacks, loadPacks } from '../../src/publishing';
import { shippedPacks } from '../../src/policy';

const laat = shippedPacks.find(({ name }) => name === 'laat')!.text;
const overlay = (extended: string): string => JSON.stringify({ extends: extended });
const order = (...files: readonly (readonly [string, string])[]): unknown => {
  const chosen = chosenPacks(files.map(([file, text]) => ({ file, text })));
  return 'message' in chosen ? chosen : chosen.map(({ file }) => file);
};

test('files that are chosen together come in the order they stand on each other', () => {
  expect(order(['mine.json', laat])).toEqual(['mine.json']);
  expect(order(['ashgrove.2.0a1b2c3d.json', overlay('laat')], ['laat.2.1f2e3d4c.json', laat])).toEqual(['laat.2.1f2e3d4c.json', 'ashgrove.2.0a1b2c3d.json']);
  expect(order(['ashgrove.json', overlay('mine.json')], ['mine.json', laat])).toEqual(['mine.json', 'ashgrove.json']);
});

test('an overlay alone stands on the shipped pack, or says what is missing', () => {
  expect(order(['ashgrove.json', overlay('teal')])).toEqual(['teal.json', 'ashgrove.json']);
  expect(order(['ashgrove.json', overlay('ours')])).toEqual({ file: 'ashgrove.json', path: 'extends', message: 'it stands on “ours”, which is not among the files. Choose both together.' });
  expect(order(['a.json', overlay('b')], ['b.json', overlay('a')])).toMatchObject({ message: expect.stringContaining('in a circle') });
});

test('packs of two trusts, or two versions of one, are one problem and not a hundred', () => {
  const teal = shippedPacks.find(({ name }) => name === 'teal')!.text;
  expect(order(['teal.json', teal], ['laat.json', laat], ['ashgrove.json', overlay('laat')])).toEqual({
    file: 'laat.json',
    path: '',
    message: 'teal.json beside it stands by itself too, and one policy has one trust’s pack. Choose one of them, with its overlays alone.',
  });
  expect(order(['laat.1.0a1b2c3d.json', laat], ['laat.2.1f2e3d4c.json', laat], ['teal.json', teal])).toMatchObject({ message: expect.stringMatching(/^laat\.2\.1f2e3d4c\.json and 1 more beside it stand by/) });
});

test('overlays of two trusts are one problem, which names one of each', () => {
  expect(order(['oakfield.json', overlay('laat')], ['ashgrove.json', overlay('laat.json')], ['marsh-lane.json', overlay('teal')])).toEqual({
    file: 'ashgrove.json',
    path: 'extends',
    message: 'it stands on “laat”, and marsh-lane.json beside it on “teal”. One policy has one trust’s pack. Choose one of these files, or those of one trust alone.',
  });
  expect(order(['oakfield.json', overlay('laat')], ['ashgrove.json', overlay('laat')], ['wing.json', overlay('ashgrove')])).toEqual(['laat.json', 'ashgrove.json', 'oakfield.json', 'wing.json']);
});

test('what is chosen loads as the command loads it', () => {
  expect(loadPacks([{ file: 'mine.json', text: laat }]).policy?.name).toBe('LAAT');
  expect(loadPacks([{ file: 'mine.json', text: '{' }]).problems).not.toEqual([]);
});

test('a pack that weighs a word which Heed knows no more still loads, and a mistyped one does not', () => {
  const weighing = (term: string) => loadPacks([{ file: 'mine.json', text: JSON.stringify({ ...(JSON.parse(laat) as object), detection: { specialCategoryTerms: [{ term, weight: 40 }] } }) }]);
  for (const term of ['alternative communication', 'asleep in lessons', 'asked us not to tell']) expect(weighing(term).problems).toEqual([]);
  expect(weighing('asleeep in lessons').problems).toEqual([expect.objectContaining({ path: 'detection.specialCategoryTerms[0].term' })]);
});
