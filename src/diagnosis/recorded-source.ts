import { isUnreadable } from '../domain';
import type { DraftSource, ReadOutcome, TracedRead } from '../domain';

/** Milliseconds from which an answer counts as late. */
const LATE = 1000;

/** What a reason says of a failed call, without its words: they may name a file. */
export function outcomeOf(reason: string): Pick<TracedRead, 'outcome' | 'code'> {
  const code = /\((\d{1,6})(?:[ )])/.exec(reason)?.[1];
  const outcome: ReadOutcome = /in time/.test(reason) ? 'silent' : /^this Outlook cannot/.test(reason) ? 'missing' : 'failed';
  return { outcome, code: code === undefined ? null : Number(code) };
}

export interface RecordedSource {
  readonly source: DraftSource;
  /** What was read so far, in the order it was asked for. */
  reads(): readonly TracedRead[];
}

/** A source that keeps how long each answer took and how it went, and nothing of what it said. */
export function recordedSource(source: DraftSource, clock: () => number): RecordedSource {
  const reads: (TracedRead | null)[] = [];
  let numbers: readonly string[] = [];

  async function recorded<T>(what: TracedRead['what'], ask: () => Promise<T>): Promise<T> {
    const place = reads.push(null) - 1;
    const began = clock();
    const keep = (how: Pick<TracedRead, 'outcome' | 'code'>): void => {
      reads[place] = { what, milliseconds: Math.round(clock() - began), ...how };
    };
    try {
      const value = await ask();
      if (isUnreadable(value)) keep(outcomeOf(value.unreadable));
      else if (value instanceof Uint8Array && value.length === 0) keep({ outcome: 'empty', code: null });
      else keep({ outcome: clock() - began >= LATE ? 'late' : 'read', code: null });
      return value;
    } catch (error) {
      keep(outcomeOf(error instanceof Error ? error.message : String(error)));
      throw error;
    }
  }

  return {
    source: {
      read: (part) =>
        recorded(part, async () => {
          const value = await source.read(part);
          if (part === 'attachments' && Array.isArray(value)) numbers = (value as readonly { readonly id: string }[]).map(({ id }) => id);
          return value;
        }),
      open: (id) => recorded(`attachment ${numbers.indexOf(id) + 1}`, () => source.open(id)),
    },
    reads: () => reads.filter((read) => read !== null),
  };
}
