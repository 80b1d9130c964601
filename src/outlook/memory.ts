import { isUnreadable } from '../domain';
import type { Attachment, AttachmentContent, Inspection, PlacedMatch, Scan } from '../domain';
import type { ComposeItem } from './item';
import { forget, readStored, store } from './session-store';
import type { Timers } from './timers';

/** The most that is kept with a draft, in characters: all of `sessionData` has 50,000, and an answer needs some. */
const LONGEST_STORED = 40000;

/** What was inspected of the attachments of one draft. */
export interface Memory {
  recall(attachment: Attachment): Promise<AttachmentContent | null>;
  keep(content: AttachmentContent): void;
  /** True when this attachment's content is known now. */
  knows(attachment: Attachment): boolean;
  /** The text that is stored with the draft; null when nothing has been added since it was read. */
  text(): string | null;
}

/** An attachment is the same one while its id, name and size are. */
function identity(attachment: Attachment): string {
  return JSON.stringify([attachment.id, attachment.name, attachment.size, attachment.kind]);
}

/** What is kept of a match, by place: their names would take more room than what they hold. */
const KEPT = ['detector', 'start', 'end', 'masked', 'score', 'level', 'reasons', 'key', 'where'] as const satisfies readonly (keyof PlacedMatch)[];

/** The inspection without its text: nothing that was not masked is stored. */
interface Packed {
  readonly inspection: Inspection;
  readonly scan: Omit<Scan, 'matches'> & { readonly matches: readonly (readonly unknown[])[] };
}

function pack({ inspection, scan }: AttachmentContent): Packed {
  return { inspection: { ...inspection, segments: [] }, scan: { ...scan, matches: scan.matches.map((match) => KEPT.map((name) => match[name])) } };
}

function unpackMatch(values: readonly unknown[]): PlacedMatch {
  const match: { [name: string]: unknown } = {};
  KEPT.forEach((name, index) => (match[name] = values[index]));
  return match as unknown as PlacedMatch;
}

function unpack({ inspection, scan }: Packed): { readonly inspection: Inspection; readonly scan: Scan } {
  return { inspection, scan: { ...scan, matches: scan.matches.map(unpackMatch) } };
}

/** What was stored, if it was stored by this build under this policy. */
function parse(text: string, stamp: string): { [identity: string]: Packed } | null {
  try {
    const stored = JSON.parse(text) as { stamp?: unknown; known?: unknown } | null;
    if (typeof stored !== 'object' || stored === null || stored.stamp !== stamp) return null;
    return typeof stored.known === 'object' && stored.known !== null ? (stored.known as { [identity: string]: Packed }) : null;
  } catch {
    return null;
  }
}

/**
 * Remembers what attachments held, within a page and, through the draft's session data, from one runtime to the next: an
 * event, the pane and the next Send are three. What is stored has no text of the files, only what was found, masked. A
 * draft checks the same without it. `stamp` names the build and the policy, so that neither is answered for by another.
 */
export function makeMemory(stamp: string, load: () => Promise<string | null>): Memory {
  const known = new Map<string, AttachmentContent>();
  let stored: Promise<{ [identity: string]: Packed }> | null = null;
  let hasNews = false;
  const loadOnce = (): Promise<{ [identity: string]: Packed }> => {
    stored ??= load().then(
      (text) => (text === null ? null : parse(text, stamp)) ?? {},
      () => ({}),
    );
    return stored;
  };
  return {
    async recall(attachment) {
      const name = identity(attachment);
      const here = known.get(name);
      if (here !== undefined) return { ...here, attachment };
      const packed = (await loadOnce())[name];
      if (packed === undefined) return null;
      try {
        const content = { attachment, ...unpack(packed) };
        known.set(name, content);
        return content;
      } catch {
        return null;
      }
    },
    keep(content) {
      known.set(identity(content.attachment), content);
      hasNews = true;
    },
    knows: (attachment) => known.has(identity(attachment)),
    text() {
      if (!hasNews) return null;
      const entries: { [identity: string]: Packed } = {};
      let length = 0;
      known.forEach((content, name) => {
        const packed = pack(content);
        const needed = JSON.stringify([name, packed]).length;
        if (length + needed > LONGEST_STORED) return;
        length += needed;
        entries[name] = packed;
      });
      return JSON.stringify({ stamp, known: entries });
    },
  };
}

/** The memory of a draft in the window. */
export function memoryOf(item: ComposeItem | null, stamp: string, milliseconds: number, timers: Timers): Memory {
  return makeMemory(stamp, async () => {
    if (item === null) return null;
    const text = await readStored(item, 'heed.inspections', milliseconds, timers);
    return isUnreadable(text) ? null : text;
  });
}

/** Stores what is new with the draft, as well as it goes. */
export async function saveMemory(item: ComposeItem, memory: Memory, milliseconds: number, timers: Timers): Promise<void> {
  const text = memory.text();
  if (text !== null) await store(item, 'heed.inspections', text, milliseconds, timers);
}

export async function forgetMemory(item: ComposeItem, milliseconds: number, timers: Timers): Promise<void> {
  await forget(item, 'heed.inspections', milliseconds, timers);
}
