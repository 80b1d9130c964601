import { onlyWith } from '../gated';
import { once } from '../once';
import { stemOf } from '../words/text-words';

/*
 * What a secret looks like and what only stands for one.
 */

/** Places to fill in, and what begins with a bracket or a sign of a template: “xxxx”, “…”, `<token>`, `$TOKEN`. */
const TO_FILL_IN = '[x*•.#_?…-]+|[<[{$%(].*';
/** What a program or a template works out: `read(`, `${env.token}`, `{{ token }}`, `() => x`. */
const WORKED_OUT = '[\\w.]+\\(.*|.*(?:\\(\\)|\\$\\{[\\w.:-]+\\}|\\{\\{[^{}]*\\}\\}|->|=>).*';
/** What says that it is none, and rows of one letter. */
const SAYS_SO = '.*(?:passw(?:or)?d|your[-_ ]?\\w+|example|placeholder|changeme|redacted|fake|dummy|hidden|insert|_here|xxxx|random word|\\.\\.\\.|(\\w)\\1{6}).*';
const NOTHING = '(?:none|null|nil|n/a|tbc|tba|todo|true|false|undefined|blank|empty)[.,;)]?';
/** What stands for a secret in forms, code and advice. */
const PLACEHOLDER = new RegExp(`^(?:${TO_FILL_IN}|${WORKED_OUT}|${SAYS_SO}|${NOTHING})$`, 'i');
/** “Password1” names the word and is used all the same. */
const NAMES_ITSELF = /^p[a@4][s5$]{2}w[o0]rd[\d!@#$£_-]{1,6}$/i;

/** Advice: what follows is a bad example. */
export const ADVICE = onlyWith(
  'eg|e.g|example|such as|like|use|avoid|weak|guessable|common|typical|instead of|rather than|format|not be|never be',
  /(?:^|[^.@\w])(?:e\.?g\.?|example|examples|such as|like|never use|don['’]?t use|do not use|avoid|weak|guessable|common(?:ly used)?|typical|instead of|rather than|format|(?:not|never) be)(?![\w-])[^.\n]{0,40}$/i,
);

/** Words that follow “password is” or “password:” and are none; their other forms are none either. */
const ORDINARY =
  'required|optional|forgotten|forgot|reset|change|enter|hidden|below|above|attached|following|sent|separate|text|phone|minimum|maximum|same|see|your|you|please|must|should|need|not|protected|protection|policy|incorrect|wrong|invalid|valid|expired|being|going|the|that|this|these|those|on|in|at|by|to|for|from|with|a|an|as|case|secure|strong|weak|long|short|safe|unique|good|bad|known|stored|shared|given|emailed|available|confidential|private|secret|important|used|blank|empty|what|where|when|how|why|which|who|if|or|and|only|just|also|now|still|always|never|ready|set|correct|different|temporary|new|old|manager|self-service|compulsory|mandatory|yet|another|every|everything';
/** Addresses stand there as well. */
const ADDRESS = /^https?:|^www\.|@.*\./i;

const ordinary = once(() => new Set(ORDINARY.split('|').map(stemOf)));

export function isPlaceholder(token: string): boolean {
  return PLACEHOLDER.test(token) && !NAMES_ITSELF.test(token);
}

export function isOrdinary(token: string): boolean {
  return ordinary().has(stemOf(token.replace(/[^a-z]+$/i, ''))) || ADDRESS.test(token);
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
