import { promises as fs } from 'node:fs';
import path from 'node:path';
import { unreadable } from '../domain';
import type { Unreadable } from '../domain';

/** The largest file any command reads, in megabytes: over Exchange's 150 MB no mail or attachment can be sent. */
export const LARGEST_FILE_MB = 160;

/** Why a file could not be read, as a phrase that completes "because …". */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'this account may not read it';
    default:
      return code ?? String(error);
  }
}

const UNWRITABLE: { readonly [code: string]: string } = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'a file stands where its folder should be',
  EEXIST: 'a file stands where its folder should be',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'nothing can be written there',
  EBUSY: 'another program has it open',
  ENOSPC: 'the disk is full',
};

/** Why a file could not be written, as the beginning of a sentence or a whole one, without a full stop. */
export function unwritable(file: string, error: unknown): string {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  return `${file} cannot be written, because ${UNWRITABLE[code] ?? code}`;
}

/**
 * Writes a file so that the old one stays as it is until the new one is there whole: whoever reads sees one or the other, and a full disk
 * takes nothing away. Its folder has to be there. An error has the file in `path`.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}.new`;
  try {
    const there = await fs.stat(file).catch(() => null);
    // A device or a pipe is written to, and never put another file in place of.
    if (there !== null && !there.isFile()) return await fs.writeFile(file, content);
    await fs.writeFile(unfinished, content);
    await fs.rename(unfinished, file);
  } catch (error) {
    await fs.rm(unfinished, { force: true }).catch(() => undefined);
    throw Object.assign(error as Error, { path: file });
  }
}

/** As `writeWhole`, with its folder made where there is none. */
export async function replaceFile(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true }).catch((error: unknown) => Promise.reject(Object.assign(error as Error, { path: file })));
  await writeWhole(file, text);
}

/** How large a file may be, and why a larger one is none. */
interface Largest {
  readonly megabytes: number;
  readonly because: string;
}

const LARGEST_MAIL: Largest = { megabytes: LARGEST_FILE_MB, because: 'and no mail or attachment that large can be sent' };

/** A file's bytes, or why they cannot be had, as a phrase that completes "because …". */
export async function readBytes(file: string, { megabytes, because }: Largest = LARGEST_MAIL): Promise<Uint8Array | Unreadable> {
  try {
    const stat = await fs.stat(file);
    // Of a folder that may not be looked into, that is the reason.
    if (stat.isDirectory()) await fs.readdir(file);
    if (stat.size > megabytes * 1024 * 1024) return unreadable(`it is larger than ${megabytes} MB, ${because}`);
    return await fs.readFile(file);
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}

export async function isFolder(name: string): Promise<boolean> {
  const stat = await fs.stat(name).catch(() => null);
  return stat !== null && stat.isDirectory();
}

/** The names at which there is nothing. */
export async function missingAmong(names: readonly string[], folder: string): Promise<readonly string[]> {
  const isThere = await Promise.all(names.map((name) => fs.stat(path.resolve(folder, name)).then(() => true, (error: unknown) => (error as NodeJS.ErrnoException).code !== 'ENOENT')));
  return names.filter((_, index) => isThere[index] === false);
}

/**
 * The files a command was given, with each folder replaced by the files below it that end in one of `endings`, in order of name. A folder
 * that may not be looked into stays, so that reading it says why.
 */
export async function expandFolders(names: readonly string[], folder: string, endings: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of names) {
    if (!(await isFolder(path.resolve(folder, name)))) {
      files.push(name);
      continue;
    }
    files.push(...(await filesBelow(name, folder, endings)));
  }
  return files;
}

/** The files below a folder that end in one of `endings`, and each folder that may not be looked into by its own name, in order of name. */
async function filesBelow(name: string, folder: string, endings: readonly string[]): Promise<readonly string[]> {
  const entries = await fs.readdir(path.resolve(folder, name), { withFileTypes: true }).catch(() => null);
  if (entries === null) return [name];
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = path.join(name, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(inner, folder, endings)));
    else if (endings.some((ending) => entry.name.toLowerCase().endsWith(ending))) found.push(inner);
  }
  return found;
}
