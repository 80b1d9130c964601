import type { SourceParts, SourcePart } from './draft';
import type { Unreadable } from './unreadable';

/** Where a draft comes from: Outlook, an .eml file, a test. Reads only what is asked, and may fail part by part. */
export interface DraftSource {
  read<P extends SourcePart>(part: P): Promise<SourceParts[P] | Unreadable>;
  /** The bytes of one attachment. */
  open(attachmentId: string): Promise<Uint8Array | Unreadable>;
}
