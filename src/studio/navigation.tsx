import { Icon, mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement } from 'react';

const PAGES = [
  ['health', 'Policy health', 'heed-health'],
  ['rules', 'Rules', 'heed-rules'],
  ['organisation', 'People and places', 'heed-school'],
  ['calendar', 'Hours and terms', 'heed-calendar'],
  ['documents', 'Documents and quotations', 'heed-book'],
  ['settings', 'Settings for all rules', 'heed-settings'],
  ['academies', 'Academies', 'heed-person'],
  ['try', 'Try a draft', 'heed-draft'],
  ['replay', 'Replay', 'heed-chart'],
  ['overrides', 'Overrides', 'heed-justify'],
  ['publish', 'Publish', 'heed-publish'],
] as const;

export interface NavigationProps {
  readonly page: string;
  /** How many notes the front page has. */
  readonly toLookInto: number;
}

/** The pages, beside the one that is open; on a narrow screen above it. */
export function Navigation({ page, toLookInto }: NavigationProps): ReactElement {
  const { palette } = useTheme();
  const link = (isHere: boolean): string =>
    mergeStyles({
      display: 'flex',
      gap: 10,
      alignItems: 'center',
      padding: '8px 12px',
      borderRadius: 4,
      textDecoration: 'none',
      color: `${palette.neutralPrimary} !important`,
      fontWeight: isHere ? 600 : 400,
      background: isHere ? palette.neutralLight : 'transparent',
      borderLeft: `3px solid ${isHere ? palette.themePrimary : 'transparent'}`,
      selectors: { ':hover': { background: palette.neutralLighter }, ':focus-visible': { outline: `2px solid ${palette.themePrimary}` } },
      '@media (max-width: 760px)': { padding: '6px 8px', gap: 6 },
      // There a transparent border is drawn as well, and no background is.
      '@media (forced-colors: active)': isHere
        ? { forcedColorAdjust: 'none', background: 'Highlight', color: 'HighlightText !important', borderLeftColor: 'Highlight' }
        : { borderLeftColor: 'Canvas' },
    });
  return (
    <nav aria-label="Pages" className={mergeStyles({ flex: '0 0 238px', padding: '14px 8px', '@media (min-height: 640px) and (min-width: 760px)': { position: 'sticky', top: 54 }, '@media (max-width: 760px)': { flex: '1 0 100%', boxSizing: 'border-box', minWidth: 0, padding: '4px 8px', borderBottom: '1px solid var(--heed-line)' } })}>
      <ul className={mergeStyles({ listStyle: 'none', margin: 0, padding: 0, '@media (max-width: 760px)': { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' } })}>
        {PAGES.map(([key, label, icon]) => (
          <li key={key}>
            <a href={`#/${key}`} aria-current={page === key ? 'page' : undefined} className={link(page === key)}>
              <Icon iconName={icon} style={{ fontSize: 16, flexShrink: 0 }} />
              {label}
              {key === 'health' && toLookInto > 0 ? ` (${toLookInto})` : ''}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
