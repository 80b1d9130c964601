import { findMatches } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { aboutWork } from './mails/about-work';
import { leftAlone } from './mails/left-alone';
import { toldInFreeWords } from './mails/told-in-free-words';
import { told } from './mails/told-of-people';

/*
 * Single sentences and short mails that were written to try the detectors out, and learned from. What is learned from them
 * and the mails beside them does not fit each: the shares are held, and that what is said plainly is found.
 */

function sureDetectors(text: string): readonly string[] {
  return findMatches(text, DEFAULT_DETECTION)
    .filter(({ level }) => level !== 'low')
    .map(({ detector }) => detector);
}

const shareFound = (texts: readonly string[]): number => texts.filter((text) => sureDetectors(text).includes('special-category')).length / texts.length;
const shareStopped = (texts: readonly string[]): number => texts.filter((text) => sureDetectors(text).length > 0).length / texts.length;

test('of what is told in one sentence or a short note most is found', () => {
  expect(told.length + toldInFreeWords.length).toBeGreaterThan(600);
  expect(shareFound(told)).toBeGreaterThan(0.7);
  expect(shareFound(toldInFreeWords)).toBeGreaterThan(0.76);
});

test('of what tells nothing of anybody, written to mislead, hardly any is stopped', () => {
  expect(leftAlone.length + aboutWork.length).toBeGreaterThan(600);
  expect(shareStopped(leftAlone)).toBeLessThan(0.06);
  expect(shareStopped(aboutWork)).toBeLessThan(0.1);
});

const NEEDS = ['autism', 'an EHCP', 'dyslexia', 'epilepsy', 'asthma', 'free school meals', 'a child protection plan', 'ADHD', 'diabetes', 'a foster carer', 'depression', 'a nut allergy', 'anorexia'];
test.each(NEEDS)('said plainly: %s', (need) => {
  const missed = [`Poppy Lane has ${need}.`, `Poppy Lane has ${need} and finds assemblies hard.`, `Poppy in Y4 has ${need}.`, `Mr. Lane rang, Poppy has ${need}.`, `Hi Ruth,\n\nPoppy Lane has ${need}. Can we talk?\n\nThanks\nAnn`].filter((text) => !sureDetectors(text).includes('special-category'));
  expect(missed).toEqual([]);
});

test.each(NEEDS)('said of nobody: %s', (need) => {
  const stopped = [`Training on ${need} is on Monday.`, `Ms West will talk about ${need} at the conference.`, `Pupils with ${need} need a plan.`, `What to do if a child has ${need}: a leaflet.`, `We are raising money for ${need}.`].filter((text) => sureDetectors(text).length > 0);
  expect(stopped).toEqual([]);
});
