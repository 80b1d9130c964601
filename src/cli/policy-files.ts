import { promises as fs } from 'node:fs';
import path from 'node:path';
import { isUnreadable } from '../domain';
import type { Policy } from '../domain';
import { nearest, quoted, sayProblem, shippedPacks } from '../policy';
import type { Layers, Loaded, LoadOptions, PackFile, Problem } from '../policy';
import { extendedBy, loadPacks, packsInOrder, shippedPack, tooManyTrusts } from '../publishing/packs';
import { decodeText } from '../text';
import { isFolder, missingAmong, readBytes, reasonOf } from './files';
import type { CommandIo } from './io';

/** Overlays on overlays end here: a chain this long is a circle or a slip. */
const LONGEST_CHAIN = 8;

/** How a policy begins that was signed: its layers are resolved, so nothing of it can be tuned. */
const SIGNED = /^\s*\{\s*"format":\s*\d+,\s*"deployment":/;

const SIGNED_IS_NO_PACK = 'this is a signed policy, not the pack it was made from. Choose that pack. A mail is checked under it with heed check --as-deployed --policy FOLDER, its folder.';

/** The largest pack there is, in megabytes: no more characters are read of one than four millions, of four bytes at most. */
const LARGEST_PACK_MB = 16;

/** The name of a file in the sentences of a pack, without its ending. */
const nameOf = (file: string): string => file.replace(/\.json$/i, '');

async function readPack(nameOrFile: string, folder: string): Promise<PackFile | Problem> {
  const shipped = shippedPack(nameOrFile);
  if (shipped !== null) return shipped;
  const bytes = await readBytes(path.resolve(folder, nameOrFile), { megabytes: LARGEST_PACK_MB, because: 'and no pack is' });
  const file = path.basename(nameOrFile);
  if (!isUnreadable(bytes)) {
    const { text } = decodeText(bytes);
    return SIGNED.test(text) ? { file, path: '', message: SIGNED_IS_NO_PACK } : { file, text };
  }
  if ((await missingAmong([nameOrFile], folder)).length === 0) return { file, path: '', message: `not read, because ${bytes.unreadable}. Check that it is the right file.` };
  const names = shippedPacks.map(({ name }) => name);
  const meant = nearest(nameOf(nameOrFile), names);
  const remedy = meant === null ? `The shipped packs are ${names.join(' and ')}; anything else is a file.` : `Did you mean the shipped pack “${meant}”?`;
  return { file: nameOrFile, path: '', message: `not read, because ${bytes.unreadable}. ${remedy}` };
}

/** The file of a pack that another stands on. */
function fileOf(below: string): string {
  return shippedPack(below) === null && !below.endsWith('.json') ? `${below}.json` : below;
}

/** Reads what a pack stands on, and says where there is none which pack asked for it and what it may have meant. */
async function readBelow(below: string, by: string, folder: string): Promise<PackFile | Problem> {
  const at = { file: by, path: 'extends' };
  if (/^[a-z]+:\/\//i.test(below)) return { ...at, message: `${quoted(below)} is a web address, and no pack is fetched from one. Save that pack beside this file, and write its name.` };
  const file = path.resolve(folder, fileOf(below));
  if (shippedPack(below) !== null || (await missingAmong([file], folder)).length === 0) return readPack(fileOf(below), folder);
  const beside = await fs.readdir(path.dirname(file)).catch(() => []);
  const names = [...shippedPacks.map(({ name }) => name), ...beside.filter((name) => /\.json$/i.test(name) && name !== by).map(nameOf)];
  const meant = nearest(nameOf(path.basename(below)), names);
  return { ...at, message: `there is no pack ${quoted(below)}. ${meant === null ? `Write the name of one that comes with Heed, ${shippedPacks.map(({ name }) => quoted(name)).join(' or ')}, or of a file beside this one.` : `Did you mean ${quoted(meant)}?`}` };
}

/** The overlays of a folder, in order of name and each after what it stands on, with the pack they all stand on first. */
async function readFolder(folder: string): Promise<readonly PackFile[] | Problem> {
  const found: PackFile[] = [];
  const names = await fs.readdir(folder).catch((error: unknown) => reasonOf(error));
  if (typeof names === 'string') return { file: path.basename(folder), path: '', message: `the folder was not read, because ${names}. Choose another, or have it opened to you.` };
  for (const name of names.filter((each) => /\.json$/i.test(each) && !/\.schema\.json$/i.test(each))) {
    const pack = await readPack(name, folder);
    if ('message' in pack) return pack;
    found.push(pack);
  }
  const tooMany = tooManyTrusts(found);
  if (tooMany !== null) return tooMany;
  const ordered = packsInOrder(found);
  if (ordered === null) return { file: path.basename(folder), path: '', message: 'there is no pack in this folder. Put the overlays of the academies there.' };
  const { packs, below } = ordered;
  const chain = below === null ? [] : await readChainBelow(below, packs[0]?.file ?? '', folder);
  return 'message' in chain ? chain : [...chain, ...packs];
}

/** A pack and all it stands on, the trust's first. A folder stands for all the overlays in it. */
export async function readChain(nameOrFile: string, folder: string): Promise<readonly PackFile[] | Problem> {
  if (nameOrFile === '') return { file: 'policy', path: '', message: `no name was given. The shipped packs are ${shippedPacks.map(({ name }) => name).join(' and ')}; anything else is a file.` };
  const at = path.resolve(folder, nameOrFile);
  if (shippedPack(nameOrFile) === null && (await isFolder(at))) return readFolder(at);
  const first = await readPack(nameOrFile, folder);
  if ('message' in first) return first;
  const below = extendedBy(first);
  const from = shippedPack(nameOrFile) === null ? path.dirname(at) : folder;
  const chain = below === null ? [] : await readChainBelow(below, first.file, from);
  return 'message' in chain ? chain : [...chain, first];
}

/** What a pack stands on, and all that stands on, the trust's first. */
async function readChainBelow(name: string, by: string, folder: string): Promise<readonly PackFile[] | Problem> {
  const chain: PackFile[] = [];
  let [next, from, asking]: readonly [string | null, string, string] = [name, folder, by];
  while (next !== null) {
    const pack: PackFile | Problem = await readBelow(next, asking, from);
    if ('message' in pack) return pack;
    // The pack that asked first stands on these.
    if (chain.length >= LONGEST_CHAIN - 1) return { file: pack.file, path: 'extends', message: 'these packs stand on each other in a circle. Let the trust’s pack stand by itself.' };
    chain.unshift(pack);
    if (shippedPack(next) === null) from = path.dirname(path.resolve(from, next));
    [next, asking] = [extendedBy(pack), pack.file];
  }
  return chain;
}

/** What a policy is that sets nothing but its name. */
function loadBuiltIn(): Layers {
  const { layers } = loadPacks([{ file: 'heed.json', text: '{ "name": "Heed", "version": "none" }' }]);
  if (layers === null) throw new Error('a pack that sets nothing did not load');
  return layers;
}

/** What a pack that loads stands on, and the name of its file; Heed's own defaults, without a name, where it extends nothing. */
export async function loadBelow(nameOrFile: string, folder: string): Promise<{ readonly layers: Layers; readonly name: string | null }> {
  const chain = await readChain(nameOrFile, folder);
  // The overlays of a folder stand beside each other.
  const below = 'message' in chain ? [] : (await isFolder(path.resolve(folder, nameOrFile))) ? chain.slice(0, 1) : chain.slice(0, -1);
  const { layers } = loadPacks(below);
  return layers === null ? { layers: loadBuiltIn(), name: null } : { layers, name: below.at(-1)?.file ?? null };
}

/** Loads a policy by name or file, with everything it stands on. */
export async function loadNamed(nameOrFile: string, folder: string, options: LoadOptions = {}): Promise<Loaded> {
  const chain = await readChain(nameOrFile, folder);
  if ('message' in chain) return { policy: null, problems: [chain], layers: null };
  return loadPacks(chain, options);
}

/** The policy to check under; null, with every problem said on standard error, when it cannot be used. `undone` is what was not done then. */
export async function policyFor(nameOrFile: string, academy: string | null, io: CommandIo, undone = 'checked'): Promise<Policy | null> {
  const { policy, problems } = await loadNamed(nameOrFile, io.folder, { academy, today: new Date().toISOString().slice(0, 10) });
  for (const problem of problems) io.err(sayProblem(problem));
  if (policy === null) io.err(`Nothing was ${undone}: the policy has ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}.`);
  return policy;
}
