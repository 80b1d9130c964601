import type { Path } from '../../policy';
import { withValue, valueAt } from './pack-set';
import type { PackInSet, PackSet, RawPack } from './pack-set';

/** A value that was set, or taken away where it is undefined. */
interface Edit {
  readonly path: Path;
  readonly from: unknown;
  readonly to: unknown;
}

/** Edits that were made on one version, on another. */
export interface Moved {
  readonly set: PackSet;
  /** Places that were changed here and in the other version, differently: the edits stand there. */
  readonly clashes: readonly Path[];
}

const isObject = (value: unknown): value is RawPack => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs, key by key; a list is one value. */
function editsBetween(from: unknown, to: unknown, path: Path = []): readonly Edit[] {
  if (isSame(from, to)) return [];
  if (!isObject(from) || !isObject(to)) return [{ path, from, to }];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) => editsBetween(from[key], to[key], [...path, key]));
}

function movedPack(base: RawPack, edited: PackInSet, target: PackInSet, clashes: Path[]): PackInSet {
  const edits = editsBetween(base, edited.raw);
  if (edits.length === 0) return target;
  const raw = edits.reduce<unknown>((at, { path, from, to }) => {
    const there = valueAt(target.raw, path);
    if (!isSame(there, from) && !isSame(there, to)) clashes.push(path);
    return withValue(at, path, to);
  }, target.raw) as RawPack;
  return isSame(raw, target.raw) ? target : { file: target.file, raw };
}

/**
 * The edits from `base` to `edited`, made on `target`: what somebody else published meanwhile stays, but where both changed
 * the same place.
 */
export function movedOnto(base: PackSet, edited: PackSet, target: PackSet): Moved {
  const clashes: Path[] = [];
  const fileIn = (set: PackSet, file: string): PackInSet | undefined => set.overlays.find((each) => each.file === file);
  const files = [...new Set([...target.overlays, ...edited.overlays].map(({ file }) => file))];
  const overlays = files.flatMap((file) => {
    const [old, mine, theirs] = [fileIn(base, file), fileIn(edited, file), fileIn(target, file)];
    if (mine === undefined) return old === undefined && theirs !== undefined ? [theirs] : [];
    if (theirs === undefined) return old !== undefined && isSame(old.raw, mine.raw) ? [] : [mine];
    return [movedPack(old?.raw ?? {}, mine, theirs, clashes)];
  });
  return { set: { trust: movedPack(base.trust.raw, edited.trust, target.trust, clashes), overlays }, clashes };
}
