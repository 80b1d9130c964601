import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { EarlierManifest, ManifestChoices } from './choices';
import { unifiedManifest } from './unified-manifest';

/** The two pictures a unified package holds beside its manifest, as PNG: 192 × 192, and 32 × 32 in white alone. */
export interface PackagePictures {
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

/** Any moment will do, as long as the same choices make the same bytes; the zip format has none before 1980. */
const MOMENT = new Date(2026, 0, 1);

/** The unified manifest as the zip that is uploaded. */
export function unifiedPackage(choices: ManifestChoices, pictures: PackagePictures): Uint8Array {
  const texts = unifiedManifest(choices).map(({ name, content }) => [name, strToU8(`${JSON.stringify(content, null, 2)}\n`)] as const);
  const files = [...texts, ['color.png', pictures.color] as const, ['outline.png', pictures.outline] as const];
  return zipSync(Object.fromEntries(files.map(([name, bytes]) => [name, [bytes, { mtime: MOMENT }]])));
}

/** What the text of a unified manifest says of itself; null when it is none of ours. */
export function earlierUnified(text: string): EarlierManifest | null {
  try {
    const { id, version, extensions } = JSON.parse(text) as { id?: unknown; version?: unknown; extensions?: unknown };
    return typeof id === 'string' && typeof version === 'string' && JSON.stringify(extensions ?? '').includes('onMessageSend') ? { id, version } : null;
  } catch {
    return null;
  }
}

/** The same of a package; null when it is none of ours. */
export function earlierPackage(bytes: Uint8Array): EarlierManifest | null {
  try {
    const manifest = unzipSync(bytes, { filter: ({ name }) => name === 'manifest.json' })['manifest.json'];
    return manifest === undefined ? null : earlierUnified(strFromU8(manifest));
  } catch {
    return null;
  }
}
