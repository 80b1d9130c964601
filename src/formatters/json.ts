import type { Report } from '../domain';

/** One line of `heed check --json`: a public contract. */
export interface CheckLine {
  readonly file: string;
  readonly verdict: Report['verdict'];
  readonly findings: readonly {
    readonly rule: string;
    readonly situation: string;
    readonly severity: string;
    readonly clauses: readonly { readonly id: string; readonly basis: string }[];
    readonly tip: string;
    readonly evidence: Report['findings'][number]['evidence'];
  }[];
  readonly unchecked: Report['unchecked'];
  /** What is shown though no rule is broken; left out when there is nothing. */
  readonly notes?: readonly string[];
}

export function checkLine(file: string, report: Report): CheckLine {
  return {
    file,
    verdict: report.verdict,
    findings: report.findings.map((finding) => ({
      rule: finding.rule,
      situation: finding.situation,
      severity: finding.severity,
      clauses: finding.clauses.map(({ id, basis }) => ({ id, basis })),
      tip: finding.tip,
      evidence: finding.evidence,
    })),
    unchecked: report.unchecked,
    ...(report.notes === undefined ? {} : { notes: report.notes }),
  };
}
