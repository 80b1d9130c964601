/** Shortens a text to `most` characters with an ellipsis at its end. */
export function shortenEnd(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).trim()}…`;
}

/** The longest ending that is kept whole, dot included, when a file name is shortened. */
const LONGEST_ENDING = 6;

/** Shortens a file name or an address to `most` characters in its middle, so that its beginning and ending stay. */
export function shortenMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const dot = text.lastIndexOf('.');
  const ending = dot > 0 && text.length - dot <= LONGEST_ENDING ? text.length - dot : 0;
  const tail = Math.max(ending, Math.floor((most - 1) / 3));
  const head = Math.max(0, most - 1 - tail);
  return `${text.slice(0, head)}…${text.slice(text.length - tail)}`;
}

/** The same with a capital at its start. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
