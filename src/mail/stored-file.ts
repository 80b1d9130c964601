/** A file that can be read from any place: on a disk, or dropped on a page. */
export interface StoredFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes from one offset up to, and without, another; fewer where the file ends before. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** What a file that holds mails is, by its first bytes. A file that is none of them is left to the mail reader to judge. */
export type StoreKind = 'mail' | 'mbox' | 'zip';

/** Tells what a file is by its first bytes, never by its name. */
export async function storeKind(file: StoredFile): Promise<StoreKind> {
  const [a, b, c, d, e] = await file.read(0, 5);
  // "PK" and the mark of a first entry, or of the end of an archive that is empty.
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  // "From " begins every mbox (RFC 4155); a mail's own field is "From:".
  if (a === 0x46 && b === 0x72 && c === 0x6f && d === 0x6d && e === 0x20) return 'mbox';
  return 'mail';
}

/** A file whose bytes are in hand already. */
export function heldFile(name: string, bytes: Uint8Array): StoredFile {
  return { name, size: bytes.length, read: (from, to) => Promise.resolve(bytes.subarray(from, to)) };
}
