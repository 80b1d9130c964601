/** What the docs say about a detector. Apart from it, so that a bundle leaves it out. */
export interface DetectorNotes {
  readonly title: string;
  /** Where the format is published; says so when there is no public source and the format is a guess. */
  readonly source: string;
  /** How sure a match is and what keeps it silent, in a sentence or two. */
  readonly certainty: string;
  /** Why the shape is worth something, as a phrase; of written values alone. */
  readonly shapeReason?: string;
}

/** What finds one kind of detail. */
export interface Detector {
  /** Also the file name, the cases file and the id in a policy's `detection.off`. */
  readonly id: string;
  /** What a person's details are, in words that follow a number: `UPNs`, `dates of birth`. */
  readonly details: string;
}

/** A detector of one written value that starts with a letter or a digit. */
export interface ValueDetector extends Detector {
  /**
   * The shape as people write it: generous, bounded and sticky, on folded text (every space a plain space, every dash a
   * hyphen, full-width characters narrow).
   */
  readonly pattern: RegExp;
  /** Strips what people type between the characters that count. */
  compact(written: string): string;
  /** Strict: is the compacted value one that could have been issued? */
  valid(value: string): boolean;
  /** Words that, near a value, say what it is. Lower case; spaces also match hyphens and line breaks, a plural `s` is free. */
  readonly near: readonly string[];
  /** How many letters it may begin with; empty when it begins with a digit. Tells, with `digits`, when to try it at all. */
  readonly letters: readonly number[];
  /** How long its first run of digits is in each way people write it, when it begins with one. */
  readonly digits: readonly number[];
  /** What the shape alone is worth, 0–100 (detection.md "Scoring"). */
  shape(value: string, written: string): number;
  /** True when only a label, a header or a list can make it count, so that a text without its words need not be tried. */
  readonly needsLabel: boolean;
  /** What a text has that makes it worth trying without its words. */
  readonly orSign?: RegExp;
  /** True when words such as “order” or “invoice” before it speak against it. */
  readonly clashes: boolean;
  /** How far a label may stand from the value, in characters. */
  readonly reach: number;
  /** What may stand between a label and the value; anything when left out. */
  readonly bridge?: RegExp;
  /** True when the words between a value and the next say that the next is another kind of thing. */
  severs?(between: string): boolean;
  /** True when it says nothing of anybody unless a name stands near it or in its row (D.4 of the catalogue). */
  readonly needsName: boolean;
  /** Words near it that stand for such a name: whose it is. */
  readonly namedBy?: { test(text: string): boolean };
  /** The most a match may score: less than 100 for details that only support others, as a phone number does. */
  readonly most: number;
  /** Extra weight, up or down, from words around the value that are too common to look for everywhere; 0 where they say nothing. */
  surroundings?(before: string, after: string): number;
  /** Cuts what the pattern took down to the value, where only the value itself says how long it is. */
  fit?(written: string): string;
  /** The places to report inside the written value, when it is made of parts: a sort code and an account number. */
  parts?(written: string): readonly (readonly [start: number, end: number])[];
}

/** What a file says of its detector: only what is particular to it. `near` is parted by bars; `shape` may be the same for all. */
type Particulars = Pick<ValueDetector, 'id' | 'details' | 'pattern' | 'valid'> &
  Partial<Omit<ValueDetector, 'near' | 'shape'>> & { readonly near: string; readonly shape: number | ValueDetector['shape'] };

/** How far a label may stand from a value, in characters, unless its detector says another. */
export const FAR = 300;

export function valueDetector(particulars: Particulars): ValueDetector {
  const { near, shape } = particulars;
  const usual = { compact: compactAlphanumeric, letters: [], digits: [], needsLabel: false, clashes: false, needsName: false, reach: FAR, most: 100 };
  return { ...usual, ...particulars, near: near.split('|'), shape: typeof shape === 'number' ? () => shape : shape };
}

/** Set while the file that answers a send is built (webpack.config.js). */
declare const HEED_AT_A_SEND: true | undefined;

/** The reasons of a match. A send shows none, so it says none and carries no codes. */
export function reasonsOf(say: () => readonly string[]): readonly string[] {
  return typeof HEED_AT_A_SEND === 'undefined' ? say() : [];
}

/** A term of a score: a code, what it adds, and what it is about, such as `label 50 UPN`. `sayReason` puts it into words. */
export function why(code: string, weight: number, about = ''): string {
  return `${code} ${weight} ${about}`;
}

/** A value a detector proposes, before its surroundings are weighed. */
export interface Proposal {
  readonly detector: Detector;
  /** The detector's words for a person's details, or finer ones. */
  readonly details: string;
  readonly start: number;
  readonly end: number;
  /** The compacted value; never leaves the room. */
  readonly value: string;
  readonly score: number;
  /** As `why` makes them. */
  readonly reasons: readonly string[];
  /** The name of the person it is about, lower case, where the detector knows; else it is looked for. */
  readonly person?: string | null;
  /** True when the value belongs to one person, though its detector is not one of those whose values always do. */
  readonly isPerson?: boolean;
}

/** Removes spaces, hyphens and line breaks, and puts letters in capitals. */
export function compactAlphanumeric(written: string): string {
  return written.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

/** Keeps the digits alone. */
export function compactDigits(written: string): string {
  return written.replace(/[^0-9]/g, '');
}
