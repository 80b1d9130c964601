/** Enciphers or deciphers (RC4 does both alike) and leaves the data as it was. A key has 1 to 256 bytes. */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = new Uint8Array(256).map((_, i) => i);
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    const swapped = state[i]!;
    j = (j + swapped + key[i % key.length]!) & 255;
    state[i] = state[j]!;
    state[j] = swapped;
  }
  const output = new Uint8Array(data.length);
  let i = 0;
  j = 0;
  for (let at = 0; at < data.length; at += 1) {
    i = (i + 1) & 255;
    const swapped = state[i]!;
    j = (j + swapped) & 255;
    state[i] = state[j]!;
    state[j] = swapped;
    output[at] = data[at]! ^ state[(state[i]! + swapped) & 255]!;
  }
  return output;
}
