import { u16, u32 } from '../bytes';

// The beginning of a Word document: [MS-DOC] 2.5.2.

const FLAG_ENCRYPTED = 0x0100;

/** True for a Word document from before compound files: Word 1, 2, or 6 and 95 when saved without one. */
export function isBareDoc(bytes: Uint8Array): boolean {
  const mark = u16(bytes, 0);
  const isWord = mark === 0xa59b || mark === 0xa5db || mark === 0xa5dc;
  return isWord && u16(bytes, 2) < 0x70 && u32(bytes, 24) < u32(bytes, 28) && u32(bytes, 28) <= bytes.length;
}

export function isEncryptedDoc(document: Uint8Array): boolean {
  return (u16(document, 10) & FLAG_ENCRYPTED) !== 0;
}
