import { isOrdinary, isPlaceholder } from './shapes';
import type { Secret } from './shapes';
import { reasonsOf, why } from '../detector';
import { onlyWith } from '../gated';
import { SEPARATORS as OF_TABLES, splitRow } from '../tables/cells';
import type { Cell } from '../tables/cells';

/*
 * Lists of log-ins: a header with a column for passwords, or lines of a name, a user name made of it and one word more.
 * Here a plain word is a password, as small children have them.
 */

const SEPARATORS = OF_TABLES.concat(/ \/ /g, / [-–] /g);
const PASSWORDS = onlyWith(
  'pass|pw|pin|secret|picture',
  /^(?:(?:temp(?:orary)?|new|initial|starting|first|school|google|default|picture|user) ?)?(?:pass ?(?:word|code|phrase)?s?|pwd?|pins?|secret|picture)$/i,
);
/** What else such a list has. */
const WHOSE =
  /^(?:\w+ )?(?:(?:sur|fore|user)?names?|pupils?|child(?:ren)?|student|teacher|staff|class|tablet|laptop|device|machine|(?:web)?site|service|system|app|account|log ?[io]n|users?|e-?mail(?: address)?|network|ssid|(?:user)?id)$/i;
const LONGEST_LINE = 300;

/** A line, cut off where it is too long to be one of a list. */
function lineAt(text: string, start: number): Cell {
  const line = text.slice(start, start + LONGEST_LINE + 1);
  const end = line.indexOf('\n');
  return [start, start + (end < 0 ? line.length : end)];
}

/** Part of a text that is a list, with the passwords in it. */
export interface SecretList {
  readonly start: number;
  readonly end: number;
  readonly secrets: readonly Secret[];
}

/** The list below a header that has a column for passwords; null when the line of the place is none. */
export function belowHeader(text: string, place: number): SecretList | null {
  const from = Math.max(0, place - LONGEST_LINE);
  const header = lineAt(text, from + text.slice(from, place).lastIndexOf('\n') + 1);
  const found: Secret[] = [];
  if (header[1] - header[0] > LONGEST_LINE || header[1] >= text.length) return null;
  for (const separator of SEPARATORS) {
    const heads = splitRow(text, header[0], header[1], separator);
    if (heads.length < 2) continue;
    const words = heads.map(([from, to]) => text.slice(from, to).replace(/[\s_.:-]+/g, ' ').trim());
    const column = words.findIndex((word) => PASSWORDS.test(word));
    if (column < 0 || !words.some((word, i) => i !== column && WHOSE.test(word))) continue;
    let end = header[1];
    for (let line = lineAt(text, end + 1); line[0] < text.length; line = lineAt(text, end + 1)) {
      const cells = line[1] - line[0] > LONGEST_LINE ? [] : splitRow(text, line[0], line[1], separator);
      const cell = cells[column];
      if (cell === undefined || cells.length > heads.length + 1) break;
      end = line[1];
      const value = text.slice(cell[0], cell[1]);
      if (value.length < 3 || value.length > 64 || isPlaceholder(value) || isOrdinary(value) || /^[\W_]*$/.test(value)) continue;
      found.push({ start: cell[0], end: cell[1], score: 85, reasons: reasonsOf(() => [why('column', 85, words[column])]) });
    }
    return { start: header[0], end, secrets: found };
  }
  return null;
}

const ENTRY =
  /^[ \t|]*([A-Z][A-Za-z'’-]{1,15}(?: [A-Z][A-Za-z'’-]*){0,2})(?:\t| ?[,/|;:–-] ?| +)([a-z][a-z]{1,12}[.\d_-][a-z.\d_-]{0,12}(?:@[\w.-]{3,40})?)(?:\t| ?[,/|;:–-] ?| +)([^\s,/|;]{3,24})[ \t|]*$/gm;

/** True for a user name that a name may have been made into: “haba12” of Habib A, “anya.k24” of Anya. */
function isMadeOf(user: string, name: string): boolean {
  return /[\d.]/.test(user) && name.toLowerCase().split(/[^a-z]+/).some((word) => word.charAt(0) === user.charAt(0));
}

/** Lists of a name, its user name and a word on each line; one line is none. */
export function byName(text: string): readonly SecretList[] {
  const lists: SecretList[] = [];
  ENTRY.lastIndex = 0;
  for (let match = ENTRY.exec(text); match !== null; match = ENTRY.exec(text)) {
    const [line, name, user, word] = match as unknown as readonly [string, string, string, string];
    if (!isMadeOf(user, name) || (user.includes('@') && /^(?:[A-Z][a-z]+\d|\d[A-Z]|Y\d+)$/.test(word)) || /@|^\d{1,2}[/.:]|^\+?\d{10,}$/.test(word) || isPlaceholder(word)) continue;
    const start = match.index + line.lastIndexOf(word);
    lists.push({ start: match.index, end: match.index + line.length, secrets: [{ start, end: start + word.length, score: 85, reasons: reasonsOf(() => [why('user', 50), why('list', 35)]) }] });
  }
  return lists.length < 2 ? [] : lists;
}
