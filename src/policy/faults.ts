import type { Path } from './problem';

/** What is wrong at one place of one file. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
}

/** Gathers what is wrong with one file. */
export interface FaultList {
  readonly all: readonly Fault[];
  /** The sentence is only made when there is room for it: finding the word that was meant takes time. */
  add(path: Path, sentence: () => string): void;
  /** True when something was said of this very place. */
  has(path: Path): boolean;
}

/** Nobody reads more at once, and a file of millions of slips must not take minutes. */
const MOST_FAULTS = 500;

export function makeFaultList(): FaultList {
  const all: Fault[] = [];
  const places = new Set<string>();
  return {
    all,
    add(path, sentence) {
      if (all.length > MOST_FAULTS) return;
      const isLast = all.length === MOST_FAULTS;
      places.add(JSON.stringify(path));
      all.push(isLast ? { path: [], message: `there are more than ${MOST_FAULTS} problems. Put these right first.` } : { path, message: sentence() });
    },
    has: (path) => places.has(JSON.stringify(path)),
  };
}
