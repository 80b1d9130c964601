import type { Report, ReportedFinding } from '../domain';

interface FindingLine {
  readonly rule: string;
  readonly situation: string;
  readonly severity: string;
  readonly clauses: readonly { readonly id: string; readonly basis: string }[];
  readonly tip: string;
  readonly evidence: ReportedFinding['evidence'];
}

/** One line of `heed check --json`: a public contract. */
export interface CheckLine {
  readonly file: string;
  readonly verdict: Report['verdict'];
  readonly findings: readonly FindingLine[];
  readonly unchecked: readonly { readonly rule?: string; readonly attachment?: string; readonly reason: string }[];
  /** What is shown though no rule is broken; left out when there is nothing. */
  readonly notes?: readonly string[];
  /** What was found where the policy is deployed and only watches; left out otherwise. */
  readonly monitored?: readonly FindingLine[];
}

function findingLine({ rule, situation, severity, clauses, tip, evidence }: ReportedFinding): FindingLine {
  return { rule, situation, severity, clauses: clauses.map(({ id, basis }) => ({ id, basis })), tip, evidence };
}

export function checkLine(file: string, report: Report): CheckLine {
  return {
    file,
    verdict: report.verdict,
    findings: report.findings.map(findingLine),
    unchecked: report.unchecked.map(({ rule, attachment, reason }) => ({ ...(rule === undefined ? {} : { rule }), ...(attachment === undefined ? {} : { attachment }), reason })),
    ...(report.notes === undefined ? {} : { notes: report.notes }),
    ...(report.monitored === undefined ? {} : { monitored: report.monitored.map(findingLine) }),
  };
}
