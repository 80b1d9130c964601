import type { MatchLevel } from '../domain';

/*
 * Scores and their levels, and what points that were learned come to as a score.
 */

export const HIGH = 85;
export const MEDIUM = 65;
/** Below this a proposal is dropped. */
export const LOW = 50;

export function levelOf(score: number): MatchLevel {
  return score >= HIGH ? 'high' : score >= MEDIUM ? 'medium' : 'low';
}

/** What signs come to, of which each is the number of its points. */
export function worthOf(signs: readonly number[], points: readonly number[]): number {
  return signs.reduce((sum, sign) => sum + (points[sign] as number), 0);
}

/** The score of what has so many points more than it needs: medium with none, and `each` more for every one, up to `most`. */
export function scoreOf(surplus: number, each: number, most: number): number {
  return Math.min(most, Math.round(MEDIUM + each * surplus));
}
