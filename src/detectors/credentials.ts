import { codesNear, furtherCodes } from './credential-codes';
import { entraSecrets, inAddress, inLinks, keyAt } from './credential-keys';
import { belowHeader, byName } from './credential-lists';
import { afterAddress, inSentence } from './credential-log-ins';
import { ADVICE, isOrdinary, isPlaceholder, secrecy, trimToken } from './credential-shapes';
import type { Secret } from './credential-shapes';
import { beforeHash, machineMade, speltOut } from './credential-spelt';
import { why } from './detector';
import type { Detector, DetectorNotes, Proposal } from './detector';
import { onlyWith } from './gated';
import { lastAtOrBefore } from './page';
import type { Page } from './page';
import { MEDIUM } from './score';
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
const MEETING = onlyWith(
  'meeting|conference|webinar|zoom|teams|join|game|kahoot|quiz|blooket',
  /\b(?:meeting|conference|webinar|zoom|teams|join|game|kahoot|quiz|blooket)\b[^.!?]{0,80}$/i,
);

function isOfMeeting({ text }: Page, { start, end }: Hit): boolean {
  return /code|pin/i.test(text.slice(start, end)) && MEETING.test(text.slice(Math.max(0, start - 120), start));
}

function propose(start: number, end: number, value: string, score: number, reasons: readonly string[]): Proposal {
  return { detector: credentials, details: credentials.details, start, end, value, score, reasons, person: '' };
}

function quoteWord(page: Page, hit: Hit): string {
  return page.text.slice(hit.start, hit.end).replace(/\s+/g, ' ');
}

const USER_NAME = onlyWith('user|login|log in|logon|account|mail', /\b(?:user ?name|user(?: id)?|login|log ?in|logon|account|e-?mail)\s*(?:is|[:=-])/i);

/** True when a user name stands just before or after: together they open something. */
function hasUserName(page: Page, start: number, end: number): boolean {
  return USER_NAME.test(page.text.slice(Math.max(0, start - 120), start) + ' ' + page.text.slice(end, end + 80));
}

