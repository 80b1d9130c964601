/**
 * What the bytes 0x80–0xFF stand for in Windows-1252, the single-byte encoding of Western European files and mail; those of
 * other letters are known once `knowLetters` was given them. Source: the indexes of the WHATWG Encoding Standard
 * (encoding.spec.whatwg.org). A space stands for the character with the byte's own number: controls, U+00A0 and U+00AD. A hyphen stands
 * for all characters between its neighbours.
 */
const WESTERN = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ ¡-¬ ®-ÿ';

type OtherEncoding = 'windows-1250' | 'windows-1251' | 'windows-1253' | 'windows-1254' | 'windows-1257' | 'iso-8859-2' | 'iso-8859-15';

export type SingleByteEncoding = 'windows-1252' | OtherEncoding;

/** The upper halves of encodings beside Windows-1252. */
export type OtherLetters = { readonly [encoding in OtherEncoding]?: string };

let others: OtherLetters = {};
let isMissed = false;

/** From here on these encodings are read; a send in classic Outlook has no room for them. */
export function knowLetters(letters: OtherLetters): void {
  others = letters;
}

/** True when a text was read as Windows-1252, because its own encoding is not known here, since this was last asked. */
export function missedLetters(): boolean {
  const wasMissed = isMissed;
  isMissed = false;
  return wasMissed;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;

const tables = new Map<SingleByteEncoding, Uint16Array>();

/** The UTF-16 code unit for each of the 256 bytes. */
export function singleByteTable(encoding: SingleByteEncoding): Uint16Array {
  const half = encoding === 'windows-1252' ? WESTERN : others[encoding];
  if (half === undefined) {
    isMissed = true;
    return singleByteTable('windows-1252');
  }
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  let byte = 0x80;
  for (let at = 0; at < half.length; at++) {
    const code = half.charCodeAt(at);
    if (code === HYPHEN) for (const last = half.charCodeAt(at + 1) - 1; table[byte - 1]! < last; byte++) table[byte] = table[byte - 1]! + 1;
    else {
      if (code !== SPACE) table[byte] = code;
      byte++;
    }
  }
  tables.set(encoding, table);
  return table;
}

export function isSingleByteEncoding(name: string): name is SingleByteEncoding {
  return /^(windows-125[0-47]|iso-8859-(2|15))$/.test(name);
}
