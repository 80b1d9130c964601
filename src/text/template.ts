import { shortenMiddle } from './shorten';

/** A value for a placeholder. A number also chooses the plural. */
export type TemplateValue = string | number;

/** Picks which of a message's plural forms fits a number; English has two. */
export type PluralForm = (count: number) => number;

export const englishPlural: PluralForm = (count) => (count === 1 ? 0 : 1);

const PLACEHOLDER = /\{([A-Za-z]+)(?::([^{}]*))?\}/g;

/** The names of a template's placeholders, each once. */
export function placeholdersIn(template: string): readonly string[] {
  const names: string[] = [];
  template.replace(PLACEHOLDER, (whole, name: string) => {
    if (!names.includes(name)) names.push(name);
    return whole;
  });
  return names;
}

/**
 * Fills `{name}` with its value, shortened in its middle to its allowance, and `{count: # pupil | # pupils}` with the
 * form that fits the number, `#` being the number. A placeholder without a value stays as it is, so that a test sees it.
 */
export function fillTemplate(
  template: string,
  values: { readonly [name: string]: TemplateValue },
  allowances: { readonly [name: string]: number } = {},
  plural: PluralForm = englishPlural,
): string {
  return template.replace(PLACEHOLDER, (whole, name: string, forms: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (forms !== undefined) {
      const choices = forms.split('|');
      const chosen = choices[Math.min(plural(Number(value)), choices.length - 1)] as string;
      return chosen.trim().replace('#', String(value));
    }
    const text = String(value);
    const allowance = allowances[name];
    return allowance === undefined ? text : shortenMiddle(text, allowance);
  });
}
