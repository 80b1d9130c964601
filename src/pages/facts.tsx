import { mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement } from 'react';
import type { Fact } from '../diagnosis';

/** What is known, a line each. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  const theme = useTheme();
  return (
    <dl className={mergeStyles({ display: 'grid', gridTemplateColumns: 'minmax(96px, max-content) 1fr', gap: '6px 16px', margin: 0, fontSize: 14, lineHeight: '1.4' })}>
      {facts.map(([name, value], index) => (
        <div key={index} className={mergeStyles({ display: 'contents' })}>
          <dt className={mergeStyles({ color: theme.palette.neutralSecondary })}>{name}</dt>
          <dd className={mergeStyles({ margin: 0 })}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
