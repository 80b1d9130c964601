import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { SiteFile, SiteFolder } from '../publishing';

/** A folder of this machine. */
export function siteFolder(folder: string): SiteFolder {
  const inside = (name: string): string => path.join(folder, ...name.split('/'));
  return { called: (name) => (name === undefined ? folder : inside(name)), read: (name) => fs.readFile(inside(name), 'utf8').catch(() => null) };
}

/** Writes a file so that whoever reads at the same moment sees the old or the new one, whole. */
async function replaceFile(file: string, text: string): Promise<void> {
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

/** Writes what was signed into the folder, and answers the files. An error has the file in `path`. */
export async function writeSite(folder: string, files: readonly SiteFile[]): Promise<readonly string[]> {
  const written = files.map(({ path: name }) => path.join(folder, ...name.split('/')));
  for (const [index, { text }] of files.entries()) await replaceFile(written[index] as string, text);
  return written;
}
