import { readAccess } from './access-reader';
import { hasBytes, u16, u32 } from '../bytes';
import { rc4 } from '../crypto/rc4';
import { numberBytes } from './default-password';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import { unread } from '../unread';
import { LOCKED, NEEDS_PASSWORD } from '../sentences';

// Access databases. Microsoft has not published the format; the facts are those of the mdbtools and Jackcess projects.

const JET = 'Standard Jet DB\0';
const ACE = 'Standard ACE DB\0';
/** The part of the first page that is enciphered in every database, and the key that is the same in all. */
const MASKED_START = 0x18;
const MASKED_LENGTHS = [126, 128];
const MASK_KEY = Uint8Array.of(0xc7, 0xda, 0x39, 0x6b);
const PAGE_KEY = 0x3e;
const PASSWORD = 0x42;
/** In Access 97 the password is one byte a character; later two, mixed with the day the database was made on. */
const PASSWORD_LENGTHS = [20, 40];
const CREATION_DAY = 0x72;
/** Where Access 2007 and later describe how the database is encrypted, as other Office documents do. */
const ENCRYPTION = 0x299;

/** The first page with its masked part in clear. `generation` is 0 for Access 97 and earlier, 1 from Access 2000 on. */
function clearHeader(bytes: Uint8Array, generation: 0 | 1): Uint8Array {
  // A file that is cut short has zeros for what is missing.
  const header = new Uint8Array(4096);
  header.set(bytes.subarray(0, header.length));
  header.set(rc4(MASK_KEY, header.subarray(MASKED_START, MASKED_START + MASKED_LENGTHS[generation]!)), MASKED_START);
  return header;
}

function hasPassword(header: Uint8Array, generation: 0 | 1): boolean {
  const field = header.slice(PASSWORD, PASSWORD + PASSWORD_LENGTHS[generation]!);
  if (generation === 1) {
    const day = numberBytes(Math.floor(new DataView(header.buffer).getFloat64(CREATION_DAY, true)));
    for (let i = 0; i < field.length; i += 1) field[i] = field[i]! ^ day[i % 4]!;
  }
  return field.some((byte) => byte !== 0);
}

/** True for one of the schemes of [MS-OFFCRYPTO], by the numbers of its version. */
function isOfficeEncryption(header: Uint8Array): boolean {
  const major = u16(header, ENCRYPTION + 2);
  const minor = u16(header, ENCRYPTION + 4);
  return u16(header, ENCRYPTION) > 4 && major >= 1 && major <= 4 && minor >= 1 && minor <= 4;
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const isAce = hasBytes(bytes, ACE, 4);
  const generation = bytes[0x14] === 0 ? 0 : 1;
  const header = clearHeader(bytes, generation);
  const pageKey = u32(header, PAGE_KEY);
  if (isAce && pageKey !== 0 && isOfficeEncryption(header)) {
    return unread('accdb', 'protected', NEEDS_PASSWORD, LOCKED);
  }
  const members = collectMembers(context);
  yield* readAccess(context, members, bytes, pageKey, generation === 0 ? 2048 : 4096);
  const format = isAce ? 'accdb' : 'mdb';
  if (pageKey !== 0) {
    return members.finish(format, {
      protection: 'opens-without-password',
      reason: 'The database is encrypted, but the key is in the file itself, so it opens for anyone.',
    });
  }
  if (!isAce && hasPassword(header, generation)) {
    return members.finish(format, {
      protection: 'opens-without-password',
      reason: 'Access asks for a password, but the database is not encrypted, so other programs open it without one.',
    });
  }
  return members.finish(format);
}

export const access: Inspector = {
  sniff: (bytes) => hasBytes(bytes, JET, 4) || hasBytes(bytes, ACE, 4),
  inspect,
};
