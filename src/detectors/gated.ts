/*
 * RegExps that are made ready for few texts. A runtime reads a RegExp when it first runs, and at a send everything runs for
 * the first time: for a long one that takes longer than looking for the words without which it never fits.
 */

/** Answers as the RegExp does. */
export interface Gated {
  test(text: string): boolean;
}

/** `pattern`, run once a text has one of `parts`, which are parted by bars: each text that it fits has one. In small letters where capitals are all one to it. */
export function onlyWith(parts: string, pattern: RegExp): Gated {
  let isReady = false;
  let list: readonly string[] | null = null;
  return {
    test(text) {
      if (!isReady) {
        if (list === null) list = parts.split('|');
        const searched = pattern.ignoreCase ? text.toLowerCase() : text;
        if (!list.some((part) => searched.includes(part))) return false;
        isReady = true;
      }
      return pattern.test(text);
    },
  };
}
