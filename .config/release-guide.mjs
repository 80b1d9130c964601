/* The guides as pages of the archive: whoever has only a browser reads them too. */
import { Marked } from 'marked';
import htmlPage from './html-page.cjs';

const STYLE = `
:root { color-scheme: light dark; }
body { box-sizing: border-box; max-width: 52rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; color: #262522; background: #fff; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 0.5rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem; }
a { color: #0b5c67; }
code { font-family: "Cascadia Mono", Consolas, monospace; font-size: 0.9em; }
pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid #d9d7d3; border-radius: 4px; background: #faf9f7; }
pre code { overflow-wrap: normal; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; text-align: left; vertical-align: top; border-top: 1px solid #d9d7d3; min-width: 7rem; }
thead th { border-top: 0; }
th:empty { padding: 0; }
li { margin: 0.2rem 0; }
@media (prefers-color-scheme: dark) {
  body { color: #f2f1ef; background: #1f1f1f; }
  a { color: #74c7d3; }
  pre { background: #262626; border-color: #404040; }
  th, td { border-color: #404040; }
}
`;

/** What stands between a path in the archive and another, such as \`../\` from inside a folder. */
const upFrom = (page) => '../'.repeat(page.split('/').length - 1);

/** What links within a text call a heading, as the places that show Markdown agree on. */
const anchorOf = (words) => words.replace(/<[^>]*>|&[^;]+;/g, '').toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');

/**
 * A page of a text in Markdown. A file of the archive that the text names becomes a link. `page` is the path of the page in the
 * archive, `files` all paths in it.
 */
export function guidePage(text, page, files) {
  const marked = new Marked({ gfm: true });
  let tables = 0;
  const body = marked
    .parse(text)
    .replace(/<h([1-4])>(.*?)<\/h\1>/g, (heading, level, words) => `<h${level} id="${anchorOf(words)}">${words}</h${level}>`)
    .replace(/<code>([\w./-]+\.html)<\/code>/g, (code, name) => (name !== page && files.includes(name) ? `<a href="${upFrom(page)}${name}">${code}</a>` : code))
    .replace(/<table>[\s\S]*?<\/table>/g, (table) => `<div class="table" role="region" aria-label="Table ${(tables += 1)}" tabindex="0">${table.replace(/<thead>\s*<tr>\s*(?:<th><\/th>\s*)+<\/tr>\s*<\/thead>/, '').replaceAll('<th></th>', '<td></td>')}</div>`)
    .replace(/<pre>/g, '<pre tabindex="0">');
  for (const [, anchor] of body.matchAll(/href="#([^"]+)"/g)) if (!body.includes(`id="${anchor}"`)) throw new Error(`${page}: the link #${anchor} leads nowhere.`);
  const [, title = 'Heed'] = /^# (.*)$/m.exec(text) ?? [];
  return htmlPage(title, `    <main>\n${body}\n    </main>`, { style: STYLE });
}
