import { ADVICE, chosen, restOfSentence, trimToken } from './credential-shapes';
import type { Secret } from './credential-shapes';
import { why } from './detector';

/*
 * Passwords that no word stands straight before: further on in the sentence that speaks of a log-in, after the address
 * that one logs in with, after “opens with”. They have to look chosen, since only the sentence announces them.
 */

/** How far a password may stand from the word that its sentence has for it, in characters. */
const REACH = 110;
const TOKEN = /[^\s"“”<>,;()]{5,64}/g;
/** What leads to a password straight before it. */
const LEADS = /(?:\b(?:is|to|now|then|with|using|use|on|as|pass|pw|pwd|password|passcode|key|be|into|try)|['’]s|[:=,/–(-])[ \n]*["'`“‘]?$/i;
/** Words that a user name follows. */
const USER_WORD = /^(?:user|log|sign|account)/i;
/** Words that are said of much else; “Maths2026” after them is an event. */
const NOT_OF_A_LOG_IN = /^(?:open|unlock|reset|new one|account|key|mine)$/i;
/** The sentence asks, forbids or explains. */
const TALK = /\b(?:must|should|at least|characters?|minimum|policy|never|don['’]?t (?:use|share)|avoid|lesson|objective|gamertag|error|ticket|version|guide|says it)\b/i;

/** Passwords further on in the sentence of a word for a log-in. `isSure` when the word is one for a password. */
export function inSentence(text: string, start: number, end: number, isSure: boolean): readonly Secret[] {
  const rest = restOfSentence(text, end, REACH);
  if (!/\d/.test(rest)) return [];
  const before = text.slice(Math.max(0, start - 60), start);
  const word = text.slice(start, end).replace(/\s+/g, ' ');
  const found: Secret[] = [];
  // After a word for a user name the first token is one, unless a longer way leads to it.
  let mayBeUser = USER_WORD.test(word);
  if (TALK.test(rest) || ADVICE.test(before)) return found;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(rest); match !== null; match = TOKEN.exec(rest)) {
    const token = trimToken(match[0].replace(/^['`‘]|['`’]$/g, ''));
    const isUser = mayBeUser && /^['’]?s?\s*(?:(?:name|id|in|on)\b)?\s*(?:is|as|for|[:=-])?\s*$/i.test(rest.slice(0, match.index));
    const sure = chosen(token);
    if (isUser) {
      mayBeUser = false;
      continue;
    }
    const bridge = rest.slice(0, match.index);
    if (sure === 0 || ADVICE.test(bridge) || /\d (?:to|-) $/.test(bridge)) continue;
    const isOwnLine = /\n[ \t]*$/.test(bridge) && /^[^\S\n]*(?:\n|$)/.test(rest.slice(match.index + match[0].length));
    if (NOT_OF_A_LOG_IN.test(word) && /^[A-Za-z]+(?:19|20)\d\d!?$/.test(token)) continue;
    if (sure === 1 && !isSure && !isOwnLine && !LEADS.test(word + bridge)) continue;
    const at = end + match.index + match[0].indexOf(token);
    const score = sure === 2 || isSure ? 75 : 70;
    found.push({ start: at, end: at + token.length, score, reasons: [why('near', 35, word), why('looks', score - 35)] });
  }
  return found;
}

const AFTER_ADDRESS = /(?:\.[A-Za-z]{2,12})[)\]]?(?:\s*(?:[,/|;:–-]|\b(?:and|then|with|pass(?:word|code)?|p\/?w|pwd|is|the|its|it['’]s)\b)){1,4}\s*["'“‘]?([^\s"“”<>,;()]{6,40})/y;

/** “jury@hazelwood.example / Gavel-Bench-8”: a password after the address that one logs in with. `at` is its `@`. */
export function afterAddress(text: string, at: number): Secret | null {
  const domain = /^@[\w-]+(?:\.[\w-]+){0,4}(?=\.[A-Za-z]{2,12}(?![\w.-]*\w@))/.exec(text.slice(at, at + 80));
  if (domain === null) return null;
  AFTER_ADDRESS.lastIndex = at + domain[0].length;
  const match = AFTER_ADDRESS.exec(text);
  if (match === null) return null;
  const given = match[1] as string;
  const token = trimToken(given);
  const sure = chosen(token);
  const bridge = match[0].slice(0, -given.length);
  if (sure === 0 || (sure === 1 && !/\d\d/.test(token)) || /\n/.test(bridge)) return null;
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at + 160);
  // Lists of people and their numbers have many addresses or many cells.
  if (line.split('@').length > 2 && sure < 2) return null;
  if (/^[^\n]*(?:,[^\n]*){4}/.test(line) || TALK.test(line.slice(0, 160))) return null;
  const start = at + domain[0].length + match[0].length - given.length;
  return { start, end: start + token.length, score: 75, reasons: [why('user', 40), why('looks', 35)] };
}
