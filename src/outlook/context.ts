import type { Report } from '../domain';

/**
 * The most that is handed from the dialog to the pane, in characters. Microsoft states no limit for `contextData`; a pane
 * that gets less than it needs checks the draft again.
 */
export const LONGEST_CONTEXT = 8000;

/** What the dialog's button hands to the pane: what was found, already masked, and for which draft. */
export interface DialogContext {
  readonly version: 1;
  /** Null when the draft could not be read whole. */
  readonly fingerprint: string | null;
  /** When Send was pressed, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly report: Report;
}

const MOST_EVIDENCE = 5;
const MOST_FINDINGS = 5;

/** A report with less and less in it, what the pane can do without left out first. */
function* reduced(report: Report): Iterable<Report> {
  yield report;
  const bare = report.findings.map((finding) => ({ ...finding, evidence: [], concerns: [] }));
  yield { ...report, findings: report.findings.map((finding) => ({ ...finding, evidence: finding.evidence.slice(0, MOST_EVIDENCE) })) };
  yield { ...report, findings: bare };
  const findings = bare.map((finding) => ({ ...finding, clauses: [], fixes: [] }));
  const unchecked = report.unchecked.slice(0, MOST_FINDINGS);
  yield { ...report, findings, unchecked };
  yield { ...report, findings: findings.slice(0, MOST_FINDINGS), unchecked };
}

/**
 * The text handed to the pane, or null when there is none to hand over: a draft that may not be recorded, or a report that
 * stays too long. Always text, because classic Outlook before 2402 takes nothing else.
 */
export function contextText(report: Report, fingerprint: string | null, at: number): string | null {
  if (!report.mayBeRecorded) return null;
  for (const shorter of reduced(report)) {
    const context: DialogContext = { version: 1, fingerprint, at, report: shorter };
    const text = JSON.stringify(context);
    if (text.length <= LONGEST_CONTEXT) return text;
  }
  return null;
}

function isReport(value: unknown): value is Report {
  if (typeof value !== 'object' || value === null) return false;
  const { verdict, findings, unchecked } = value as Partial<Report>;
  return typeof verdict === 'string' && Array.isArray(findings) && Array.isArray(unchecked);
}

/** Reads what a dialog handed over; some clients have parsed it already. Null when it is missing, old or torn. */
export function readContext(handed: unknown): DialogContext | null {
  try {
    const value = (typeof handed === 'string' ? JSON.parse(handed) : handed) as Partial<DialogContext> | null | undefined;
    if (typeof value !== 'object' || value === null || value.version !== 1 || !isReport(value.report)) return null;
    const { fingerprint, at, report } = value;
    return { version: 1, fingerprint: typeof fingerprint === 'string' ? fingerprint : null, at: Number(at), report };
  } catch {
    return null;
  }
}
