import type { Inspection, Protection } from '../../domain';
import { limitReason } from '../budget';
import { u32 } from '../bytes';
import { findEntry, isCompoundFile, openCompoundFile } from './compound-file';
import type { CompoundEntry, CompoundFile } from './compound-file';
import { isEncryptedDoc } from './doc-header';
import { LOOSE } from '../further';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import type { Members } from '../members';
import { inspectMsg, isMsg } from '../mail/msg';
import { readPackagedFile } from './ole-object';
import type { PackagedFile } from './ole-object';
import { unlockPackage } from '../office/package-encryption';
import { unlockPpt } from './ppt-encryption';
import { locked, unread } from '../unread';
import { unlockXls } from './xls-encryption';
import { DAMAGED, LOCKED, RIGHTS, UNKNOWN_KIND } from '../sentences';

interface Verdict {
  readonly protection: Protection;
  readonly reason: string;
}

/** The verdict on a document enciphered with a password that every copy of a program knows. */
function opensIn(program: string): Verdict {
  return {
    protection: 'opens-without-password',
    reason: `It is encrypted, but with a password that ${program} fills in by itself, so it opens for anyone.`,
  };
}

function sealed(format: string, { protection, reason }: Verdict, contentReason: string = LOCKED): Inspection {
  return unread(format, protection, reason, contentReason);
}

/** What a storage is being inspected as part of. */
export interface Inside {
  readonly file: CompoundFile;
  readonly storage: CompoundEntry;
  readonly context: InspectionContext;
}

function streamOf({ file, storage }: Inside, ...path: readonly string[]): Uint8Array | null {
  const entry = findEntry(storage, ...path);
  return entry === null || entry.isStorage ? null : file.read(entry);
}

/** `note` is what only a verdict of `open` gives way to: a file in it with a password of its own makes it `partly`. */
function conclude(inside: Inside, members: Members, format: string, verdict: Verdict | null = null): Inspection {
  if (inside.file.isDamaged) members.miss(DAMAGED);
  const inspection = members.finish(format);
  return verdict === null || inspection.protection !== 'open' ? inspection : { ...inspection, ...verdict };
}

/** A document enciphered as a whole, in the way of Office since 2007. */
function* inspectEncrypted(inside: Inside, data: CompoundEntry): Inspecting {
  const info = streamOf(inside, 'EncryptionInfo');
  // Without it the key is with a rights server ([MS-OFFCRYPTO] 2.2.6).
  if (info === null) return locked('ooxml', RIGHTS);
  const { budget } = inside.context;
  const unlocked = yield* unlockPackage(info, budget);
  if (unlocked.outcome === 'locked') return locked('ooxml');
  const { readers } = budget;
  if (unlocked.outcome === 'untold') {
    // A send has little time, and engines that do not compile need tens of seconds: the pane has as long as it takes.
    return unread('ooxml', 'unknown', unlocked.why, unlocked.isForTime && readers === null ? inside.context.leaveToPane() : LOCKED);
  }
  if (readers === null) return sealed('ooxml', opensIn('Office'), inside.context.leaveToPane());
  const bytes = yield* readers.decipherPackage(inside.file.read(data), budget, unlocked.open);
  if (bytes === null) return sealed('ooxml', opensIn('Office'), limitReason('size'));
  const inspection = yield* inside.context.inspectInstead(bytes);
  const hasLocked = inspection.protection === 'protected' || inspection.protection === 'partly';
  return { ...inspection, ...(hasLocked ? { protection: 'partly', reason: inspection.reason } : opensIn('Office')) };
}

export function* inspectDoc(inside: Inside, document: Uint8Array): Inspecting {
  if (isEncryptedDoc(document)) return locked('doc');
  const members = collectMembers(inside.context);
  yield* inside.context.further('word')(inside.context, members, document, inside.file, inside.storage);
  yield* readBeside(inside, members);
  return conclude(inside, members, 'doc');
}

