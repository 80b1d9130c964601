// Protocol buffers, wire format: protobuf.dev/programming-guides/encoding.

/** A number of seven bits a byte, the lowest first; exact up to 2^53. */
export function readVarint(data: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  let next = at;
  for (; next < data.length && next < at + 10; next += 1) {
    const byte = data[next]!;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) break;
  }
  return { value, next: next + 1 };
}

/** Passes each field of the message `data[from, to)` to `visit`: `[start, end)` for bytes, `value` for numbers. */
export function eachField(
  data: Uint8Array,
  from: number,
  to: number,
  visit: (field: number, start: number, end: number, value: number) => unknown,
): void {
  let at = from;
  while (at < to) {
    const key = readVarint(data, at);
    const field = Math.floor(key.value / 8);
    at = key.next;
    switch (key.value % 8) {
      case 0: {
        const number = readVarint(data, at);
        visit(field, at, at, number.value);
        at = number.next;
        break;
      }
      case 1:
        at += 8;
        break;
      case 2: {
        const length = readVarint(data, at);
        const end = Math.min(to, length.next + length.value);
        visit(field, length.next, end, 0);
        at = end;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        return;
    }
  }
}
