/** The sums behind published check characters. All take compacted values and never throw. */

export function digitAt(value: string, index: number): number {
  return value.charCodeAt(index) - 48;
}

/** Σ digit × weight, the first weight for the first digit. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += digitAt(digits, i) * (weights[i] as number);
  return sum;
}

/** True for numbers nobody issues: one digit repeated, or digits counting up or down. */
export function isFiller(digits: string): boolean {
  let repeats = true;
  let rises = true;
  let falls = true;
  for (let i = 1; i < digits.length; i += 1) {
    const step = (digitAt(digits, i) - digitAt(digits, i - 1) + 10) % 10;
    repeats = repeats && step === 0;
    rises = rises && step === 1;
    falls = falls && step === 9;
  }
  return repeats || rises || falls;
}

/** ISO/IEC 7812-1 annex B (“Luhn”). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digitAt(digits, digits.length - 1 - i);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** ISO/IEC 7064 MOD 97-10 over digits and letters (A = 10): the remainder, without big integers. */
export function remainder97(value: string): number {
  let remainder = 0;
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    remainder = code < 65 ? remainder * 10 + code - 48 : remainder * 100 + code - 55;
    remainder %= 97;
  }
  return remainder;
}
