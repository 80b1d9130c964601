import { findMatches } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { aboutWork } from './mails/about-work';
import { leftAlone, takenForTold } from './mails/left-alone';
import { toldInFreeWords } from './mails/told-in-free-words';
import { told, toldBeyondWords } from './mails/told-of-people';

function sureDetectors(text: string): readonly string[] {
  return findMatches(text, DEFAULT_DETECTION)
    .filter(({ level }) => level !== 'low')
    .map(({ detector }) => detector);
}

test.each([...told, ...toldInFreeWords].map((text) => [text]))('finds what is told of somebody: %s', (text) => {
  expect(sureDetectors(text)).toContain('special-category');
});

test.each([...leftAlone, ...aboutWork].map((text) => [text]))('leaves alone: %s', (text) => {
  expect(sureDetectors(text)).toEqual([]);
});

test('what is missed, and what is taken for more, is still so: the lists stay true', () => {
  expect(toldBeyondWords.filter((text) => sureDetectors(text).length > 0)).toEqual([]);
  expect(takenForTold.filter((text) => sureDetectors(text).length === 0)).toEqual([]);
});
