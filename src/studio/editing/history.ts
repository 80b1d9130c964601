import type { PackSet } from './pack-set';

/** A step that can be taken back, and what it was. */
interface Step {
  readonly set: PackSet;
  readonly what: string;
}

/** The edited packs with every step to them. */
export interface Edits {
  readonly now: PackSet;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** Steps that are kept; a policy owner's afternoon has fewer. */
const MOST_STEPS = 500;

export function startEdits(set: PackSet): Edits {
  return { now: set, past: [], future: [] };
}

/** A new step. Typing on at the same place is one step with what was typed before. */
export function step(edits: Edits, set: PackSet, what: string): Edits {
  const last = edits.past[edits.past.length - 1];
  if (last !== undefined && last.what === what && edits.future.length === 0) return { ...edits, now: set };
  return { now: set, past: [...edits.past, { set: edits.now, what }].slice(-MOST_STEPS), future: [] };
}

export function undo(edits: Edits): Edits {
  const last = edits.past[edits.past.length - 1];
  if (last === undefined) return edits;
  return { now: last.set, past: edits.past.slice(0, -1), future: [{ set: edits.now, what: last.what }, ...edits.future] };
}

export function redo(edits: Edits): Edits {
  const [next, ...future] = edits.future;
  if (next === undefined) return edits;
  return { now: next.set, past: [...edits.past, { set: edits.now, what: next.what }], future };
}
