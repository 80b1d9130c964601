import type { PatternTable } from '../../domain';
import { hash } from '../masking';
import { tableFor } from './pattern-table';
import { parsePattern } from './regexp-syntax';
import type { PatternNode } from './regexp-syntax';

/*
 * Patterns of a policy's owner. Most never write a RegExp: a word list, a prefix with digits and a mask such as AA-9999
 * make one for them. What they do write is vetted when the policy is published, and runs as a flat table (see
 * pattern-table.ts), so that no pattern and no text can hang a send. A pack's tables are made when it is resolved; a send
 * needs table-matches.ts alone.
 */

/** A pattern that was accepted. */
export interface AcceptedPattern {
  readonly table: PatternTable;
  /** Of the source and the flags: a source that was changed since it was vetted no longer fits what the pack stores. */
  readonly hash: string;
}

export type Verdict = { readonly accepted: AcceptedPattern } | { readonly problems: readonly string[] };

const LONGEST_SOURCE = 500;
/** The most a quantifier may ask for; nothing an organisation numbers is longer. */
const MOST_REPEATS = 256;

/** The end that is advised for a repeat without one; for most patterns it is quickly shown that no text slows them down. */
const ADVISED_REPEATS = 20;

/** True when the pattern can match an empty text, which is everywhere. */
function matchesNothing(node: PatternNode): boolean {
  switch (node.kind) {
    case 'set':
      return false;
    case 'sequence':
      return node.parts.every(matchesNothing);
    case 'choice':
      return node.options.some(matchesNothing);
    case 'repeat':
      return node.least === 0 || matchesNothing(node.part);
    case 'group':
      return matchesNothing(node.part);
    default:
      return true;
  }
}

function problemsOf(node: PatternNode, add: (problem: string) => void): void {
  switch (node.kind) {
    case 'sequence':
      node.parts.forEach((part) => problemsOf(part, add));
      return;
    case 'choice':
      node.options.forEach((option) => problemsOf(option, add));
      return;
    case 'group':
      problemsOf(node.part, add);
      return;
    case 'look':
      add('Look-ahead (“(?=” or “(?!”) is not allowed. Write what has to be there as part of the pattern.');
      return;
    case 'back':
      add(`A reference to an earlier group (“\\${node.number}”) is not allowed. Write the part out again.`);
      return;
    case 'repeat':
      if (node.most === Infinity) add(`“*”, “+” and “{${node.least},}” have no upper end. Give them one, such as {${Math.max(node.least, 1)},${Math.max(node.least, ADVISED_REPEATS)}}.`);
      else if (node.most > MOST_REPEATS) add(`A part may repeat up to ${MOST_REPEATS} times, not ${node.most}.`);
      problemsOf(node.part, add);
      return;
    default:
  }
}

/** The sentence for a pattern between slashes, as programs have it, whose slashes would be searched for; null for any other. */
function betweenSlashes(source: string): string | null {
  const [, inside, flags] = /^\/(.*[^\\])\/([a-z]{0,8})$/.exec(source) ?? [];
  return inside === undefined ? null : `Leave out the slashes${flags === '' ? '' : ' and what follows them'}: ${JSON.stringify(inside)}.`;
}

/** The same pattern with no part repeated more than so many times, unless it has to be. */
export function withShortRepeats(source: string, most: number): string {
  return source.replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|([*+])|\{(\d+),(\d*)\}/g, (all: string, sign?: string, least?: string, written?: string) => {
    if (sign !== undefined) return `{${sign === '+' ? 1 : 0},${most}}`;
    if (least === undefined || (written !== '' && Number(written) <= most)) return all;
    return `{${least},${Math.max(Number(least), most)}}`;
  });
}

/**
 * Judges a pattern for publishing: at most 500 characters, ES2016 without look-around and back-references, every
 * quantifier with an upper end, never empty, and small enough as a table. All problems are told at once, in sentences.
 */
export function vetPattern(source: string, flags: '' | 'i' = 'i'): Verdict {
  if (source.trim() === '') return { problems: ['The pattern is empty.'] };
  if (source.length > LONGEST_SOURCE) return { problems: [`The pattern has ${source.length} characters. ${LONGEST_SOURCE} are allowed.`] };
  const slashes = betweenSlashes(source);
  if (slashes !== null) return { problems: [slashes] };
  const parsed = parsePattern(source, flags);
  if ('problem' in parsed) return { problems: [`This is no pattern: ${parsed.problem}`] };
  const problems: string[] = [];
  problemsOf(parsed.tree, (problem) => {
    if (!problems.includes(problem)) problems.push(problem);
  });
  if (matchesNothing(parsed.tree)) problems.push('The pattern fits an empty text, so it would be found everywhere. Ask for one character at least.');
  if (problems.length > 0) return { problems };
  const table = tableFor(parsed.tree);
  if (table === null) return { problems: ['The pattern has too many ways to fit. Shorten its repeats or its alternatives.'] };
  return { accepted: { table, hash: hash(`${flags}/${source}`) } };
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** A pattern for any of some words or phrases, whole, with any white space of up to three characters between words. */
export function wordListPattern(words: readonly string[]): string {
  const phrases = words.map((word) => word.trim().split(/\s+/).map(escapeText).join('\\s{1,3}')).filter((phrase) => phrase !== '');
  return phrases.length === 0 ? '' : `\\b(?:${phrases.join('|')})\\b`;
}

/** A pattern for a prefix and a number of digits, such as STF and 5: `STF12345`, `STF-12345`, `STF 12345`. */
export function prefixPattern(prefix: string, fewest: number, most: number = fewest): string {
  const digits = fewest === most ? `{${fewest}}` : `{${fewest},${most}}`;
  return `\\b${escapeText(prefix.trim())}[ -]?\\d${digits}\\b`;
}

/** A pattern for a mask in which A stands for a letter, 9 for a digit and X for either; all else stands for itself. */
export function maskPattern(mask: string): string {
  const source = mask
    .trim()
    .split('')
    .map((sign) => (sign === 'A' ? '[A-Z]' : sign === '9' ? '\\d' : sign === 'X' ? '[A-Z\\d]' : escapeText(sign)))
    .join('');
  return source === '' ? '' : `\\b${source}\\b`;
}

/** A pattern as a pack writes it: in one of four ways, which the pack's loader sees to. */
export interface OwnerPattern {
  readonly words?: readonly string[] | undefined;
  readonly prefix?: string | undefined;
  readonly digits?: readonly [fewest: number, most: number] | undefined;
  readonly mask?: string | undefined;
  readonly regexp?: string | undefined;
}

/** The RegExp that a pattern stands for; capitals and small letters are alike in all of them. */
export function sourceOf({ words, prefix, digits, mask, regexp }: OwnerPattern): string {
  if (words !== undefined) return wordListPattern(words);
  if (prefix !== undefined && digits !== undefined) return prefixPattern(prefix, digits[0], digits[1]);
  return mask !== undefined ? maskPattern(mask) : regexp === undefined ? '' : regexp;
}
