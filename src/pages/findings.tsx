import { Icon, mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement } from 'react';
import type { SiteFinding } from '../deployment';

/** What a host serves, address by address, what is wrong first. */
export function Findings({ findings, host }: { readonly findings: readonly SiteFinding[]; readonly host: string }): ReactElement {
  const theme = useTheme();
  const ordered = [...findings.filter(({ isProblem }) => isProblem), ...findings.filter(({ isProblem }) => !isProblem)];
  return (
    <ul className={mergeStyles({ listStyle: 'none', margin: 0, padding: 0, fontSize: 14, lineHeight: '1.4' })}>
      {ordered.map(({ address, isProblem, message }, index) => (
        <li key={index} className={mergeStyles({ display: 'flex', gap: 10, padding: '7px 0', borderTop: `1px solid ${theme.palette.neutralLight}` })}>
          <Icon iconName={isProblem ? 'heed-warn' : 'heed-done'} className={mergeStyles({ fontSize: 18, flexShrink: 0, marginTop: 1, color: isProblem ? theme.semanticColors.errorText : theme.palette.themePrimary })} />
          <span>
            <strong>{isProblem ? 'Wrong' : 'Right'}</strong> <code>{address.startsWith(`${host}/`) ? address.slice(host.length) : address}</code>: {message}
          </span>
        </li>
      ))}
    </ul>
  );
}
