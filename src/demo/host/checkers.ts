/** Says whether a parameter has the shape the library is known to send. A mismatch is a finding about our belief. */
export type Checked<T> = { readonly value: T } | { readonly wrong: string };
export type Checker<T> = (value: unknown) => Checked<T>;

const describe = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value);

export function text(longest = Infinity): Checker<string> {
  return (value) => {
    if (typeof value !== 'string') return { wrong: `is ${describe(value)}, not text` };
    return value.length > longest ? { wrong: `has ${value.length} characters, more than ${longest}` } : { value };
  };
}

export const number: Checker<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? { value } : { wrong: `is ${describe(value)}, not a number` };

export const flag: Checker<boolean> = (value) => (typeof value === 'boolean' ? { value } : { wrong: `is ${describe(value)}, not true or false` });

export function oneOf<T extends string | number>(...allowed: readonly T[]): Checker<T> {
  return (value) => {
    const found = allowed.find((candidate) => candidate === value);
    return found === undefined ? { wrong: `is ${JSON.stringify(value)}, not one of ${allowed.join(', ')}` } : { value: found };
  };
}

export function list<T>(inner: Checker<T>, most = Infinity): Checker<readonly T[]> {
  return (value) => {
    // The library copies event data member by member, which turns lists into objects with the keys 0, 1, 2.
    const entries = Array.isArray(value) ? value : null;
    if (entries === null) return { wrong: `is ${describe(value)}, not a list` };
    if (entries.length > most) return { wrong: `has ${entries.length} entries, more than ${most}` };
    const found: T[] = [];
    for (const [index, entry] of entries.entries()) {
      const checked = inner(entry);
      if ('wrong' in checked) return { wrong: `entry ${index} ${checked.wrong}` };
      found.push(checked.value);
    }
    return { value: found };
  };
}

export function optional<T>(inner: Checker<T>): Checker<T | null> {
  return (value) => (value === undefined || value === null ? { value: null } : inner(value));
}

/** One checker per member of an object. */
export type Checkers<T> = { readonly [K in keyof T]: Checker<T[K]> };

export function shape<T extends object>(members: Checkers<T>): Checker<T> {
  return (value) => {
    if (typeof value !== 'object' || value === null) return { wrong: `is ${describe(value)}, not an object` };
    const found: Record<string, unknown> = {};
    for (const [name, checker] of Object.entries(members as Readonly<Record<string, Checker<unknown>>>)) {
      const checked = checker((value as Record<string, unknown>)[name]);
      if ('wrong' in checked) return { wrong: `${name} ${checked.wrong}` };
      found[name] = checked.value;
    }
    return { value: found as T };
  };
}

// Ready-made, because a generic checker written in place inside `call` loses its type to the inference around it.
export const maybeFlag = optional(flag);
export const maybeText = optional(text());
export const keys = list(text());

/** Names to texts, such as internet headers. */
export const texts: Checker<Readonly<Record<string, string>>> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { wrong: `is ${describe(value)}, not names and texts` };
  const isFine = Object.values(value).every((entry) => typeof entry === 'string');
  return isFine ? { value: value as Readonly<Record<string, string>> } : { wrong: 'has values that are not text' };
};
