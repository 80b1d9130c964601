import { detectors, findMatches } from '../../src/detectors';
import type { Detection } from '../../src/domain';
import type { DetectorCases, DetectorStory } from './story';

const NO_TUNING: Detection = { off: [], dictionary: [], ignore: [] };

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
    const own: Detection = { ...NO_TUNING, dictionary: [{ term: 'Nest group', weight: 45 }] };
    expect(findMatches(text, own).map(({ detector }) => detector)).toEqual(['special-category', 'upn']);
    expect(findMatches('Nest group, Tuesday, Theo Khan', own).map(({ score }) => score)).toEqual([75]);
    expect(findMatches('The Nest group meets on Monday.', own)).toEqual([]);
  });

  test("the organisation's own words may have accents and signs", () => {
    const own: Detection = { ...NO_TUNING, dictionary: [{ term: 'Élan (plus)', weight: 45 }, { term: '?', weight: 45 }] };
    expect(findMatches('Theo Khan is in élan (plus).', own).map(({ detector }) => detector)).toEqual(['special-category']);
  });

  test('a phrase to ignore hides what is within it, and nothing else', () => {
    const form = 'Theo Khan: see the Medical Needs Form. Theo Khan has asthma.';
    const found = (detection: Detection) => findMatches(form, detection).map(({ start, end }) => form.slice(start, end));
    expect(found(NO_TUNING)).toContain('asthma');
    expect(found({ ...NO_TUNING, ignore: ['Theo Khan has asthma'] })).toEqual([]);
    expect(found({ ...NO_TUNING, ignore: ['medical needs form'] })).toEqual(['asthma']);
  });
});
