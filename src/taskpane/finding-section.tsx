import type { ReactElement, ReactNode } from 'react';
import { mergeStyles } from '@fluentui/react';
import type { ReportedFinding } from '../domain';
import { FindingCard, FixButton, More, PageLink } from '../ui';
import { offeredFixes } from './fixes';
import type { DoneFix, OfferedFix } from './fixes';
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
  /** How many places a finding shows at first. */
  readonly placesShown: number;
  readonly isWaiting: boolean;
  readonly onFix: (fix: DoneFix, subject?: string) => void;
}

/** A finding with what puts it right: buttons, a field, a link or a sentence. */
export function FindingSection({ finding, result, call, now, timeZone, placesShown, isWaiting, onFix }: FindingSectionProps): ReactElement {
  const content = (offer: OfferedFix): ReactNode => {
    if (offer.as === 'note') return <p className={mergeStyles({ margin: 0 })}>{offer.words}</p>;
    if (offer.as === 'link') return <PageLink url={offer.url}>{offer.words}</PageLink>;
    const { fix } = offer;
    if (fix.do !== 'add-subject') return <FixButton words={offer.words} icon={offer.icon} isWaiting={isWaiting} onPress={() => onFix(fix)} />;
    return <SubjectFix suggestion={fix.suggestion} isWaiting={isWaiting} onUse={(subject) => onFix(fix, subject)} />;
  };
  const fixes = offeredFixes(finding.fixes, { ...result, now, timeZone });
  const items = fixes.map((offer) => (
    <li key={offer.key} className={mergeStyles({ marginTop: 6 })}>
      {content(offer)}
    </li>
  ));
  return (
    <FindingCard finding={finding} call={call} placesShown={placesShown}>
      {items.length === 0 ? null : <More atFirst={SHOWN} items={items} />}
    </FindingCard>
  );
}
