import type { Place } from '../domain';

/** A word that announces a secret, with what may stand before and after it up to the secret itself. */
const NOUN = String.raw`(?:pass(?:word|code|phrase)?|pwd|pw|pin|otp|log-?in|code|key|token|secret)`;
const BEFORE = String.raw`(?:(?:the|your|my|our|its|this|that|a|new|temporary|temp|current|wi-?fi|wireless|door|gate|alarm|entry|access|log-?in|guest|file|zip|admin|one[- ]time)\s+){0,4}`;
const AFTER = String.raw`(?:\s+(?:for|to|of)\s+(?:[\w.'’-]+\s+){0,4}?[\w.'’-]+)?`;

/** “Password:”, “and the password for the file is”, at the end of the words before a secret. */
const LABEL = new RegExp(String.raw`(^|[\s(/|,;:.!?–—-])${BEFORE}${NOUN}${AFTER}\s*(?:\s(?:is|was|will be)\s*:?|[:=]|\s[–—-])\s*(?:now\s+|still\s+)?["'“‘(]?$`, 'i');
/** “password Tr0ub4dor”, where the word begins the line or follows a mark. */
const BARE_LABEL = new RegExp(String.raw`(^|[/|,;]\s?)${BEFORE}${NOUN}\s+["'“‘(]?$`, 'i');
/** What joined the label to the words before it. */
const JOINT = /(?:[\s,;:/|–—-]*\s(?:and|with|but|then|plus))?[\s,;:/|–—-]*$/i;
/** What may end the clause after the secret: nothing, a closing quotation mark or bracket, or the mark that ends a sentence. */
const CLOSING = /^["'”’)]?/;
const ENDS = /^\s*(?:$|[.!?](?=\s|$)|[/|,;]\s*(?=$))/;

/** How far before a secret its label may begin, in characters. */
const FARTHEST = 160;

export interface Announced {
  readonly places: readonly Place[];
  /** The lines, counted from 1, in which words are left that may have led up to a secret. */
  readonly unsure: readonly number[];
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function lineAt(text: string, at: number): Line {
  const next = text.slice(at).search(/[\n\t]/);
  return { start: Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\t', at - 1)) + 1, end: next < 0 ? text.length : at + next };
}

/** The whole of what tells of one secret; null when its words cannot be taken out and the rest still read well. */
function whole(text: string, { start, end }: Place): Place | null {
  const line = lineAt(text, start);
  if (end > line.end) return null;
  const before = text.slice(line.start, start);
  const near = before.slice(-FARTHEST);
  const label = LABEL.exec(near) ?? BARE_LABEL.exec(near);
  const closing = (CLOSING.exec(text.slice(end, line.end)) as RegExpExecArray)[0].length;
  if (label === null) {
    // A line of its own: “The password is:” may stand above it.
    const isAlone = before.trim() === '' && text.slice(end, line.end).trim() === '';
    const above = isAlone && line.start > 1 ? lineAt(text, line.start - 1) : null;
    const isAnnounced = above !== null && above.end - above.start < FARTHEST && LABEL.exec(`${text.slice(above.start, above.end)} `)?.index === 0;
    return isAlone ? { start: isAnnounced ? above.start : start, end } : null;
  }
  if (!ENDS.test(text.slice(end + closing, line.end))) return null;
  const kept = before.slice(0, before.length - near.length + label.index + (label[1] as string).length).replace(JOINT, '');
  // With nothing of the sentence left, the mark that ended it goes too.
  const isSentence = kept === '' || /[.!?:]$/.test(kept);
  const mark = isSentence ? (/^\s*[.!?,;/|]*/.exec(text.slice(end + closing, line.end)) as RegExpExecArray)[0].length : 0;
  return { start: line.start + kept.length, end: end + closing + mark };
}

/**
 * The places of secrets, made longer where what announces each (“and the password is”) can go with it and the rest reads
 * well; the others as they are, with their lines.
 */
export function withAnnouncement(text: string, places: readonly Place[]): Announced {
  const longer: Place[] = [];
  const unsure: number[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = longer[longer.length - 1];
    const found = whole(text, place);
    // Two places never share a character: what is removed is counted from the end.
    if (found !== null && (last === undefined || found.start >= last.end)) longer.push(found);
    else {
      longer.push(place);
      unsure.push(text.slice(0, place.start).split('\n').length);
    }
  }
  return { places: longer, unsure: unsure.filter((line, index) => unsure.indexOf(line) === index) };
}
