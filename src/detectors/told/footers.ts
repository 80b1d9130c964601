import type { Span } from '../spans';

/*
 * What stands under a mail and says nothing of anybody in it: the lines below its closing, and sentences that every mail of an
 * organisation carries.
 */

/** Below a closing, until a postscript, the mail before it, or another greeting. */
const GOES_ON = /\n[ \t>]*(?:p\.? ?s\b|from:|sent:|to:|on [^\n]{6,90}:[ \t]*(?:\n|$)|-{3,}|_{5,}|(?:hi|hello|dear|hey|morning|afternoon|good \w+)\b)/i;
/** Disclaimers, what a school is committed to, and where to turn. */
const STANDING =
  /\b(?:intended (?:recipient|addressee|only|solely|for)|addressee|privileged|disclaimer|confidentiality notice|confidential to (?:the|its)\b|committed to (?:safeguard|the (?:safe|welfare|protect))|we take safeguarding|worried about a child|safeguarding concern\?|consider the environment|sent from my|(?:this|these|our|all|the contents of)\b[^.\n]{0,40}\b(?:e-?mails?|message|communication|transmission)s?\b[^.\n]{0,70}\bconfidential|confidential[^\w\n][^.\n]{0,24}(?:this|e-?mail|message))/gi;

/** The last line of a mail where it is thanks, a name after what has ended, or both. */
const SIGNED = /(?:[.!?)\n][ \t]*\n[ \t>]*(?=\w)|\n[ \t>]*(?:[A-Z]?[a-z]{3,4} )?(?:[Tt]hanks|[Tt]hx|[Tt]a|[Cc]heers|[Rr]egards|[Ww]ishes|[Bb]est|[Ll]ove|[Ff]rom)[ ,.!-]*)(?:[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)?)?[ .,]*x*[.!]?\s*$/;
const LONGEST_SIGNED = 70;

/** The sentence, or the line, around a place. */
function sentenceAround(text: string, start: number, end: number): Span {
  const before = text.slice(Math.max(0, start - 300), start);
  const after = text.slice(end, end + 400);
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '));
  const to = after.search(/[.!?]\s|\n|$/);
  return { start: start - before.length + from + 1, end: end + to };
}

/** The footers of a text, in order; `signatures` are what its closings are followed by. */
export function footersOf(text: string, signatures: readonly Span[]): readonly Span[] {
  const footers: Span[] = [];
  for (const { start, end } of signatures) {
    // A mail may be called “Thank you”.
    if (start === 0 || start < (footers[footers.length - 1]?.end ?? 0)) continue;
    const next = text.slice(start, end).search(GOES_ON);
    footers.push({ start, end: next < 0 ? end : start + next });
  }
  STANDING.lastIndex = 0;
  for (let match = STANDING.exec(text); match !== null; match = STANDING.exec(text)) {
    const sentence = sentenceAround(text, match.index, match.index + match[0].length);
    footers.push(sentence);
    STANDING.lastIndex = Math.max(match.index + 1, sentence.end);
  }
  for (const end of [text.length, ...footers.map(({ start }) => start)]) {
    const from = Math.max(0, end - LONGEST_SIGNED);
    const signed = SIGNED.exec(text.slice(from, end));
    if (signed !== null && from + signed.index > 0) footers.push({ start: from + signed.index, end });
  }
  return footers.sort((a, b) => a.start - b.start);
}
