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
/** A mark that ends the sentence as well as the secret, and what then begins the next sentence. */
const OWN_MARK = /[.!?…]$/;
const NEXT_SENTENCE = /^\s+["'“‘(]*[^a-z\s"'“‘(]/;
/** Words that go on in the same sentence: with the label left before them, they would be taken for the secret. */
const GOES_ON = /^\s+[^\s\W]/;

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

/** What tells of a secret; `isSure` is false when the rest may not read well without it. */
interface Telling extends Place {
  readonly isSure: boolean;
}

/** The whole of what tells of one secret; null when its words cannot be taken out. */
function whole(text: string, { start, end }: Place): Telling | null {
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
    return isAlone ? { start: isAnnounced ? above.start : start, end, isSure: true } : null;
  }
  const rest = text.slice(end + closing, line.end);
  const endsItself = OWN_MARK.test(text.slice(start, end)) && NEXT_SENTENCE.test(rest);
  const isSure = endsItself || ENDS.test(rest);
  if (!isSure && !GOES_ON.test(rest)) return null;
  const led = before.slice(0, before.length - near.length + label.index + (label[1] as string).length);
  // A bracket that closes after the secret goes with the one that opened before the label.
  const kept = (text.charAt(end) === ')' && led.endsWith('(') ? led.slice(0, -1) : led).replace(JOINT, '');
  // With nothing of the sentence left, the mark that ended it goes too; with nothing of the line left, the space after it.
  const isSentence = kept === '' || /[.!?:]$/.test(kept);
  const mark = isSentence ? (/^(?:\s*[.!?,;/|]+)?/.exec(rest) as RegExpExecArray)[0].length : 0;
  const space = kept === '' ? (/^\s*/.exec(rest.slice(mark)) as RegExpExecArray)[0].length : 0;
  // The words before it need an end: they get the mark that was the secret's last character.
  const last = endsItself && !isSentence && closing === 0 ? end - 1 : end + closing + mark + space;
  return { start: line.start + kept.length, end: last, isSure };
}

/**
 * The places of secrets, made longer where what announces each (“and the password is”) can go with it; the others as they
 * are. The lines in which the rest may not read well are named.
 */
export function withAnnouncement(text: string, places: readonly Place[]): Announced {
  const longer: Place[] = [];
  const unsure: number[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = longer[longer.length - 1];
    const found = whole(text, place);
    // Two places never share a character: what is removed is counted from the end.
    const taken = found !== null && (last === undefined || found.start >= last.end) ? found : { ...place, isSure: false };
    longer.push({ start: taken.start, end: taken.end });
    if (!taken.isSure) unsure.push(text.slice(0, place.start).split('\n').length);
  }
  return { places: longer, unsure: unsure.filter((line, index) => unsure.indexOf(line) === index) };
}
