import { nearest } from '../policy';

/** A sentence for a word that is no command: what was meant, or else the choices. */
export function unknownWord(command: string, word: string, choices: readonly string[]): string {
  const meant = nearest(word, choices);
  return `${command}: there is no “${word}”. ${meant === null ? `Choose one of ${choices.join(', ')}.` : `Did you mean “${command} ${meant}”?`}`;
}
