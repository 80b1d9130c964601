/**
 * What the bytes 0x80–0xFF stand for in the single-byte encodings that British schools' files and mail come in: Western,
 * Central European (Polish), Cyrillic, Greek, Turkish and Baltic. Source: the indexes of the WHATWG Encoding Standard
 * (encoding.spec.whatwg.org). A space stands for the character with the byte's own number: controls, U+00A0 and U+00AD.
 */
const CONTROLS = '                                ';
const LATIN_1 = ' ¡¢£¤¥¦§¨©ª«¬ ®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';

const UPPER_HALVES = {
  'windows-1250':
    '€ ‚ „…†‡ ‰Š‹ŚŤŽŹ ‘’“”•–— ™š›śťžź' +
    ' ˇ˘Ł¤Ą¦§¨©Ş«¬ ®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–— ™љ›њќћџ' +
    ' ЎўЈ¤Ґ¦§Ё©Є«¬ ®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  'windows-1252': '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ' + LATIN_1,
  'windows-1253':
    '€ ‚ƒ„…†‡ ‰ ‹     ‘’“”•–— ™ ›    ' +
    ' ΅Ά£¤¥¦§¨©ª«¬ ®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffdΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffd',
  'windows-1254':
    '€ ‚ƒ„…†‡ˆ‰Š‹Œ    ‘’“”•–—˜™š›œ  Ÿ' +
    ' ¡¢£¤¥¦§¨©ª«¬ ®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ',
  'windows-1257':
    '€ ‚ „…†‡ ‰ ‹ ¨ˇ¸ ‘’“”•–— ™ › ¯˛ ' +
    ' \ufffd¢£¤\ufffd¦§Ø©Ŗ«¬ ®Æ°±²³´µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙',
  'iso-8859-2':
    CONTROLS + ' Ą˘Ł¤ĽŚ§¨ŠŞŤŹ ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'iso-8859-15':
    CONTROLS + ' ¡¢£€¥Š§š©ª«¬ ®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
};

export type SingleByteEncoding = keyof typeof UPPER_HALVES;

const tables = new Map<SingleByteEncoding, Uint16Array>();

/** The UTF-16 code unit for each of the 256 bytes. */
export function singleByteTable(encoding: SingleByteEncoding): Uint16Array {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const code = byte < 128 ? byte : UPPER_HALVES[encoding].charCodeAt(byte - 128);
    table[byte] = code === 0x20 ? byte : code;
  }
  tables.set(encoding, table);
  return table;
}

export function isSingleByteEncoding(name: string): name is SingleByteEncoding {
  return UPPER_HALVES.hasOwnProperty(name);
}
