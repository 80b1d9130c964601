/**
 * Widths of ! to ~ in Helvetica, in thousandths of the size, from Adobe's metrics of the fonts every reader has (Core 14 AFM
 * files). Files may leave them out for these fonts; the others are near enough to tell where a word ends.
 */
const HELVETICA = [
  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584,
  584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278,
  556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Signs that are as wide as the size in every such font, and ones that are as narrow as a comma. */
const WIDE = '…—™Œ‰Æ';
const NARROW = '‘’‚‹›·¡ìíîïÌÍÎÏı¸´¨';

/** A font's widths guessed by its name: of a character, or of none in particular. */
export function glyphWidths(fontName: string): (character: string) => number {
  if (/courier|mono|consol|typewriter/i.test(fontName)) return () => 600;
  const isSerif = /times|serif|roman|georgia|garamond|cambria|book/i.test(fontName) && !/sans/i.test(fontName);
  // Letters with serifs are about a tenth narrower, and bold ones a twentieth wider.
  const factor = (isSerif ? 0.9 : 1) * (/bold|black|heavy/i.test(fontName) ? 1.05 : 1);
  return (character) => {
    if (character !== '' && WIDE.indexOf(character) !== -1) return 1000;
    if (character !== '' && NARROW.indexOf(character) !== -1) return 300;
    const code = character.length === 0 ? 0 : character.charCodeAt(0);
    return (code === 32 ? 278 : (HELVETICA[code - 33] ?? 556)) * factor;
  };
}
