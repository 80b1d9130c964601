import { quoted } from './problem';

/* What people do to a JSON file without seeing it, in words. */

/** What JSON takes for no white space and no screen shows, from the first that is no ASCII on; and what Word puts at a line's end. */
const INVISIBLE = /[\v\f\x7f-\xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/;
const INVISIBLE_RUN = new RegExp(`^(?:${INVISIBLE.source}|\\s)+`);

const NAMES: { readonly [character: string]: string } = {
  '\v': 'line break of Word',
  '\xa0': 'no-break space',
  '\xad': 'soft hyphen',
  '\u200b': 'zero-width space',
  '\u200e': 'left-to-right mark',
  '\u2028': 'line separator',
  '\u202f': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
};

/** `U+2003`, as tables of characters have it. */
function numberOf(character: string): string {
  return `U+${`000${character.charCodeAt(0).toString(16).toUpperCase()}`.slice(-4)}`;
}

/** The sentence for a character that is not to be seen where something else was due; null when the one at `at` can be seen. */
export function sayInvisible(text: string, at: number): string | null {
  const letter = text.charAt(at);
  if (!INVISIBLE.test(letter)) return null;
  const stands = `an invisible character (${NAMES[letter] ?? numberOf(letter)}) stands here`;
  const others = text.split(letter).length - 2;
  if (others > 0) return `${stands}, and ${others} more of it elsewhere. Have your editor replace each with ${/\s/.test(letter) && letter !== '\ufeff' ? 'a plain space' : 'nothing'}.`;
  const rest = text.slice(at).replace(INVISIBLE_RUN, '');
  if (rest === '') return `${stands}. Delete it.`;
  const [, inside] = /^"([^"\r\n]*)/.exec(rest) ?? [];
  return `${stands}. Delete what is before ${inside === undefined ? rest.charAt(0) : quoted(inside)} and type it again.`;
}

/** What files of other kinds begin with, as text. */
const OTHER_FILES: readonly (readonly [start: RegExp, kind: string])[] = [
  [/^PK[\x03\x05]/, 'a Word, Excel or zip file'],
  // The first bytes of a compound file, as Windows-1252 and as UTF-8 that is none.
  [/^(?:ÐÏ|\ufffd{2})\x11/, 'a Word or Excel file of before 2007, or a mail of Outlook’s'],
  [/^%PDF/, 'a PDF'],
  [/^\{\\rtf/, 'a rich text file'],
  [/^\s*<\?xml/i, 'an XML file'],
  [/^\s*<(?:!doctype|!--|html|head|body)/i, 'a web page'],
  [/^(?:[A-Z][A-Za-z-]{1,40}: [^\n]*\r?\n(?:[ \t][^\n]*\n)*){2}/, 'a mail'],
  [/^-----BEGIN /, 'a key or a certificate'],
];

/** The sentence for a file that is of another kind than JSON; null where none is recognised. */
export function sayOtherFile(text: string): string | null {
  const found = OTHER_FILES.find(([start]) => start.test(text));
  return found === undefined ? null : `this is ${found[1]}, not a pack. Choose the pack itself, which is plain text and begins with {.`;
}

/** The sentence for a word that begins as a number does and is none that JSON knows; `rest` is the text from it on. */
export function sayWrongNumber(word: string, rest: string): string {
  const [time] = /^\d{1,2}(?::\d{2}){1,2}/.exec(rest) ?? [];
  const written = time ?? word;
  const value = Number(word);
  const remedy = time !== undefined || !isFinite(value) ? `Put it in quotation marks: ${quoted(written)}` : `Write ${value}, or put it in quotation marks`;
  return `${quoted(written)} is not a number that JSON knows. ${remedy}.`;
}
