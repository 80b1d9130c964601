/**
 * What the bytes 0x80–0xFF stand for in the single-byte encodings that British schools' files and mail come in: Western,
 * Central European (Polish), Cyrillic, Greek, Turkish and Baltic. Source: the indexes of the WHATWG Encoding Standard
 * (encoding.spec.whatwg.org). A space stands for the character with the byte's own number: controls, U+00A0 and U+00AD. A hyphen stands
 * for all characters between its neighbours.
 */
const CONTROLS = '                                ';
const LATIN_1 = ' ¡-¬ ®-ÿ';

const UPPER_HALVES = {
  'windows-1250':
    '€ ‚ „…†‡ ‰Š‹ŚŤŽŹ ‘’“”•–— ™š›śťžź' +
    ' ˇ˘Ł¤Ą¦-©Ş«¬ ®Ż°±˛ł´-¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–— ™љ›њќћџ' +
    ' ЎўЈ¤Ґ¦§Ё©Є«¬ ®Ї°±Ііґµ¶·ё№є»јЅѕїА-я',
  'windows-1252': '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ' + LATIN_1,
  'windows-1253':
    '€ ‚ƒ„…†‡ ‰ ‹     ‘’“”•–— ™ ›    ' +
    ' ΅Ά£-¬ ®―°-³΄µ¶·ΈΉΊ»Ό½Ύ-Ρ\ufffdΣ-ώ\ufffd',
  'windows-1254':
    '€ ‚ƒ„…†‡ˆ‰Š‹Œ    ‘’“”•–—˜™š›œ  Ÿ' +
    ' ¡-¬ ®-ÏĞÑ-ÜİŞß-ïğñ-üışÿ',
  'windows-1257':
    '€ ‚ „…†‡ ‰ ‹ ¨ˇ¸ ‘’“”•–— ™ › ¯˛ ' +
    ' \ufffd¢£¤\ufffd¦§Ø©Ŗ«¬ ®Æ°-·ø¹ŗ»-¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙',
  'iso-8859-2': CONTROLS + ' Ą˘Ł¤ĽŚ§¨ŠŞŤŹ ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'iso-8859-15': CONTROLS + ' ¡¢£€¥Š§š©-¬ ®-³Žµ¶·ž¹º»ŒœŸ¿-ÿ',
};

export type SingleByteEncoding = keyof typeof UPPER_HALVES;

const SPACE = 0x20;
const HYPHEN = 0x2d;

const tables = new Map<SingleByteEncoding, Uint16Array>();

/** The UTF-16 code unit for each of the 256 bytes. */
export function singleByteTable(encoding: SingleByteEncoding): Uint16Array {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  const half = UPPER_HALVES[encoding];
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
  return UPPER_HALVES.hasOwnProperty(name);
}
