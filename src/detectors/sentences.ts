/*
 * Where sentences begin and end; line breaks inside a paragraph do not end one.
 */

export const SENTENCE_END = /[.!?](?=\s+["'(]?[A-Za-z\u00c0-\u00de])|\n\s*\n|\n[ \t]*[-*•]|\t/g;

/** “Mr. Smith” and “J. Smith” do not end a sentence, nor does “approx. five”. */
function isInside(text: string, { 0: written, index }: RegExpExecArray): boolean {
  if (written !== '.') return false;
  const before = text.slice(Math.max(0, index - 4), index);
  return /\b(?:Mrs?|Ms|Dr|St|No|[A-Z])$/.test(before) || (/^\s+["'(]?[a-z]/.test(text.slice(index + 1, index + 5)) && !/[a-z]{4}$/.test(before));
}

/** Where the last sentence of a text begins. */
export function sentenceStart(before: string): number {
  let start = 0;
  SENTENCE_END.lastIndex = 0;
  for (let match = SENTENCE_END.exec(before); match !== null; match = SENTENCE_END.exec(before)) {
    if (isInside(before, match)) continue;
    start = match.index + match[0].length;
  }
  return start;
}

/** How much of the text after a word belongs to its sentence. */
export function sentenceLength(after: string): number {
  SENTENCE_END.lastIndex = 0;
  let match = SENTENCE_END.exec(after);
  while (match !== null && isInside(after, match)) match = SENTENCE_END.exec(after);
  return match === null ? after.length : match.index;
}

/** A text with its line breaks as spaces. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
