import type { Inspection, Program, Protection, TextSegment } from '../domain';
import { limitReason } from './budget';
import type { Inspecting, InspectionContext } from './inspector';
import { LOCKED, OPENS } from './sentences';

/** The files inside another, as they are met: an archive's entries, a mail's attachments. */
export interface Members {
  /** Inspects one, if there is room for it, and keeps its text. One without bytes of its own comes as its inspection. */
  add(name: string, content: Uint8Array | Inspecting): Generator<void, Inspection | null, void>;
  /** Names one without counting it as content: a folder, an empty file. */
  name(name: string): void;
  /** Names one that needs a secret. */
  addProtected(name: string): void;
  /** Names one that is open, and says why its content was not read. */
  addUnread(name: string, reason: string): void;
  /** Text of the outer file's own, such as a mail's body. */
  addText(segment: Omit<TextSegment, 'path'>): void;
  /** Says why some of the outer file itself was not read. */
  miss(reason: string): void;
  /** The outer file's inspection, all told. */
  finish(format: string, verdict?: { readonly protection: Protection; readonly reason: string }): Inspection;
}

/** More reasons than a person reads. */
const MOST_REASONS = 3;

/** Collects what the files inside a file come to together. */
export function collectMembers(context: InspectionContext): Members {
  const segments: TextSegment[] = [];
  const entries: string[] = [];
  const programs: Program[] = [];
  const partReasons: string[] = [];
  const locked: string[] = [];
  let openCount = 0;
  let firstMiss = '';
  let missCount = 0;
  let unreadMedia = 0;
  let lockedMisses = 0;
  let hasText = false;
  let lockedInside: string | null = null;

  function missMember(name: string, reason: string): void {
    missCount += 1;
    if (firstMiss === '') firstMiss = reason === LOCKED ? `“${name}” in it is locked, so it was not read.` : `“${name}” in it was not read whole. ${reason}`;
  }

  function note(name: string): void {
    entries.push([...context.path, name].join(' > '));
  }

  function protectionOf(): { protection: Protection; reason: string } {
    const first = locked[0];
    if (first !== undefined && openCount === 0) {
      return { protection: 'protected', reason: 'It opens only with a secret, such as a password.' };
    }
    if (first !== undefined) {
      const others = locked.length === 1 ? '' : locked.length === 2 ? ' and one more file' : ` and ${locked.length - 1} more files`;
      return {
        protection: 'partly',
        reason: `In it, “${first}”${others} can be opened only with a secret, but other files open without one.`,
      };
    }
    if (lockedInside !== null) {
      return { protection: 'partly', reason: `It opens without a password; “${lockedInside}” inside it has one.` };
    }
    return { protection: 'open', reason: OPENS };
  }

  function keep(name: string, inspection: Inspection): void {
    for (const segment of inspection.segments) segments.push(segment);
    for (const entry of inspection.entries) entries.push(entry);
    for (const { what, where } of inspection.programs ?? []) programs.push({ what, where: where === '' ? name : `${name} > ${where}` });
    if (lockedInside === null && (inspection.protection === 'protected' || inspection.protection === 'partly')) lockedInside = name;
    if (inspection.content !== 'none') hasText = true;
    if (inspection.content === 'all') return;
    missMember(name, inspection.contentReason ?? '');
    if (inspection.nature === 'media') unreadMedia += 1;
    if (inspection.protection === 'protected' || inspection.isRestLocked === true) lockedMisses += 1;
  }

  return {
    add(name, content) {
      note(name);
      openCount += 1;
      if (context.budget.enter()) return keepInspection('length' in content ? context.inspectEntry(name, content) : content, name, keep);
      missMember(name, limitReason('entries'));
      return keepInspection(null, name, keep);
    },
    name: note,
    addProtected(name) {
      note(name);
      locked.push(name);
      missMember(name, LOCKED);
      lockedMisses += 1;
    },
    addUnread(name, reason) {
      note(name);
      openCount += 1;
      missMember(name, reason);
    },
    addText(segment) {
      if (segment.text === '') return;
      hasText = true;
      segments.push({ path: context.path, ...segment });
    },
    miss(reason) {
      if (partReasons.length < MOST_REASONS && partReasons.indexOf(reason) === -1) partReasons.push(reason);
    },
    finish(format, verdict = protectionOf()) {
      const more = missCount - 1;
      const others = more > 0 ? ` ${more} more ${more === 1 ? 'file in it was' : 'files in it were'} not read whole either.` : '';
      const isWhole = missCount === 0 && partReasons.length === 0;
      return {
        format,
        ...verdict,
        content: isWhole ? 'all' : hasText ? 'part' : 'none',
        contentReason: isWhole ? null : [...partReasons, ...(missCount > 0 ? [firstMiss + others] : [])].join(' '),
        segments,
        entries,
        // What could not be read decides: a mail whose only unread part is a logo has no text unread.
        nature: missCount > 0 && missCount === unreadMedia && partReasons.length === 0 ? 'media' : 'text',
        ...(missCount > 0 && missCount === lockedMisses && partReasons.length === 0 ? { isRestLocked: true } : {}),
        ...(programs.length > 0 ? { programs } : {}),
        note: null,
      };
    },
  };
}

function* keepInspection(
  inspecting: Inspecting | null,
  name: string,
  keep: (name: string, inspection: Inspection) => void,
): Generator<void, Inspection | null, void> {
  if (inspecting === null) return null;
  const inspection = yield* inspecting;
  keep(name, inspection);
  return inspection;
}
