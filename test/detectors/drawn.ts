/** Characters that keys are drawn from. */
export const DRAWN_FROM = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A key as a machine draws one, the same for the same seed. Made at run time, so that no scanner of this repository takes it for real. */
export function drawn(length: number, seed = 1, from = DRAWN_FROM): string {
  let state = seed * 2654435761;
  let key = '';
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    key += from.charAt((state >>> 8) % from.length);
  }
  return key;
}

export const HEX = '0123456789abcdef';
