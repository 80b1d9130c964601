/**
 * The names other rooms own and a pack may use. Null leaves a name unjudged, for a caller that does not have the list.
 */
export interface Names {
  /** Time zones there is a table for. */
  readonly zones: readonly string[] | null;
  /** Detector ids. */
  readonly detectors: readonly string[] | null;
  /** Providers of personal mailboxes that Heed knows by itself; none of them can be inside or a partner. */
  readonly personalDomains: readonly string[] | null;
  /** Sensitive words the detectors know, in lower case. */
  readonly terms: readonly string[] | null;
}

export const NO_NAMES: Names = { zones: null, detectors: null, personalDomains: null, terms: null };

/**
 * Who may change a value (catalogue part D). `T`: the trust's pack alone. `T+`: an academy's overlay may only make it
 * stricter, or add to a list. `S`: an academy may set it.
 */
export type Lock = 'T' | 'T+' | 'S';
