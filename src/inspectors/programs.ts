import type { Program } from '../domain';
import { findBytes, hasBytes, u16, u32 } from './bytes';
import { isCompoundFile } from './compound/compound-file';
import { isMarked } from './marked';

/** The names at the end of an archive are looked through as far back as this, in bytes. */
const DIRECTORY_SEARCH = 256 * 1024;

const END_LENGTH = 22;

/** The class of an installer's root storage, `{000C1084-0000-0000-C000-000000000046}` ([MS-CFB] 2.6.1). */
const INSTALLER_CLASS = '\x84\x10\x0c\0\0\0\0\0\xc0\0\0\0\0\0\0\x46';
const CLASS_OFFSET = 80;

/** The stream that all macros of older Office files have, as its name stands in the directory ([MS-OVBA] 2.3.4.1). */
const VBA_PROJECT = '_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0';

function isWindowsProgram(bytes: Uint8Array): boolean {
  return hasBytes(bytes, 'MZ') && bytes.length >= 64 && hasBytes(bytes, 'PE\0\0', u32(bytes, 60));
}

function inCompoundFile(bytes: Uint8Array): Program['what'] | null {
  const sectorSize = 2 ** u16(bytes, 30);
  const root = (u32(bytes, 48) + 1) * sectorSize;
  if (hasBytes(bytes, INSTALLER_CLASS, root + CLASS_OFFSET)) return 'installer';
  return findBytes(bytes, VBA_PROJECT) >= 0 ? 'macros' : null;
}

function inZip(bytes: Uint8Array): Program['what'] | null {
  // Most end with where their directory begins (APPNOTE 4.3.16).
  const stated = hasBytes(bytes, 'PK\x05\x06', bytes.length - END_LENGTH) ? u32(bytes, bytes.length - 6) : 0;
  const from = Math.max(0, bytes.length - DIRECTORY_SEARCH, hasBytes(bytes, 'PK\x01\x02', stated) ? stated : 0);
  if (findBytes(bytes, 'vbaProject.bin', from) >= 0 && findBytes(bytes, '[Content_Types].xml', from) >= 0) return 'macros';
  return findBytes(bytes, 'META-INF/MANIFEST.MF', from) >= 0 && findBytes(bytes, '.class', from) >= 0 ? 'program' : null;
}

/**
 * What in these bytes a computer would run, by the bytes alone: programs of Windows, macOS, Linux and Java, installers,
 * shortcuts, disk images, scripts that name their interpreter, and macros in Office files. Null for all else; a script that
 * is plain text says so in its name only.
 */
export function programIn(bytes: Uint8Array): Program['what'] | null {
  if (isWindowsProgram(bytes) || isMarked('program', bytes)) return 'program';
  if (hasBytes(bytes, '\x4c\0\0\0\x01\x14\x02\0')) return 'shortcut';
  if (hasBytes(bytes, 'CD001', 0x8001)) return 'disk image';
  if (hasBytes(bytes, '#!/')) return 'script';
  if (isCompoundFile(bytes)) return inCompoundFile(bytes);
  return hasBytes(bytes, 'PK\x03\x04') ? inZip(bytes) : null;
}
