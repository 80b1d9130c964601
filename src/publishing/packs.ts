import { SUPPORTED_ZONES } from '../calendar';
import { compilePattern } from '../check/judge-pattern';
import { judgeWording } from '../check/judge-wording';
import { detectors, knownTerms } from '../detectors';
import { loadPolicy, shippedPacks } from '../policy';
import type { Loaded, LoadOptions, Names, PackFile, Problem } from '../policy';
import { PERSONAL_DOMAINS } from '../recipients';
import { rules } from '../rules';
import { retiredTerms } from './retired-terms';

/** What packs may name that other rooms know. */
export const NAMES: Names = {
  zones: SUPPORTED_ZONES,
  detectors: detectors.map(({ id }) => id),
  personalDomains: PERSONAL_DOMAINS,
  terms: [...knownTerms(), ...retiredTerms()],
};

export function shippedPack(name: string): PackFile | null {
  return shippedPacks.find((pack) => pack.name === name.toLowerCase()) ?? null;
}

/** What a pack says it stands on; null when it stands by itself, names nothing or is not JSON, which loading will say. */
export function extendedBy({ text }: PackFile): string | null {
  try {
    const pack = JSON.parse(text) as { extends?: unknown } | null;
    return typeof pack?.extends === 'string' && pack.extends.trim() !== '' ? pack.extends : null;
  } catch {
    return null;
  }
}

/** Packs that lie together, each after what it stands on. */
export interface PacksInOrder {
  readonly packs: readonly PackFile[];
  /** What the first one stands on, which is not among them; null when it stands by itself. */
  readonly below: string | null;
}

/** True for a trust's pack, which stands by itself and has a version. */
function isTrusts({ text }: PackFile): boolean {
  try {
    const pack = JSON.parse(text) as { extends?: unknown; version?: unknown } | null;
    return typeof pack?.version === 'string' && pack.extends === undefined;
  } catch {
    return false;
  }
}

/** The name of a pack that overlays stand on, without its ending and without what the studio puts after it. */
const stem = (file: string): string => file.replace(/(?:\.\d+\.[0-9a-f]{8})?\.json$/, '');

/** One sentence where overlays on packs that are elsewhere do not stand on the same one; null where they do. */
function twoTrustsBelow(files: readonly PackFile[]): Problem | null {
  const stems = files.map(({ file }) => stem(file));
  const standing = [...files]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((pack) => ({ file: pack.file, below: extendedBy(pack)?.replace(/\.json$/, '') ?? null }))
    .filter(({ below }) => below !== null && !stems.includes(below));
  const [first] = standing;
  const other = standing.find(({ below }) => below !== first?.below);
  if (first === undefined || other === undefined) return null;
  return { file: first.file, path: 'extends', message: `it stands on “${first.below ?? ''}”, and ${other.file} beside it on “${other.below ?? ''}”. One policy has one trust’s pack. Choose one of these files, or those of one trust alone.` };
}

/** One sentence where packs of more than one trust, or more than one version of a trust's, lie together; null where they do not. */
export function tooManyTrusts(files: readonly PackFile[]): Problem | null {
  const names = files.filter(isTrusts).map(({ file }) => file).sort();
  const [first = '', second = ''] = names;
  if (names.length === 0) return twoTrustsBelow(files);
  if (names.length === 1) return null;
  const others = names.length === 2 ? '' : ` and ${names.length - 2} more`;
  return { file: first, path: '', message: `${second}${others} beside it ${names.length === 2 ? 'stands by itself' : 'stand by themselves'} too, and one policy has one trust’s pack. Choose one of them, with its overlays alone.` };
}

/** Puts the packs of one folder in order; null when none of them stands by itself or on one that is elsewhere. */
export function packsInOrder(files: readonly PackFile[]): PacksInOrder | null {
  const packs = [...files].sort((a, b) => (a.file < b.file ? -1 : 1));
  // The studio saves `laat.3.1f2e3d4c.json`, which is still the pack that overlays call laat.
  const stems = packs.map(({ file }) => stem(file));
  const isOnAnother = (pack: PackFile): boolean => stems.includes(extendedBy(pack)?.replace(/\.json$/, '') ?? '');
  const first = packs.find((pack) => !isOnAnother(pack));
  if (first === undefined) return null;
  return { packs: [...packs.filter((pack) => !isOnAnother(pack)), ...packs.filter(isOnAnother)], below: extendedBy(first) };
}

/** The chosen packs and the shipped one they stand on, or what is missing, in words. */
export function chosenPacks(files: readonly PackFile[]): readonly PackFile[] | Problem {
  const tooMany = tooManyTrusts(files);
  if (tooMany !== null) return tooMany;
  const ordered = packsInOrder(files);
  const [first] = files;
  if (ordered === null || first === undefined) return { file: first?.file ?? '', path: 'extends', message: 'these packs stand on each other in a circle. Let the trust’s pack stand by itself.' };
  if (ordered.below === null) return ordered.packs;
  const shipped = shippedPack(ordered.below);
  if (shipped !== null) return [shipped, ...ordered.packs];
  return { file: ordered.packs[0]?.file ?? '', path: 'extends', message: `it stands on “${ordered.below}”, which is not among the files. Choose both together.` };
}

/** Loads packs, each after what it stands on, with all that they may name. */
export function loadPacks(packs: readonly PackFile[], options: LoadOptions = {}): Loaded {
  return loadPolicy(packs, rules, { judgePattern: compilePattern, judgeWording, ...options, names: NAMES });
}
