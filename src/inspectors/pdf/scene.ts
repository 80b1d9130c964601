import type { Font } from './fonts';
import type { Lexer } from './lexer';
import type { Run } from './lines';
import type { Matrix } from './matrix';
import type { ContentReader } from './reader';
import type { PdfDictionary, PdfStream, PdfValue } from './values';

/** What `q` saves and `Q` brings back (ISO 32000-1, 8.4.1), as far as it matters for text. */
interface State {
  matrix: Matrix;
  font: Font | null;
  size: number;
  characterSpace: number;
  wordSpace: number;
  /** Horizontal scaling, 1 for none. */
  stretch: number;
  leading: number;
  rise: number;
}

interface Frame {
  readonly lexer: Lexer;
  readonly resources: PdfDictionary;
  readonly savedDepth: number;
  readonly form: PdfStream | null;
}

interface Marked {
  readonly actual: string | null;
  /** How many runs there were when it began. */
  readonly since: number;
}

/** Where the reading of content has got to. */
export interface Scene {
  readonly reader: ContentReader;
  /** Where runs go. */
  readonly runs: Run[];
  state: State;
  textMatrix: Matrix;
  lineMatrix: Matrix;
  readonly saved: State[];
  readonly marked: Marked[];
  /** The innermost form, and outside of it what draws it. */
  frame: Frame;
  readonly frames: Frame[];
  readonly operands: PdfValue[];
  /** A form that is drawn, and is to be read before anything else. */
  wanted: PdfStream | null;
}
