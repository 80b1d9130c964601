import { Icon, mergeStyles, useTheme } from '@fluentui/react';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { ReportedFinding } from '../domain';
import { ClauseQuote } from './clause-quote';
import { accentOf } from './theme';
import { languageOfFindings, words } from './words';

export interface FindingFrameProps {
  readonly finding: Pick<ReportedFinding, 'severity' | 'title' | 'clauses'>;
  /** How many alike findings stand in it. */
  readonly count?: number;
  readonly isReasonGiven: boolean;
  /** What was seen, and what to do. */
  readonly children: ReactNode;
  /** What stands below the clause. */
  readonly below?: ReactNode;
}

/** "Do now" advice may begin in lower case; by itself it is a sentence. */
function sentence(advice: string): string {
  return advice.charAt(0).toUpperCase() + advice.slice(1);
}

/** What a check says, as a paragraph. */
export function Said({ children, isAdvice = false }: { readonly children: string | null; readonly isAdvice?: boolean }): ReactElement | null {
  if (children === null) return null;
  return (
    <p lang={languageOfFindings()} className={mergeStyles({ margin: '0 0 6px' })}>
      {isAdvice ? sentence(children) : children}
    </p>
  );
}

/** That there is no override, and whom to call; nothing where there is one. */
export function NoOverride({ severity, call }: { readonly severity: ReportedFinding['severity']; readonly call: string | undefined }): ReactElement | null {
  if (severity !== 'block') return null;
  return (
    <p className={mergeStyles({ margin: '0 0 6px', fontWeight: 600 })}>
      {words.blocked} {call}
    </p>
  );
}

/** The card of a finding, or of alike ones: its severity in words above, the clause quoted once. */
export function FindingFrame({ finding, count = 1, isReasonGiven, children, below }: FindingFrameProps): ReactElement {
  const theme = useTheme();
  const id = useId();
  const accent = accentOf(finding.severity, theme);
  return (
    <article
      aria-labelledby={count === 1 ? `${id}-title` : `${id}-title ${id}-count`}
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
      <p className={mergeStyles({ display: 'flex', flexWrap: 'wrap', gap: '0 6px', alignItems: 'center', margin: 0, color: accent, fontSize: 12, fontWeight: 600 })}>
        <Icon iconName={isReasonGiven ? 'heed-done' : `heed-${finding.severity}`} className={mergeStyles({ fontSize: 16 })} />
        {isReasonGiven ? words.reasonIsGiven : words.severity(finding.severity)}
        {count === 1 ? null : (
          <span id={`${id}-count`} className={mergeStyles({ color: theme.palette.neutralSecondary })}>
            {words.ofThese(count)}
          </span>
        )}
      </p>
      <h3 id={`${id}-title`} lang={languageOfFindings()} className={mergeStyles({ margin: '4px 0 6px', fontSize: 16, fontWeight: 600, lineHeight: '1.3' })}>
        {finding.title}
      </h3>
      {children}
      {finding.clauses.map((clause) => (
        <ClauseQuote key={clause.id} clause={clause} />
      ))}
      {finding.clauses.length === 0 ? (
        <p className={mergeStyles({ margin: '10px 0 0', fontSize: 12, color: theme.palette.neutralSecondary })}>{words.goodPractice}</p>
      ) : null}
      {below}
    </article>
  );
}
