import { asWritten } from './as-written';
import { codeOf } from './site-scripts';

/** Where a site says what each of its files has to be. */
export const SUMS_PATH = '/sums.json';

/** What the files of a build come to. */
interface Sums {
  readonly build: string;
  /** SHA-256 in hex, by path. */
  readonly files: { readonly [path: string]: string };
}

/** The part of a file that no signing changes, as Heed wrote it. */
function lasting(path: string, text: string): string {
  const written = asWritten(text);
  return path === '/launchevent.js' ? (codeOf(written) ?? written) : written;
}

/** The SHA-256 of a file; null where there is nothing to reckon it with, as in a page that came without https. */
async function sumOf(path: string, text: string): Promise<string | null> {
  const subtle = (globalThis as { readonly crypto?: Partial<typeof crypto> }).crypto?.subtle;
  if (subtle === undefined) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(lasting(path, text))));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The text of `sums.json` for the files of a build, by their paths. What is written when a policy is signed stays out. */
export async function sumsFile(build: string, texts: { readonly [path: string]: string }): Promise<string> {
  const files: { [path: string]: string } = {};
  for (const path of Object.keys(texts).sort()) files[path] = (await sumOf(path, texts[path] as string)) ?? '';
  return `${JSON.stringify({ build, files } satisfies Sums, null, 1)}\n`;
}

function readSums(text: string): Sums | null {
  try {
    const { build, files } = JSON.parse(text) as Partial<Sums>;
    return typeof build === 'string' && typeof files === 'object' && files !== null ? { build, files } : null;
  } catch {
    return null;
  }
}

/** What is said of a file on a host, and whether it is a problem. */
interface Said {
  readonly path: string;
  readonly message: string;
  readonly isProblem: boolean;
}

/**
 * Holds the files that were handed out against what the build says they are: a proxy that rewrites scripts, a copy that is kept too long and
 * an upload of half a version all show here. `sums` is the text of `sums.json`, `build` the one of `launchevent.js`.
 */
export async function differencesFrom(sums: string, build: string, texts: ReadonlyMap<string, string>): Promise<readonly Said[]> {
  const read = readSums(sums);
  const said = (path: string, message: string, isProblem = true): Said => ({ path, message, isProblem });
  if (read === null) return [said(SUMS_PATH, 'is not what Heed wrote, so nobody can tell whether the other files are. Upload it again from the archive’s site folder.')];
  if (read.build !== build) return [said(SUMS_PATH, `is of another version (${read.build}) than launchevent.js (${build}). Upload the whole site folder of the archive.`)];
  const differing: Said[] = [];
  for (const [path, text] of texts) {
    const wanted = read.files[path];
    if (wanted === undefined) continue;
    const sum = await sumOf(path, text);
    if (sum === null) return [said(SUMS_PATH, 'the files were not held against it, because this page came without https.', false)];
    if (sum !== wanted) differing.push(said(path, 'is not the file of this version: it was changed on its way, or an old copy is kept. Upload it again. Where it is right on the web server, look for what stands between, such as a proxy that rewrites scripts, and let it leave this host alone.'));
  }
  return differing;
}
