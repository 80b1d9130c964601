import { HASHED } from './hashed';
import { SCRIPT_TYPES } from './served';
import type { Served } from './served';

/** The paths of the scripts that a page of ours names on its own host. */
export function scriptsOf(html: string): readonly string[] {
  const sources = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/gi)].map((match) => match[1] as string);
  return sources.filter((source) => !/^(?:[a-z]+:|\/\/)/i.test(source)).map((source) => `/${source.replace(/^\.?\//, '')}`);
}

/** What a web server has to say of a script that a page names. */
export function scriptOf(path: string, page: string): Served {
  const caching = new RegExp(HASHED).test(path) ? 'any' : 'fresh';
  return { path, what: `a script of ${page.slice(1)}`, types: SCRIPT_TYPES, caching, isShared: false, isFramed: false, isNeeded: true };
}
