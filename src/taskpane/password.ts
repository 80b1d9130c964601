import { PASSWORD_WORDS } from './password-words';

/** Five words of 256 and four digits: 53 bits, ten million guesses a second would need decades. */
const WORDS = 5;
const DIGITS = 10000;

/** A number below `bound` (at most 65,536), each as likely as any other. */
function randomBelow(bound: number): number {
  const limit = 65536 - (65536 % bound);
  const draw = new Uint16Array(1);
  for (;;) {
    const value = crypto.getRandomValues(draw)[0]!;
    if (value < limit) return value % bound;
  }
}

/** A new password that can be read out over the phone: `maple-otter-clay-robin-teapot-4821`. */
export function makePassword(): string {
  const words = Array.from({ length: WORDS }, () => PASSWORD_WORDS[randomBelow(PASSWORD_WORDS.length)]!);
  return [...words, String(randomBelow(DIGITS)).padStart(4, '0')].join('-');
}
