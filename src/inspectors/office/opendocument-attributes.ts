import type { XmlReader } from '../text/xml';
import { attributeOf } from '../text/xml-values';

/** Words that stand in attributes; `hidden` is why nobody sees them at once, null for what is shown. */
export interface AttributeWords {
  readonly hidden: string | null;
  readonly words: string;
}

/** Fields, and the choices that they offer (OpenDocument 1.3 part 3, chapter 13). */
const FIELDS = new Set(['text', 'textarea', 'formatted-text', 'combobox', 'listbox', 'item', 'option', 'fixed-text', 'checkbox', 'radio', 'button', 'frame']);
/** What was entered first, what a field begins with otherwise, and what stands on it. */
const FIELD_ATTRIBUTES = ['current-value', 'value', 'label'];

/** The strings in a formula, a line each. */
function quotedIn(formula: string): string {
  return (formula.match(/"(?:[^"]|"")*"/g) ?? []).map((quoted) => quoted.slice(1, -1).replace(/""/g, '"')).join('\n');
}

/** What the element just opened says in its attributes; null for nothing. */
export function wordsInAttributes(reader: XmlReader): AttributeWords | null {
  const { name } = reader;
  if (name === 'a') {
    const address = attributeOf(reader, 'href') ?? '';
    return /^[a-z]+:/i.test(address) ? { hidden: 'link', words: address } : null;
  }
  if (name === 'content-validation') return { hidden: 'list of choices', words: quotedIn(attributeOf(reader, 'condition') ?? '') };
  if (name === 'named-expression') {
    return { hidden: 'defined names', words: `${attributeOf(reader, 'name') ?? ''}: ${attributeOf(reader, 'expression') ?? ''}` };
  }
  if (!FIELDS.has(name)) return null;
  const values = FIELD_ATTRIBUTES.map((attribute) => attributeOf(reader, attribute) ?? '');
  return { hidden: null, words: values.filter((value, index) => value !== '' && values.indexOf(value) === index).join('\n') };
}
