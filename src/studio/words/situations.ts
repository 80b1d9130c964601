import { humanised } from './labels';
import words from './situations.json';

/** What each situation of each rule is, for somebody who has never seen its name. A rule that is new shows the name. */
const SITUATIONS: { readonly [rule: string]: { readonly [situation: string]: string } } = words;

export function situationWords(rule: string, situation: string): string {
  return SITUATIONS[rule]?.[situation] ?? humanised(situation);
}

/** True when the situation has words of its own here. */
export function isWorded(rule: string, situation: string): boolean {
  return SITUATIONS[rule]?.[situation] !== undefined;
}
