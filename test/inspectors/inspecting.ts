import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection, Protection } from '../../src/domain';
import { DEFAULT_LIMITS, makeBudget } from '../../src/inspectors/budget';
import type { BudgetOptions } from '../../src/inspectors/budget';
import { allReaders } from '../../src/inspectors/all-readers';
import { finish, inspectFile } from '../../src/inspectors/inspect-file';

/** Inspects bytes to the end, within the limits the packs ship with unless told otherwise, and no limit of time. */
export function inspectBytes(name: string, bytes: Uint8Array, limits: Partial<BudgetOptions> = {}): Inspection {
  return finish(inspectFile(name, bytes, makeBudget({ ...DEFAULT_LIMITS, maxTime: Infinity, clock: () => 0, readers: allReaders, ...limits })));
}

/** The bytes of a checked-in file, as they come from Outlook: not a Node buffer. */
export function sampleBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, 'files', path)));
}

export function inspectSample(path: string, limits: Partial<BudgetOptions> = {}): Inspection {
  return inspectBytes(path.slice(path.lastIndexOf('/') + 1), sampleBytes(path), limits);
}

/** All text, each segment on lines of its own. */
export function textOf(inspection: Inspection): string {
  return inspection.segments.map((segment) => segment.text).join('\n');
}

/** The bytes of characters of one byte each. */
export function bytesOf(...pieces: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece)))),
  );
}

export function little(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256);
}

/** What a table of cases says of one inspection. */
export interface Expected {
  readonly format: string;
  readonly protection: Protection;
  readonly content: Inspection['content'];
  /** A phrase that must be in the text. */
  readonly says?: string;
}

export function expectInspection(inspection: Inspection, expected: Expected): void {
  const { format, protection, content } = inspection;
  expect({ format, protection, content }).toEqual({ format: expected.format, protection: expected.protection, content: expected.content });
  if (expected.says !== undefined) expect(textOf(inspection)).toContain(expected.says);
  expect(inspection.contentReason === null).toBe(content === 'all');
}
