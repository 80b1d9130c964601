import { mergeStyles, useTheme } from '@fluentui/react';
import { useId } from 'react';
import type { ReactElement } from 'react';
import type { Evidence } from '../domain';
import { More } from './more';
import { languageOfFindings, words } from './words';

export interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  /** Names the finding. */
  readonly about: string;
  readonly atFirst: number;
  /** Without a heading that is seen, and each place in one line. */
  readonly isBrief?: boolean;
}

/** Where it was seen and what is there, masked since it was found. */
export function EvidenceList({ evidence, about, atFirst, isBrief = false }: EvidenceListProps): ReactElement | null {
  const theme = useTheme();
  const heading = useId();
  // Two passwords in one line look the same, masked.
  const told = evidence.filter(({ where, masked }, index) => evidence.findIndex((other) => other.where === where && other.masked === masked) === index);
  if (evidence.length === 0) return null;
  const name = `${words.evidence}: ${about}`;
  const quiet = { fontSize: 12, color: theme.palette.neutralSecondary };
  const item = mergeStyles(isBrief ? { fontSize: 12 } : { padding: '3px 0', borderTop: `1px solid ${theme.palette.neutralLight}`, ':first-child': { borderTop: 0 } });
  const list = (
    <More
      atFirst={atFirst}
      isSmall={isBrief}
      items={told.map(({ where, masked }, index) => (
        <li key={`${index} ${where}`} lang={languageOfFindings()} className={item}>
          <span className={mergeStyles(quiet, isBrief ? {} : { display: 'block' })}>{isBrief ? `${where}: ` : where}</span>
          <span className={mergeStyles(isBrief ? {} : { display: 'block' })}>{masked}</span>
        </li>
      ))}
    />
  );
  return isBrief ? (
    <div role="group" aria-label={name}>
      {list}
    </div>
  ) : (
    <div role="group" aria-labelledby={heading} className={mergeStyles({ marginTop: 12 })}>
      <h4 id={heading} aria-label={name} className={mergeStyles({ margin: '0 0 2px', fontSize: 12, fontWeight: 600 })}>
        {words.evidence}
      </h4>
      {list}
    </div>
  );
}
