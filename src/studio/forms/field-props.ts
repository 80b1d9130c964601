import type { ComponentType } from 'react';
import type { Path } from '../../policy';

export interface FieldProps {
  readonly path: Path;
  /** What it is called where the schema has no title. */
  readonly label?: string;
  /** Keys of an object that are shown elsewhere. */
  readonly without?: readonly string[];
  /** True for a group that is open from the start. */
  readonly isOpen?: boolean;
  /** True for an object whose fields stand by themselves, without a group around them. */
  readonly isPlain?: boolean;
  /** False where the label says all there is to say. */
  readonly isHelped?: boolean;
}

/** The control for a value inside a list or a record, given to them because it draws lists and records itself. */
export type FieldComponent = ComponentType<FieldProps>;
