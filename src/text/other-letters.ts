import type { OtherLetters } from './single-byte';

/**
 * What the bytes 0x80–0xFF stand for in the single-byte encodings of letters that are not Western European, in the way of
 * `single-byte.ts`: Central European (Polish), Cyrillic, Greek, Turkish and Baltic, and Latin 9.
 */
const CONTROLS = '                                ';

export const otherLetters: OtherLetters = {
  'windows-1250':
    '€ ‚ „…†‡ ‰Š‹ŚŤŽŹ ‘’“”•–— ™š›śťžź' +
    ' ˇ˘Ł¤Ą¦-©Ş«¬ ®Ż°±˛ł´-¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–— ™љ›њќћџ' +
    ' ЎўЈ¤Ґ¦§Ё©Є«¬ ®Ї°±Ііґµ¶·ё№є»јЅѕїА-я',
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
