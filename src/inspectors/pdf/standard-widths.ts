/**
 * Widths of ! to ~ in thousandths of the size, from Adobe's metrics of the fonts every reader has (Core 14 AFM files). Files
 * may leave them out for these fonts.
 */
const HELVETICA = [
  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584,
  584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278,
  556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const TIMES = [
  333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564,
  564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
  722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278,
  500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/** Signs that are as wide as the size in every such font, and ones that are as narrow as a comma. */
const WIDE = '…—™Œ‰Æ';
const NARROW = '‘’‚‹›·¡ìíîïÌÍÎÏı¸´¨';

/** A font's widths guessed by its name: of a character, or of none in particular. */
export function glyphWidths(fontName: string): (character: string) => number {
  if (/courier|mono|consol|typewriter/i.test(fontName)) return () => 600;
  const isSerif = /times|serif|roman|georgia|garamond|cambria|book/i.test(fontName) && !/sans/i.test(fontName);
  const table = isSerif ? TIMES : HELVETICA;
  const space = isSerif ? 250 : 278;
  const other = isSerif ? 500 : 556;
  // Bold letters are about a twentieth wider.
  const factor = /bold|black|heavy/i.test(fontName) ? 1.05 : 1;
  return (character) => {
    if (character !== '' && WIDE.indexOf(character) !== -1) return 1000;
    if (character !== '' && NARROW.indexOf(character) !== -1) return 300;
    const code = character.length === 0 ? 0 : character.charCodeAt(0);
    return code === 32 ? space : (table[code - 33] ?? other) * factor;
  };
}
