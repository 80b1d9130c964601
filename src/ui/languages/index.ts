import { english } from './english';
import type { Words } from './english';
import { polish } from './polish';
import { welsh } from './welsh';

/** A language that the pane can be shown in. */
export interface Language {
  /** Its BCP 47 tag, for the page and for what is chosen by the client's own language. */
  readonly tag: string;
  readonly words: Words;
  /** The native speaker who read it through and when, as an ISO date; null until somebody has. */
  readonly reviewed: { readonly by: string; readonly on: string } | null;
}

export const ENGLISH: Language = { tag: 'en-GB', words: english, reviewed: { by: 'the authors', on: '2026-11-29' } };

export const LANGUAGES: readonly Language[] = [ENGLISH, { tag: 'cy', words: welsh, reviewed: null }, { tag: 'pl', words: polish, reviewed: null }];

/** The language for a client's own (`cy-GB`, `pl`), or English when there is none. */
export function languageFor(tag: string | null): Language {
  const [name] = (tag ?? '').toLowerCase().split('-');
  return LANGUAGES.find((language) => language.tag.split('-')[0] === name) ?? ENGLISH;
}
