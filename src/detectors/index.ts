import { describeDetectors } from './catalogue';
import type { DescribedDetector } from './catalogue';

export type { DescribedDetector } from './catalogue';
export type { Detector, DetectorNotes } from './detector';
export { sourceOf, vetPattern, withShortRepeats } from './own/owner-patterns';
export { aboveText, findMatches, scanSegments, scanText } from './scan';
export { maskIdentifiers, sensitiveData } from './sensitive';
export { sayReason } from './say-reason';
export type { SensitiveData } from './sensitive';
export { shownMatch, whatItHolds, whatItSays } from './sensitive-words';
export { waysToRead } from './words/notation';
export { knownTerms } from './words/words';

/** Every detector, in the order of the docs. A bundle that does not ask for it leaves the notes out. */
export const detectors: readonly DescribedDetector[] = /*#__PURE__*/ describeDetectors();
