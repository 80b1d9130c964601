import * as v from 'valibot';
import { DAY_NAMES, MONTH_NAMES } from '../calendar';
import { defineRule } from '../domain';
import type { Finding } from '../domain';
import { foldForComparison, isBlank, shortenEnd } from '../text';
import { switchOption } from './option-kinds';

type Situation = 'blank' | 'prefix-only' | 'placeholder';

const PREFIXES = ['RE', 'FW', 'FWD', 'AW', 'SV', 'WG', 'TR', 'ATB'];
const PLACEHOLDERS = ['(no subject)', 'no subject', 'untitled', 'hi', 'hello', 'test'];

/** A prefix, a counter after it as some clients write (`RE[2]:`), and its colon, which may be full-width. */
const LEADING_PREFIX = /^\s*([A-Za-z]{1,5})\s{0,3}(?:[[(]\d{1,3}[\])])?\s{0,3}[:：]/;
/** A tag that a gateway puts before the subject. Other words in brackets, such as a list's name, say something. */
const LEADING_TAG = /^\s*\[(?:external|ext|extern|outside|secure|encrypt|spam|suspected spam|caution)\]/i;

/** What is left of a subject after its prefixes and tags, and whether there were any. */
function withoutPrefixes(subject: string, prefixes: readonly string[]): { rest: string; hasPrefix: boolean } {
  const known = prefixes.map((prefix) => prefix.toUpperCase());
  let rest = subject;
  let hasPrefix = false;
  // Each round removes at least one character, and a subject has at most 255.
  for (let round = 0; round < 255; round += 1) {
    const prefix = LEADING_PREFIX.exec(rest);
    const tag = LEADING_TAG.exec(rest);
    if (prefix !== null && known.includes((prefix[1] as string).toUpperCase())) rest = rest.slice(prefix[0].length);
    else if (tag !== null) rest = rest.slice(tag[0].length);
    else break;
    hasPrefix = true;
  }
  if (known.includes(rest.trim().toUpperCase())) return { rest: '', hasPrefix: true };
  return { rest, hasPrefix };
}

const GREETING = /^(?:dear|hi|hello|hey|hiya|morning|afternoon|evening|good (?:morning|afternoon|evening)|all|team|colleagues)\b[^.!?]{0,60}$/i;
const PLAIN_CAPITALS = new RegExp(`^(?:I|I'm|I've|I'll|Year|Key|Stage|Trust|School|Christmas|Easter|INSET|[A-Z]{2,4}|${[...DAY_NAMES, ...MONTH_NAMES].join('|')})$`);

const SHORTEST_SUGGESTION = 8;
const LONGEST_SUGGESTION = 60;

/**
 * A subject made from the first thing the body says, or null when that might name a person or a number: a capital inside
 * the sentence that is no day, month or plain word counts as a name.
 */
export function suggestSubject(newText: string): string | null {
  const line = newText
    .split('\n')
    .slice(0, 40)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .find((text) => text !== '' && !GREETING.test(text.replace(/[,!.]+$/, '')));
  if (line === undefined) return null;
  const sentence = /^.{0,200}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  const bare = sentence.replace(/[.!]+$/, '').trim();
  if (bare.length < SHORTEST_SUGGESTION || /\d{4}|@|https?:/.test(bare)) return null;
  const words = bare.split(' ').slice(1).map((word) => word.replace(/[^A-Za-z']/g, ''));
  if (words.some((word) => /^[A-Z]/.test(word) && !PLAIN_CAPITALS.test(word))) return null;
  // A first word with a possessive or a bare name before a verb cannot be told from a person's name.
  if (/^[A-Z][a-z]+(?:'s|’s)\b/.test(bare)) return null;
  return shortenEnd(bare, LONGEST_SUGGESTION);
}

/** The suggestion with the mark that ends a sentence, for the place it has in the words. */
function asSentence(suggestion: string): string {
  return /[.?!…]$/.test(suggestion) ? suggestion : `${suggestion}.`;
}

export const missingSubject = defineRule({
  id: 'missing-subject',
  title: 'No subject line',
  why: 'People decide what to open, and search for it later, by its subject.',
  tips: {
    blank: {
      saw: 'Your subject line is blank.',
      advice: 'add a few words that say what this is about. Leave pupil names out. Encryption does not hide the subject line.',
      brief: 'The subject line is blank.',
      button: 'Add subject',
    },
    'blank-suggested': {
      saw: 'Your subject line is blank.',
      advice: "add one. Suggestion: '{suggestion}' Leave pupil names out. Encryption does not hide the subject line.",
      brief: 'The subject line is blank.',
      button: 'Add subject',
    },
    'prefix-only': {
      saw: "Your subject line only says '{subject}'.",
      advice: 'add a few words that say what this is about. Leave pupil names out.',
      brief: "The subject line only says '{subject}'.",
      button: 'Add subject',
    },
    placeholder: {
      saw: "Your subject line only says '{subject}'.",
      advice: 'add a few words that say what this is about. Leave pupil names out.',
      brief: "The subject line only says '{subject}'.",
      button: 'Add subject',
    },
  },
  allowances: { subject: 30, suggestion: 61 },
  situations: { blank: 'warn', 'prefix-only': 'warn', placeholder: 'warn' },
  appliesTo: ['message', 'appointment'],
  weight: 'nuisance',
  needs: ['subject'],
  wants: ['body', 'thread'],
  options: v.strictObject({
    placeholders: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
        v.maxLength(50),
        v.title('Subjects that say nothing'),
        v.description('A subject that is only one of these counts as missing. Capitals and accents make no difference.'),
        v.metadata({ lock: 'T' }),
      ),
      PLACEHOLDERS,
    ),
    prefixes: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.regex(/^[A-Za-z]{1,5}$/))),
        v.maxLength(30),
        v.title('Reply and forward prefixes'),
        v.description('Letters before a colon that mail programs put in front of a subject. One to five letters each.'),
        v.metadata({ lock: 'T' }),
      ),
      PREFIXES,
    ),
    suggest: switchOption(true, 'Suggest a subject', 'Offer the first sentence of the message as a subject, unless it may name a person.', 'T'),
  }),
  check: ({ subject, body, thread }, options): readonly Finding<Situation>[] => {
    const { rest, hasPrefix } = withoutPrefixes(subject, options.prefixes);
    const suggestion = options.suggest && body !== undefined ? suggestSubject(body.newText) : null;
    const found = (situation: Situation, tip: string = situation): readonly Finding<Situation>[] => [
      {
        situation,
        tip,
        values: { subject: subject.trim(), suggestion: asSentence(suggestion ?? '') },
        evidence: [{ where: 'Subject', masked: situation === 'blank' ? 'blank' : shortenEnd(subject.trim(), 40) }],
        fixes: [{ do: 'add-subject', suggestion }],
        concerns: ['subject'],
      },
    ];
    if (isBlank(rest)) {
      if (hasPrefix) return found('prefix-only');
      return found('blank', suggestion === null ? 'blank' : 'blank-suggested');
    }
    const bare = (text: string): string => foldForComparison(text).replace(/[\s.,:;!?()-]+/g, ' ').trim();
    // In a reply the subject was someone else's choice.
    if (hasPrefix && thread?.kind === 'reply') return [];
    const isPlaceholder = options.placeholders.some((placeholder) => bare(placeholder) === bare(rest));
    return isPlaceholder ? found('placeholder') : [];
  },
});