/** Whose password it is, just before the word. */
const WHOSE_OWN = /(?:\b(?:my|his|her|their)|['’]s)(?: (?:new|temp|temporary|old|own))? $/i;
/** The groups of digits that follow the first of a code. */
const FURTHER_GROUPS = /^(?:[ -]\d{2,4}){1,2}(?![\dA-Za-z])/;

function afterWord(page: Page, hit: Hit): Proposal | null {
  const { text } = page;
  const { pattern } = credentials;
  pattern.lastIndex = hit.end;
  STRAIGHT_AFTER.lastIndex = hit.end;
  const match = pattern.exec(text) || STRAIGHT_AFTER.exec(text);
  if (match === null) return null;
  const isQuoted = match[2] !== undefined;
  const given = (isQuoted ? match[2] : match[3]) as string;
  const start = hit.end + match[0].length - given.length - (isQuoted ? 1 : 0);
  const further = hit.word.secret === 'code' && /^\d{2,4}$/.test(given) ? FURTHER_GROUPS.exec(text.slice(start + given.length, start + given.length + 16)) : null;
  const token = isQuoted ? given : trimToken(given.replace(/['’](?=\W*$)/, '') + (further === null ? '' : further[0]));
  const bridge = text.slice(hit.end, start);
  const hasSign = /[:=(]\s*["'`“‘<]?$|[-=]>\s*$/.test(bridge) || /\s[-–]\s+$/.test(bridge);
  const hasVerb = /\b(?:is|was|be|to|now)\s*:?\s+["'`“‘<]?$/.test(bridge);
  const isCode = hit.word.secret === 'code';
  const before = text.slice(Math.max(0, hit.start - 60), hit.start);
  if (ADVICE.test(before) || ADVICE.test(bridge)) return null;
  if (isOfMeeting(page, hit)) return null;
  let score = 0;
  let code = '';
  if (isCode && /^\d{3,10}$|^\d{2,4}(?:[- ]\d{2,4}){1,2}$|^[A-Z]?\d{4,10}#?$|^[A-Z0-9]{3,6}-[A-Z0-9]{2,6}$/.test(token) && !/^(?:19|20)\d\d$/.test(hasSign || hasVerb ? '' : token)) {
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
    // “Kian's new password: rocket” is told of somebody; “password: rocket” may be anything.
    score = sure === 2 ? 85 : isPlainWord && hasSign && WHOSE_OWN.test(before) ? 70 : 60;
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
  const before = page.text.slice(from, hit.start);
  const match = /\d/.test(before) ? BEFORE_WORD.exec(before) : null;
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

/** A plain word that what follows says is one: “all lower case”, “capital O, no spaces”. */
const SPELT = /^["'”’]?[ ,(–-]{1,4}(?:with (?:a )?|in )?(?:all )?(?:one word|(?:lower|upper) ?case|no spaces|capitals?|cap)\b/i;
const WORD_FOR_WORD = /(?:\s*(?:[:=]|\bis(?: now)?\b|['’]s\b)\s*)(["'“‘]?[A-Za-z][\w'-]{2,24}(?:[ ,]{1,2}[A-Za-z][\w'-]{1,14}){0,4})/y;

/** Plain words as a password: pictures, passphrases, and words that are spelt out. */
function inWords(page: Page, hit: Hit): Proposal | null {
  const { text } = page;
  WORD_FOR_WORD.lastIndex = hit.end;
  let match = WORD_FOR_WORD.exec(text);
  if (match === null) {
    const bridge = /^(?: (?:for|to|on|of) (?:[\w'’-]+ ){0,4}?[\w'’-]+)(?= is\b| ?[:=])/.exec(text.slice(hit.end, hit.end + 60));
    if (bridge === null) return null;
    WORD_FOR_WORD.lastIndex = hit.end + bridge[0].length;
    match = WORD_FOR_WORD.exec(text);
    if (match === null) return null;
  }
  let value = match[1] as string;
  const start = match.index + match[0].length - value.length;
  const word = quoteWord(page, hit);
  const first = (/^["'“‘]?[\w'-]+/.exec(value) as RegExpExecArray)[0];
  if (isPlaceholder(value) || (isOrdinary(first) && first !== 'correct' && !/phrase/i.test(word)) || ADVICE.test(text.slice(Math.max(0, hit.start - 60), hit.start))) return null;
  if (SPELT.test(text.slice(start + first.length, start + first.length + 30)) || (/^memorable/i.test(word) && /^[.,;\n]|$/.test(text.charAt(start + first.length)))) value = first;
  else {
    const isEnd = /^["'”’]?[ \t]*(?:[.!]?[ \t]*(?:\n|$)|[.!] [A-Z])/.test(text.slice(start + value.length, start + value.length + 8));
    const words = value.split(/[ ,]+/).length;
    if (/^["“‘]/.test(value) && words > 1 && /^["”’]/.test(text.charAt(start + value.length))) return propose(start + 1, start + value.length, value, 75, [why('announced', 40, word), why('maybe', 35)]);
    // “Password: correct horse battery staple”
    const isRow = /[:=]/.test(text.slice(hit.end, start)) && words >= 3 && value.split(' ').every((one) => /^[a-z]{3,}$/.test(one) && (one === 'correct' || !isOrdinary(one)));
    if (isEnd && isRow) return propose(start, start + value.length, value, 70, [why('announced', 40, word), why('maybe', 30)]);
    if (!isEnd || words < 2 || (/phrase/i.test(word) ? words < 3 : !/^(?:picture|symbol|emoji)/i.test(word))) return null;
    if (/\b(?:is|are|the|and|for|to|of|be|not|your|you|on|in|by|from|at|with|when|as|it)\b/i.test(value)) return null;
  }
  return propose(start, start + value.length, value, 75, [why('announced', 40, word), why('maybe', 35)]);
}

/** What one hit gives away. */
function atHit(page: Page, hit: Hit): readonly (Secret | Proposal | null)[] {
  const { text } = page;
  const { start, end, word } = hit;
  switch (word.secret) {
    case 'beginning':
      return [keyAt(text, start, end)];
    case 'pair': {
      const pair = pairAfter(page, hit);
      return pair === null ? inSentence(text, start, end, false) : [pair];
    }
    case 'access': {
      const told = inSentence(text, start, end, false);
      return told.length === 0 && /^key$/i.test(text.slice(start, end)) ? [machineMade(text, start, end)] : told;
    }
    case 'spelt':
      return speltOut(text, start, end);
    case 'opening':
      return codesNear(text, start, end, false);
    case 'code': {
      const code = afterWord(page, hit) || beforeWord(page, hit);
      return code === null ? codesNear(text, start, end, true) : [code, ...furtherCodes(text, code)];
    }
    case 'password': {
      const password = afterWord(page, hit) || beforeWord(page, hit);
      if (password !== null && password.score >= MEDIUM) return [password];
      return isOfMeeting(page, hit) ? [password] : [password, inWords(page, hit), ...inSentence(text, start, end, true)];
    }
    case 'key':
      return [afterWord(page, hit) || beforeWord(page, hit)];
    default:
      return [];
  }
}

/** Adds every password, code and key in the text. False when it stopped before the end. */
export function findCredentials(page: Page, proposals: Proposal[], most: number): boolean {
  const { text, hits } = page;
  const lists = byName(text);
  const add = (found: Secret | Proposal | null): void => {
    if (found === null || proposals.length >= most) return;
    // In a line of a list only its own column counts: what stands beside it is a user name.
    const list = lists[lastAtOrBefore(lists, found.start)];
    if (list !== undefined && found.start < list.end && !list.secrets.includes(found)) return;
    proposals.push(propose(found.start, found.end, text.slice(found.start, found.end), found.score, found.reasons));
  };
  for (const { secrets } of lists) secrets.forEach(add);
  /** Lists under a header have been read up to here. */
  let readUntil = 0;
  for (const hit of hits) {
    if (proposals.length >= most) return false;
    if (hit.word.secret === null || hit.start < readUntil) continue;
    const list = /^(?:password|code)$/.test(hit.word.secret) ? belowHeader(text, hit.start) : null;
    if (list !== null) {
      readUntil = list.end;
      list.secrets.forEach(add);
    } else atHit(page, hit).forEach(add);
  }
  entraSecrets(text).forEach(add);
  inLinks(text).forEach(add);
  for (let at = text.indexOf('#'); at >= 0 && proposals.length < most; at = text.indexOf('#', at + 1)) add(beforeHash(text, at));
  for (let at = text.indexOf('@'); at >= 0 && proposals.length < most; at = text.indexOf('@', at + 1)) add(inAddress(text, at) || afterAddress(text, at));
  return proposals.length < most;
}
