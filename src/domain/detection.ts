/** A pattern as a flat table, one step a character. All numbers, so that it survives JSON; the detectors make and read it. */
export interface PatternTable {
  /** Where each class of code units begins, ascending, and which class begins there. */
  readonly boundaries: readonly number[];
  readonly classes: readonly number[];
  /** Classes of code units, the end of the text being one more. */
  readonly width: number;
  /** Per state and class: twice the next state, plus 1 when a match ends before this character. State 0 is dead. */
  readonly forwards: readonly number[];
  readonly backwards: readonly number[];
}

/** A word of the organisation's own. */
export interface OwnTerm {
  readonly term: string;
  /** What it adds to the score of 100. */
  readonly weight: number;
  /** Words one of which must stand near it; empty when a person must. */
  readonly near: readonly string[];
}

/** Numbers of the organisation's own, such as case numbers. */
export interface OwnPattern {
  /** What they are, in words that follow a number: `case numbers`. */
  readonly name: string;
  /** What the shape alone is worth, of 100. */
  readonly weight: number;
  /** Words one of which must stand near it, or head its column; empty when the shape is enough. */
  readonly near: readonly string[];
  /** True when each different value is another person. */
  readonly isPerson: boolean;
  /** True for a password, a code or a key, which counts as one. */
  readonly isSecret?: boolean;
  readonly table: PatternTable;
}

/** How the detectors are tuned, for all rules alike. */
export interface Detection {
  /** Detector ids that are switched off. */
  readonly off: readonly string[];
  /** How many different values of a detector one text must have before any counts; 1 for those left out. */
  readonly minCount: { readonly [detectorId: string]: number };
  /** True when numbers kept for tests, such as NHS numbers from 999, do not count. */
  readonly ignoreTestNumbers: boolean;
  /** Other weights for sensitive words Heed knows; 0 silences one. */
  readonly specialCategoryTerms: readonly { readonly term: string; readonly weight: number }[];
  readonly dictionary: readonly OwnTerm[];
  /** Phrases that never count, such as the titles of forms and policies. */
  readonly ignore: readonly string[];
  readonly patterns: readonly OwnPattern[];
  /** From this many people on, dates of birth, addresses and phone numbers alone are a list of people. */
  readonly tableMinRows: number;
  /** How sure a match must be to count, by where the draft goes. */
  readonly minScore: { readonly outside: number; readonly inside: number };
  /** Whether what others wrote, below the sender's own words, is searched for sensitive data. */
  readonly quotedThread: 'all' | 'new-text-only';
}

/** The detectors as they run where no pack speaks. */
export const DEFAULT_DETECTION: Detection = {
  off: [],
  minCount: {},
  ignoreTestNumbers: false,
  specialCategoryTerms: [],
  dictionary: [],
  ignore: [],
  patterns: [],
  tableMinRows: 5,
  minScore: { outside: 60, inside: 80 },
  quotedThread: 'all',
};

/** Ways to keep the wrong reader out. A protected sheet and a PDF's owner password are none. */
export const PROTECTION_METHODS = ['office-encrypted', 'pdf-user-password', 'zip-aes', 'zip-zipcrypto', '7z', 'smime', 'purview-label', 'subject-tag', 'link'] as const;
export type ProtectionMethod = (typeof PROTECTION_METHODS)[number];

/** What counts as protected. */
export interface AcceptedProtection {
  readonly accept: readonly ProtectionMethod[];
  /** Words in the subject on which a gateway encrypts the mail: `[secure]`. */
  readonly subjectTags: readonly string[];
  /** Ids, in lower case, of sensitivity labels on which Microsoft 365 encrypts the mail. A policy signed before there were any has none. */
  readonly labels?: readonly string[];
}
