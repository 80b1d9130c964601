import type { OtherLetters } from '../text/single-byte';
import type { unpackBzip2 } from './archives/bzip2';
import type { CompoundEntry, CompoundFile } from './compound/compound-file';
import type { unpackRtf } from './mail/compressed-rtf';
import type { clearXls, decipherPackage } from './compound/deciphering';
import type { inspectEpub } from './office/epub';
import type { InspectionContext, Inspector } from './inspector';
import type { readIwork } from './office/iwork-reader';
import type { inspectMailbox } from './mail/mailbox';
import type { unpackLzma } from './archives/lzma-streams';
import type { Members } from './members';
import type { DocumentPackage, TextSink } from './office/package';
import type { readDynamicForm } from './pdf/dynamic-form';
import type { RareCharacters } from './pdf/encodings';
import type { unpackAsciiHex, unpackLzw, unpackRunLength } from './pdf/older-filters';
import type { BlockKeys } from './compound/office-rc4';
import type { unpackFolder } from './archives/seven-zip-folder';
import type { XmlReader } from './text/xml';
import type { decodeUuencoded } from './archives/uuencoded';
import type { inspectXps } from './office/xps';

/** A reading under way; undefined where this runtime cannot do it, which the reading has said by then. */
type Reading<Result> = Generator<void, Result | undefined, void>;

/** What serves within the reading of other files. */
interface FurtherParts {
  /** Of formats that no send in classic Outlook opens; asked before all others. */
  readonly inspectors: readonly Inspector[];
  /** Letters that are not Western European. */
  readonly letters: OtherLetters;
  readonly decipherPackage: typeof decipherPackage;
  readonly clearXls: typeof clearXls;
  readonly epub: typeof inspectEpub;
  readonly iwork: typeof readIwork;
  readonly xps: typeof inspectXps;
  readonly mailbox: typeof inspectMailbox;
  readonly uuencoded: typeof decodeUuencoded;
  readonly bzip2: typeof unpackBzip2;
  readonly lzma: typeof unpackLzma;
  readonly sevenZipFolder: typeof unpackFolder;
  readonly compressedRichText: typeof unpackRtf;
  /** The words in a picture's properties. */
  readonly picture: (bytes: Uint8Array) => string;
  // Of PDF files: letters by rare names, forms in XML, and how old files are packed.
  readonly rareCharacters: RareCharacters;
  readonly dynamicForm: typeof readDynamicForm;
  readonly lzw: typeof unpackLzw;
  readonly runLength: typeof unpackRunLength;
  readonly asciiHex: typeof unpackAsciiHex;
}

/**
 * What is read beside the formats that every send reads: seldom sent, and too much code for the one file that classic
 * Outlook loads. Whether such a file is protected is judged without these.
 */
export interface FurtherReaders extends FurtherParts {
  /** What looks like text in a file whose layout is not known; `reason` says why that may not be all. */
  looseText(context: InspectionContext, into: Members, bytes: Uint8Array, reason: string | null): Reading<void>;
  word(context: InspectionContext, into: Members, document: Uint8Array, file: CompoundFile, storage: CompoundEntry): Reading<void>;
  /** `caches` are the streams of its pivot caches. */
  excel(context: InspectionContext, into: Members, workbook: Uint8Array, caches: readonly Uint8Array[]): Reading<void>;
  /** The streams with the properties of an Office document before 2007; null for one that is missing. */
  properties(context: InspectionContext, into: Members, summary: Uint8Array | null, documentSummary: Uint8Array | null): Reading<void>;
  richText(context: InspectionContext, into: Members, bytes: Uint8Array): Reading<void>;
  webPage(context: InspectionContext, into: TextSink, html: string): Reading<void>;
  /** `hidden` is why nobody sees it, if so. */
  openDocument(context: InspectionContext, into: TextSink, reader: XmlReader, place: string, hidden: string | null): Reading<void>;
  visio(context: InspectionContext, into: Members, drawing: Uint8Array): Reading<void>;
  /** `currentUser` is the stream of that name; `keys` is null for a presentation that is not encrypted. */
  powerPoint(context: InspectionContext, into: Members, stream: Uint8Array, currentUser: Uint8Array, keys: BlockKeys | null): Reading<void>;
  pgp(context: InspectionContext, into: Members, packets: Uint8Array): Reading<void>;
  /** True when something in the workbook may not be changed. */
  binaryWorkbook(context: InspectionContext, into: DocumentPackage, main: string, readParts: Set<string>): Reading<boolean>;
}

/** The readers that take part in an inspection, each of which may be left to the pane. */
export type Reader = Exclude<keyof FurtherReaders, keyof FurtherParts>;

/** Why a file of which only what looks like text is read may not be read whole. */
export const LOOSE = 'Its layout is not known here, so only text that could be recognised as such was read.';

/** Stands in for a reader that this runtime does without. */
export function* leaveToPane(context: InspectionContext, into: { miss(reason: string): void }): Generator<void, undefined, void> {
  into.miss(context.leaveToPane());
  return undefined;
}
