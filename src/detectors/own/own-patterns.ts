import type { Detection, OwnPattern } from '../../domain';
import { credentials } from '../secrets/credentials';
import { compactAlphanumeric, reasonsOf, why } from '../detector';
import type { Detector, Proposal } from '../detector';
import { firstOf } from '../words/phrases';
import { tablePlaceOf } from '../page';
import type { Page } from '../page';
import { LOW } from '../levels';
import { findTableMatches } from './table-matches';

/*
 * Numbers of the organisation's own: the patterns of the policy, each run as a flat table over the text.
 */

export const ownPattern: Detector = { id: 'own-pattern', details: 'numbers of its own' };

/** How far from a value one of its words may stand, in characters. */
const REACH = 100;

/** Why a value counts beside its shape; null when the policy wants a word near it and there is none. */
function vouchFor(page: Page, { near }: OwnPattern, start: number, end: number): readonly string[] | null {
  if (near.length === 0) return [];
  const place = tablePlaceOf(page, start);
  const header = place === null ? undefined : place.table.headers[place.column];
  const heading = header === undefined ? null : firstOf(near, header);
  if (heading !== null) return reasonsOf(() => [why('column', 0, heading)]);
  const word = firstOf(near, page.text.slice(Math.max(0, start - REACH), start)) || firstOf(near, page.text.slice(end, end + REACH));
  return word === null ? null : reasonsOf(() => [why('near', 0, word)]);
}

/** Adds what the policy's patterns find. False when it stopped before the end. */
export function findOwnPatterns(page: Page, detection: Detection, proposals: Proposal[], most: number): boolean {
  for (const pattern of detection.patterns) {
    if (pattern.weight < LOW) continue;
    for (const { start, end } of findTableMatches(page.text, pattern.table, most - proposals.length)) {
      const reasons = vouchFor(page, pattern, start, end);
      if (reasons === null) continue;
      const value = compactAlphanumeric(page.text.slice(start, end));
      proposals.push({
        detector: pattern.isSecret === true ? credentials : ownPattern,
        details: pattern.isSecret === true ? credentials.details : pattern.name,
        start,
        end,
        value: `${pattern.name}:${value}`,
        score: pattern.weight,
        reasons: reasonsOf(() => [why('own', pattern.weight, pattern.name), ...reasons]),
        isPerson: pattern.isPerson,
      });
    }
    if (proposals.length >= most) return false;
  }
  return true;
}
