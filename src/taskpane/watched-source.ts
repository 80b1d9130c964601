import { isUnreadable } from '../domain';
import type { Attachment, DraftSource, SourcePart } from '../domain';
import type { Reading } from '../ui';

/** A source that is read once for each part, and tells which attachment is being opened. */
export function watchedSource(source: DraftSource, onReading: (reading: Reading) => void): DraftSource {
  const known = new Map<SourcePart, Promise<unknown>>();
  let files: readonly Attachment[] = [];
  let opened = 0;
  return {
    read: (part) => {
      const before = known.get(part);
      if (before !== undefined) return before as never;
      const value = source.read(part);
      known.set(part, value);
      if (part === 'attachments') {
        value.then(
          (list) => {
            if (!isUnreadable(list)) files = (list as readonly Attachment[]).filter(({ kind }) => kind !== 'link');
          },
          () => undefined,
        );
      }
      return value;
    },
    open: (id) => {
      opened += 1;
      const name = files.find((file) => file.id === id)?.name ?? '';
      onReading({ number: opened, of: Math.max(opened, files.length), name });
      return source.open(id);
    },
  };
}
