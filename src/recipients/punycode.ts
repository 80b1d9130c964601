/** RFC 3492's parameters. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

/** A label of a domain name is at most 63 characters; encoding is quadratic, so longer ones are not begun. */
const LONGEST_LABEL = 63;

function digit(value: number): string {
  return String.fromCharCode(value < 26 ? 97 + value : 22 + value);
}

function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/**
 * A label in the form that mail is sent to: `bücher` is `xn--bcher-kva` (RFC 3492). A label in ASCII stays as it is; null
 * for one that is too long for a domain.
 */
export function asciiLabel(label: string): string | null {
  if (!/[^\x00-\x7f]/.test(label)) return label.length > LONGEST_LABEL ? null : label;
  const points = Array.from(label, (character) => character.codePointAt(0)!);
  if (points.length > LONGEST_LABEL) return null;
  const basic = points.filter((point) => point < INITIAL_N);
  let output = basic.map((point) => String.fromCharCode(point)).join('') + (basic.length > 0 ? '-' : '');
  let n = INITIAL_N;
  let delta = 0;
  let bias = INITIAL_BIAS;
  let done = basic.length;
  while (done < points.length) {
    const next = points.reduce((least, point) => (point >= n && point < least ? point : least), Infinity);
    delta += (next - n) * (done + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      let q = delta;
      for (let k = BASE; ; k += BASE) {
        const threshold = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
        if (q < threshold) break;
        output += digit(threshold + ((q - threshold) % (BASE - threshold)));
        q = Math.floor((q - threshold) / (BASE - threshold));
      }
      output += digit(q);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
    delta++;
    n++;
  }
  return output.length + 4 > LONGEST_LABEL ? null : `xn--${output}`;
}

function valueOf(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 0x61 : code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : BASE;
}

/** The label as people see it: `xn--bcher-kva` is `bücher`. One that is not encoded, or wrongly, stays as it is. */
export function unicodeLabel(label: string): string {
  if (label.slice(0, 4) !== 'xn--' || label.length > LONGEST_LABEL) return label;
  const encoded = label.slice(4);
  const hyphen = encoded.lastIndexOf('-');
  const output = Array.from(encoded.slice(0, Math.max(0, hyphen)));
  let n = INITIAL_N;
  let bias = INITIAL_BIAS;
  let i = 0;
  for (let at = hyphen + 1; at < encoded.length; ) {
    const start = i;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const value = at < encoded.length ? valueOf(encoded.charCodeAt(at++)) : BASE;
      if (value >= BASE) return label;
      i += value * weight;
      const threshold = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(i - start, length, start === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10ffff) return label;
    output.splice(i++, 0, String.fromCodePoint(n));
  }
  return output.join('');
}
