import { ENGLISH, languageFor } from './languages';
import type { Language } from './languages';
import type { Words } from './languages/english';

/**
 * Every sentence a person reads in the task pane, in the language it is shown in. Clauses are quoted in the policy's own
 * language and are not here.
 */
export let words: Words = ENGLISH.words;

let spoken: Language = ENGLISH;

/** The language the pane is shown in. */
export function language(): Language {
  return spoken;
}

/** Chooses the language once, before anything is drawn; `tag` is the client's own (`Office.context.displayLanguage`). */
export function speak(tag: string | null): Language {
  spoken = languageFor(tag);
  words = spoken.words;
  return spoken;
}
