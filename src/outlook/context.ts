import type { Report, ReportedFinding } from '../domain';

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

/** Each step leaves out more, what the pane can do without first. */
const REDUCTIONS: readonly ((report: Report) => Report)[] = [
  (report) => report,
  (report) => withFindings(report, (finding) => ({ ...finding, evidence: finding.evidence.slice(0, MOST_EVIDENCE) })),
  (report) => withFindings(report, (finding) => ({ ...finding, evidence: [], concerns: [] })),
  (report) => ({
    ...withFindings(report, (finding) => ({ ...finding, evidence: [], concerns: [], clauses: [], fixes: [] })),
    unchecked: report.unchecked.slice(0, MOST_FINDINGS),
  }),
  (report) => ({
    ...report,
    findings: report.findings.slice(0, MOST_FINDINGS).map((finding) => ({ ...finding, evidence: [], concerns: [], clauses: [], fixes: [] })),
    unchecked: report.unchecked.slice(0, MOST_FINDINGS),
  }),
];

function withFindings(report: Report, change: (finding: ReportedFinding) => ReportedFinding): Report {
  return { ...report, findings: report.findings.map(change) };
}

/**
 * The text handed to the pane, or null when there is none to hand over: a draft that may not be recorded, or a report that
 * stays too long. Always text, because classic Outlook before 2402 takes nothing else.
 */
export function contextText(report: Report, fingerprint: string | null, at: number): string | null {
  if (!report.mayBeRecorded) return null;
  for (const reduce of REDUCTIONS) {
    const context: DialogContext = { version: 1, fingerprint, at, report: reduce(report) };
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
