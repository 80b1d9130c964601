import type { Sending } from '../domain';
import { holdsWords } from '../text';
import { wordsOption } from './option-kinds';

/** How much of the subject and body is searched for words of haste, in characters: who needs an answer tonight says so early. */
const SEARCHED = 1500;

/** True where the beginning of a text has one of the words, whole. */
export function holdsAny(text: string, words: readonly string[]): boolean {
  return holdsWords(text.slice(0, SEARCHED), words);
}

/** The words that mean that people must know now (D.3 `emergency`). */
export function emergencyWords() {
  return wordsOption(
    ['closed', 'closure', 'lockdown', 'evacuation', 'emergency'],
    100,
    'Emergency words',
    'A message of high importance with one of these in its subject or text is never held up.',
    'T',
  );
}

/** True for a message that somebody has marked as of high importance and that says that people must know now. */
export function isEmergency({ highImportance }: Sending, words: string, emergency: readonly string[]): boolean {
  return highImportance && holdsAny(words, emergency);
}
