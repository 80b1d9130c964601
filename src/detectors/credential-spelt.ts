import { chosen, isPlaceholder, trimToken } from './credential-shapes';
import type { Secret } from './credential-shapes';
import { why } from './detector';

/*
 * Secrets that are told as one tells them on the telephone: a password whose capital or sign is spelt out, a code that a
 * hash ends; and keys that a machine made, after the word for one.
 */

const SIGNS: { readonly [word: string]: string } = { pound: '£#', dollar: '$', hash: '#', exclamation: '!', percent: '%', question: '?' };
const REACH = 110;
const TOKEN = /[^\s"“”<>,;()]{5,64}/g;

/** “Marmalade2023, capital M”, “then a pound sign, so Greenfinch1974£”: passwords that have what is spelt out at text[start..end). */
export function speltOut(text: string, start: number, end: number): readonly Secret[] {
  const found: Secret[] = [];
  const word = text.slice(start, end).toLowerCase();
  const [, letter] = /^ ([A-Z])\b/.exec(text.slice(end, end + 3)) ?? [];
  const wanted = word === 'capital' ? letter : SIGNS[word.split(' ')[0] as string];
  // “With a capital S” teaches spelling.
  if (wanted === undefined || (word === 'capital' && /\ba $/i.test(text.slice(Math.max(0, start - 3), start)))) return found;
  const from = Math.max(0, start - REACH);
  const around = text.slice(from, start + REACH);
  for (const match of around.match(TOKEN) ?? []) {
    const token = trimToken(match);
    if (chosen(token) === 0 || !Array.from(token).some((sign) => wanted.includes(sign))) continue;
    const at = from + around.indexOf(match);
    found.push({ start: at, end: at + token.length, score: 75, reasons: [why('near', 40, word), why('looks', 35)] });
  }
  return found;
}

const KEYED_IN = /\b(?:put|press|enter|type|key|tap|punch|then)(?: in)? (\d{4,8})$/i;
/** Numbers to join a meeting, and to order by, end so as well. */
const JOINS = /\b(?:meeting|conference|webinar|zoom|teams|join|quiz|game|vote|order|survey)\b/i;

/** “Put 4408# when it asks”. `at` is the hash. */
export function beforeHash(text: string, at: number): Secret | null {
  const lead = text.slice(Math.max(0, at - 160), at);
  const keyed = KEYED_IN.exec(lead);
  if (keyed === null || JOINS.test(lead)) return null;
  return { start: at - (keyed[1] as string).length, end: at + 1, score: 75, reasons: [why('code', 75)] };
}

const LONG_TOKEN = /[\w-]{12,80}/g;

/** True for letters of both sizes and digits that change places as nobody's words do. */
function isMachineMade(token: string): boolean {
  const changes = token.match(/\d[A-Za-z]|[A-Za-z]\d/g) ?? [];
  return changes.length >= 3 && /[a-z]/.test(token) && /[A-Z]/.test(token) && !isPlaceholder(token);
}

/** “It wants a key. Ours is tk_9fQ2mmZc41x”: what a machine made, shortly after the word for it. */
export function machineMade(text: string, start: number, end: number): Secret | null {
  const rest = text.slice(end, end + REACH).split(/\n[ \t]*\n|:\/\//)[0] as string;
  const token = (rest.match(LONG_TOKEN) ?? []).filter(isMachineMade)[0];
  if (token === undefined) return null;
  const from = end + rest.indexOf(token);
  return { start: from, end: from + token.length, score: 75, reasons: [why('near', 40, text.slice(start, end)), why('key', 35)] };
}
