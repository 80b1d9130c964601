import type { Path } from './problem';

export type HealthLevel = 'high' | 'medium' | 'low' | 'info';

/** Something the owner of a policy should know; the policy works all the same. */
export interface HealthNote {
  readonly path: string;
  /** What is so and what to do, as sentences. */
  readonly message: string;
  readonly level: HealthLevel;
  /** What to do in a few words, as a button has it. */
  readonly remedy: string;
}

export type Said = Omit<HealthNote, 'path'>;
export type Note = (path: Path, said: Said) => void;
