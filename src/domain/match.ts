/** How sure a match is. `low` is never shown alone. */
export type MatchLevel = 'low' | 'medium' | 'high';

/** A place in a text where a detector found something. The value itself is not kept. */
export interface Match {
  readonly detector: string;
  /** UTF-16 offsets into the text as given; below 0 in the subject, which is read above the text. */
  readonly start: number;
  readonly end: number;
  /** The value with all but its last three characters hidden; made when the match is. */
  readonly masked: string;
  /** 0–100. */
  readonly score: number;
  readonly level: MatchLevel;
  /** Why the score is what it is, one code a term: `label 50 UPN`. `sayReason` of the detectors puts it into words. */
  readonly reasons: readonly string[];
  /** Equal for equal values (white space, case and separators apart) and only comparable, never readable. */
  readonly key: string;
}

/** A match in a file or a text, with the words for the place a person would look. */
export interface PlacedMatch extends Match {
  /** Such as `Sheet2!B2:F13`, `page 3`, `line 4`, after the entry path if any: `forms.zip > a.csv > line 2`. */
  readonly where: string;
}

/** What the detectors found in one text or one file. */
export interface Scan {
  /** In order of place. */
  readonly matches: readonly PlacedMatch[];
  /** Distinct people the matches speak of; 0 when there are none. */
  readonly people: number;
  /** What the people's details are, most telling first, in words that follow a number: `UPN`, `SEN needs`. */
  readonly kinds: readonly string[];
  /** The place that holds them all, such as `Sheet2!B2:F13`; empty when there are no matches. */
  readonly where: string;
  /** True when some of them are named beside their details. */
  readonly isNamed: boolean;
  /** True when they are pupils, as far as the kinds and the words around them tell. */
  readonly isAboutPupils: boolean;
  /** True when the search stopped before the end of the text. */
  readonly isPartial: boolean;
}

export const EMPTY_SCAN: Scan = { matches: [], people: 0, kinds: [], where: '', isNamed: false, isAboutPupils: false, isPartial: false };
