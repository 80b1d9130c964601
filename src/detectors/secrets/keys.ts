import { isPlaceholder, trimToken } from './shapes';
import type { Secret } from './shapes';
import { why } from '../detector';

/** Keys of well-known services that are made in a way of their own, at their beginning. */
const MADE_AS =
  /(?:A(?:KI|SI)A[0-9A-Z]{16}|SG\.[\w-]{16,32}\.[\w-]{32,64}|glpat-[\w-]{20,64}|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000}|x(?:ox[abeprs]|app)-[\w.-]{10,200}|hooks\.(?:slack\.com\/services|zapier\.com\/hooks\/catch)\/[\w/]{12,80}|discord(?:app)?\.com\/api\/webhooks\/\d{8,24}\/[\w-]{30,90}|-{0,5}BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d|webhook\.office\.com\/webhookb2\/[\w@/-]{40,300})/y;
/** What follows the beginning of any other: its sign, where it has one, and a long run with digits among its letters. */
const LONG_RUN = /[_.-][\w.-]{16,255}/y;
const LONG_RUN_WITHOUT_SIGN = /\w[\w.-]{16,255}/y;
const WITHOUT_SIGN = /^(?:aiza|dapi|at[ac]tt3)$/i;

/** The key that begins with the words of a hit. */
export function keyAt(text: string, start: number, end: number): Secret | null {
  MADE_AS.lastIndex = start;
  let key = (MADE_AS.exec(text) || [''])[0];
  if (key === '' && !/^(?:a[ks]ia|sg\.|eyj|xox|xapp|begin|putty|hooks|discord|webhook|glpat)/i.test(text.slice(start, end))) {
    const pattern = WITHOUT_SIGN.test(text.slice(start, end)) ? LONG_RUN_WITHOUT_SIGN : LONG_RUN;
    const from = /[_.-]/.test(text.charAt(end - 1)) ? end - 1 : end;
    pattern.lastIndex = from;
    const run = (pattern.exec(text) || [''])[0].slice(end - from);
    if (/(?=[A-Za-z]*\d)[A-Za-z0-9]{12}/.test(run)) key = text.slice(start, end) + run;
  }
  if (key === '' || /(?:example|x{6,}|\*{3,})/i.test(key)) return null;
  return { start, end: start + key.length, score: 95, reasons: [why('service', 95)] };
}

const AFTER_WORD = /(?:\s+(?:for|to|of)(?: [\w.&'’/-]+){1,4}?)?(?:\s*(?:[:=]+|=>)\s*|\s+(?:is|are)(?: now)?:?\s+)["'`“]?([^\s"'`“”<>]{16,255})/y;

/** What a machine made, straight after a word for a key that ends at a place. */
export function keyAfter(text: string, start: number, end: number): Secret | null {
  AFTER_WORD.lastIndex = end;
  const match = AFTER_WORD.exec(text);
  if (match === null) return null;
  const key = trimToken(match[1] as string);
  if (key.length < 16 || !/\d/.test(key) || !/[A-Za-z]/.test(key) || isPlaceholder(key)) return null;
  const from = end + match[0].length - (match[1] as string).length;
  return { start: from, end: from + key.length, score: 85, reasons: [why('announced', 40, text.slice(start, end)), why('key', 45)] };
}

/** A secret of Microsoft Entra: three characters, a digit, `Q~` and more than thirty characters. */
const ENTRA_SECRET = /[\w.~-]{3}\dQ~[\w.~-]{31,34}(?![\w~])/g;

export function entraSecrets(text: string): readonly Secret[] {
  const found: Secret[] = [];
  if (!text.includes('Q~')) return found;
  ENTRA_SECRET.lastIndex = 0;
  for (let match = ENTRA_SECRET.exec(text); match !== null; match = ENTRA_SECRET.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length, score: 95, reasons: [why('entra', 95)] });
  }
  return found;
}

/** `scheme://user:password@host`, looked for backwards from an `@`. */
export function inAddress(text: string, at: number): Secret | null {
  const from = Math.max(0, at - 160);
  if (!text.slice(from, at).includes('://')) return null;
  const match = /:\/\/[^\s/:@]{1,64}:([^\s/@]{3,100})$/.exec(text.slice(from, at));
  if (match === null || isPlaceholder(match[1] as string)) return null;
  return { start: at - (match[1] as string).length, end: at, score: 85, reasons: [why('address', 85)] };
}

/**
 * Parts of a link that let in whoever has it. The secret of a link to a mailing list, or of one that only counts readers,
 * lets nobody in.
 */
const LINK_PART = /[?&#](?:amp;)?((?:user_?)?pass(?:word|wd)?|pwd|(?:access|auth|reset|login|id|invite|session)?[_-]?token|api[_-]?key|(?:client_?)?secret|sig|signature|otp|magic)=([^\s&#"'<>]{4,300})/gi;
const ONLY_COUNTS = /unsub|opt-?out|preferenc|newsletter|mailing|campaign|click|track|utm_|\/ls\/|email(?:link|s)?\./i;

/** Secrets in links, which `=` gives away. */
export function inLinks(text: string): readonly Secret[] {
  const found: Secret[] = [];
  if (!text.includes('://')) return found;
  LINK_PART.lastIndex = 0;
  for (let match = LINK_PART.exec(text); match !== null; match = LINK_PART.exec(text)) {
    const value = match[2] as string;
    const end = match.index + match[0].length;
    const link = /\S*$/.exec(text.slice(Math.max(0, match.index - 300), match.index)) as RegExpExecArray;
    const isPassword = /^(?:user_?)?p(?:ass|wd)/i.test(match[1] as string);
    if (!link[0].includes('://') || ONLY_COUNTS.test(link[0]) || isPlaceholder(value)) continue;
    if (!isPassword && (value.length < 16 || !/\d/.test(value) || !/[A-Za-z]/.test(value))) continue;
    found.push({ start: end - value.length, end, score: 85, reasons: [why('address', 85)] });
  }
  return found;
}
