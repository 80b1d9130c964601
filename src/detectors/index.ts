import { credentials } from './credentials';
import type { Detector } from './detector';
import { emailList } from './email-list';
import { specialCategory } from './special-category';
import { valueDetectors } from './value-detectors';

export type { Detector } from './detector';
export { findMatches, scanSegments, scanText } from './scan';
export { sensitiveData } from './sensitive';
export type { SensitiveData } from './sensitive';

/** Every detector, in the order of the docs. */
export const detectors: readonly Detector[] = [...valueDetectors, emailList, credentials, specialCategory];
