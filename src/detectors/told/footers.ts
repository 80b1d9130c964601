import type { Span } from '../spans';

/*
 * What stands under a mail and says nothing of anybody in it: the lines below its closing, the name that signs it, and sentences that
 * every mail of an organisation carries. Who signs and as what begins a passage, since a name with an office may also be spoken of.
 */

/** Below a closing, until a postscript, the mail before it, another greeting, or a line that is longer than those of a signature. */
const GOES_ON = /\n[ \t>]*(?:[^\n]{60}|p\.? ?s\b|from:|sent:|to:|on [^\n]{6,90}:[ \t]*(?:\n|$)|-{3,}|_{5,}|(?:hi|hello|dear|hey|morning|afternoon|good \w+)\b)/i;
/** Disclaimers, what a school is committed to and where to turn; and offices. */
const MARK =
  /\b(?:confidential|intended (?:recipient|addressee|only|solely|for)|addressee|privileged|disclaimer|committed to (?:safeguard|the (?:safe|welfare|protect))|we take safeguarding|worried about a child|safeguarding concern\?|consider the environment|sent from my|(teacher|head|headteacher|sendco|senco|officer|manager|administrator|assistant|coordinator|lead(?:er)?|tutor|bursar|clerk|technician|adviser|secretary|governor)\b)/gi;
/** What is confidential is the mail, in a sentence that every mail carries. */
const OF_MAIL = /\b(?:e-?mails?|messages?|communication|transmission|notice|to (?:the|its)|addressee)\b/i;
/** Nor is it standing text where anybody is spoken of. */
const OF_SOMEBODY = /\b(?:he|she|his|hers?|him|mum|dad)\b/i;
/** A name, and on its line or the next what comes before an office. */
const SIGNS_AS = /(?:^|\n) *((?:[a-z][a-z'-]{1,20} ){1,2}[a-z][a-z'-]{1,20}(?:\n| ?[|,] ?).{0,40})$/i;
const LONGEST_NAMED = 110;
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

/** The footers of a text, in order, an empty one where somebody signs with an office; `signatures` are its closings, each with what may be below it. */
export function footersOf(text: string, signatures: readonly Span[]): readonly Span[] {
  const footers: Span[] = [];
  for (const { start, end } of signatures) {
    // A mail may be called “Thank you”.
    if (start === 0 || start < (footers[footers.length - 1]?.end ?? 0)) continue;
    const next = text.slice(start, end).search(GOES_ON);
    footers.push({ start, end: next < 0 ? end : start + next });
  }
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const { index } = match;
    const end = index + match[0].length;
    if (match[1] === undefined) {
      const sentence = sentenceAround(text, index, end);
      const said = text.slice(sentence.start, sentence.end);
      if (!OF_SOMEBODY.test(said) && (!/^conf/i.test(match[0]) || OF_MAIL.test(said))) {
        footers.push(sentence);
        MARK.lastIndex = Math.max(end, sentence.end);
      }
    } else if (/^.{0,60}(?:\n|$)/.test(text.slice(end, end + 61))) {
      const named = SIGNS_AS.exec(text.slice(Math.max(0, index - LONGEST_NAMED), index));
      if (named !== null) footers.push({ start: index - (named[1] as string).length, end: index - (named[1] as string).length });
    }
  }
  for (const end of [text.length, ...footers.map(({ start }) => start)]) {
    const from = Math.max(0, end - LONGEST_SIGNED);
    const signed = SIGNED.exec(text.slice(from, end));
    if (signed !== null && from + signed.index > 0) footers.push({ start: from + signed.index, end });
  }
  return footers.sort((a, b) => a.start - b.start);
}
