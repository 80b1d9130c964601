import { mergeStyles } from '@fluentui/react';
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

export const text = mergeStyles({ margin: '0 0 10px', maxWidth: 720 });
export const heading2 = mergeStyles({ fontSize: 18, fontWeight: 600, margin: '26px 0 8px' });
export const card = mergeStyles({ border: '1px solid var(--heed-line)', borderRadius: 6, padding: '12px 16px', margin: '0 0 12px', background: 'var(--heed-card)' });
export const table = mergeStyles({
  borderCollapse: 'collapse',
  margin: '8px 0 14px',
  selectors: { 'th, td': { textAlign: 'left', padding: '5px 16px 5px 0', borderBottom: '1px solid var(--heed-line)', verticalAlign: 'top' }, 'td.number, th.number': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
});

/** A page: its heading takes the focus when it opens, so that a screen reader begins there. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    document.title = `${title} – Heed studio`;
  }, [title]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={mergeStyles({ fontSize: 26, fontWeight: 600, margin: '0 0 12px', outline: 'none' })}>
        {title}
      </h1>
      {children}
    </>
  );
}
