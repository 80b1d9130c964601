import { BASE64_VALUES } from '../../text/base64';

const EQUALS = 0x3d;

/**
 * The bytes that base64 in `bytes[start, end)` stands for, salvaging what can be: characters that are no base64 are passed
 * over, as mail readers do (RFC 2045 §6.8), and padding in the middle begins anew.
 */
export function decodeLenientBase64(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const decoded = new Uint8Array(Math.floor(((end - start) * 3) / 4) + 3);
  let length = 0;
  let held = 0;
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const value = BASE64_VALUES[bytes[at]!] ?? 255;
    if (value > 63) {
      if (bytes[at] !== EQUALS || count === 0) continue;
      if (count > 1) decoded[length++] = held >> (count === 2 ? 4 : 10);
      if (count === 3) decoded[length++] = held >> 2;
      count = 0;
      held = 0;
      continue;
    }
    held = (held << 6) | value;
    count += 1;
    if (count < 4) continue;
    decoded[length++] = held >> 16;
    decoded[length++] = held >> 8;
    decoded[length++] = held;
    count = 0;
    held = 0;
  }
  if (count > 1) decoded[length++] = held >> (count === 2 ? 4 : 10);
  if (count === 3) decoded[length++] = held >> 2;
  return decoded.subarray(0, length);
}
