import { Icon, mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement, ReactNode } from 'react';

export interface NoticeProps {
  readonly icon: string;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Something to know that is not a finding: an icon, a title, a sentence or two. */
export function Notice({ icon, title, children }: NoticeProps): ReactElement {
  const theme = useTheme();
  return (
    <div
      className={mergeStyles({
        display: 'flex',
        gap: 8,
        padding: '8px 10px',
        marginBottom: 12,
        border: `1px solid ${theme.palette.neutralQuaternaryAlt}`,
        borderRadius: 4,
        background: theme.palette.neutralLighterAlt,
      })}
    >
      <Icon iconName={icon} className={mergeStyles({ fontSize: 18, flexShrink: 0, marginTop: 1, color: theme.palette.themePrimary })} />
      <div className={mergeStyles({ minWidth: 0, flexGrow: 1 })}>
        <p className={mergeStyles({ margin: 0, fontWeight: 600 })}>{title}</p>
        {children}
      </div>
    </div>
  );
}
