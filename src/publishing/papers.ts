import { dpia, staffNotice, transportRules } from '../deployment';
import type { Policy, School } from '../domain';
import { PERSONAL_DOMAINS, PROTECTED_CORRESPONDENTS } from '../recipients';
import { rules } from '../rules';

/** A text that is made from a policy. */
export interface Paper {
  /** The name of a file for it. */
  readonly file: string;
  /** `academy` is the id of the school it is for, where there is one: its name and contacts stand in the notice. */
  write(policy: Policy, academy: string | null): string;
}

/**
 * A paper as a file holds it. Windows PowerShell reads a script without a byte order mark as Windows-1252, in which some letters become
 * quotation marks that end a text, so one with more than ASCII has the mark.
 */
export function paperFile(file: string, text: string): string {
  return file.endsWith('.ps1') && /[^\u0000-\u007f]/.test(text) ? `\ufeff${text}` : text;
}

/** The vendor's protected correspondents that are whole domains or single mailboxes elsewhere. */
function guardedDomains(): readonly string[] {
  return PROTECTED_CORRESPONDENTS.map((entry) => entry.slice(entry.indexOf('@') + 1));
}

/** The school that is named; the only one of the policy by itself. */
function schoolFor({ organisation: { schools } }: Policy, academy: string | null): School | null {
  return schools.find(({ id }) => id === academy) ?? (schools.length === 1 ? (schools[0] ?? null) : null);
}

/** What goes with a policy before it speaks to anybody, by the names that `heed export` has for it. */
export const PAPERS = {
  'transport-rules': { file: 'heed-backstop.ps1', write: (policy) => transportRules(policy, { personal: PERSONAL_DOMAINS, guarded: guardedDomains() }) },
  dpia: { file: 'dpia.md', write: (policy) => dpia(policy, rules) },
  'staff-notice': { file: 'staff-notice.md', write: (policy, academy) => staffNotice(policy, rules, schoolFor(policy, academy)) },
} as const satisfies { readonly [what: string]: Paper };
