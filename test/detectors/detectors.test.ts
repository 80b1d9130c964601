import { detectors, findMatches, sayReason, scanText } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import type { Detection, OwnPattern } from '../../src/domain';
import { sourceOf, vetPattern } from '../../src/detectors/own/owner-patterns';
import type { OwnerPattern } from '../../src/detectors/own/owner-patterns';
import type { DetectorCases, DetectorStory } from './story';

const NO_TUNING = DEFAULT_DETECTION;

function casesOf(id: string): DetectorCases {
  return jest.requireActual<{ cases: DetectorCases }>(`./${id}.cases`).cases;
}

function matchesOf(id: string, { text }: DetectorStory) {
  return findMatches(text, NO_TUNING).filter(({ detector }) => detector === id);
}

describe.each(detectors.map(({ id }) => id))('%s', (id) => {
  const { found, cleared } = casesOf(id);

  test.each(found.map((story) => [story.name, story] as const))('finds %s', (_name, story) => {
    const matches = matchesOf(id, story);
    expect(matches.length).toBeGreaterThan(0);
    if (story.values !== undefined) expect(matches.map(({ start, end }) => story.text.slice(start, end))).toEqual(story.values);
    if (story.level !== undefined) expect(matches.map(({ level }) => level)).toEqual(matches.map(() => story.level));
  });

  test.each(cleared.map((story) => [story.name, story] as const))('clears %s', (_name, story) => {
    expect(matchesOf(id, story)).toEqual([]);
  });

  test('gives every match a score with its reasons, and hides the value', () => {
    for (const story of found) {
      for (const match of matchesOf(id, story)) {
        const value = story.text.slice(match.start, match.end).replace(/[^\x21-\x7e]/g, '');
        expect(match.score).toBeGreaterThanOrEqual(50);
        expect(match.score).toBeLessThanOrEqual(100);
        expect(match.level).toBe(match.score >= 85 ? 'high' : match.score >= 65 ? 'medium' : 'low');
        expect(match.reasons.length).toBeGreaterThan(0);
        // A code without its words is one word.
        for (const reason of match.reasons) expect(sayReason(reason)).toMatch(/^\S+ \S+ |^“/);
        expect(match.masked.replace(/•/g, '').length).toBeLessThanOrEqual(3);
        if (value.length > 4) expect(JSON.stringify(match.masked) + match.key).not.toContain(value);
      }
    }
  });
});

test('no detector but its own finds anything in what a detector clears, wrong check digits and templates above all', () => {
  const surprises: string[] = [];
  for (const { id } of detectors) {
    for (const { name, text } of casesOf(id).cleared) {
      for (const match of findMatches(text, NO_TUNING)) if (match.level !== 'low') surprises.push(`${id}: ${name}: ${match.detector} ${match.score}`);
    }
  }
  expect(surprises).toEqual([]);
});

test('every detector names its source and says how sure it is', () => {
  for (const { title, source, certainty, details } of detectors) {
    expect([title, source, certainty, details].map((words) => words.length > 3)).toEqual([true, true, true, true]);
  }
});

