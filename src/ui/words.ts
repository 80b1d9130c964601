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

/**
 * Chooses the language once, before anything is drawn. `tag` is the client's own (`Office.context.displayLanguage`);
 * `offered` are the languages beside English that the policy offers.
 */
export function speak(tag: string | null, offered: readonly string[]): Language {
  const wanted = languageFor(tag);
  spoken = offered.includes(wanted.tag) ? wanted : ENGLISH;
  words = spoken.words;
  return spoken;
}

/** A reason's words: translated where they are the usual ones, and the policy's own where it has put them otherwise. */
export function reasonText({ code, text }: { readonly code: string; readonly text: string }): string {
  return text === ENGLISH.words.reasons[code] ? (words.reasons[code] ?? text) : text;
}

/** What a check says stands in English: the language to mark it with where the pane speaks another, for those who listen. */
export function languageOfFindings(): string | undefined {
  return spoken === ENGLISH ? undefined : ENGLISH.tag;
}
