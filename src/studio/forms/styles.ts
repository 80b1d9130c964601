import { mergeStyles } from '@fluentui/react';

export const help = mergeStyles({ margin: '4px 0 0', fontSize: 12, maxWidth: 640, selectors: { ':empty': { display: 'none' } } });
export const legend = mergeStyles({ fontWeight: 600 });
export const quiet = mergeStyles({ fontSize: 12, color: 'var(--heed-quiet)', overflowWrap: 'anywhere' });
export const group = mergeStyles({ border: '1px solid var(--heed-line)', borderRadius: 4, minWidth: 0, maxWidth: 900 });
export const summary = mergeStyles({
  display: 'flex',
  listStyle: 'none',
  gap: '0 10px',
  alignItems: 'baseline',
  padding: '9px 14px',
  cursor: 'pointer',
  selectors: { ':hover': { background: 'var(--heed-card)' }, ':focus-visible': { outline: '2px solid currentColor' } },
});
export const title = mergeStyles({ display: 'flex', flexWrap: 'wrap', gap: '0 10px', alignItems: 'baseline', minWidth: 0 });
export const grid = mergeStyles({ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(250px, 100%), 1fr))', gap: '0 18px', alignItems: 'start' });
