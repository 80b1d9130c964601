import { isMadeByMachine } from './keys';
import { isOrdinary, isPlaceholder } from './shapes';
import type { Secret } from './shapes';
import { reasonsOf, why } from '../detector';

/*
 * What configuration, code and commands give to a name that speaks of a secret: `API_TOKEN=…`, `"clientSecret": "…"`, `db_pass := '…'`,
 * `Authorization: Bearer …`. What is said in prose is judged by its words (`told.ts`). Linear: names are short, and looked for backwards
 * from a sign with something behind it.
 */

/*
 * Signs that give, each with what has to stand behind it. The more else a sign means, the more has to: after `=` six characters,
 * after a colon ten, which few words of prose have, or what is certainly given.
 */
/** `token=…`, `:token => …` */
const EQUALS = '=>?[ \\t]{0,3}(?=[^\\s=]{6})';
/** `token: …`, `Authorization: Bearer …`; `://` is of an address. */
const COLON = ':(?!/)[ \\t]{0,3}(?=["\'`]|[^\\s"\'`<>]{10}|Bea|Bas|Tok|Api)';
/** `setenv("TOKEN", …` */
const COMMA = '["\'],[ \\t]?(?=\\S{6})';
/** `<token>…</token>` */
const ELEMENT = '>\\s{0,6}(?=[^\\s<>]{12})';
/** `token("…")` */
const CALL = '\\((?=["\'`])';
/** What may stand before a value: of what kind it is, and a quotation mark. */
const OPENS = '(?:(?:Bearer|Basic|Token|Api-Token) )?(?:@?(["\'`]))?';
const GIVES = new RegExp(`(?:${EQUALS}|${COLON}|${COMMA}|${ELEMENT}|${CALL})${OPENS}(?=[^"'\`\\n]{6})`, 'g');
/** The same in prose, where only what a machine made counts. */
const IS = / (?:is|are) (?:now )?(["'`])?(?=[^\s"'`<>]{16})/g;

/** What ends the name of a secret: `DB_PASSWORD`, `clientSecret`. “Pass” ends “compass” too; what a link calls its secrets has other uses elsewhere. */
const SECRET = '(?:[^a-z]|^)pass|passw(?:or)?d|pwd|secrete?|token|key|authorization|credentials?|(?:[?&#]|amp;)(?:sig|otp|magic)';
/** What may still belong to the name: `token_arbor`, “password for the portal”. */
const WHOSE = "(?:[_-]\\w{1,20}|(?: (?:for|to|of)(?: [\\w.&'/-]{1,16}){1,4}?)?)";
/** What may stand between a name and a sign: the end of `["token"]`, a type, and the beginning of `?:`, `:=` and `===`. */
const BEFORE_SIGN = '["\'\\])]{0,2}(?: string)?[ \\t]{0,3}[:?.!=]{0,3}';
/** The user of a command, whose password follows: `curl -u office:…` */
const USER = '(?:-u|--user)[ =]["\']?[\\w.@-]{1,40}';
const NAME = new RegExp(`(?:${USER}|(${SECRET})${WHOSE}${BEFORE_SIGN})$`, 'i');
const LONGEST_NAME = 96;
/** Names whose value may be one that somebody thought of. */
const OF_PASSWORD = /pass|pwd|^secrete?$|^user$/i;
/** What a program works out. */
const WORKED_OUT = /^(?:process|os|env|self|this)\./i;
/** The link that a name stands in. The secret of one to a mailing list, or of one that only counts readers, lets nobody in. */
const LINK = /:\/\/\S*$/;
const LONGEST_LINK = 300;
const ONLY_COUNTS = /unsub|opt-?out|preferenc|newsletter|mailing|campaign|click|track|utm_|\/ls\/|email(?:link|s)?\./i;
/** How long what is given is at least and at most, in characters. */
const LEAST = 6;
const LONGEST = 300;

function valueAt(text: string, start: number, quote: string | undefined): string {
  const rest = text.slice(start, start + LONGEST);
  if (quote !== undefined) return (rest.split('\n')[0] as string).split(quote)[0] as string;
  const end = rest.search(/[\s"'`<>]|[,;]$|[,;]\s|\\n/);
  return end < 0 ? rest : rest.slice(0, end);
}

/** True for what is given to a name of a password: in quotation marks up to a few words, else with more than letters. */
function isPassword(value: string, isQuoted: boolean): boolean {
  if (value.length < LEAST || value.length > 64 || WORKED_OUT.test(value) || isPlaceholder(value) || isOrdinary(value.split(' ')[0] as string)) return false;
  return isQuoted ? /[A-Za-z0-9]/.test(value) && value.split(' ').length < 6 : /[A-Za-z]/.test(value) && /[\d!#$%&*?@^]/.test(value);
}

/** Adds what `pattern` leads to after the name of a secret. Only a machine's work counts in prose. */
function addGiven(text: string, pattern: RegExp, found: Secret[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index } = match;
    const quote = match[1];
    const start = index + match[0].length;
    pattern.lastIndex = index + 1;
    const name = NAME.exec(text.slice(Math.max(0, index - LONGEST_NAME), index));
    if (name === null) continue;
    const link = LINK.exec(text.slice(Math.max(0, index - LONGEST_LINK), index));
    if (link !== null && ONLY_COUNTS.test(link[0])) continue;
    const given = valueAt(text, start, quote);
    const value = link === null ? given : given.split(/[&#]/)[0] as string;
    const called = name[1] ?? 'user';
    const isOfPassword = pattern === GIVES && OF_PASSWORD.test(called);
    if (!isMadeByMachine(value) && !(isOfPassword && isPassword(value, quote !== undefined))) continue;
    found.push({ start, end: start + value.length, score: 85, reasons: isOfPassword ? reasonsOf(() => [why('announced', 40, called), why('looks', 45)]) : [...reasonsOf(() => [why('announced', 40, called)]), why('key', 45)] });
    pattern.lastIndex = start + value.length;
  }
}

/** Everything that is given to a name of a secret. */
export function assignedIn(text: string): readonly Secret[] {
  const found: Secret[] = [];
  addGiven(text, GIVES, found);
  addGiven(text, IS, found);
  return found;
}
