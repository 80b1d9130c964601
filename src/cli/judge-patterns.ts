import { createRequire } from 'node:module';
import type { checkSync } from 'recheck';
import { compilePattern } from '../check/judge-pattern';
import { withShortRepeats } from '../detectors';
import type { JudgePattern, WrittenPattern } from '../policy';

/** How long an input that slows a regular expression down is searched for, in milliseconds. */
const SEARCH_TIME = 10000;

/** Ends of repeats that may be advised, and how long each is tried, in milliseconds: what is safe is mostly shown at once. */
const ADVISED_ENDS = [20, 10, 5, 3];
const TRIAL_TIME = 700;

type Search = typeof checkSync;

/** What to add to a sentence: the same pattern with shorter repeats, where that is shown to be safe; else nothing. */
function safeForm(pattern: WrittenPattern, regexp: string, search: Search): string | null {
  for (const most of ADVISED_ENDS) {
    const shorter = withShortRepeats(regexp, most);
    if (shorter === regexp || 'problems' in compilePattern({ ...pattern, regexp: shorter })) continue;
    if (search(shorter, 'i', { timeout: TRIAL_TIME }).status === 'safe') return JSON.stringify(shorter);
  }
  return null;
}

/**
 * As `compilePattern`, and has recheck search for an input that slows the regular expression down, which takes up to ten
 * seconds. A table cannot be slowed down; but the studio and a reader of the pack may run the expression as it stands.
 * Where shorter repeats alone make the pattern safe, it is written out with them.
 */
export const provePattern: JudgePattern = (pattern) => {
  const verdict = compilePattern(pattern);
  const { regexp } = pattern;
  if (regexp === undefined) return verdict;
  // Loaded for the few packs that need it: it is several megabytes.
  const { checkSync: search } = createRequire(__filename)('recheck') as { readonly checkSync: Search };
  if ('problems' in verdict) {
    // Where the repeats are all that is wrong.
    const safe = safeForm(pattern, regexp, search);
    return safe === null ? verdict : { problems: [`Its repeats have no end, or one too far. Write ${safe}, which is safe.`] };
  }
  const found = search(regexp, 'i', { timeout: SEARCH_TIME });
  if (found.status === 'safe') return { ...verdict, isProven: true };
  const safe = safeForm(pattern, regexp, search);
  const or = safe === null ? '' : ` Or write ${safe}, which is safe.`;
  if (found.status === 'unknown') return { problems: [`It could not be shown to be safe in ten seconds. Shorten its repeats or its alternatives.${or}`] };
  return { problems: [`A text such as ${found.attack.pattern} slows it down. Make each part begin with what the part before it cannot hold.${or}`] };
};
