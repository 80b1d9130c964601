import { mergeStyles, useTheme } from '@fluentui/react';
import { useId } from 'react';
import type { ReactElement } from 'react';
import type { Evidence } from '../domain';
import { More } from './more';
import { languageOfFindings, words } from './words';

/** Where it was seen and what is there, masked since it was found. `about` names the finding. */
export function EvidenceList({ evidence, about, atFirst }: { readonly evidence: readonly Evidence[]; readonly about: string; readonly atFirst: number }): ReactElement | null {
  const theme = useTheme();
  const heading = useId();
  // Two passwords in one line look the same, masked.
  const told = evidence.filter(({ where, masked }, index) => evidence.findIndex((other) => other.where === where && other.masked === masked) === index);
  if (evidence.length === 0) return null;
  return (
    <div role="group" aria-labelledby={heading} className={mergeStyles({ marginTop: 12 })}>
      <h4 id={heading} aria-label={`${words.evidence}: ${about}`} className={mergeStyles({ margin: '0 0 2px', fontSize: 12, fontWeight: 600 })}>
        {words.evidence}
      </h4>
      <More
        atFirst={atFirst}
        items={told.map(({ where, masked }, index) => (
          <li key={`${index} ${where}`} lang={languageOfFindings()} className={mergeStyles({ padding: '3px 0', borderTop: index === 0 ? 0 : `1px solid ${theme.palette.neutralLight}` })}>
            <span className={mergeStyles({ display: 'block', fontSize: 12, color: theme.palette.neutralSecondary })}>{where}</span>
            <span className={mergeStyles({ display: 'block' })}>{masked}</span>
          </li>
        ))}
      />
    </div>
  );
}
