import { Reader, ZipReader, configure } from '@zip.js/zip.js';
import type { FileEntry } from '@zip.js/zip.js';
import { unreadable } from '../domain';
import type { Unreadable } from '../domain';
import { LARGEST_MAIL_MB } from './eml';
import type { StoredFile } from './stored-file';

// Who reads many mails has threads of his own.
configure({ useWebWorkers: false });

/** A mail, or an mbox, in a zip. */
export interface ZippedFile {
  readonly name: string;
  /** Its bytes unpacked, or why they cannot be had. */
  read(): Promise<Uint8Array | Unreadable>;
}

const LARGEST = LARGEST_MAIL_MB * 1024 * 1024;

/** zip.js is given a file to read as a class of its own. */
class StoredFileReader extends Reader<StoredFile> {
  constructor(private readonly file: StoredFile) {
    super(file);
    this.size = file.size;
  }

  override readUint8Array(at: number, length: number): Promise<Uint8Array> {
    return this.file.read(at, at + length);
  }
}

async function unpacked(entry: FileEntry): Promise<Uint8Array | Unreadable> {
  if (entry.encrypted) return unreadable('it is locked with a password');
  const pieces: Uint8Array[] = [];
  let length = 0;
  // The size that an entry declares may be a lie, so what comes out is counted.
  const sink = new WritableStream<Uint8Array>({
    write: (piece) => {
      length += piece.length;
      if (length > LARGEST) throw new Error(`it is larger than ${LARGEST_MAIL_MB} MB, the largest message that can be sent`);
      pieces.push(piece);
    },
  });
  try {
    await entry.getData(sink);
  } catch (error) {
    return unreadable(length > LARGEST ? (error as Error).message : 'it could not be unpacked');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** True for a name that says mail; what else a zip holds is passed over. */
export function saysMail(name: string): boolean {
  return /\.(?:eml|mbox|mbx)$/i.test(name) && !name.startsWith('__MACOSX/');
}

/** The mails and mboxes of a zip in its own order, or why it cannot be opened. Its directory is held, its content is not. */
export async function filesInZip(file: StoredFile): Promise<readonly ZippedFile[] | Unreadable> {
  const found: ZippedFile[] = [];
  try {
    for await (const entry of new ZipReader(new StoredFileReader(file)).getEntriesGenerator()) {
      if (entry.directory || !saysMail(entry.filename)) continue;
      const mail = entry;
      found.push({ name: mail.filename, read: () => unpacked(mail) });
    }
  } catch {
    return unreadable('it is not a zip that can be read');
  }
  return found;
}
