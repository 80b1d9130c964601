import { registerIcons } from '@fluentui/react';
import type { ReactElement } from 'react';
import { registerHeedIcons } from '../ui';

/** What Fluent's own controls ask for by name, on the same grid as Heed's other icons. */
const SHAPES: { readonly [name: string]: string } = {
  ChevronDown: 'm3 6 5 5 5-5',
  CheckMark: 'm3 8.5 3.5 3.5L13 4.5',
  Completed: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zm-2.8 6.4 2 2 3.6-4',
  Info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zm0 5.5v4M8 4.6v.2',
  ErrorBadge: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5.6 5.6l4.8 4.8m0-4.8-4.8 4.8',
};

function drawn(path: string): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

/** Fluent fetches its icons from a server of Microsoft's unless it is given others. */
export function registerPageIcons(): void {
  registerHeedIcons();
  registerIcons({ icons: Object.fromEntries(Object.entries(SHAPES).map(([name, path]) => [name, drawn(path)])) });
}
