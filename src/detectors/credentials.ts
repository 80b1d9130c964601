import { why } from './detector';
import type { Detector, DetectorNotes, Proposal } from './detector';
import type { Page } from './page';
import type { Hit } from './words';

/*
 * Credentials: a password, passphrase or PIN with the words that announce it; a user name and password as a pair; a
 * one-time, door or alarm code; keys of well-known services, which begin in their own way; private keys; passwords inside
 * addresses and connection strings. What only talks about passwords has no such value after it.
 *
 * Sources: the services' own documentation of how their keys begin (AWS, GitHub, GitLab, Slack, Stripe, Google, OpenAI,
 * SendGrid, npm, Microsoft Entra); RFC 7519 (tokens); RFC 7468 (private keys); RFC 3986 (user information). For passwords
 * in prose there is no standard: it is a guess from how people write.
 */
/** For the docs; no runtime reads it. */
export const credentialsNotes: DetectorNotes = {
  title: 'Password, code or key',
  source: 'Key formats as the services document them; RFC 7519, RFC 7468, RFC 3986; passwords in prose are a guess from how people write',
  certainty:
    'The words must be followed by something that looks like a secret. Advice about passwords, placeholders and resets are let go.',
};

export const credentials: Detector = {
  id: 'credentials',
  details: 'passwords',
  // After the words: an owner (“for the portal”), a sign or a verb, and the secret.
  pattern:
    /(?:\s+as (?:requested|promised|agreed|discussed))?(?:\s*\([^)\n]{1,40}\))?(?:\s+(?:for|to|on|of)\s+(?:[\w.&'’/-]+\s+){0,5}?[\w.&'’/-]+)?(?:\s*(?:[:=]+|=>|->)\s*|\s+(?:is now|is currently|is|was|will be|has been (?:re)?set to|has been changed to|set to|reset to|changed to|now)\s*:?\s+|\s+[-–]\s+|\s*\(\s*)(?:(["“])([^"“”\n]{3,64})["”]|["'`“‘<]?([^\s"`“”<>]{3,128}))/y,
  compact: (written) => written,
  valid: (value) => value.length > 2,
  near: [],
};

/** The secret straight after the words. */
const STRAIGHT_AFTER = /\s+(?:(["“])([^"“”\n]{3,64})["”]|["'`“‘]?([^\s"`“”<>]{3,128}))/y;
/** Codes to join a meeting or a game stand in every invitation. */
const MEETING = /\b(?:meeting|conference|webinar|zoom|teams|join|game|kahoot|quiz|blooket)\b[^.!?]{0,80}$/i;

/** Keys of well-known services, at their beginning. */
const KEYS =
  /(?:A(?:KI|SI)A[0-9A-Z]{16}|gh[pousr]_\w{30,255}|github_pat_\w{50,255}|glpat-[\w-]{20,64}|x(?:ox[abprs]|app)-[\w-]{10,200}|[sr]k_(?:live|test)_\w{16,255}|AIza[\w-]{35}|sk-(?:ant|proj)-[\w-]{20,255}|SG\.[\w-]{16,32}\.[\w-]{32,64}|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000}|npm_\w{36}|hf_\w{30,64}|GOCSPX-[\w-]{20,64}|shpat_\w{32}|hooks\.slack\.com\/services\/[\w/]{30,80}|BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY(?: BLOCK)?-----|webhook\.office\.com\/webhookb2\/[\w@/-]{40,300})/y;

/** A secret of Microsoft Entra: three characters, a digit, `Q~` and more than thirty characters. */
const ENTRA_SECRET = /[\w.~-]{3}\dQ~[\w.~-]{31,34}(?![\w~])/g;

/** What stands for a secret in forms, code and advice. */
const PLACEHOLDER =
  /^(?:[x*•.#_?…-]+|<.*|\[.*|\{.*|\$.*|%.*|\(.*|.*(?:\(\)?|\$\{|\{\{|->|=>).*|.*(?:password|passwd|passw0rd_here|your[-_ ]?\w+|example|placeholder|changeme|redacted|hidden|insert|secret_?here|xxxx|\.\.\.).*|(?:none|null|nil|n\/a|tbc|tba|todo|true|false|undefined|blank|empty)[.,;)]?)$/i;
/** “Password1” names the word and is used all the same. */
const NAMES_ITSELF = /^p[a@4][s5$]{2}w[o0]rd[\d!@#$£_-]{1,6}$/i;

/** Advice: what follows is a bad example. */
const ADVICE = /(?:^|[^.@\w])(?:e\.?g\.?|example|examples|such as|like|never use|don['’]?t use|do not use|avoid|weak|guessable|common(?:ly used)?|typical|instead of|rather than|format)(?![\w-])[^.\n]{0,40}$/i;

/** Words that follow “password is” or “password:” and are none. */
const ORDINARY =
  'required|requested|optional|forgotten|forgot|reset|resets|change|changes|changed|enter|entered|hidden|below|above|attached|follows|following|sent|separate|separately|text|texted|phone|phoned|minimum|maximum|same|see|your|you|please|must|should|needs|need|not|protected|protection|policy|incorrect|wrong|invalid|valid|expired|expires|expiring|being|going|the|that|this|these|those|on|in|at|by|to|for|from|with|a|an|as|case|secure|strong|weak|long|short|safe|unique|good|bad|known|stored|shared|given|emailed|available|confidential|private|secret|important|used|blank|empty|what|where|when|how|why|which|who|if|or|and|only|just|also|now|still|always|never|ready|set|correct|different|temporary|new|old|manager|self-service|compulsory|mandatory';
/** Addresses stand there as well. */
const ADDRESS = /^https?:|^www\.|@.*\./i;

let ordinary: ReadonlySet<string> | null = null;

function isOrdinary(token: string): boolean {
  if (ordinary === null) ordinary = new Set(ORDINARY.split('|'));
  return ordinary.has(token.toLowerCase().replace(/[.,;:!?)]+$/, '')) || ADDRESS.test(token);
}

function classesIn(token: string): number {
  return (/[a-z]/.test(token) ? 1 : 0) + (/[A-Z]/.test(token) ? 1 : 0) + (/\d/.test(token) ? 1 : 0) + (/[^A-Za-z0-9.,'’/-]/.test(token) ? 1 : 0);
}

/** How much a token looks like a chosen or made-up secret: 0 for an ordinary word, 2 for a sure one. */
function secrecy(token: string): 0 | 1 | 2 {
  if (isOrdinary(token) || (PLACEHOLDER.test(token) && !NAMES_ITSELF.test(token))) return 0;
  const isMixed = /\d/.test(token) && /[A-Za-z]/.test(token);
  const hasInnerSign = /[A-Za-z0-9][^A-Za-z0-9\s.,'’/:;()-][A-Za-z0-9]?/.test(token);
  if (/^\d{1,2}(?:st|nd|rd|th|am|pm|[./:]\d+.*)$/i.test(token) || /^\d+(?:%|[-–]\d+|\+)?$/.test(token)) return 0;
  if (token.length >= 6 && (isMixed || hasInnerSign) && classesIn(token) >= 2) return 2;
  if (token.length >= 4 && isMixed) return 1;
  if (/^[a-z]{3,}(?:[-.][a-z]{3,}){2,}$/i.test(token)) return 2;
  return token.length >= 6 && /^[A-Za-z]+$/.test(token) ? 1 : 0;
}

/** Punctuation that belongs to the sentence, not to the secret. */
function trimToken(token: string): string {
  const cut = token.replace(/[.,;:]+$/, '').replace(/['’]$/, '');
  // A bracket closes the sentence's own unless the secret opened it.
  return /\)$/.test(cut) && !cut.includes('(') ? cut.slice(0, -1) : cut;
}

function propose(start: number, end: number, value: string, score: number, reasons: readonly string[]): Proposal {
  return { detector: credentials, details: credentials.details, start, end, value, score, reasons, person: '' };
}

function quoteWord(page: Page, hit: Hit): string {
  return page.text.slice(hit.start, hit.end).replace(/\s+/g, ' ');
}

/** True when a user name stands just before or after: together they open something. */
function hasUserName(page: Page, start: number, end: number): boolean {
  return /\b(?:user ?name|user(?: id)?|login|log ?in|logon|account|e-?mail)\s*(?:is|[:=-])/i.test(page.text.slice(Math.max(0, start - 120), start) + ' ' + page.text.slice(end, end + 80));
}

function afterWord(page: Page, hit: Hit): Proposal | null {
  const { text } = page;
  const { pattern } = credentials;
  pattern.lastIndex = hit.end;
  STRAIGHT_AFTER.lastIndex = hit.end;
  const match = pattern.exec(text) || STRAIGHT_AFTER.exec(text);
  if (match === null) return null;
  const isQuoted = match[2] !== undefined;
  const given = (isQuoted ? match[2] : match[3]) as string;
  const token = isQuoted ? given : trimToken(given.replace(/['’](?=\W*$)/, ''));
  const start = hit.end + match[0].length - given.length - (isQuoted ? 1 : 0);
  const bridge = text.slice(hit.end, start);
  const hasSign = /[:=(]\s*["'`“‘<]?$|[-=]>\s*$/.test(bridge) || /\s[-–]\s+$/.test(bridge);
  const hasVerb = /\b(?:is|was|be|to|now)\s*:?\s+["'`“‘<]?$/.test(bridge);
  const isCode = hit.word.secret === 'code';
  const before = text.slice(Math.max(0, hit.start - 60), hit.start);
  if (ADVICE.test(before) || ADVICE.test(bridge)) return null;
  if (/code|pin/i.test(text.slice(hit.start, hit.end)) && MEETING.test(text.slice(Math.max(0, hit.start - 120), hit.start))) return null;
  let score = 0;
  let code = '';
  if (isCode && /^\d{3,10}$|^\d{2,4}[- ]\d{2,4}$|^[A-Z]?\d{4,10}#?$|^[A-Z0-9]{3,6}-[A-Z0-9]{2,6}$/.test(token) && !/^(?:19|20)\d\d$/.test(hasSign || hasVerb ? '' : token)) {
    score = hasSign || hasVerb ? 85 : 70;
    code = 'code';
  } else if (hit.word.secret === 'key') {
    if (token.length < 16 || secrecy(token) < 2 || !(hasSign || hasVerb)) return null;
    score = 85;
    code = 'key';
  } else {
    const sure = secrecy(token);
    if (sure === 0 || (isCode && !/\d/.test(token))) return null;
    const isExplicit = hasSign || isQuoted;
    if (!isExplicit && !hasVerb && (sure < 2 || token.length < 6 || !/\d/.test(token))) return null;
    const isPlainWord = /^[A-Za-z]+$/.test(token) && !isQuoted;
    // “pass” is also a verb and a mark, “is” precedes any word: a plain word counts only at the end of a labelled line.
    if (isPlainWord && (!isExplicit || !/^[ \t]*(?:\n|$)/.test(text.slice(start + token.length, start + token.length + 20)))) return null;
    if (page.text.slice(hit.start, hit.end).toLowerCase() === 'pass' && (!hasSign || isPlainWord || sure < 2)) return null;
    score = sure === 2 ? 85 : 60;
    code = sure === 2 ? 'password' : 'maybe';
  }
  const reasons = [why('announced', 40, quoteWord(page, hit)), why(code, score - 40)];
  if (hasUserName(page, hit.start, start + token.length)) {
    score = Math.min(100, score + 15);
    reasons.push(why('user', 15));
  }
  return propose(start, start + token.length, token, score, reasons);
}

const BEFORE_WORD =
  /(?:\b(?:use|enter|type|try|with|set (?:it|this) to|changed (?:it|this) to)|[:,])\s+["'`“‘]?([^\s"`“”<>]{6,64}?)["'`”’]?\s+(?:(?:as|for|is)\s+|to open [\w ]{1,30}\((?:that'?s|it'?s|this is) |\()(?:the|your|a|my|our)?\s*$/i;

/** “Use Tr0ub4dor&3 as the password.” */
function beforeWord(page: Page, hit: Hit): Proposal | null {
  const from = Math.max(0, hit.start - 100);
  const match = BEFORE_WORD.exec(page.text.slice(from, hit.start));
  if (match === null) return null;
  const token = match[1] as string;
  if (secrecy(token) < 2 || !/\d/.test(token) || ADVICE.test(page.text.slice(Math.max(0, from - 40), from + match.index))) return null;
  const start = from + match.index + match[0].indexOf(token);
  return propose(start, start + token.length, token, 75, [why('called', 40, quoteWord(page, hit)), why('looks', 35)]);
}

const PAIR =
  /(?: to [\w.-]{2,20})?\s*(?:are|is|with|as|using)?\s*[:–-]?\s*["']?([\w.@+-]{3,64})["']?\s*(?:[/|,]|and|\n)\s*(?:(?:the )?(?:password|pass|pwd|key|code)(?: is)?\s*[:=-]?\s*)?["']?([^\s"'<>]{6,64})/y;

const IS_ORDINARY_PAIR = /^(?:log[ -]?(?:in|on)|sign[ -]in|wi[ -]?fi|ssid)$/i;

/** “Login details: office1 / Autumn2026!” */
function pairAfter(page: Page, hit: Hit): Proposal | null {
  PAIR.lastIndex = hit.end;
  const { text } = page;
  const match = PAIR.exec(text);
  if (match === null) return null;
  const token = trimToken(match[2] as string);
  // Words of ordinary talk need a sign that a pair follows.
  if (IS_ORDINARY_PAIR.test(text.slice(hit.start, hit.end)) && !/\/|pass|pwd|key|code/i.test(match[0].slice(0, -(match[2] as string).length))) return null;
  if (secrecy(token) < 2 || !/\d/.test(token) || !/[A-Za-z]/.test(token) || /[/:@]/.test(token)) return null;
  const start = hit.end + match[0].length - (match[2] as string).length;
  return propose(start, start + token.length, token, 75, [why('announced', 40, quoteWord(page, hit)), why('pair', 35)]);
}

/** `scheme://user:password@host`, looked for backwards from each `@`. */
function inAddress(page: Page, at: number): Proposal | null {
  const from = Math.max(0, at - 160);
  if (!page.text.slice(from, at).includes('://')) return null;
  const match = /:\/\/[^\s/:@]{1,64}:([^\s/@]{3,100})$/.exec(page.text.slice(from, at));
  if (match === null || PLACEHOLDER.test(match[1] as string)) return null;
  const start = at - (match[1] as string).length;
  return propose(start, at, match[1] as string, 85, [why('address', 85)]);
}

/** Adds every password, code and key in the text. False when it stopped before the end. */
export function findCredentials(page: Page, proposals: Proposal[], most: number): boolean {
  const { text, hits } = page;
  for (const hit of hits) {
    if (proposals.length >= most) return false;
    if (hit.word.secret === null) continue;
    if (hit.word.secret === 'beginning') {
      KEYS.lastIndex = hit.start;
      const key = KEYS.exec(text);
      if (key !== null && !/(?:example|x{6,}|\*{3,})/i.test(key[0])) {
        proposals.push(propose(hit.start, hit.start + key[0].length, key[0], 95, [why('service', 95)]));
      }
      continue;
    }
    const found = hit.word.secret === 'pair' ? pairAfter(page, hit) : afterWord(page, hit) || beforeWord(page, hit);
    if (found !== null) proposals.push(found);
  }
  ENTRA_SECRET.lastIndex = 0;
  if (text.includes('Q~')) {
    for (let match = ENTRA_SECRET.exec(text); match !== null && proposals.length < most; match = ENTRA_SECRET.exec(text)) {
      proposals.push(propose(match.index, match.index + match[0].length, match[0], 95, [why('entra', 95)]));
    }
  }
  for (let at = text.indexOf('@'); at >= 0 && proposals.length < most; at = text.indexOf('@', at + 1)) {
    const found = inAddress(page, at);
    if (found !== null) proposals.push(found);
  }
  return proposals.length < most;
}
