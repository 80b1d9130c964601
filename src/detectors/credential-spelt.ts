import { chosen, isPlaceholder, trimToken } from './credential-shapes';
import type { Secret } from './credential-shapes';
import { why } from './detector';

/*
 * Secrets that are told as one tells them on the telephone: a password whose capital or sign is spelt out, a code that a
 * hash ends; and keys that a machine made, after the word for one.
 */

const SPELT_OUT = /\bcapital ([A-Z])\b|\b(pound|dollar|hash|exclamation|percent|question) (?:sign|mark)\b/g;
const MARKS: readonly string[] = ['capital ', ' sign', ' mark'];
const SIGNS: { readonly [word: string]: string } = { pound: '£#', dollar: '$', hash: '#', exclamation: '!', percent: '%', question: '?' };
const REACH = 110;
const TOKEN = /[^\s"“”<>,;()]{5,64}/g;

/** “Marmalade2023, capital M”, “then a pound sign, so Greenfinch1974£”: passwords that have what is spelt out. */
export function speltOut(text: string): readonly Secret[] {
  const found: Secret[] = [];
  // A search for words is quicker than the pattern, and most texts have none of them.
  if (!MARKS.some((mark) => text.includes(mark))) return found;
  SPELT_OUT.lastIndex = 0;
  for (let spelt = SPELT_OUT.exec(text); spelt !== null && found.length < 20; spelt = SPELT_OUT.exec(text)) {
    // “With a capital S” teaches spelling.
    if (/\ba $/i.test(text.slice(Math.max(0, spelt.index - 3), spelt.index)) && spelt[1] !== undefined) continue;
    const wanted = spelt[1] ?? SIGNS[spelt[2] ?? ''] ?? '';
    const from = Math.max(0, spelt.index - REACH);
    const around = text.slice(from, spelt.index + REACH);
    for (const match of around.match(TOKEN) ?? []) {
      const token = trimToken(match);
      if (chosen(token) === 0 || !Array.from(token).some((sign) => wanted.includes(sign))) continue;
      const start = from + around.indexOf(match);
      found.push({ start, end: start + token.length, score: 75, reasons: [why('near', 40, spelt[0]), why('looks', 35)] });
    }
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
