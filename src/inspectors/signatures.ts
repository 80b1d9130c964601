import { hasBytes } from './bytes';

// Formats that are told by a few bytes at fixed places, written as one short line each: there are many, and their code would be all alike.

/** A format by its first bytes. `group` says what the owner of the table does with it. */
export interface Signature {
  readonly format: string;
  readonly group: string;
  readonly marks: readonly { readonly at: number; readonly bytes: string }[];
}

/**
 * Reads a table of `format group mark…` lines. A mark is characters of one byte each, `%` and two digits for what cannot
 * be written, after its offset and a colon where that is not 0; all marks of a line must be there.
 */
export function readSignatures(table: string): readonly Signature[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [format, group, ...marks] = line.split(' ');
      return {
        format: format!,
        group: group!,
        marks: marks.map((mark) => {
          const parts = /^(?:(\d+):)?(.*)$/.exec(mark)!;
          return {
            at: Number(parts[1] ?? 0),
            bytes: parts[2]!.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          };
        }),
      };
    });
}

/** The first signature that fits. */
export function findSignature(signatures: readonly Signature[], bytes: Uint8Array): Signature | undefined {
  return signatures.find(({ marks }) => marks.every((mark) => hasBytes(bytes, mark.bytes, mark.at)));
}
