/** An element of a well-formed XML text: local names without prefixes, in document order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, without that of its children, trimmed. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: OpenElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+|</g;

/** Reads XML as manifests need it: no DTD, no external entities. The answer to what is not well-formed is a sentence. */
export function readXml(source: string): XmlElement | { readonly problem: string } {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open: OpenElement[] = [root];
  for (const token of source.replace(/^\uFEFF/, '').matchAll(TOKEN)) {
    const [whole, cdata, closing, opening, attributes, selfClosing] = token;
    const top = open[open.length - 1] ?? root;
    if (whole === '<') return { problem: `The manifest is not well-formed XML near character ${token.index}.` };
    if (cdata !== undefined) top.text += cdata;
    else if (closing !== undefined) {
      if (local(closing) !== top.name || open.length === 1) {
        return { problem: `The manifest closes </${closing}> where <${top.name}> is open.` };
      }
      open.pop();
    } else if (opening !== undefined) {
      const element: OpenElement = { name: local(opening), attributes: {}, children: [], text: '' };
      for (const [, name, quoted, single] of (attributes ?? '').matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        element.attributes[local(name ?? '')] = decode(quoted ?? single ?? '');
      }
      top.children.push(element);
      if (selfClosing !== '/') open.push(element);
    } else if (!whole.startsWith('<')) top.text += decode(whole);
  }
  if (open.length !== 1) return { problem: `The manifest never closes <${open[open.length - 1]?.name ?? ''}>.` };
  const [first] = root.children;
  return first === undefined ? { problem: 'The manifest is empty.' } : trimmed(first);
}

/** Trims texts in place, without recursion: depth is the input's. */
function trimmed(first: OpenElement): XmlElement {
  const waiting = [first];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    element.text = element.text.trim();
    waiting.push(...element.children);
  }
  return first;
}

export function child(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((candidate) => candidate.name === name) ?? null;
}

/** Every descendant of this name, in document order. */
export function descendants(element: XmlElement | null, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = element === null ? [] : [element];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const inner of next.children) if (inner.name === name) found.push(inner);
    waiting.unshift(...next.children);
  }
  return found;
}
