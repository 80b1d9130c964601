/**
 * Passwords that an Office program tries by itself, so that a file enciphered with one opens for anyone. Excel's is in
 * workbooks that are only protected against changes; PowerPoint's in presentations with nothing but a password to modify
 * ([MS-OFFCRYPTO] 2.4.2.3).
 */
export const EXCEL_PASSWORD = 'VelvetSweatshop';
export const POWERPOINT_PASSWORD = '/01Hannes Ruescher/01';

/** A password as every Office scheme but the oldest hashes it: UTF-16. */
export function passwordBytes(password: string): Uint8Array {
  const bytes = new Uint8Array(2 * password.length);
  for (let i = 0; i < password.length; i += 1) bytes[2 * i] = password.charCodeAt(i);
  return bytes;
}

/** A number as four bytes, the least first. */
export function numberBytes(value: number): Uint8Array {
  return Uint8Array.of(value, value >> 8, value >> 16, value >> 24);
}

export function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte);
}
