import { decodeWindows1252 } from '../../text/decode';
import { u32 } from '../bytes';

/** A file that was dropped into a document ([MS-OLEDS] 2.3.6 and what Windows' packager puts there). */
export interface PackagedFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** Longer than any path. */
const LONGEST_NAME = 1024;

/** Reads a stream `\1Ole10Native`: names end with a zero, numbers count bytes. Without names it is the data alone. */
export function readPackagedFile(stream: Uint8Array): PackagedFile {
  const bare = { name: 'embedded object', data: stream.subarray(4, 4 + u32(stream, 0)) };
  let at = 6;
  const readName = (): string | null => {
    const end = stream.indexOf(0, at);
    if (end < at || end - at > LONGEST_NAME) return null;
    const name = decodeWindows1252(stream, at, end);
    at = end + 1;
    return name;
  };
  const label = readName();
  const path = readName();
  if (label === null || path === null) return bare;
  at += 4;
  at += 4 + u32(stream, at);
  const size = u32(stream, at);
  if (size === 0 || at + 4 + size > stream.length) return bare;
  const name = (label || path).replace(/^.*[\\/]/, '');
  return { name: name || bare.name, data: stream.subarray(at + 4, at + 4 + size) };
}
