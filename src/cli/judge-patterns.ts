import { createRequire } from 'node:module';
import type { checkSync } from 'recheck';
import { compilePattern } from '../check/judge-pattern';
import type { JudgePattern } from '../policy';

/** How long an input that slows a regular expression down is searched for, in milliseconds. */
const SEARCH_TIME = 10000;

/**
 * As `compilePattern`, and has recheck search for an input that slows the regular expression down, which takes up to ten
 * seconds. A table cannot be slowed down; but the studio and a reader of the pack may run the expression as it stands.
 */
export const provePattern: JudgePattern = (pattern) => {
  const verdict = compilePattern(pattern);
  if ('problems' in verdict || pattern.regexp === undefined) return verdict;
  // Loaded for the few packs that need it: it is several megabytes.
  const recheck = createRequire(__filename)('recheck') as { readonly checkSync: typeof checkSync };
  const found = recheck.checkSync(pattern.regexp, 'i', { timeout: SEARCH_TIME });
  if (found.status === 'safe') return { ...verdict, isProven: true };
  if (found.status === 'unknown') return { problems: ['It could not be shown to be safe in ten seconds. Shorten its repeats or its alternatives.'] };
  return { problems: [`A text such as ${found.attack.pattern} slows it down. Make each part begin with what the part before it cannot hold.`] };
};
