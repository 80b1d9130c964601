import { strToU8, zipSync } from 'fflate';
import { protectedZip } from '../../src/taskpane/protected-zip';

/** Where a zip without a comment has its list of files, and how long that is (APPNOTE 4.3.16). */
function listOf(zip: Buffer): { readonly start: number; readonly length: number } {
  return { start: zip.readUInt32LE(zip.length - 6), length: zip.readUInt32LE(zip.length - 10) };
}

/** A zip of two files: one that a password keeps shut, and one that anybody can read. */
export async function makeHalfLocked(locked: { readonly name: string; readonly text: string }, open: { readonly name: string; readonly text: string }): Promise<string> {
  const first = Buffer.from(await protectedZip([{ name: locked.name, content: strToU8(locked.text) }], 'correct horse'));
  const second = Buffer.from(zipSync({ [open.name]: strToU8(open.text) }));
  const [one, two] = [listOf(first), listOf(second)];
  const files = Buffer.concat([first.subarray(0, one.start), second.subarray(0, two.start)]);
  const list = Buffer.concat([first.subarray(one.start, one.start + one.length), second.subarray(two.start, two.start + two.length)]);
  // The second file begins where the first one's part of the zip ends.
  list.writeUInt32LE(one.start, one.length + 42);
  const end = Buffer.from(second.subarray(second.length - 22));
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(files.length, 16);
  return Buffer.concat([files, list, end]).toString('base64');
}
