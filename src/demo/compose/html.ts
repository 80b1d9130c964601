const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Lines of text as the paragraphs a compose window would make of them. */
export function paragraphs(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `<div>${line === '' ? '<br>' : linked(escapeHtml(line))}</div>`)
    .join('');
}

/** Web addresses in escaped text become links, as compose windows make them when the line ends. */
function linked(escaped: string): string {
  return escaped.replace(/\bhttps?:\/\/[^\s<>"]{1,2000}/g, (url) => `<a href="${url}">${url}</a>`);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The words of a body: what the host hands out for the text form. Good enough for a window, not a parser to rely on. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script|head)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>\s*<\/(?:div|p)>/gi, '\n')
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|li|h[1-6]|blockquote)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