describe('tuning', () => {
  const text = 'Theo Khan is in the Nest group. UPN H801200001001.';

  test('a detector that is switched off finds nothing', () => {
    expect(findMatches(text, { ...NO_TUNING, off: ['upn'] })).toEqual([]);
  });

  test("the organisation's own words count beside a person", () => {
    const own: Detection = { ...NO_TUNING, dictionary: [{ term: 'Nest group', weight: 45, near: [] }] };
    expect(findMatches(text, own).map(({ detector }) => detector)).toEqual(['special-category', 'upn']);
    expect(findMatches('Nest group, Tuesday, Theo Khan', own).map(({ score }) => score)).toEqual([85]);
    expect(findMatches('The Nest group meets on Monday.', own)).toEqual([]);
  });

  test("the organisation's own words may have accents and signs", () => {
    const own: Detection = { ...NO_TUNING, dictionary: [{ term: 'Élan (plus)', weight: 45, near: [] }, { term: '?', weight: 45, near: [] }] };
    expect(findMatches('Theo Khan is in élan (plus).', own).map(({ detector }) => detector)).toEqual(['special-category']);
  });

  test("the organisation's own words may be wanted beside other words instead of a person", () => {
    const own: Detection = { ...NO_TUNING, dictionary: [{ term: 'Nest', weight: 45, near: ['attends', 'place'] }] };
    expect(findMatches('A place in the Nest is free.', own).map(({ detector, score }) => [detector, score])).toEqual([['special-category', 85]]);
    expect(findMatches('Theo Khan found a nest.', own)).toEqual([]);
  });

  test('sensitive words may weigh more or less than Heed gives them', () => {
    const asthma = 'Theo Khan has asthma.';
    const scores = (weight: number) => findMatches(asthma, { ...NO_TUNING, specialCategoryTerms: [{ term: 'asthma', weight }] }).map(({ score }) => score);
    expect([scores(35), scores(60), scores(0)]).toEqual([[75], [100], []]);
  });

  test('a word that the policy weighs and Heed knows no more counts as one of its own', () => {
    const weighing = (weight: number): Detection => ({ ...NO_TUNING, specialCategoryTerms: [{ term: 'asleep in lessons', weight }] });
    const text = 'Theo Khan was asleep in lessons.';
    expect(findMatches(text, weighing(40)).map(({ detector, score, start }) => [detector, score, start])).toEqual([['special-category', 80, 14]]);
    expect(findMatches(text, weighing(0))).toEqual([]);
    expect(findMatches('Nobody is asleep in lessons.', weighing(40))).toEqual([]);
  });

  test('numbers kept for tests may be let go', () => {
    const numbers = 'NHS number 999 100 0003 and UPN H801200001001';
    expect(findMatches(numbers, { ...NO_TUNING, ignoreTestNumbers: true }).map(({ detector }) => detector)).toEqual(['upn']);
    expect(findMatches(numbers, NO_TUNING)).toHaveLength(2);
  });

  const own = (written: OwnerPattern, more: Partial<OwnPattern> = {}): Detection => {
    const verdict = vetPattern(sourceOf(written));
    if ('problems' in verdict) throw new Error(verdict.problems.join(' '));
    return { ...NO_TUNING, patterns: [{ name: 'case numbers', weight: 70, near: [], isPerson: false, table: verdict.accepted.table, ...more }] };
  };

  test("the organisation's own numbers are found, each way of saying what they look like", () => {
    const found = (detection: Detection, text: string) => findMatches(text, detection).map(({ detector, start, end }) => [detector, text.slice(start, end)]);
    expect(found(own({ prefix: 'STF', digits: [5, 6] }), 'Ask for STF 12345 or stf-654321, not STF1.')).toEqual([['own-pattern', 'STF 12345'], ['own-pattern', 'stf-654321']]);
    expect(found(own({ mask: 'AA-9999' }), 'Case QX-2041.')).toEqual([['own-pattern', 'QX-2041']]);
    expect(found(own({ words: ['Nest group', 'Project Kite'] }), 'about project kite')).toEqual([['own-pattern', 'project kite']]);
    expect(found(own({ regexp: 'CASE-\\d{4}' }), 'see CASE-2041')).toEqual([['own-pattern', 'CASE-2041']]);
  });

  test("the organisation's own numbers may need a word near them or over their column", () => {
    const staff = own({ mask: '99999' }, { name: 'staff numbers', near: ['payroll'] });
    expect(findMatches('Room 20145 is free.', staff)).toEqual([]);
    expect(findMatches('Payroll 20145', staff).map(({ reasons }) => reasons.map(sayReason))).toEqual([['it has the form of the policy’s staff numbers (+70)', '“Payroll” stands near it']]);
  });

  test("the organisation's own passwords count as passwords, and as nobody's data", () => {
    const secrets = own({ prefix: 'OAK', digits: [4, 6] }, { isSecret: true });
    expect(findMatches('Use OAK 20145 at the door', secrets).map(({ detector, masked }) => [detector, masked.includes('20145')])).toEqual([['credentials', false]]);
    expect(scanText('Use OAK 20145 at the door', secrets)).toMatchObject({ people: 0, kinds: ['passwords'] });
  });

  test("the organisation's own numbers may each be a person", () => {
    const text = 'STF10001, STF10002, STF10001 and STF10003';
    expect(scanText(text, own({ prefix: 'STF', digits: [5, 5] }, { isPerson: true })).people).toBe(3);
    expect(scanText(text, own({ prefix: 'STF', digits: [5, 5] }, { isPerson: true })).kinds).toEqual(['case numbers']);
  });

  test('a detector counts only from as many different values on as the policy asks for', () => {
    const two = 'UPN H801200001001 and UPN P207000016049, and H801200001001 again';
    const kinds = (minCount: number) => scanText(two, { ...NO_TUNING, minCount: { upn: minCount } }).kinds;
    expect([kinds(1), kinds(2), kinds(3)]).toEqual([['UPNs'], ['UPNs'], []]);
  });

  test('a phrase to ignore hides what is within it, and nothing else', () => {
    const form = 'Theo Khan: see the Medical Needs Form. Theo Khan has asthma.';
    const found = (detection: Detection) => findMatches(form, detection).map(({ start, end }) => form.slice(start, end));
    expect(found(NO_TUNING)).toContain('asthma');
    expect(found({ ...NO_TUNING, ignore: ['Theo Khan has asthma'] })).toEqual([]);
    expect(found({ ...NO_TUNING, ignore: ['medical needs form'] })).toEqual(['asthma']);
  });
});
