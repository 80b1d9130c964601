import type { SiteFile, SiteFolder } from '../../publishing';

/** A site folder as a browser gives it. */
export interface ChosenFolder extends SiteFolder {
  /** False where the browser only reads: then the files are saved as a zip. */
  readonly isWritten: boolean;
  /** Takes new files up, in the folder itself or only here. */
  write(files: readonly SiteFile[]): Promise<void>;
}

/** The File System Access API, which not every browser has, and which an organisation may switch off. */
interface WithPicker {
  showDirectoryPicker?(options: { readonly id: string; readonly mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

export function canPickFolder(): boolean {
  return (window as WithPicker).showDirectoryPicker !== undefined;
}

async function fileAt(root: FileSystemDirectoryHandle, path: string, options: { readonly create: boolean }): Promise<FileSystemFileHandle> {
  const steps = path.split('/');
  let folder = root;
  for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, options);
  return folder.getFileHandle(steps[steps.length - 1] ?? '', options);
}

async function textAt(root: FileSystemDirectoryHandle, path: string): Promise<string | null> {
  try {
    return await (await (await fileAt(root, path, { create: false })).getFile()).text();
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'TypeMismatchError')) return null;
    throw error;
  }
}

const called = (folder: string) => (path?: string): string => (path === undefined ? `“${folder}”` : path);

/** A folder whose files can be written. The archive's own folder stands for the site in it. */
async function folderOf(picked: FileSystemDirectoryHandle): Promise<ChosenFolder> {
  const isArchive = (await textAt(picked, 'launchevent.js')) === null && (await textAt(picked, 'site/launchevent.js')) !== null;
  const root = isArchive ? await picked.getDirectoryHandle('site') : picked;
  return {
    called: called(root.name),
    isWritten: true,
    read: (path) => textAt(root, path),
    write: async (files) => {
      for (const { path, text } of files) {
        const writable = await (await fileAt(root, path, { create: true })).createWritable();
        await writable.write(text);
        await writable.close();
      }
    },
  };
}

/** Lets a person pick the folder; null when they did not, a sentence when the browser will not. */
export async function pickFolder(): Promise<ChosenFolder | string | null> {
  try {
    const picked = await (window as WithPicker).showDirectoryPicker?.({ id: 'heed-site', mode: 'readwrite' });
    return picked === undefined ? null : await folderOf(picked);
  } catch (error) {
    const { name = '' } = error instanceof DOMException ? error : {};
    if (name === 'AbortError') return null;
    return 'This browser may not write into that folder. Use “Read the folder, save a zip” instead.';
  }
}

/** The files of a folder that can only be read. What is written is kept here alone, for the next time. */
export function folderOfFiles(files: readonly File[]): ChosenFolder {
  const paths = new Map(files.map((file) => [file.webkitRelativePath.split('/').slice(1).join('/'), file]));
  const top = files[0]?.webkitRelativePath.split('/')[0] ?? '';
  const isArchive = !paths.has('launchevent.js') && paths.has('site/launchevent.js');
  const written = new Map<string, string>();
  return {
    called: called(isArchive ? 'site' : top),
    isWritten: false,
    read: async (path) => written.get(path) ?? (await paths.get(isArchive ? `site/${path}` : path)?.text()) ?? null,
    write: (all) => {
      for (const { path, text } of all) written.set(path, text);
      return Promise.resolve();
    },
  };
}
