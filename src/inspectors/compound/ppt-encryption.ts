import { findBytes } from '../bytes';
import { EXCEL_PASSWORD, POWERPOINT_PASSWORD } from './default-password';
import { unlockRc4 } from './office-rc4';
import type { BlockKeys } from './office-rc4';

/** How the record begins that says how a presentation is encrypted ([MS-PPT] 2.3.7); its length and its body follow. */
const CRYPT_SESSION = '\x0f\0\x14\x2f';

/** The keys of an encrypted presentation that PowerPoint opens by itself; null when it has a password of its own. */
export function unlockPpt(stream: Uint8Array): BlockKeys | null {
  const header = stream.subarray(findBytes(stream, CRYPT_SESSION) + 8);
  return unlockRc4(header, POWERPOINT_PASSWORD) ?? unlockRc4(header, EXCEL_PASSWORD);
}
