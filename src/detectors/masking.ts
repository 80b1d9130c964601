/** How many characters of a value stay readable. */
const SHOWN = 3;
/** Values up to this length are hidden whole: three characters of six would give away half. */
const SHORT = 6;

/** A value as evidence: everything hidden but its last three characters; short values whole. */
export function mask(value: string): string {
  const shown = value.length <= SHORT ? 0 : SHOWN;
  return '•'.repeat(value.length - shown) + value.slice(value.length - shown);
}

/** A secret as evidence: nothing of it, not even its length. */
export const MASKED_SECRET = '••••••••';

/**
 * A number that is equal for equal values and cannot be read back at sight: two rounds of FNV-1a with different seeds,
 * 64 bits in all. It is no protection against someone who tries every value, so it stays in memory.
 */
export function hash(value: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