export function* inspectXls(inside: Inside, workbook: Uint8Array): Inspecting {
  const keys = unlockXls(workbook);
  if (keys === 'locked') return locked('xls');
  const isClear = keys === 'none';
  const { budget } = inside.context;
  if (!isClear && budget.readers === null) return sealed('xls', opensIn('Excel'), inside.context.leaveToPane());
  const members = collectMembers(inside.context);
  const caches = isClear ? (findEntry(inside.storage, '_SX_DB_CUR')?.children ?? []).filter(({ isStorage }) => !isStorage) : [];
  const streams = caches.map((cache) => inside.file.read(cache));
  const clear = isClear ? workbook : yield* budget.readers!.clearXls(workbook, keys, budget);
  yield* inside.context.further('excel')(inside.context, members, clear, streams);
  yield* readBeside(inside, members);
  return conclude(inside, members, 'xls', isClear ? null : opensIn('Excel'));
}

/** The mark of a presentation that is encrypted, in the stream that says who used it last ([MS-PPT] 2.3.2). */
const ENCRYPTED_MARK = 0xf3d1c4df;

function* inspectPpt(inside: Inside, stream: Uint8Array): Inspecting {
  const { context } = inside;
  const currentUser = streamOf(inside, 'Current User') ?? new Uint8Array(0);
  // Where one of the two is damaged, the other may still tell.
  const isEncrypted = u32(currentUser, 12) === ENCRYPTED_MARK || findEntry(inside.storage, 'EncryptedSummary') !== null;
  const keys = isEncrypted ? unlockPpt(stream) : null;
  if (isEncrypted && keys === null) return locked('ppt');
  if (isEncrypted && context.budget.readers === null) return sealed('ppt', opensIn('PowerPoint'), context.leaveToPane());
  const members = collectMembers(context);
  yield* context.further('powerPoint')(context, members, stream, currentUser, keys);
  yield* readBeside(inside, members);
  return conclude(inside, members, 'ppt', isEncrypted ? opensIn('PowerPoint') : null);
}

/** What stands beside the document's own stream: its properties, and the objects embedded in it. */
function* readBeside(inside: Inside, members: Members): Generator<void, void, void> {
  const summaries = [streamOf(inside, '\x05SummaryInformation'), streamOf(inside, '\x05DocumentSummaryInformation')] as const;
  yield* inside.context.further('properties')(inside.context, members, ...summaries);
  const pool = findEntry(inside.storage, 'ObjectPool');
  // Excel hangs its objects into the document itself, under names that begin so.
  const hung = inside.storage.children.filter(({ name }) => /^MBD[0-9A-F]{8}$/i.test(name));
  const objects = (pool?.children ?? []).concat(hung);
  for (const object of objects) {
    if (!object.isStorage) continue;
    const context = inside.context.within('embedded object');
    if (context === null) members.addUnread('embedded object', limitReason('depth'));
    else yield* members.add('embedded object', inspectStorage({ ...inside, storage: object, context }));
    yield;
  }
}

/** Streams that hold the look of an object or how it is linked, but no words of anybody's. */
const WORDLESS = /^(\x01(Ole|CompObj)|\x03(ObjInfo|EPRINT|PICT|META)|\x02OlePres\d+|Equation Native|VBA|PROJECT(wm)?)$/i;

