import type { PackSet } from './pack-set';

/** Edits that are not published, as this browser keeps them, with the version they were made on. */
export interface KeptEdits {
  /** ISO, UTC. */
  readonly at: string;
  readonly base: PackSet;
  readonly now: PackSet;
}

const PREFIX = 'heed-studio-edits:';

/** Where the edits of a trust's pack are kept. */
export function keyOfEdits(pack: string): string {
  return `${PREFIX}${pack}`;
}

function isSet(value: unknown): value is PackSet {
  const set = value as { trust?: { file?: unknown; raw?: unknown }; overlays?: unknown } | null | undefined;
  return typeof set?.trust?.file === 'string' && typeof set.trust.raw === 'object' && Array.isArray(set.overlays);
}

/** The edits that were kept of a pack; null when there are none, or they are not what the studio wrote. */
export function readKept(text: string | null): KeptEdits | null {
  try {
    const kept = JSON.parse(text ?? 'null') as { at?: unknown; base?: unknown; now?: unknown } | null;
    return kept !== null && typeof kept.at === 'string' && isSet(kept.base) && isSet(kept.now) ? { at: kept.at, base: kept.base, now: kept.now } : null;
  } catch {
    return null;
  }
}

export function keptEdits(pack: string): KeptEdits | null {
  return readKept(localStorage.getItem(keyOfEdits(pack)));
}

/** Keeps edits of a pack, or nothing more of them when they are null; false where this browser has no room. */
export function keepEdits(pack: string, kept: KeptEdits | null): boolean {
  try {
    if (kept === null) localStorage.removeItem(keyOfEdits(pack));
    else localStorage.setItem(keyOfEdits(pack), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}
