import { Link } from '@fluentui/react';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { words } from './words';

export interface MoreProps {
  readonly items: readonly ReactNode[];
  /** How many are shown at first. */
  readonly atFirst: number;
  readonly isSmall?: boolean;
}

/** The first few of a list, and a button that shows the rest and moves on to the first of them. Each item is an `li`. */
export function More({ items, atFirst, isSmall = false }: MoreProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = isOpen ? items : items.slice(0, atFirst);
  useEffect(() => {
    if (!isOpen) return;
    const next = list.current?.children[atFirst] as HTMLElement | undefined;
    const target = next?.querySelector<HTMLElement>('button, a, input') ?? next;
    if (target !== undefined && target === next) target.tabIndex = -1;
    target?.focus();
  }, [isOpen, atFirst]);
  return (
    <>
      <ul ref={list} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {shown}
      </ul>
      {shown.length === items.length ? null : (
        <Link as="button" underline onClick={() => setOpen(true)} styles={{ root: { minHeight: 24, marginTop: isSmall ? 0 : 4, ...(isSmall ? { fontSize: 12 } : {}) } }}>
          {words.showMore(items.length - shown.length)}
        </Link>
      )}
    </>
  );
}
