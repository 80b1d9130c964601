import type { Inspection } from '../domain';
import type { Budget } from './budget';
import type { FurtherReaders, Reader } from './further';

/** What an inspector is given beside the bytes. */
export interface InspectionContext {
  /** The file's own name. For text that declares nothing about itself; never for deciding protection or format. */
  readonly name: string;
  /** Entry names from the attachment inwards, itself excluded. */
  readonly path: readonly string[];
  readonly budget: Budget;
  /**
   * Inspects a file found inside this one, with its own inspector, one level deeper. Its segments come back with `name`
   * added to their path. Over the depth limit the answer has content `none` and says so.
   */
  inspectEntry(name: string, bytes: Uint8Array): Inspecting;
  /**
   * Inspects what this file turns out to be once it is deciphered or unwrapped: the same place in the draft, other bytes.
   * It counts as a level of depth, so that wrappings within wrappings end.
   */
  inspectInstead(bytes: Uint8Array): Inspecting;
  /**
   * The context for something inside this file that has a name but no bytes of its own, such as a mail attached to a
   * stored mail; null over the depth limit.
   */
  within(name: string): InspectionContext | null;
  /** A reader that not every runtime has, or what stands in for it: that reads nothing and says so. */
  further<Name extends Reader>(name: Name): FurtherReaders[Name];
  /** Notes that the pane can read what is not read here; returns the sentence that says so. */
  leaveToPane(): string;
}

/** An inspection under way: it yields at every place where it may be paused, at least once a megabyte of work. */
export type Inspecting = Generator<void, Inspection, void>;

/**
 * Bytes → inspection, for one family of formats. Never throws on bad bytes and never loops without asking the budget:
 * what it could not read is an answer (`unknown`, `none`) with its reason.
 */
export interface Inspector {
  /** True when the bytes are of this family. Looks at bytes only, never at a name. */
  sniff(bytes: Uint8Array): boolean;
  inspect(bytes: Uint8Array, context: InspectionContext): Inspecting;
}
