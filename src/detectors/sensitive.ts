import { DEFAULT_DETECTION } from '../domain';
import type { Detection, PlacedMatch, Scan } from '../domain';
import { findMatches } from './scan';

/** Detectors that only support others: a phone number in a signature makes nothing sensitive. */
const SUPPORTING = ['date-of-birth', 'phone', 'postcode', 'email-list'];

/** What a text or file says about people that it should not say to just anyone. */
export interface SensitiveData {
  /** Most telling first. */
  readonly matches: readonly PlacedMatch[];
  /** Distinct people; 0 when it speaks of none, as a password does. */
  readonly people: number;
  /** In words that follow "14 pupils'": `UPNs`, `SEN needs`. */
  readonly kinds: readonly string[];
  readonly where: string;
  readonly isNamed: boolean;
  readonly isAboutPupils: boolean;
}

/**
 * The part of a scan that counts where a draft goes, or null when nothing does. Matches of a low level count only beside
 * a surer one, and supporting detectors only in a list of people.
 */
export function sensitiveData(scan: Scan, { minScore: least, tableMinRows }: Detection, where: 'outside' | 'inside'): SensitiveData | null {
  const minScore = least[where];
  const isList = scan.people >= tableMinRows;
  const counting = scan.matches.filter(
    (match) => match.score >= minScore && (isList || !SUPPORTING.includes(match.detector)),
  );
  const tells = ({ detector, level }: PlacedMatch): boolean => level !== 'low' || (isList && SUPPORTING.includes(detector));
  if (!counting.some(tells)) return null;
  const matches = [...counting].sort((a, b) => b.score - a.score || a.start - b.start);
  const { people, kinds, where: place, isNamed, isAboutPupils } = scan;
  return { matches, people, kinds, where: place, isNamed, isAboutPupils };
}

/** A cell or some cells of a sheet, where a place ends with them: `Data!B5`, which could be a password elsewhere. */
const CELLS = /^![A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?$/;

/** A name of a file, or a path of names, with the numbers in it that identify somebody masked. */
export function maskIdentifiers(name: string): string {
  let masked = '';
  let end = 0;
  const mark = name.lastIndexOf('!');
  const cells = CELLS.test(name.slice(mark)) ? name.lastIndexOf(' ', mark) : name.length;
  for (const match of findMatches(name, DEFAULT_DETECTION)) {
    if (match.start < end || (match.start > cells && match.detector === 'credentials')) continue;
    masked += name.slice(end, match.start) + match.masked;
    end = match.end;
  }
  return masked + name.slice(end);
}
