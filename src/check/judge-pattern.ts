import { sourceOf, vetPattern } from '../detectors';
import type { JudgePattern, PatternVerdict, WrittenPattern } from '../policy';

/** Compiles a pattern, unless the rules for it forbid it. */
export const compilePattern: JudgePattern = (pattern: WrittenPattern): PatternVerdict => {
  const verdict = vetPattern(sourceOf(pattern));
  return 'problems' in verdict ? verdict : { ...verdict.accepted, isProven: false };
};
