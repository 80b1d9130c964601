import { registerIcons } from '@fluentui/react';
import type { ReactElement } from 'react';
import { registerHeedIcons } from '../ui';

/** What Fluent's own controls ask for by name, and the studio's own, on the same grid as Heed's other icons. */
const SHAPES: { readonly [name: string]: string } = {
  ChevronDown: 'm3 6 5 5 5-5',
  ChevronUp: 'm3 10 5-5 5 5',
  ChevronDownSmall: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  ChevronUpSmall: 'm4.5 9.5 3.5-3.5 3.5 3.5',
  ChevronRight: 'm6 3 5 5-5 5',
  CheckMark: 'm3 8.5 3.5 3.5L13 4.5',
  Cancel: 'm3.5 3.5 9 9m0-9-9 9',
  Clear: 'm3.5 3.5 9 9m0-9-9 9',
  Info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.3v4M8 4.6v.2',
  Completed: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zm-2.8 6.4 2 2 3.6-4',
  Warning: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2',
  ErrorBadge: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5.6 5.6l4.8 4.8m0-4.8-4.8 4.8',
  'heed-add': 'M8 3v10M3 8h10',
  'heed-find': 'M7 2.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8zM10.3 10.3l3.4 3.4',
  'heed-undo': 'M6 3.2 2.6 6.6 6 10M3 6.6h6.2c2.6 0 4.2 1.6 4.2 4v1.8',
  'heed-redo': 'm10 3.2 3.4 3.4L10 10M13 6.6H6.8c-2.6 0-4.2 1.6-4.2 4v1.8',
  'heed-health': 'M2 8.5h3l1.6-4 2.6 7.4 1.6-3.4H14',
  'heed-rules': 'M2.5 3.5h2v2h-2zM7 4.5h6.5M2.5 10.5h2v2h-2zM7 11.5h6.5',
  'heed-school': 'M1.8 6.6 8 3.4l6.2 3.2L8 9.8zM4.2 8v3.2c2.2 1.6 5.4 1.6 7.6 0V8',
  'heed-calendar': 'M2.4 3.6h11.2v10H2.4zM2.4 6.6h11.2M5.2 2v3M10.8 2v3',
  'heed-book': 'M2.6 3h4.2c.8 0 1.2.4 1.2 1.2v9c0-.8-.6-1.2-1.4-1.2h-4zM13.4 3H9.2C8.4 3 8 3.4 8 4.2v9c0-.8.6-1.2 1.4-1.2h4z',
  'heed-draft': 'M2 3.8h12v8.4H2zM2 4.4l6 4.4 6-4.4',
  'heed-chart': 'M2.4 2.4v11.2h11.2M5.2 11V8M8 11V4.8M10.8 11V6.6',
  'heed-publish': 'M8 10.6V2.8M4.8 6 8 2.8 11.2 6M2.6 10.4v3h10.8v-3',
  'heed-settings': 'M2.4 4.6h5M10.6 4.6h3M2.4 11.4h3M8.6 11.4h5M9 3v3.2M7 9.8V13',
};

function drawn(path: string): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ display: 'inline-block', verticalAlign: 'middle' }}>
      <path d={path} />
    </svg>
  );
}

/** Makes every icon known under its name, so that none is fetched from anywhere. */
export function registerStudioIcons(): void {
  registerHeedIcons();
  registerIcons({ icons: Object.fromEntries(Object.entries(SHAPES).map(([name, path]) => [name, drawn(path)])) });
}
