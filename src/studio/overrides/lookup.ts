import type { Event, Record } from './events';

/** What a policy allows a look at one person's events for (LAAT-MON-02 to 04). */
export const PURPOSES = {
  wrongdoing: 'To assist in the investigation of alleged wrongdoing',
  'legal-obligation': 'To comply with a legal obligation',
  safeguarding: 'To assist in a safeguarding case',
} as const;

/** What is asked before one person's events are shown. Dates are ISO. */
export interface LookupForm {
  readonly pseudonym: string;
  readonly caseReference: string;
  readonly purpose: string;
  readonly cause: string;
  readonly by: string;
  readonly approver: string;
  readonly from: string;
  readonly to: string;
  /** When the person will be told; or why not, where that would harm the case. */
  readonly told: string;
}

export const EMPTY_LOOKUP: LookupForm = { pseudonym: '', caseReference: '', purpose: '', cause: '', by: 'Data protection officer', approver: '', from: '', to: '', told: '' };

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isBlank = (text: string): boolean => text.trim() === '';

/** What is still missing, by field, each a sentence; empty when the events may be shown. */
export function missingInLookup(form: LookupForm): { readonly [F in keyof LookupForm]?: string } {
  const missing: { -readonly [F in keyof LookupForm]?: string } = {};
  if (!/^[0-9a-f]{8,64}$/.test(form.pseudonym.trim())) missing.pseudonym = 'Write the pseudonym, as the key holder gave it: 8 to 64 of 0–9 and a–f.';
  if (isBlank(form.caseReference)) missing.caseReference = 'Write the case it belongs to.';
  if (!(form.purpose in PURPOSES)) missing.purpose = 'Choose what it is for.';
  if (isBlank(form.cause)) missing.cause = 'Write the reasonable cause.';
  if (isBlank(form.by)) missing.by = 'Write your role.';
  if (isBlank(form.approver)) missing.approver = 'A second role must approve. Write which.';
  else if (form.approver.trim().toLowerCase() === form.by.trim().toLowerCase()) missing.approver = 'That is your own role. A second, other role must approve.';
  if (!isDate(form.from)) missing.from = 'Choose the first day.';
  if (!isDate(form.to)) missing.to = 'Choose the last day.';
  else if (form.to < form.from) missing.to = 'The last day is before the first.';
  if (isBlank(form.told)) missing.told = 'Write when the person will be told, or why not.';
  return missing;
}

/** One person's events within the days that were asked for. */
export function eventsOf({ events }: Record, pseudonym: string, from: string, to: string): readonly Event[] {
  return events.filter((event) => event.pseudonym === pseudonym.trim() && event.day >= from && event.day <= to);
}

/** All that is held of one person, and for how long: the answer to a subject access request. */
export function subjectAccess(record: Record, pseudonym: string, caseReference: string, retentionDays: number): string {
  const events = record.events.filter((event) => event.pseudonym === pseudonym.trim());
  const retention = `Events are kept for ${retentionDays} days, then only totals, which name nobody.`;
  return `${JSON.stringify({ caseReference: caseReference.trim(), retention, held: 'These events, and nothing else.', events }, null, 2)}\n`;
}

/** A line of the log of who looked. */
export interface LoggedLookup {
  readonly at: string;
  readonly kind: 'lookup' | 'subject access';
  readonly caseReference: string;
  readonly pseudonym: string;
  readonly purpose: string;
  readonly cause: string;
  readonly by: string;
  readonly approver: string;
  readonly from: string;
  readonly to: string;
  readonly told: string;
  readonly found: number;
}

const KEY = 'heed-studio-lookups';

/** The log of this browser, oldest first. */
export function loggedLookups(): readonly LoggedLookup[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as readonly LoggedLookup[];
  } catch {
    return [];
  }
}

/** Writes a look down before anything is shown; what cannot be written down is not shown. */
export function logLookup(entry: LoggedLookup): void {
  localStorage.setItem(KEY, JSON.stringify([...loggedLookups(), entry]));
}
