const LINE_FEED = 10;

/** What a part of a mail is before it was written as lines of letters, each with its length before it (POSIX uuencode). */
export function decodeUuencoded(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const decoded = new Uint8Array(end - start);
  let length = 0;
  for (let at = start; at < end;) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const stop = feed === -1 || feed > end ? end : feed;
    const count = (bytes[at]! - 32) & 63;
    const isData = count > 0 && bytes[at]! >= 33 && bytes[at]! <= 96 && stop - at - 1 >= Math.floor((count * 4) / 3);
    for (let i = 0; isData && i < count; i += 1) {
      const from = at + 1 + Math.floor(i / 3) * 4 + (i % 3);
      const pair = (((bytes[from]! - 32) & 63) << 6) | (((bytes[from + 1] ?? 32) - 32) & 63);
      decoded[length++] = pair >> (4 - 2 * (i % 3));
    }
    at = stop + 1;
  }
  return decoded.subarray(0, length);
}
