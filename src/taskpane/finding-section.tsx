import type { ReactElement, ReactNode, Ref } from 'react';
import { mergeStyles } from '@fluentui/react';
import type { ReportedFinding } from '../domain';
import { FindingCard, FixButton, More, PageLink } from '../ui';
import { offeredFixes, promisedFirst } from './fixes';
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
  /** Of the finding that the dialog was about: what puts it right is the button to press, and where its promise is kept. */
  readonly promised?: Ref<HTMLLIElement> | undefined;
  readonly isReasonGiven: boolean;
  readonly onFix: (fix: DoneFix, subject?: string) => void;
}

/** A finding with what puts it right: buttons, a field, a link or a sentence. */
export function FindingSection({ finding, result, call, now, timeZone, placesShown, isWaiting, promised, isReasonGiven, onFix }: FindingSectionProps): ReactElement {
  const isLead = promised !== undefined;
  const content = (offer: OfferedFix, isPrimary: boolean): ReactNode => {
    if (offer.as === 'note') return <p className={mergeStyles({ margin: 0 })}>{offer.words}</p>;
    if (offer.as === 'link') return <PageLink url={offer.url}>{offer.words}</PageLink>;
    const { fix } = offer;
    if (fix.do !== 'add-subject') return <FixButton words={offer.words} icon={offer.icon} isPrimary={isPrimary} isWaiting={isWaiting} onPress={() => onFix(fix)} />;
    return <SubjectFix suggestion={fix.suggestion} isPrimary={isPrimary} isWaiting={isWaiting} onUse={(subject) => onFix(fix, subject)} />;
  };
  const { fixes: inOrder, isPromised } = promisedFirst(finding);
  const fixes = offeredFixes(inOrder, { ...result, now, timeZone });
  const items = fixes.map((offer, index) => (
    <li key={offer.key} ref={isPromised && index === 0 ? promised : undefined} tabIndex={offer.as === 'note' ? -1 : undefined} className={mergeStyles({ marginTop: 6 })}>
      {content(offer, isLead && index === 0 && !isReasonGiven)}
    </li>
  ));
  return (
    <FindingCard finding={finding} call={call} placesShown={placesShown} isReasonGiven={isReasonGiven}>
      {items.length === 0 ? null : <More atFirst={SHOWN} items={items} />}
    </FindingCard>
  );
}
