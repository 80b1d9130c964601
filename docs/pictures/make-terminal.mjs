/*
 * Draws docs/pictures/terminal.svg: a terminal with Heed's exact output for one sample draft. Part of `npm run golden`.
 */

const escapeXml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const LINE = 19;
const CHARACTER = 8.05;
const PADDING = 22;
const BAR = 34;

/** Lines of terminal output as one SVG picture, readable on light and dark pages. */
export function terminalPicture(lines, title) {
  const columns = Math.max(...lines.map((line) => line.length));
  const width = Math.ceil(columns * CHARACTER + 2 * PADDING);
  const height = BAR + lines.length * LINE + 2 * PADDING - 6;
  const colourOf = (line) => (line.startsWith('$') ? '#7ee0a1' : /^ {2}[│┌└]/.test(line) ? '#ffffff' : '#c9d1d9');
  const rows = lines.map((line, index) => {
    const y = BAR + PADDING + index * LINE + 6;
    return `<text x="${PADDING}" y="${y}" fill="${colourOf(line)}" xml:space="preserve">${escapeXml(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">
<title>${escapeXml(title)}</title>
<rect width="${width}" height="${height}" rx="10" fill="#10151c"/>
<circle cx="24" cy="18" r="5" fill="#f0665b"/><circle cx="42" cy="18" r="5" fill="#f2b84b"/><circle cx="60" cy="18" r="5" fill="#5fc46b"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace" font-size="13.4">
${rows.join('\n')}
</g>
</svg>
`;
}
