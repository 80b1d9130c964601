import { isMadeByMachine } from './keys';
import { isOrdinary, isPlaceholder } from './shapes';
import type { Secret } from './shapes';
import { why } from '../detector';

/*
 * What configuration, code and commands give to a name that speaks of a secret: `API_TOKEN=…`, `"clientSecret": "…"`, `db_pass := '…'`,
 * `Authorization: Bearer …`. What is said in prose is judged by its words (`told.ts`). Linear: names are short, and looked for backwards
 * from a sign with something behind it.
 */

/** A sign that gives, what kind of key it is, and a quotation mark; behind it enough of what is given. */
const GIVES =
  /(?:=>?[ \t]{0,3}(?=[^\s=]{6})|:(?!\/)[ \t]{0,3}(?=["'`]|[^\s"'`<>]{10}|(?:Bea|Bas|Tok|Api))|["'],[ \t]?(?=\S{6})|>\s{0,6}(?=[^\s<>]{12})|\((?=["'`]))(?:(?:Bearer|Basic|Token|Api-Token) )?(?:@?(["'`]))?(?=[^"'`\n]{6})/g;
/** The same in prose, where only what a machine made counts. */
const IS = / (?:is|are) (?:now )?(["'`])?(?=[^\s"'`<>]{16})/g;
/** The name before such a sign. */
const NAME =
  /(?:(?:-u|--user)[ =]["']?[\w.@-]{1,40}|((?:[^a-z]|^)pass|passw(?:or)?d|passwd|pwd|secrete?|token|key|authorization|credentials?|(?:[?&#]|amp;)(?:sig|otp|magic))(?:[_-]\w{1,20}|(?: (?:for|to|of)(?: [\w.&'/-]{1,16}){1,4}?)?)["'\])]{0,2}(?: string)?[ \t]{0,3}[:?.!=]{0,3})$/i;
const LONGEST_NAME = 96;
const OF_PASSWORD = /pass|pwd|^secrete?$/i;
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
  const end = rest.search(quote === undefined ? /[\s"'`<>]|[,;]$|[,;]\s|\\n/ : quote === '"' ? /["\n]/ : quote === "'" ? /['\n]/ : /[`\n]/);
  return end < 0 ? rest : rest.slice(0, end);
}

/** True for what is given to a name of a password: in quotation marks up to a few words, else with more than letters. */
function isPassword(value: string, isQuoted: boolean): boolean {
  if (value.length < LEAST || value.length > 64 || WORKED_OUT.test(value) || isPlaceholder(value) || isOrdinary(value.split(' ')[0] as string)) return false;
  return isQuoted ? /[A-Za-z0-9]/.test(value) && value.split(' ').length < 6 : /[A-Za-z].*[\d!#$%&*?@^]|[\d!#$%&*?@^].*[A-Za-z]/.test(value);
}

/** Adds what `pattern` leads to after the name of a secret. */
function addGiven(text: string, pattern: RegExp, found: Secret[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index } = match;
    const quote = match[1];
    const start = index + match[0].length;
    pattern.lastIndex = index + 1;
    const before = text.slice(Math.max(0, index - LONGEST_NAME), index);
    const name = NAME.exec(before);
    if (name === null) continue;
    const link = LINK.exec(text.slice(Math.max(0, index - LONGEST_LINK), index));
    if (link !== null && ONLY_COUNTS.test(link[0])) continue;
    const given = valueAt(text, start, quote);
    const value = link === null ? given : given.split(/[&#]/)[0] as string;
    const isOfPassword = pattern === GIVES && (name[1] === undefined || OF_PASSWORD.test(name[1]));
    const isMade = isMadeByMachine(value);
    if (!isMade && !(isOfPassword && isPassword(value, quote !== undefined))) continue;
    found.push({ start, end: start + value.length, score: 85, reasons: [why('announced', 40, name[1] ?? 'user'), why(isOfPassword ? 'looks' : 'key', 45)] });
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
