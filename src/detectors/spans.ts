/*
 * Parts of a text, and where they stand.
 */

/** From `start` up to `end`, which is no part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Of `length` places in order, the first of which `isSo`, the last that is; -1 when none is. */
export function lastOf(length: number, isSo: (index: number) => boolean): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isSo(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of the last item that starts at or before `offset`; -1 when there is none. */
export function lastAtOrBefore(items: readonly { readonly start: number }[], offset: number): number {
  return lastOf(items.length, (index) => (items[index] as { readonly start: number }).start <= offset);
}

/** Of items in order, the last that begins before `end`, where it reaches beyond `start`: the one that a place is in, or has any of a span. */
export function itemAt<Item extends Span>(items: readonly Item[], start: number, end = start + 1): Item | undefined {
  const item = items[lastAtOrBefore(items, end - 1)];
  return item !== undefined && item.end > start ? item : undefined;
}

/** Items in order, parted where the next begins more than `step` after the end of the last; one that begins within the last is left out. */
export function runsOf<Item extends Span>(items: readonly Item[], step: number): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  let end = -Infinity;
  for (const item of items) {
    if (item.start < end) continue;
    if (item.start - end > step) runs.push([]);
    (runs[runs.length - 1] as Item[]).push(item);
    end = item.end;
  }
  return runs;
}

/** Where the line of a place begins. */
export function lineStart(text: string, place: number): number {
  return place === 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1;
}

/** Where the line of a place ends: at its line feed, or with the text. */
export function lineEnd(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  return end < 0 ? text.length : end;
}
