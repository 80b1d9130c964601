import { rc4 } from '../crypto/rc4';
import { numberBytes } from './default-password';
import type { InspectionContext } from '../inspector';
import { addLooseText } from '../text/loose-text';
import type { Members } from '../members';

/** Reads what looks like text in an Access database, whose tables are not told apart. */
export function* readAccess(
  context: InspectionContext,
  members: Members,
  bytes: Uint8Array,
  pageKey: number,
  pageSize: number,
): Generator<void, void, void> {
  let pages = bytes;
  if (pageKey !== 0) {
    // Every page is enciphered with a key that stands in the first, so anyone's program can read it.
    pages = bytes.slice();
    for (let page = 1; page * pageSize < bytes.length && !context.budget.isOutOfTime(); page += 1) {
      pages.set(rc4(numberBytes(pageKey ^ page), bytes.subarray(page * pageSize, (page + 1) * pageSize)), page * pageSize);
      if (page % 256 === 0) yield;
    }
  }
  yield* addLooseText(context, members, pages, 'Its tables were not told apart: only what could be recognised as text was read.');
}
