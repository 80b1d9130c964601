import * as v from 'valibot';

/** Who may change an option: the trust alone, a school that tightens it, or any school. */
type Lock = 'T' | 'T+' | 'S';

/** A whole number within limits. `unit` is what it counts, for forms and docs. */
export function numberOption(usual: number, [least, most]: readonly [number, number], title: string, description: string, lock: Lock, unit?: string) {
  return v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(least),
      v.maxValue(most),
      v.title(title),
      v.description(description),
      v.metadata(unit === undefined ? { lock } : { unit, lock }),
    ),
    usual,
  );
}

/** A list of words or phrases, each of 2 to 80 characters. */
export function wordsOption(usual: readonly string[], most: number, title: string, description: string, lock: Lock) {
  return v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.minLength(2), v.maxLength(80))),
      v.maxLength(most),
      v.title(title),
      v.description(description),
      v.metadata({ lock }),
    ),
    [...usual],
  );
}

export function switchOption(usual: boolean, title: string, description: string, lock: Lock) {
  return v.optional(v.pipe(v.boolean(), v.title(title), v.description(description), v.metadata({ lock })), usual);
}

/** A list of domains, each of 3 to 253 characters. */
export function domainsOption(usual: readonly string[], most: number, title: string, description: string, lock: Lock) {
  return v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.minLength(3), v.maxLength(253))),
      v.maxLength(most),
      v.title(title),
      v.description(description),
      v.metadata({ lock, holds: 'domains' }),
    ),
    [...usual],
  );
}

/** A list of addresses, domains or groups, each of 3 to 320 characters; empty where nobody has named any. `holds` says whether a domain may be among them. */
export function addressesOption(most: number, title: string, description: string, lock: Lock, holds: 'addresses' | 'addresses and domains' = 'addresses and domains') {
  return v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.minLength(3), v.maxLength(320))),
      v.maxLength(most),
      v.title(title),
      v.description(description),
      v.metadata({ lock, holds }),
    ),
    [],
  );
}
