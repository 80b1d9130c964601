/** A text and what a detector should make of it. The docs print the names. */
export interface DetectorStory {
  /** A sentence a governor could read. */
  readonly name: string;
  readonly text: string;
  /** What is found, each as it is written in the text; the whole list, in order of place. */
  readonly values?: readonly string[];
  readonly level?: 'low' | 'medium' | 'high';
}

export interface DetectorCases {
  readonly found: readonly DetectorStory[];
  readonly cleared: readonly DetectorStory[];
}
