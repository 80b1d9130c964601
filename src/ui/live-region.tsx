import type { ReactElement } from 'react';

const HIDDEN = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
  border: 0,
} as const;

/**
 * Says a text to people who cannot see it appear. It must be on the page before its text changes, so there is one for the
 * whole pane. `turn` counts what was said, so that the same words twice are said twice.
 */
export function LiveRegion({ text, turn }: { readonly text: string; readonly turn: number }): ReactElement {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" style={HIDDEN}>
      <span key={turn}>{text}</span>
    </div>
  );
}
