import type { PackFile, Path } from '../../policy';

/** A pack as it is edited: the JSON that it is written as. */
export interface RawPack {
  readonly [key: string]: unknown;
}

export interface PackInSet {
  readonly file: string;
  readonly raw: RawPack;
  /** The file as it was opened or published, while nothing in it has changed; left out after an edit. */
  readonly text?: string;
}

/** The trust's pack and the overlays of its academies, by file name. */
export interface PackSet {
  readonly trust: PackInSet;
  readonly overlays: readonly PackInSet[];
}

/** Whose file is being changed: the trust's, or the overlay of that name. */
export type Editor = 'trust' | { readonly overlay: string };

/** The text of a pack as it is saved: to the byte as it was, until it is edited. */
export function packText({ raw, text }: PackInSet): string {
  return text ?? `${JSON.stringify(raw, null, 2)}\n`;
}

export function filesOf({ trust, overlays }: PackSet): readonly PackFile[] {
  return [trust, ...overlays].map((pack) => ({ file: pack.file, text: packText(pack) }));
}

export function rawOf(set: PackSet, editor: Editor): RawPack {
  if (editor === 'trust') return set.trust.raw;
  return set.overlays.find(({ file }) => file === editor.overlay)?.raw ?? {};
}

/** The value at a path; undefined where nothing is written. */
export function valueAt(raw: unknown, path: Path): unknown {
  let at = raw;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.prototype.hasOwnProperty.call(at, step)) return undefined;
    at = (at as { readonly [key: string]: unknown })[step];
  }
  return at;
}

/** A copy with the value set at a path, and what holds it made where it is not there; undefined takes it away. */
export function withValue(raw: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(raw) ? [...(raw as unknown[])] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const record: { [key: string]: unknown } = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {};
  const inner = withValue(record[step], rest, value);
  if (inner === undefined) delete record[step];
  else record[step] = inner;
  return record;
}

export function edited(set: PackSet, editor: Editor, path: Path, value: unknown): PackSet {
  if (editor === 'trust') return { ...set, trust: { file: set.trust.file, raw: withValue(set.trust.raw, path, value) as RawPack } };
  return {
    ...set,
    overlays: set.overlays.map((overlay) => (overlay.file === editor.overlay ? { file: overlay.file, raw: withValue(overlay.raw, path, value) as RawPack } : overlay)),
  };
}

export function isSame(a: PackSet, b: PackSet): boolean {
  const content = ({ trust, overlays }: PackSet): string => JSON.stringify([trust, ...overlays].map(({ file, raw }) => [file, raw]));
  return a === b || content(a) === content(b);
}
