import { mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement, ReactNode } from 'react';
import type { ReportedFinding } from '../domain';
import { EvidenceList } from './evidence-list';
import { FindingFrame, NoOverride, Said } from './finding-frame';
import { More } from './more';

/** Findings shown at first: about a screen of them, so that what comes after them is not far below. */
const SHOWN = 5;
/** From this many on, each shows one place at first. */
const MANY = 4;

export interface GroupCardProps {
  readonly findings: readonly [ReportedFinding, ...ReportedFinding[]];
  /** The advice of all of them; null where each has its own. */
  readonly advice: string | null;
  readonly call?: string | undefined;
  readonly placesShown: number;
  readonly isReasonGiven?: boolean;
  /** What puts all of them right. */
  readonly forAll: ReactNode;
  /** What puts each of them right, in their order. */
  readonly forEach: readonly ReactNode[];
}

/** Alike findings: what they have in common and the clause once, then each with what was seen, where, and what puts it right. */
export function GroupCard({ findings, advice, call, placesShown, isReasonGiven = false, forAll, forEach }: GroupCardProps): ReactElement {
  const theme = useTheme();
  const [first] = findings;
  const places = findings.length < MANY ? placesShown : 1;
  return (
    <FindingFrame
      finding={first}
      count={findings.length}
      isReasonGiven={isReasonGiven}
      below={
        <div className={mergeStyles({ marginTop: 8 })}>
          <More
            atFirst={SHOWN}
            items={findings.map((finding, index) => (
              <li key={finding.concerns.join(' ') || index} className={mergeStyles({ padding: '8px 0', borderTop: index === 0 ? 0 : `1px solid ${theme.palette.neutralQuaternaryAlt}` })}>
                <Said>{finding.saw}</Said>
                {advice === null ? <Said isAdvice>{finding.advice}</Said> : null}
                <EvidenceList isBrief evidence={finding.evidence} about={finding.saw} atFirst={places} />
                {forEach[index]}
              </li>
            ))}
          />
        </div>
      }
    >
      <Said isAdvice>{advice}</Said>
      <NoOverride severity={first.severity} call={call} />
      {forAll}
    </FindingFrame>
  );
}
