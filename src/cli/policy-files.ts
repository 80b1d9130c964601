import { promises as fs } from 'node:fs';
import path from 'node:path';
import { SUPPORTED_ZONES } from '../calendar';
import { compilePattern } from '../check/judge-pattern';
import { judgeWording } from '../check/judge-wording';
import { detectors, knownTerms } from '../detectors';
import { isUnreadable } from '../domain';
import type { Policy } from '../domain';
import { loadPolicy, sayProblem, shippedPacks } from '../policy';
import type { Layers, Loaded, LoadOptions, Names, PackFile, Problem } from '../policy';
import { PERSONAL_DOMAINS } from '../recipients';
import { rules } from '../rules';
import { decodeText } from '../text';
import { isFolder, readBytes } from './files';
import type { CommandIo } from './io';

/** Overlays on overlays end here: a chain this long is a circle or a slip. */
const LONGEST_CHAIN = 8;

/** What packs may name that other rooms know. */
export const NAMES: Names = {
  zones: SUPPORTED_ZONES,
  detectors: detectors.map(({ id }) => id),
  personalDomains: PERSONAL_DOMAINS,
  terms: knownTerms(),
};

function shippedPack(name: string): PackFile | null {
  return shippedPacks.find((pack) => pack.name === name.toLowerCase()) ?? null;
}

/** What a pack says it stands on; null when it stands by itself or is not JSON, which loading will say. */
function extendedBy({ text }: PackFile): string | null {
  try {
    const pack = JSON.parse(text) as { extends?: unknown } | null;
    return typeof pack?.extends === 'string' ? pack.extends : null;
  } catch {
    return null;
  }
}

async function readPack(nameOrFile: string, folder: string): Promise<PackFile | Problem> {
  const shipped = shippedPack(nameOrFile);
  if (shipped !== null) return shipped;
  const bytes = await readBytes(path.resolve(folder, nameOrFile));
  const file = path.basename(nameOrFile);
  if (!isUnreadable(bytes)) return { file, text: decodeText(bytes).text };
  const names = shippedPacks.map(({ name }) => name).join(' and ');
  return { file: nameOrFile, path: '', message: `not read, because ${bytes.unreadable}. The shipped packs are ${names}; anything else is a file.` };
}

/** The overlays of a folder, in order of name and each after what it stands on, with the pack they all stand on first. */
async function readFolder(folder: string): Promise<readonly PackFile[] | Problem> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  // The studio saves `laat.3.1f2e3d4c.json`, which is still the pack that overlays call laat.
  const stems = names.map((name) => name.replace(/(?:\.\d+\.[0-9a-f]{8})?\.json$/, ''));
  const packs: PackFile[] = [];
  for (const name of names) {
    const pack = await readPack(name, folder);
    if ('message' in pack) return pack;
    packs.push(pack);
  }
  const isOnAnother = (pack: PackFile): boolean => stems.includes(extendedBy(pack) ?? '');
  const first = packs.find((pack) => !isOnAnother(pack));
  const below = first === undefined ? null : extendedBy(first);
  if (first === undefined) return { file: path.basename(folder), path: '', message: 'there is no pack in this folder. Put the overlays of the academies there.' };
  const chain = below === null ? [] : await readChain(shippedPack(below) === null ? `${below}.json` : below, folder);
  if ('message' in chain) return chain;
  return [...chain, ...packs.filter((pack) => !isOnAnother(pack)), ...packs.filter(isOnAnother)];
}

/** A pack and all it stands on, the trust's first. A folder stands for all the overlays in it. */
export async function readChain(nameOrFile: string, folder: string): Promise<readonly PackFile[] | Problem> {
  const at = path.resolve(folder, nameOrFile);
  if (shippedPack(nameOrFile) === null && (await isFolder(at))) return readFolder(at);
  const chain: PackFile[] = [];
  let next: string | null = nameOrFile;
  let from = folder;
  while (next !== null) {
    const pack: PackFile | Problem = await readPack(next, from);
    if ('message' in pack) return pack;
    if (chain.length >= LONGEST_CHAIN) return { file: pack.file, path: 'extends', message: 'these packs stand on each other in a circle. Let the trust’s pack stand by itself.' };
    chain.unshift(pack);
    if (shippedPack(next) === null) from = path.dirname(path.resolve(from, next));
    next = extendedBy(pack);
    if (next !== null && shippedPack(next) === null && !next.endsWith('.json')) next = `${next}.json`;
  }
  return chain;
}

/** What a policy is that sets nothing but its name. */
export function loadBuiltIn(): Layers {
  const { layers } = loadPolicy([{ file: 'heed.json', text: '{ "name": "Heed", "version": "none" }' }], rules, { names: NAMES });
  if (layers === null) throw new Error('a pack that sets nothing did not load');
  return layers;
}

/** Loads a policy by name or file, with everything it stands on. */
export async function loadNamed(nameOrFile: string, folder: string, options: LoadOptions = {}): Promise<Loaded> {
  const chain = await readChain(nameOrFile, folder);
  if ('message' in chain) return { policy: null, problems: [chain], layers: null };
  return loadPolicy(chain, rules, { judgePattern: compilePattern, judgeWording, ...options, names: NAMES });
}

/** The policy to check under; null, with every problem said on standard error, when it cannot be used. */
export async function policyFor(nameOrFile: string, academy: string | null, io: CommandIo): Promise<Policy | null> {
  const { policy, problems } = await loadNamed(nameOrFile, io.folder, { academy, today: new Date().toISOString().slice(0, 10) });
  for (const problem of problems) io.err(sayProblem(problem));
  if (policy === null) io.err(`Nothing was checked: the policy has ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}.`);
  return policy;
}
