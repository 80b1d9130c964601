/** Something in a pack that must be put right before it can be used. */
export interface Problem {
  /** The file's name, as it was given. */
  readonly file: string;
  /** Where in it: `rules.all-staff.severity.list`, or `line 3, column 5` when it is not JSON. Empty for the whole file. */
  readonly path: string;
  /** What is wrong and what to do, as one or two sentences. */
  readonly message: string;
}

/** A place in a pack, from the top: keys of objects and positions in lists. */
export type Path = readonly (string | number)[];

/** The longest piece of a pack that is quoted in a sentence, in characters. */
const LONGEST_QUOTE = 60;

/** The whole sentence, as it is printed: `oakfield.json: rules.mising-subject: no such rule. …`. */
export function sayProblem(problem: Problem): string {
  return [problem.file, problem.path, problem.message].filter((part) => part !== '').join(': ');
}

/** A path as people write it: `organisation.schools[0].hours.mon`. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z0-9_$-]{1,80}$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${quoted(step)}]`;
  }
  return text;
}

/** A text in quotation marks, cut when it is long, with its line breaks and control characters made visible. */
export function quoted(text: string): string {
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
  return JSON.stringify(shown);
}

/** A value as the pack has it, short enough for a sentence. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : 'a list';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : 'an object';
  return String(value);
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last: 'or' | 'and' = 'or'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1] ?? ''}`;
}
