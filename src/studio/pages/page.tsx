import { mergeStyles } from '@fluentui/react';
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { TargetContext } from '../forms/group';

export const text = mergeStyles({ margin: '0 0 10px', maxWidth: 720 });
export const heading2 = mergeStyles({ fontSize: 18, fontWeight: 600, margin: '26px 0 8px' });
export const quiet = mergeStyles({ fontWeight: 400, fontSize: 14 });
export const card = mergeStyles({ border: '1px solid var(--heed-line)', borderRadius: 6, padding: '12px 16px', margin: '0 0 12px', background: 'var(--heed-card)' });
export const table = mergeStyles({
  borderCollapse: 'collapse',
  minWidth: 'min-content',
  margin: '8px 0 14px',
  selectors: { 'th, td': { textAlign: 'left', padding: '5px 16px 5px 0', borderBottom: '1px solid var(--heed-line)', verticalAlign: 'top' }, 'td.number, th.number': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
});

/** Brings the field of a path into view, or the nearest that holds it. */
function showField(path: string): boolean {
  for (let place = path; place !== ''; place = place.replace(/(?:\.[^.[]*|\[\d+\])$|^[^.[]*$/, '')) {
    const field = document.querySelector<HTMLElement>(`main [data-path="${CSS.escape(place)}"]`);
    if (field === null) continue;
    field.scrollIntoView({ block: 'center' });
    field.querySelector<HTMLElement>('input, textarea, button, summary, [tabindex="0"]')?.focus({ preventScroll: true });
    return true;
  }
  return false;
}

export interface PageProps {
  readonly title: string;
  /** The path, in words, of the field that was asked for. */
  readonly at?: string;
  readonly children: ReactNode;
}

/** A page: its heading takes the focus when it opens, so that a screen reader begins there; or the field that was asked for. */
export function Page({ title, at = '', children }: PageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Heed studio`;
    if (at !== '' && showField(at)) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title, at]);
  return (
    <TargetContext.Provider value={at}>
      <h1 ref={heading} tabIndex={-1} className={mergeStyles({ fontSize: 26, fontWeight: 600, margin: '0 0 12px', outline: 'none' })}>
        {title}
      </h1>
      {children}
    </TargetContext.Provider>
  );
}
