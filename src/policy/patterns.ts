import type { OwnPattern, PatternTable } from '../domain';
import type { FaultList } from './faults';
import { quoted } from './problem';
import type { Path } from './problem';
import type { Pack } from './schema';

/** A pattern of the organisation's own, as a pack writes it. */
export type WrittenPattern = Pack['detection']['patterns'][number];

/** What judging a pattern comes to. `isProven` is true when it was searched for an input that slows it down. */
export type PatternVerdict =
  | { readonly table: PatternTable; readonly hash: string; readonly isProven: boolean }
  | { readonly problems: readonly string[] };

/** Compiles a pattern, or says what is wrong with it. The room of the detectors has one; the command adds the proof. */
export type JudgePattern = (pattern: WrittenPattern) => PatternVerdict;

const WAYS = ['words', 'prefix', 'mask', 'regexp'] as const;
const RUN_CHECK = 'Run "heed policy check" on this file; it says what to write.';

/** The one way in which a pattern says what it looks like; null, with a fault, when it does not use exactly one. */
function wayOf(pattern: WrittenPattern, path: Path, faults: FaultList): (typeof WAYS)[number] | null {
  const [first, second] = WAYS.filter((way) => pattern[way] !== undefined);
  if (first === undefined) {
    faults.add(path, () => 'nothing says what it looks like. Add "words", "prefix" with "digits", "mask" or "regexp".');
    return null;
  }
  if (second !== undefined) {
    faults.add(path, () => `${quoted(first)} and ${quoted(second)} both say what it looks like. Keep one of the two.`);
    return null;
  }
  if (first === 'prefix' && pattern.digits === undefined) {
    faults.add([...path, 'digits'], () => 'missing. Add the fewest and the most digits after the prefix, such as [5, 5].');
    return null;
  }
  return first;
}

/** Speaks of a regular expression that was not judged as it stands. Builders make only what is safe and need no verdict. */
function checkVerdict(pattern: WrittenPattern, hash: string, isProven: boolean, path: Path, faults: FaultList): void {
  const { vetted } = pattern;
  if (pattern.regexp === undefined || vetted === hash) return;
  const place: Path = [...path, 'vetted'];
  if (vetted === undefined) {
    faults.add(place, () => `missing: nobody has judged this regular expression. ${isProven ? `It is safe: add "vetted": "${hash}".` : RUN_CHECK}`);
  } else {
    faults.add(place, () => `${quoted(vetted)} was given to another regular expression; this one has changed. ${isProven ? `It is safe too: write "${hash}".` : RUN_CHECK}`);
  }
}

/** The patterns of a pack as the detectors run them; what is wrong with one goes to `faults` and leaves it out. */
export function compilePatterns(patterns: readonly WrittenPattern[], judge: JudgePattern | null, faults: FaultList): readonly OwnPattern[] {
  const compiled: OwnPattern[] = [];
  patterns.forEach((pattern, index) => {
    const path: Path = ['detection', 'patterns', index];
    const way = wayOf(pattern, path, faults);
    if (way === null) return;
    if (judge === null) {
      faults.add(path, () => 'patterns cannot be compiled here. Publish the pack with the "heed" command or the studio.');
      return;
    }
    const verdict = judge(pattern);
    if ('problems' in verdict) {
      verdict.problems.forEach((problem) => faults.add([...path, way], () => problem));
      return;
    }
    checkVerdict(pattern, verdict.hash, verdict.isProven, path, faults);
    const { name, weight, near, isPerson, isSecret } = pattern;
    compiled.push({ name, weight, near, isPerson, isSecret, table: verdict.table });
  });
  return compiled;
}