/** An object of another program in a document, or a file of a kind that is not known. */
function* inspectObject(inside: Inside): Inspecting {
  const members = collectMembers(inside.context);
  const files: PackagedFile[] = [];
  const packaged = streamOf(inside, '\x01Ole10Native');
  if (packaged !== null) files.push(readPackagedFile(packaged));
  for (const name of ['Package', 'CONTENTS', 'EMBEDDED_ODF']) {
    const data = streamOf(inside, name);
    if (data !== null && data.length > 0) files.push({ name: 'embedded document', data });
  }
  for (const { name, data } of files) {
    const inspection = yield* members.add(name, data);
    if (inspection?.format === 'unknown') yield* inside.context.further('looseText')(inside.context, members, data, null);
  }
  const isKnown = files.length > 0 || (!inside.file.isDamaged && inside.storage.children.every(({ name }) => WORDLESS.test(name)));
  if (isKnown) return conclude(inside, members, 'ole-object');
  yield* readLoosely(inside, members);
  return conclude(inside, members, 'compound-file', { protection: 'unknown', reason: UNKNOWN_KIND });
}

/** Reads what looks like text in every stream. */
function* readLoosely(inside: Inside, members: Members): Generator<void, void, void> {
  const open: CompoundEntry[] = [inside.storage];
  for (let storage = open.pop(); storage !== undefined; storage = open.pop()) {
    for (const entry of storage.children) {
      if (entry.isStorage) open.push(entry);
      else if (!WORDLESS.test(entry.name) && entry.name.charCodeAt(0) !== 5) {
        yield* inside.context.further('looseText')(inside.context, members, inside.file.read(entry), LOOSE);
      }
    }
  }
  yield* readBeside(inside, members);
}

function* inspectLoosely(inside: Inside, format: string): Inspecting {
  const members = collectMembers(inside.context);
  yield* readLoosely(inside, members);
  return conclude(inside, members, format);
}

function* inspectVsd(inside: Inside, drawing: Uint8Array): Inspecting {
  const members = collectMembers(inside.context);
  yield* inside.context.further('visio')(inside.context, members, drawing);
  yield* readBeside(inside, members);
  return conclude(inside, members, 'vsd');
}

function* inspectStorage(inside: Inside): Inspecting {
  const { file, storage, context } = inside;
  const encrypted = findEntry(storage, 'EncryptedPackage');
  if (encrypted !== null) return yield* inspectEncrypted(inside, encrypted);
  const isManaged = findEntry(storage, '\x09DRMContent') !== null || findEntry(storage, '\x09DRMViewerContent') !== null;
  const document = streamOf(inside, 'WordDocument');
  const workbook = document !== null ? null : (streamOf(inside, 'Workbook') ?? streamOf(inside, 'Book'));
  const presentation = streamOf(inside, 'PP97_DUALSTORAGE', 'PowerPoint Document') ?? streamOf(inside, 'PowerPoint Document');
  // The streams that are there to be seen only say that the document is protected ([MS-OFFCRYPTO] 2.2.10).
  if (isManaged) {
    const format = document !== null ? 'doc' : workbook !== null ? 'xls' : presentation !== null ? 'ppt' : 'ooxml';
    return locked(format, RIGHTS);
  }
  if (document !== null) return yield* inspectDoc(inside, document);
  if (workbook !== null) return yield* inspectXls(inside, workbook);
  if (presentation !== null) {
    const dual = findEntry(storage, 'PP97_DUALSTORAGE');
    return yield* inspectPpt(dual === null ? inside : { ...inside, storage: dual }, presentation);
  }
  if (isMsg(storage)) {
    return yield* inspectMsg(file, storage, context, false, (object, inner) => inspectStorage({ file, storage: object, context: inner }));
  }
  // Publisher; PowerPoint 4, which knew no password.
  const loose = storage.children.map(({ name }) => (name === 'Quill' ? 'pub' : name === 'PP40' ? 'ppt' : '')).find((format) => format !== '');
  if (loose !== undefined) return yield* inspectLoosely(inside, loose);
  const drawing = streamOf(inside, 'VisioDocument');
  if (drawing !== null) return yield* inspectVsd(inside, drawing);
  return yield* inspectObject(inside);
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const file = openCompoundFile(bytes);
  yield;
  return yield* inspectStorage({ file, storage: file.root, context });
}

export const compoundDocument: Inspector = {
  sniff: isCompoundFile,
  inspect,
};
