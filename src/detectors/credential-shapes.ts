import { onlyWith } from './gated';

/*
 * What a secret looks like and what only stands for one.
 */

/** What stands for a secret in forms, code and advice. */
const PLACEHOLDER =
  /^(?:[x*•.#_?…-]+|<.*|\[.*|\{.*|\$.*|%.*|\(.*|.*(?:\(\)?|\$\{|\{\{|->|=>).*|.*(?:password|passwd|passw0rd_here|your[-_ ]?\w+|example|placeholder|changeme|redacted|hidden|insert|secret_?here|xxxx|\.\.\.).*|(?:none|null|nil|n\/a|tbc|tba|todo|true|false|undefined|blank|empty)[.,;)]?)$/i;
/** “Password1” names the word and is used all the same. */
const NAMES_ITSELF = /^p[a@4][s5$]{2}w[o0]rd[\d!@#$£_-]{1,6}$/i;

/** Advice: what follows is a bad example. */
export const ADVICE = onlyWith(
  'eg|e.g|example|such as|like|use|avoid|weak|guessable|common|typical|instead of|rather than|format',
  /(?:^|[^.@\w])(?:e\.?g\.?|example|examples|such as|like|never use|don['’]?t use|do not use|avoid|weak|guessable|common(?:ly used)?|typical|instead of|rather than|format)(?![\w-])[^.\n]{0,40}$/i,
);

/** Words that follow “password is” or “password:” and are none. */
const ORDINARY =
  'required|requested|optional|forgotten|forgot|reset|resets|change|changes|changed|changing|enter|entered|hidden|below|above|attached|follows|following|sent|separate|separately|text|texted|phone|phoned|minimum|maximum|same|see|your|you|please|must|should|needs|need|not|protected|protection|policy|incorrect|wrong|invalid|valid|expired|expires|expiring|being|going|the|that|this|these|those|on|in|at|by|to|for|from|with|a|an|as|case|secure|strong|weak|long|short|safe|unique|good|bad|known|stored|shared|given|emailed|available|confidential|private|secret|important|used|blank|empty|what|where|when|how|why|which|who|if|or|and|only|just|also|now|still|always|never|ready|set|correct|different|temporary|new|old|manager|self-service|compulsory|mandatory';
/** Addresses stand there as well. */
const ADDRESS = /^https?:|^www\.|@.*\./i;

let ordinary: ReadonlySet<string> | null = null;

export function isPlaceholder(token: string): boolean {
  return PLACEHOLDER.test(token) && !NAMES_ITSELF.test(token);
}

export function isOrdinary(token: string): boolean {
  if (ordinary === null) ordinary = new Set(ORDINARY.split('|'));
  return ordinary.has(token.toLowerCase().replace(/[.,;:!?)]+$/, '')) || ADDRESS.test(token);
}

function classesIn(token: string): number {
  return (/[a-z]/.test(token) ? 1 : 0) + (/[A-Z]/.test(token) ? 1 : 0) + (/\d/.test(token) ? 1 : 0) + (/[^A-Za-z0-9.,'’/-]/.test(token) ? 1 : 0);
}

/** How much a token straight after a word for a password looks like one: 0 for an ordinary word, 2 for a sure one. */
export function secrecy(token: string): 0 | 1 | 2 {
  if (isOrdinary(token) || isPlaceholder(token)) return 0;
  const isMixed = /\d/.test(token) && /[A-Za-z]/.test(token);
  const hasInnerSign = /[A-Za-z0-9][^A-Za-z0-9\s.,'’/:;()-][A-Za-z0-9]?/.test(token);
  if (/^\d{1,2}(?:st|nd|rd|th|am|pm|[./:]\d+.*)$/i.test(token) || /^\d+(?:%|[-–]\d+|\+)?$/.test(token)) return 0;
  if (token.length >= 6 && (isMixed || hasInnerSign) && classesIn(token) >= 2) return 2;
  if (token.length >= 4 && isMixed) return 1;
  if (/^[a-z]{3,}(?:[-.][a-z]{3,}){2,}$/i.test(token)) return 2;
  return token.length >= 6 && /^[A-Za-z]+$/.test(token) ? 1 : 0;
}

/** Rooms, years, versions, files, times and references, which have letters and digits too. */
const SOMETHING_ELSE =
  /^(?:y|yr|yrs|years?|ks|key|stage|room|rm|ext|extn|form|class|block|unit|tel|weeks?|terms?|grade|level|page|pp|version|ver|covid|bus|gate|hall|lab|band|scale|step|phase|set|group|table|row|part|chapter|lesson|module|office|windows|win|microsoft|inc|ref|ticket|order|invoice|task|req|chg|no|sept?|oct|nov|dec|jan|feb|mar|apr|may|june?|july?|aug|spring|summer|autumn|winter|term|spring|e|p|v|g|gcse|error|code)?[-.]?(?:\d{1,3}|(?:19|20)\d\d)?[a-z]?$|^0x|\.(?:docx?|xlsx?|pptx?|pdf|jpe?g|png|zip|csv|txt|msg|eml|mp[34])$|^\d[\d.,:/-]*(?:am|pm|st|nd|rd|th|k|m|cm|mm|kg|mb|gb|hrs?|mins?)?$|^#|[/\\]|:\/\/|@.*\./i;

/** How much a token in a sentence looks like a chosen password: 2 is a sure one, 1 needs something that leads to it. */
export function chosen(token: string): 0 | 1 | 2 {
  if (token.length < 6 || token.length > 40 || !/\d/.test(token) || !/[A-Za-z]{2}/.test(token) || isOrdinary(token) || isPlaceholder(token)) return 0;
  // The letters of a reference are all capitals.
  if (!/[a-z]/.test(token) || /^£|\d(?:th|st|nd|rd)(?![a-z])/i.test(token)) return 0;
  // Parts that each are a year or a room make a range.
  const parts = token.split(/[-_+&/]/);
  if (SOMETHING_ELSE.test(token) || parts.every((part) => SOMETHING_ELSE.test(part)) || (/\d/.test(parts[0] as string) && SOMETHING_ELSE.test(parts[0] as string))) return 0;
  if (/[A-Za-z0-9][!#*&$£^~%?@]+[A-Za-z0-9]/.test(token) || /[A-Za-z]\d[a-z]{2}|[a-z]{3}\d[a-z][-_!A-Za-z]{2}/.test(token) || /[#*$£&^]$|\d!$/.test(token)) return 2;
  return /^[A-Za-z]{2,}\d{2,}[-_]?[A-Za-z]{3,}$|^\d[a-z]{2,}[-_]\w{2,}$|^[A-Za-z]{3,}(?:[-._][A-Za-z]+)*[-._]?\d{1,4}(?:[-_][A-Za-z]+)?$/.test(token) ? 1 : 0;
}

/** Punctuation that belongs to the sentence, not to the secret. */
export function trimToken(token: string): string {
  const cut = token.replace(/[.,;:]+$/, '').replace(/['’]$/, '').replace(/!\.$/, '!');
  // A bracket closes the sentence's own unless the secret opened it.
  return /\)$/.test(cut) && !cut.includes('(') ? cut.slice(0, -1).replace(/[.,;:]+$/, '') : cut;
}

/** A secret in a text, with what it scores and why. */
export interface Secret {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** As `why` makes them. */
  readonly reasons: readonly string[];
}

/** The sentence that begins at a place, up to a length; a line break parts no sentence, a blank line does. */
export function restOfSentence(text: string, from: number, most: number): string {
  const rest = text.slice(from, from + most);
  const end = rest.search(/[.?!](?=\s+[A-Z"'(])|\n[ \t]*\n/);
  return end < 0 ? rest : rest.slice(0, end + 1);
}
