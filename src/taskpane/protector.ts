import { isUnreadable } from '../domain';
import { words } from '../ui/words';
import type { PaneHost } from './host';
import { attachmentsOf, makeEach, withLeft } from './made';
import type { Made } from './made';
import { makePassword } from './password';
import { freeName, protectedZip, zipNameFor } from './protected-zip';
import type { ZippedFile } from './protected-zip';
import type { ProtectedCopy } from './state';

/** Completes “That did not work, because …”. */
const GONE = 'it is no longer attached';

/** Puts protected copies in the place of attachments. */
export interface Protector {
  /** One copy of all these attachments; those that are gone are passed over. */
  protect(ids: readonly string[]): Promise<Made>;
  /** The password that is shown is shown no more: the next copy gets another. */
  forget(): void;
}

export function makeProtector(host: PaneHost): Protector {
  let shown: ProtectedCopy | null = null;

  async function protect(ids: readonly string[]): Promise<Made> {
    const attachments = await attachmentsOf(host.source);
    const names = attachments.map(({ name }) => name);
    const wanted = attachments.filter(({ id }) => ids.includes(id));
    const [first] = wanted;
    if (first === undefined) return { failed: GONE };
    const isOne = wanted.length === 1;
    const files: ZippedFile[] = [];
    for (const { id, name } of wanted) {
      const content = await host.source.open(id);
      if (isUnreadable(content)) {
        // Taken out by hand meanwhile: a client then answers with a number.
        const isThere = (await attachmentsOf(host.source)).some((each) => each.id === id);
        return { failed: isThere ? content.unreadable : GONE, ...(isOne ? {} : { name }) };
      }
      files.push({ name: freeName(name, files.map((file) => file.name)), content });
    }
    const zip = isOne ? zipNameFor(first.name, names) : freeName(`${words.protectedFiles}.zip`, names);
    // A password that gave way to the next one would be lost, and its file with it.
    const password = shown?.password ?? makePassword();
    // First add, then remove: whatever fails, nothing is lost.
    const added = await host.change({ do: 'add-attachment', name: zip, content: await protectedZip(files, password) });
    if (added !== true) return { failed: added.unreadable };
    const copy = { zips: [...(shown?.zips.filter((name) => names.includes(name)) ?? []), zip], password };
    shown = copy;
    const left = await makeEach(host, wanted.map(({ id, name }) => [name, { do: 'remove-attachment', attachment: id }]));
    const [failure] = left;
    if (!isOne) return { text: withLeft(words.attachmentsProtected(wanted.length, zip), left), copy };
    return { text: failure === undefined ? words.attachmentProtected(first.name, zip) : words.attachmentBoth(first.name, zip, words.because(failure.because)), copy };
  }

  return {
    protect,
    forget: () => {
      shown = null;
    },
  };
}
