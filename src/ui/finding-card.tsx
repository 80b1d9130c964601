import type { ReactElement, ReactNode } from 'react';
import type { ReportedFinding } from '../domain';
import { EvidenceList } from './evidence-list';
import { FindingFrame, NoOverride, Said } from './finding-frame';

export interface FindingCardProps {
  readonly finding: ReportedFinding;
  /** Whom to call, on a finding that has no override. */
  readonly call?: string | undefined;
  /** How many places are shown at first (D.6 `evidence.maxItems`). */
  readonly placesShown: number;
  /** True once the sender has said why this may go. */
  readonly isReasonGiven?: boolean;
  /** What puts it right: buttons, fields. */
  readonly children?: ReactNode;
}

/** One finding: its severity in words, what was seen, what to do, the buttons, where it was seen, the clause. */
export function FindingCard({ finding, call, placesShown, isReasonGiven = false, children }: FindingCardProps): ReactElement {
  return (
    <FindingFrame finding={finding} isReasonGiven={isReasonGiven}>
      <Said>{finding.saw}</Said>
      <Said isAdvice>{finding.advice}</Said>
      <NoOverride severity={finding.severity} call={call} />
      {children}
      <EvidenceList evidence={finding.evidence} about={finding.title} atFirst={placesShown} />
    </FindingFrame>
  );
}
