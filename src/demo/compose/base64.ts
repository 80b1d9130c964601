const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of bytes, in the one shape that Node and browsers share. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 3 * 4096) {
    let piece = '';
    const end = Math.min(bytes.length, start + 3 * 4096);
    for (let at = start; at < end; at += 3) {
      const first = bytes[at] ?? 0;
      const second = bytes[at + 1] ?? 0;
      const third = bytes[at + 2] ?? 0;
      piece += ALPHABET.charAt(first >> 2) + ALPHABET.charAt(((first & 3) << 4) | (second >> 4));
      piece += at + 1 < bytes.length ? ALPHABET.charAt(((second & 15) << 2) | (third >> 6)) : '=';
      piece += at + 2 < bytes.length ? ALPHABET.charAt(third & 63) : '=';
    }
    pieces.push(piece);
  }
  return pieces.join('');
}

/** How many bytes a base64 text stands for; white space is not counted. */
export function sizeOfBase64(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 32 && code !== 61) digits += 1;
  }
  return Math.floor((digits * 3) / 4);
}

/** True for text that is base64 and nothing else. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
