import { h } from './dom';

/**
 * The Markdown that alert dialogs know: bold, italic, links to https, lists whose entries end with a carriage return,
 * blank lines, and a backslash before a sign that stands for itself (documentation of errorMessageMarkdown).
 */
export function markdownNodes(source: string): readonly Node[] {
  const nodes: Node[] = [];
  let list: HTMLElement | null = null;
  for (const line of source.split(/\r\n?|\n/)) {
    const entry = /^\s*(?:([-*])|\d+\.)\s+(.*)$/.exec(line);
    if (entry !== null) {
      const tag = entry[1] === undefined ? 'ol' : 'ul';
      if (list === null || list.tagName.toLowerCase() !== tag) {
        list = h(tag);
        nodes.push(list);
      }
      list.append(h('li', {}, ...inline(entry[2] ?? '')));
      continue;
    }
    list = null;
    if (line.trim() !== '') nodes.push(h('p', {}, ...inline(line)));
  }
  return nodes;
}

const INLINE = /\\([\\`*_{}[\]()#+\-.!>|~<])|\*\*(.+?)\*\*|__(.+?)__|\*([^*]+?)\*|_([^_]+?)_|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g;

function inline(text: string): readonly Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(document.createTextNode(text.slice(at, match.index)));
    at = match.index + match[0].length;
    const [, escaped, bold, bold2, italic, italic2, label, url] = match;
    if (escaped !== undefined) nodes.push(document.createTextNode(escaped));
    else if (bold !== undefined || bold2 !== undefined) nodes.push(h('strong', {}, unescaped(bold ?? bold2 ?? '')));
    else if (italic !== undefined || italic2 !== undefined) nodes.push(h('em', {}, unescaped(italic ?? italic2 ?? '')));
    else nodes.push(h('a', { href: url ?? '', target: '_blank', rel: 'noreferrer' }, unescaped(label ?? '')));
  }
  nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

function unescaped(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+\-.!>|~<])/g, '$1');
}
