import { BANK_HOLIDAY_YEARS } from '../../calendar';
import { compilePattern } from '../../check/judge-pattern';
import { judgeWording } from '../../check/judge-wording';
import type { Policy } from '../../domain';
import { loadPolicy, packSchema, pathText, policyHealth } from '../../policy';
import type { HealthNote, Layers, Path, Problem } from '../../policy';
import { NAMES } from '../../publishing/packs';
import { rules } from '../../rules';
import { filesOf } from './pack-set';
import type { PackSet } from './pack-set';

/** The shape of a pack, from which the forms are made. */
export const schema = packSchema(rules, NAMES);

/** What loading a set of packs says of it. */
export interface Judgement {
  /** Null while there is any problem. */
  readonly policy: Policy | null;
  /** The policy even where the organisation’s own words are too long or name what nothing fills, to show what they make. */
  readonly shown: Policy | null;
  readonly layers: Layers | null;
  readonly problems: readonly Problem[];
  readonly health: readonly HealthNote[];
}

export function judge(set: PackSet, today: string): Judgement {
  const { policy, layers, problems } = loadPolicy(filesOf(set), rules, { today, names: NAMES, judgePattern: compilePattern, judgeWording });
  const health = layers === null ? [] : policyHealth(layers, { today, bankHolidaysUntil: `${BANK_HOLIDAY_YEARS.to}-12-31` });
  const shown = policy ?? loadPolicy(filesOf(set), rules, { today, names: NAMES, judgePattern: compilePattern }).policy;
  return { policy, shown, layers, problems, health };
}

/** What is wrong at a place or inside it, in the file that is edited. */
export function problemsAt(problems: readonly Problem[], file: string, path: Path): readonly Problem[] {
  const place = pathText(path);
  return problems.filter((problem) => problem.file === file && (problem.path === place || problem.path.startsWith(`${place}.`) || problem.path.startsWith(`${place}[`)));
}
