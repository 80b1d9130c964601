import type { Note } from './health-note';
import type { Layers } from './layers';

/** What an overlay sets for its own school and for every other: neither an entry of a school's own nor a fact about one address. */
const FOR_ALL = /^(?:rules\.([\w-]+)|(detection\.dictionary|organisation\.(?:hours|terms|contacts|contactFor|alternatives))(?![\w-]))/;

/** What an academy's file makes so for every school of the policy. */
interface SetForAll {
  readonly file: string;
  /** Ids of rules, and places such as `organisation.hours`, in the order of the file. */
  readonly what: readonly string[];
}

/**
 * The overlays that change more than their own school: rules and words are those of the whole policy, so that what one academy makes
 * stricter is stricter for all. None where the policy has one school at most.
 */
export function setForAllSchools({ pack, setBy }: Layers): readonly SetForAll[] {
  if (pack.organisation.schools.length < 2) return [];
  const byFile = new Map<string, Set<string>>();
  for (const [path, file] of setBy) {
    const [, rule, place] = FOR_ALL.exec(path) ?? [];
    const what = rule ?? place;
    if (what !== undefined) byFile.set(file, (byFile.get(file) ?? new Set<string>()).add(what));
  }
  return [...byFile].map(([file, what]) => ({ file, what: [...what] }));
}

/** `marsh-lane.json sets all-staff and organisation.hours, and that holds for all 12 schools of this policy.` */
export function sayForAll({ file, what }: SetForAll, { pack }: Layers): string {
  const named = what.length === 1 ? (what[0] ?? '') : `${what.slice(0, -1).join(', ')} and ${what[what.length - 1] ?? ''}`;
  return `${file} sets ${named}, and that holds for all ${pack.organisation.schools.length} schools of this policy, not for its own alone.`;
}

export function noteOverlays(layers: Layers, note: Note): void {
  for (const set of setForAllSchools(layers)) {
    const [first = ''] = set.what;
    note(first.includes('.') ? first.split('.') : ['rules', first], {
      message: `${sayForAll(set, layers)} Where that is not meant, take it out there, and sign this school’s policy for a host of its own.`,
      level: 'high',
      remedy: 'Decide for whom it holds',
    });
  }
}
