import type { ReactElement, ReactNode } from 'react';
import { mergeStyles } from '@fluentui/react';
import type { Fix, ReportedFinding } from '../domain';
import { FindingCard, FixButton, More } from '../ui';
import { offeredFixes } from './fixes';
import type { OfferedFix } from './fixes';
import type { Result } from './state';
import { SubjectFix } from './subject-fix';

/** Fixes shown at first: a draft to forty personal addresses has forty. */
const SHOWN = 4;

export interface FindingSectionProps {
  readonly finding: ReportedFinding;
  readonly result: Result;
  readonly call: string;
  readonly now: number;
  readonly timeZone: string;
  readonly isWaiting: boolean;
  readonly onFix: (fix: Fix, subject?: string) => void;
}

/** A finding with the buttons that put it right. */
export function FindingSection({ finding, result, call, now, timeZone, isWaiting, onFix }: FindingSectionProps): ReactElement {
  const item = ({ key, fix, words, icon }: OfferedFix): ReactNode => (
    <li key={key} className={mergeStyles({ marginTop: 6 })}>
      {fix.do === 'add-subject' ? (
        <SubjectFix suggestion={fix.suggestion} isWaiting={isWaiting} onUse={(subject) => onFix(fix, subject)} />
      ) : (
        <FixButton words={words} icon={icon} isWaiting={isWaiting} onPress={() => onFix(fix)} />
      )}
    </li>
  );
  const fixes = offeredFixes(finding.fixes, result.attachments, now, timeZone);
  return (
    <FindingCard finding={finding} call={call}>
      {fixes.length === 0 ? null : <More atFirst={SHOWN} items={fixes.map(item)} />}
    </FindingCard>
  );
}
