import type { AnyRule } from '../../domain';
import { capitalised } from '../../text';
import { humanised } from './labels';

/** A message with its places named, and of a plural the many: “This goes to [list] (about … people).” */
function withPlaces(words: string): string {
  return words.replace(/\{(\w+)(?::([^}]*))?\}/g, (_, name: string, forms: string | undefined) => (forms === undefined ? `[${name}]` : (forms.split('|').pop() ?? '').trim().replace('#', '…')));
}

/** The names, each of those that another has as well made longer. */
function parted(names: readonly string[], longer: (index: number) => string): readonly string[] {
  return names.map((name, index) => (names.indexOf(name) === names.lastIndexOf(name) ? name : withPlaces(longer(index))));
}

/** What each message of a rule is called: what was seen; where two say the same, what to do as well, and its own name at last. */
export function messageNames({ tips }: AnyRule): { readonly [tip: string]: string } {
  const keys = Object.keys(tips);
  const said = Object.values(tips).map(({ saw, advice }) => (advice === null ? saw : `${saw} ${capitalised(advice)}`));
  const seen = parted(Object.values(tips).map(({ saw }) => withPlaces(saw)), (index) => said[index] ?? '');
  const names = parted(seen, (index) => `${said[index] ?? ''} (${humanised(keys[index] ?? '')})`);
  return Object.fromEntries(keys.map((key, index) => [key, names[index] ?? key]));
}
