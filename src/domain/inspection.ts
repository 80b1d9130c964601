/**
 * Whether a reader needs a secret to open a file. `opens-without-password` is encrypted but opens for anyone (Excel's
 * default password, a PDF with an owner password only). `partly`: some of it needs a secret. `unknown` is an answer.
 */
export type Protection = 'protected' | 'open' | 'opens-without-password' | 'partly' | 'unknown';

/** How much of a file's content was read as text. */
export type ContentRead = 'all' | 'part' | 'none';

/** A run of text from one place in a file. */
export interface TextSegment {
  /** Entry names from the attachment inwards, itself excluded: `['b.zip', 'c.csv']`. Empty at the top. */
  readonly path: readonly string[];
  /** Where in that file: `Sheet2`, `page 3`, `slide 4`, `table 2`; empty when the file has no places. */
  readonly place: string;
  readonly text: string;
  /** Why a reader would not see it at once: `hidden sheet`, `comment`, `tracked change`, `document properties`. */
  readonly hidden?: string;
  /**
   * Set when the text is a table: one row a line, cells parted by tabs, with no tab or line break inside a cell.
   * `rows[i]` is the number of the i-th line's row, from 1; `columns[j]` the index of the j-th cell's column, from 0.
   */
  readonly table?: { readonly rows: readonly number[]; readonly columns: readonly number[]; readonly notation: 'cell' | 'row' };
}

/** Something in a file that a computer would run. */
export interface Program {
  readonly what: 'program' | 'installer' | 'shortcut' | 'script' | 'disk image' | 'macros';
  /** Its path inside the file (`tools.zip > setup.exe`); empty when it is the file itself. */
  readonly where: string;
}

/** What an inspector makes of a file. */
export interface Inspection {
  /** The inspector's name for the format: `docx`, `zip`, `csv`; `unknown` when none knows it. */
  readonly format: string;
  readonly protection: Protection;
  /** Why the protection is what it is, as a sentence a person can read. */
  readonly reason: string;
  readonly content: ContentRead;
  /** Why not all of it was read, as a sentence; null when all was. */
  readonly contentReason: string | null;
  readonly segments: readonly TextSegment[];
  /** Names of the files inside an archive or mail, each with its path (`b.zip > c.csv`): weak evidence by themselves. */
  readonly entries: readonly string[];
  /** What the format holds by nature: `text` to be read, or `media` (pictures, audio, video) that has none. */
  readonly nature: 'text' | 'media';
  /** True when all that was not read is locked with a secret, so that nothing open was passed over. */
  readonly isRestLocked?: boolean;
  /** True when the task pane can read what was not read here, so that this answer is not to be remembered. */
  readonly isLeftToPane?: boolean;
  /** What in it would run, told by its bytes; left out when there is nothing. */
  readonly programs?: readonly Program[];
  /** A remark worth showing though nothing is wrong, such as an older kind of encryption; null when there is none. */
  readonly note: string | null;
}
