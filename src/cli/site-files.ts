import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { SiteFile, SiteFolder } from '../publishing';
import { replaceFile } from './files';

/** A folder of this machine. A file that is there and cannot be read is an error with the file in `path`, never one that is missing. */
export function siteFolder(folder: string): SiteFolder {
  const inside = (name: string): string => path.join(folder, ...name.split('/'));
  const read = async (name: string): Promise<string | null> => {
    try {
      return await fs.readFile(inside(name), 'utf8');
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
      throw Object.assign(error as Error, { path: inside(name) });
    }
  };
  return { called: (name) => (name === undefined ? folder : inside(name)), read };
}

/** Writes what was signed into the folder, and answers the files. An error has the file in `path`. */
export async function writeSite(folder: string, files: readonly SiteFile[]): Promise<readonly string[]> {
  const written = files.map(({ path: name }) => path.join(folder, ...name.split('/')));
  for (const [index, { text }] of files.entries()) await replaceFile(written[index] as string, text);
  return written;
}
