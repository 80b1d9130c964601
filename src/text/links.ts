/** Addresses written out in a text, as far as a person would read them as one. */
const WRITTEN = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»\u00ad\u200b]+/gi;

const CLOSING_MARKS = '.,;:!?\'’)]}*_|';

/** Drops what belongs to the sentence: a full stop, a bracket that was not opened inside the address. */
function withoutSentenceMarks(address: string): string {
  let end = address.length;
  let openBrackets = 0;
  for (const character of address) openBrackets += character === '(' ? 1 : character === ')' ? -1 : 0;
  while (end > 0 && CLOSING_MARKS.includes(address.charAt(end - 1))) {
    if (address[end - 1] === ')') {
      if (openBrackets >= 0) break;
      openBrackets++;
    }
    end--;
  }
  return address.slice(0, end);
}

/** The absolute web address that a link's `href` or a written address means; null for all others (`mailto:`, `#top`). */
export function absoluteLink(href: string): string | null {
  const address = href.replace(/[\t\r\n]/g, '').trim();
  if (/^https?:\/\/[^/]/i.test(address)) return address;
  if (/^www\../i.test(address)) return `http://${address}`;
  return null;
}

/** The web addresses written in a text, each as it stands there, in order. */
export function linksInText(text: string): readonly string[] {
  if (!text.includes('://') && !/www\./i.test(text)) return [];
  const links: string[] = [];
  for (const written of text.match(WRITTEN) ?? []) {
    const link = absoluteLink(withoutSentenceMarks(written));
    if (link !== null) links.push(link);
  }
  return links;
}
