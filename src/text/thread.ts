import type { Body } from '../domain';
import { htmlLines, joinLines, tidyLine } from './html';
import type { HtmlLine } from './html';
import { linksInText } from './links';
import { quoteRole } from './quote-roles';
import { attributionLength, headerKind, isDivider, isDrawnLine, looksLikeHeader } from './quote-words';
import type { HeaderKind } from './quote-words';

/**
 * Parts what the sender wrote from the thread below it, in an HTML body. The marks that mail programs leave around a
 * quotation are believed first, then the words they write above it. A signature is new text, and so is what stands between
 * two quoted parts. Words that someone typed into the body of a thread that its program does not mark line by line (Outlook
 * below its header block) count as quoted: nothing tells them apart.
 */
export function bodyFromHtml(html: string): Body {
  return split(htmlLines(html, quoteRole), false);
}

/** Parts what the sender wrote from the thread below it, in a plain-text body, where lines that begin with `>` are quoted. */
export function bodyFromText(text: string): Body {
  const lines = text.split(/\r\n|\r|\n|\u2028|\u2029/).map((line) => ({
    text: tidyLine(line),
    links: [],
    isQuote: false,
    isAttribution: false,
    containers: 0,
    indents: 0,
    points: [],
  }));
  return split(lines, true);
}

/** A quoted line of plain text: `> …`, `>> …`, and with the initials that some programs put before the mark, `JR> …`. */
const QUOTED_LINE = /^\s{0,3}(?:>|[A-Z]{1,4}>(?:\s|$))/;
const QUOTE_MARKS = /^(?:\s{0,3}(?:>|[A-Z]{1,4}>(?=\s|$)))+ ?/;

function split(lines: readonly HtmlLine[], isPlain: boolean): Body {
  const texts = lines.map((line) => line.text);
  const kinds = texts.map(headerKind);
  const isQuoted = lines.map((line) => line.isQuote || line.isAttribution);

  // In plain text a line that begins with ">" is quoted. In HTML, where programs have other marks, two in a row are.
  const isMarked = (index: number): boolean => texts[index] !== undefined && QUOTED_LINE.test(texts[index]);
  for (let index = 0; index < lines.length; index++) {
    if (isMarked(index) && (isPlain || isMarked(index - 1) || isMarked(index + 1))) isQuoted[index] = true;
  }

  /** Quotes from `start` to the end of the innermost container around it, or of the whole text. */
  const cut = (start: number): number => {
    const depth = lines[start]!.containers;
    let end = start;
    while (end < lines.length && (depth === 0 || lines[end]!.containers >= depth)) isQuoted[end++] = true;
    // A line drawn above belongs to the quotation.
    for (let before = start - 1; before >= 0; before--) {
      if (texts[before]!.trim() !== '' && !isDrawnLine(texts[before]!)) break;
      isQuoted[before] = true;
    }
    return end;
  };

  for (let index = 0; index < lines.length; ) {
    const line = lines[index]!;
    const isDecided = isQuoted[index]! && !line.isAttribution;
    if (isDecided || (line.text.trim() === '' && line.points.length === 0)) {
      index++;
      continue;
    }
    if (line.points.includes('cut') || beginsHeaderBlock(lines, kinds, index)) {
      index = cut(index);
      continue;
    }
    const isAnnounced = isDivider(line.text);
    const attribution = isAnnounced ? { count: 1, isSure: true } : attributionLength(texts, index);
    if (attribution.count === 0) {
      index++;
      continue;
    }
    let next = index + attribution.count;
    while (next < lines.length && texts[next]!.trim() === '') next++;
    const follows = lines[next];
    if (follows === undefined) {
      if (attribution.isSure) cut(index);
      break;
    }
    const isIndented = follows.indents > line.indents;
    if (isQuoted[next]! || isIndented) {
      for (let covered = index; covered < next; covered++) isQuoted[covered] = true;
      for (; next < lines.length && lines[next]!.indents > line.indents; next++) isQuoted[next] = true;
      index = next;
    } else if (line.isAttribution && !isAnnounced) {
      // Gmail and Thunderbird mark what they quote; without it, what follows is the sender's.
      index = next;
    } else {
      index = attribution.isSure ? cut(index) : index + attribution.count;
    }
  }

  const newLines: string[] = [];
  const quotedLines: string[] = [];
  const links = new Set<string>();
  lines.forEach((line, index) => {
    if (isQuoted[index]) {
      quotedLines.push(line.text.replace(QUOTE_MARKS, ''));
      return;
    }
    newLines.push(line.text);
    for (const link of line.links) links.add(link);
    for (const link of linksInText(line.text)) links.add(link);
  });
  return { newText: joinLines(newLines), quotedText: joinLines(quotedLines), links: Array.from(links) };
}

/** Lines of a header block that are looked at: many recipients may go over many lines. */
const MOST_HEADER_LINES = 40;

/**
 * True when a header block begins at `start`: From, Subject and a date or recipient, one a line. Below a drawn line or a
 * mark of Outlook's, From and one other are enough, or three lines that look like headers in a language not known here.
 */
function beginsHeaderBlock(lines: readonly HtmlLine[], kinds: readonly (HeaderKind | null)[], start: number): boolean {
  const points = lines[start]!.points;
  let before = start - 1;
  if (before > 0 && lines[before]!.text === '') before--;
  const isFirm = points.includes('firm-divider') || (points.includes('append') && points.includes('divider'));
  const isDivided = isFirm || points.includes('divider') || isDrawnLine(lines[before]?.text ?? '');
  let at = start;
  while (at < lines.length && at < start + 3 && lines[at]!.text.trim() === '') at++;
  const first = lines[at];
  if (first === undefined || first.isQuote) return false;
  if (kinds[at] === null && !(isFirm && looksLikeHeader(first.text))) return false;

  const seen = new Set<string>();
  let looksSo = 0;
  for (let index = at; index < lines.length && index < at + MOST_HEADER_LINES; index++) {
    const text = lines[index]!.text;
    if (text.trim() === '') break;
    const kind = kinds[index];
    if (kind !== undefined && kind !== null) seen.add(kind);
    if (looksLikeHeader(text)) looksSo++;
  }
  const hasFrom = seen.has('from');
  if (hasFrom && seen.has('subject') && (seen.has('date') || seen.has('to'))) return true;
  return (isDivided && hasFrom && seen.size >= 2) || (isFirm && looksSo >= 3);
}
