import { SEND_TIME } from '../check';
import { LONGEST_ALERT } from '../formatters';
import type { Explained } from '../policy';
import { PERSONAL_DOMAINS, PROTECTED_CORRESPONDENTS } from '../recipients';

export const SET_BY_HEED = 'Set by Heed';

/** What no pack can change: the layer below the trust's (catalogue A.4, layer 0, and the keys of part D that are fixed). */
export const FIXED_VALUES: readonly Explained[] = [
  ['protectedCorrespondents', PROTECTED_CORRESPONDENTS],
  ['personalDomains', PERSONAL_DOMAINS],
  ['timeBudgetMs', SEND_TIME],
  ['longestDialog', LONGEST_ALERT],
].map(([name, value]) => ({ path: `heed.${String(name)}`, value, layer: 'product', locked: true, lockedBy: SET_BY_HEED }));
