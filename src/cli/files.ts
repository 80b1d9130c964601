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

/** Writes a file so that whoever reads at the same moment sees the old or the new one, whole. An error has the file in `path`. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.new`;
  try {
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(unfinished, text, 'utf8');
    await fs.rename(unfinished, file);
  } catch (error) {
    await fs.rm(unfinished, { force: true }).catch(() => undefined);
    throw Object.assign(error as Error, { path: file });
  }
}

/** A file's bytes, or why they cannot be had, as a phrase that completes "because …". */
export async function readBytes(file: string): Promise<Uint8Array | Unreadable> {
  try {
    const { size } = await fs.stat(file);
    if (size > LARGEST_FILE_MB * 1024 * 1024) {
      return unreadable(`it is larger than ${LARGEST_FILE_MB} MB, and no mail or attachment that large can be sent`);
    }
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

/** The files a command was given, with each folder replaced by the files in it that end in one of `endings`, in order of name. */
export async function expandFolders(names: readonly string[], folder: string, endings: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of names) {
    if (!(await isFolder(path.resolve(folder, name)))) {
      files.push(name);
      continue;
    }
    const entries = await fs.readdir(path.resolve(folder, name), { recursive: true });
    const found = entries.filter((entry) => endings.some((ending) => entry.toLowerCase().endsWith(ending))).sort();
    files.push(...found.map((entry) => path.join(name, entry)));
  }
  return files;
}
