/** One line of what passed between the host and an add-in's runtime, or of what the host decided. */
export interface WireEntry {
  readonly number: number;
  /** Host time, in milliseconds since 1970 UTC. */
  readonly at: number;
  /** `event 2`, `pane 1` or `host`. */
  readonly runtime: string;
  readonly kind: 'call' | 'answer' | 'event' | 'launch' | 'completed' | 'runtime' | 'send' | 'violation';
  /** The API, event or state. */
  readonly name: string;
  /** JSON of what was passed, long texts cut. */
  readonly detail: string;
  /** For an answer: host milliseconds since the call. */
  readonly milliseconds: number | null;
}

/** Something the add-in did that a real client would refuse, or that would behave differently from client to client. */
export interface Violation {
  readonly at: number;
  readonly runtime: string;
  readonly what: string;
}

export interface WireLog {
  entries(): readonly WireEntry[];
  violations(): readonly Violation[];
  add(entry: Omit<WireEntry, 'number' | 'at' | 'detail' | 'milliseconds'> & { readonly detail?: unknown; readonly milliseconds?: number }): void;
  violate(runtime: string, what: string): void;
  clear(): void;
  listen(listener: () => void): () => void;
}

/** Longer texts in a log line are cut here: attachments pass through it. */
const LONGEST_TEXT = 400;

/** Older lines make room: a long session must not fill the page's memory. */
const MOST_ENTRIES = 2_000;

/** JSON with long texts cut, and what JSON cannot hold named. */
export function shortJson(value: unknown): string {
  if (value === undefined) return '';
  return (
    JSON.stringify(value, (_key, inner: unknown) => {
      if (typeof inner === 'string' && inner.length > LONGEST_TEXT) {
        return `${inner.slice(0, LONGEST_TEXT)} … (${inner.length} characters)`;
      }
      return typeof inner === 'function' ? '(function)' : inner;
    }) ?? ''
  );
}

export function createWireLog(now: () => number): WireLog {
  let entries: WireEntry[] = [];
  let violations: Violation[] = [];
  let count = 0;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const add: WireLog['add'] = ({ detail, milliseconds, ...entry }) => {
    count += 1;
    entries.push({ ...entry, number: count, at: now(), detail: shortJson(detail), milliseconds: milliseconds ?? null });
    if (entries.length > MOST_ENTRIES) entries = entries.slice(-MOST_ENTRIES / 2);
    tell();
  };
  return {
    entries: () => entries,
    violations: () => violations,
    add,
    violate: (runtime, what) => {
      violations = [...violations, { at: now(), runtime, what }];
      add({ runtime, kind: 'violation', name: what });
    },
    clear: () => {
      entries = [];
      violations = [];
      tell();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
