import { credentials, findCredentials } from './secrets/credentials';
import type { Detector, Proposal } from './detector';
import { emailList, findEmailLists } from './people/email-list';
import type { Page } from './page';
import { findSpecialCategories, specialCategory } from './told/special-category';

/** Detectors that read more than one written value, each with what adds its proposals. */
const proseDetectors: readonly (readonly [detector: Detector, find: (page: Page, proposals: Proposal[], most: number) => boolean])[] = [
  [emailList, findEmailLists],
  [credentials, findCredentials],
  [specialCategory, findSpecialCategories],
];

/** Adds what the detectors of sentences, lists and tables find, up to `most` proposals in all. False when there is more. */
export function findInProse(page: Page, off: readonly string[], proposals: Proposal[], most: number): boolean {
  let isWhole = true;
  for (const [detector, find] of proseDetectors) if (!off.includes(detector.id)) isWhole = find(page, proposals, most) && isWhole;
  return isWhole;
}
