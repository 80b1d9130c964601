import { decodeEntities } from './entities';

/** What an HTML text is made of, as it is met. Names are in lower case; attribute values are decoded. */
export interface HtmlReader {
  text(text: string): void;
  open(name: string, attributes: HtmlAttributes): void;
  close(name: string): void;
}

export type HtmlAttributes = ReadonlyMap<string, string>;

const NO_ATTRIBUTES: HtmlAttributes = new Map();

/** Elements whose content is not HTML. What is in them is dropped, but for a text area's, which people see. */
const RAW = new Set(['script', 'style', 'title', 'xml', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'template']);

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

/**
 * Reads HTML from one end to the other, once: time is linear in its length whatever is in it. Follows the WHATWG standard
 * where mail does; text after a tag, comment or script that never ends is kept, though a browser would drop it.
 */
export function readHtml(html: string, reader: HtmlReader): void {
  const lastEnd = html.lastIndexOf('>');
  let trustsQuotes = true;
  /** What was once looked for to the end of the text and not found: it is not looked for again. */
  const neverEnding = new Set<string>();
  let textStart = 0;
  let at = 0;

  const flushText = (end: number): void => {
    if (end > textStart) reader.text(decodeEntities(html.slice(textStart, end)));
  };

  /** Where the tag that starts before `from` ends (its `>`), looking past quoted attribute values. */
  const tagEnd = (from: number): number => {
    let index = from;
    while (trustsQuotes && index <= lastEnd) {
      const code = html.charCodeAt(index);
      if (code === 0x3e) return index;
      // A quotation mark opens a value only after "=", so that an apostrophe in a broken tag does no harm.
      if (code === 0x3d) {
        do index++;
        while (isSpace(html.charCodeAt(index)));
        const mark = html.charAt(index);
        if (mark === '"' || mark === "'") {
          const closing = html.indexOf(mark, index + 1);
          // Once a quotation runs to the end of the text, no quotation is believed any more: the search stays linear.
          if (closing < 0 || closing > lastEnd) trustsQuotes = false;
          else index = closing + 1;
        }
      } else {
        index++;
      }
    }
    return html.indexOf('>', from);
  };

  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start < 0 || start > lastEnd) break;
    const code = html.charCodeAt(start + 1);

    if (code === 0x21 || code === 0x3f) {
      // `<!-->` is a whole comment.
      const isComment = html.startsWith('<!--', start) && !neverEnding.has('comment');
      const close = isComment ? html.indexOf('-->', start + 2) : -1;
      if (isComment && close < 0) neverEnding.add('comment');
      flushText(start);
      at = textStart = close < 0 ? html.indexOf('>', start) + 1 : close + 3;
      continue;
    }

    const isClosing = code === 0x2f;
    const nameStart = isClosing ? start + 2 : start + 1;
    if (!isLetter(html.charCodeAt(nameStart))) {
      at = start + 1;
      continue;
    }
    let nameEnd = nameStart + 1;
    for (; nameEnd < html.length; nameEnd++) {
      const next = html.charCodeAt(nameEnd);
      if (isSpace(next) || next === 0x2f || next === 0x3e) break;
    }
    const end = tagEnd(nameEnd);
    flushText(start);
    const name = html.slice(nameStart, nameEnd).toLowerCase();
    at = textStart = end + 1;
    if (isClosing) {
      reader.close(name);
      continue;
    }
    reader.open(name, end > nameEnd + 1 ? readAttributes(html.slice(nameEnd, end)) : NO_ATTRIBUTES);
    if (html.charCodeAt(end - 1) === 0x2f && name !== 'script' && name !== 'style') {
      if (RAW.has(name) || name.indexOf(':') > 0) reader.close(name);
      continue;
    }
    if (!RAW.has(name) || neverEnding.has(name)) continue;

    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    closing.lastIndex = at;
    const found = closing.exec(html);
    if (found === null) {
      neverEnding.add(name);
      continue;
    }
    if (name === 'textarea') flushText(found.index);
    at = textStart = found.index;
  }
  flushText(html.length);
}

function readAttributes(tag: string): HtmlAttributes {
  const attributes = new Map<string, string>();
  let index = 0;
  while (index < tag.length) {
    while (isSpace(tag.charCodeAt(index)) || tag.charCodeAt(index) === 0x2f) index++;
    const nameStart = index;
    while (index < tag.length && !isSpace(tag.charCodeAt(index)) && (tag[index] !== '=' || index === nameStart)) index++;
    const name = tag.slice(nameStart, index).toLowerCase();
    while (isSpace(tag.charCodeAt(index))) index++;
    let value = '';
    if (tag[index] === '=') {
      do index++;
      while (isSpace(tag.charCodeAt(index)));
      const mark = tag.charAt(index);
      const isQuoted = mark === '"' || mark === "'";
      const valueStart = isQuoted ? index + 1 : index;
      index = valueStart;
      while (index < tag.length && (isQuoted ? tag[index] !== mark : !isSpace(tag.charCodeAt(index)))) index++;
      value = tag.slice(valueStart, index);
      if (isQuoted) index++;
    }
    if (name !== '' && !attributes.has(name)) attributes.set(name, decodeEntities(value));
  }
  return attributes;
}
