import { Icon, mergeStyles, useTheme } from '@fluentui/react';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { ReportedFinding } from '../domain';
import { ClauseQuote } from './clause-quote';
import { EvidenceList } from './evidence-list';
import { accentOf } from './theme';
import { languageOfFindings, words } from './words';

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

/** "Do now" advice may begin in lower case; by itself it is a sentence. */
function sentence(advice: string): string {
  return advice.charAt(0).toUpperCase() + advice.slice(1);
}

/** One finding: its severity in words, what was seen, what to do, the buttons, where it was seen, the clause. */
export function FindingCard({ finding, call, placesShown, isReasonGiven = false, children }: FindingCardProps): ReactElement {
  const theme = useTheme();
  const heading = useId();
  const lang = languageOfFindings();
  const accent = accentOf(finding.severity, theme);
  return (
    <article
      aria-labelledby={heading}
      className={mergeStyles({
        border: `1px solid ${theme.palette.neutralQuaternaryAlt}`,
        borderLeft: `4px solid ${accent}`,
        borderRadius: 4,
        padding: '10px 12px 12px',
        marginBottom: 12,
        background: theme.semanticColors.bodyBackground,
        '@media (max-width: 240px)': { padding: '8px 8px 10px' },
        '@media (forced-colors: active)': { borderColor: 'CanvasText' },
      })}
    >
      <p
        className={mergeStyles({
          display: 'flex',
          gap: 6,
          alignItems: 'center',
          margin: 0,
          color: accent,
          fontSize: 12,
          fontWeight: 600,
        })}
      >
        <Icon iconName={isReasonGiven ? 'heed-done' : `heed-${finding.severity}`} className={mergeStyles({ fontSize: 16 })} />
        {isReasonGiven ? words.reasonIsGiven : words.severity(finding.severity)}
      </p>
      <h3 id={heading} lang={lang} className={mergeStyles({ margin: '4px 0 6px', fontSize: 16, fontWeight: 600, lineHeight: '1.3' })}>
        {finding.title}
      </h3>
      <p lang={lang} className={mergeStyles({ margin: '0 0 6px' })}>
        {finding.saw}
      </p>
      {finding.advice === null ? null : (
        <p lang={lang} className={mergeStyles({ margin: '0 0 6px' })}>
          {sentence(finding.advice)}
        </p>
      )}
      {finding.severity === 'block' ? (
        <p className={mergeStyles({ margin: '0 0 6px', fontWeight: 600 })}>
          {words.blocked} {call}
        </p>
      ) : null}
      {children}
      <EvidenceList evidence={finding.evidence} about={finding.title} atFirst={placesShown} />
      {finding.clauses.map((clause) => (
        <ClauseQuote key={clause.id} clause={clause} />
      ))}
      {finding.clauses.length === 0 ? (
        <p className={mergeStyles({ margin: '10px 0 0', fontSize: 12, color: theme.palette.neutralSecondary })}>{words.goodPractice}</p>
      ) : null}
    </article>
  );
}
