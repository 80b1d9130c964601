import { hasBytes, latin1, u32 } from '../bytes';
import { readPackagedFile } from '../compound/ole-object';

/** Where a header of OLE 1 says that the object is embedded, not linked ([MS-OLEDS] 2.2.4). */
const FORMAT_AT = 4;
const EMBEDDED = 2;
const COMPOUND_FILE = '\xd0\xcf\x11\xe0';

/** What an embedded object holds, without its header ([MS-OLEDS] 2.2.5); null when it is only linked or empty. */
export function embeddedFile(data: Uint8Array): Uint8Array | null {
  if (u32(data, FORMAT_AT) !== EMBEDDED) return hasBytes(data, COMPOUND_FILE) ? data : null;
  let at = FORMAT_AT + 4;
  const className = latin1(data, at + 4, at + 3 + Math.min(u32(data, at), 40));
  // The names of class, topic and item, each with its length before it.
  for (let index = 0; index < 3 && at <= data.length; index += 1) at += 4 + u32(data, at);
  const native = data.subarray(at + 4, at + 4 + u32(data, at));
  if (native.length === 0) return null;
  return className === 'Package' ? readPackagedFile(data.subarray(at)).data : native;
}
