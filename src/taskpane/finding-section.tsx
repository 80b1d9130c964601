import type { ReactElement, Ref } from 'react';
import { mergeStyles } from '@fluentui/react';
import { FindingCard, FixButton, GroupCard, More, PageLink, words } from '../ui';
import type { Contact } from './contacts';
import { offeredFixes, promisedFirst } from './fixes';
import type { DoneFix, FixOfMany, OfferedFix } from './fixes';
import { adviceForAll, fixesOf } from './groups';
import type { Group } from './groups';
import type { Result } from './state';
import { SubjectFix } from './subject-fix';

/** Fixes shown at first: a draft to forty personal addresses has forty. */
const SHOWN = 4;

export interface FindingSectionProps {
  /** One finding, or alike ones. */
  readonly group: Group;
  readonly result: Result;
  readonly call: string;
  /** Whom to ask about this rule; null for nobody in particular. */
  readonly ask: Contact | null;
  readonly now: number;
  readonly timeZone: string;
  /** How many places a finding shows at first. */
  readonly placesShown: number;
  readonly isWaiting: boolean;
  /** Of the finding that the dialog was about: what puts it right is the button to press, and where its promise is kept. */
  readonly promised?: Ref<HTMLLIElement> | undefined;
  readonly isReasonGiven: boolean;
  readonly onFix: (fix: DoneFix | FixOfMany, subject?: string) => void;
}

interface FixListProps extends Pick<FindingSectionProps, 'isWaiting' | 'onFix'> {
  readonly offers: readonly OfferedFix[];
  /** True where the first of them is the button to press. */
  readonly isLead: boolean;
  /** Where the first of them is what the dialog's button promised. */
  readonly promised: Ref<HTMLLIElement> | undefined;
  /** Beside each other, in few words. */
  readonly isSmall?: boolean;
}

/** What puts a finding right: buttons, a field, a link or a sentence. */
function FixList({ offers, isLead, promised, isSmall = false, isWaiting, onFix }: FixListProps): ReactElement | null {
  if (offers.length === 0) return null;
  const content = (offer: OfferedFix, isPrimary: boolean): ReactElement => {
    if (offer.as === 'note') return <p className={mergeStyles({ margin: 0 })}>{offer.words}</p>;
    if (offer.as === 'link') return <PageLink url={offer.url}>{offer.words}</PageLink>;
    const { fix } = offer;
    const common = { isPrimary, isWaiting };
    if (fix.do === 'add-subject') return <SubjectFix suggestion={fix.suggestion} {...common} onUse={(subject) => onFix(fix, subject)} />;
    const brief = isSmall ? offer.brief : undefined;
    return <FixButton words={brief?.whole ?? offer.words} shown={brief?.words} isSmall={isSmall} icon={offer.icon} {...common} onPress={() => onFix(fix)} />;
  };
  const items = offers.map((offer, index) => (
    <li
      key={offer.key}
      ref={index === 0 ? promised : undefined}
      tabIndex={offer.as === 'note' ? -1 : undefined}
      className={mergeStyles({ marginTop: 6 }, isSmall ? { display: 'inline-block', maxWidth: '100%', marginRight: 6, verticalAlign: 'top' } : {})}
    >
      {content(offer, isLead && index === 0)}
    </li>
  ));
  return <More atFirst={SHOWN} items={items} />;
}

/** A finding, or alike ones, with what puts them right. */
export function FindingSection({ group, result, call, ask, now, timeZone, placesShown, isWaiting, promised, isReasonGiven, onFix }: FindingSectionProps): ReactElement {
  const scene = { ...result, now, timeZone };
  const [finding] = group;
  const isLead = promised !== undefined && !isReasonGiven;
  const common = { call, placesShown, isReasonGiven };
  const list = { isWaiting, onFix };
  const asked =
    ask === null ? null : (
      <p className={mergeStyles({ margin: '0 0 6px' })}>
        {words.whoToAsk} {words.role(ask.role)}: {ask.contact}
      </p>
    );
  if (group.length === 1) {
    const { fixes, isPromised } = promisedFirst(finding);
    return (
      <FindingCard finding={finding} {...common}>
        {asked}
        <FixList offers={offeredFixes(fixes, finding.concerns, scene)} isLead={isLead} promised={isPromised ? promised : undefined} {...list} />
      </FindingCard>
    );
  }
  const { ofAll, ofEach, promisedIn } = fixesOf(group, scene);
  return (
    <GroupCard
      findings={group}
      advice={adviceForAll(group)}
      {...common}
      forAll={
        <>
          {asked}
          <FixList offers={ofAll} isLead={isLead} promised={promisedIn === 'all' ? promised : undefined} {...list} />
        </>
      }
      forEach={ofEach.map((offers, index) => (
        <FixList key={index} isSmall offers={offers} isLead={isLead && index === 0 && ofAll.length === 0} promised={index === 0 && promisedIn === 'each' ? promised : undefined} {...list} />
      ))}
    />
  );
}
