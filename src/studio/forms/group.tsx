import { createContext, useContext, useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { pathText } from '../../policy';
import type { Path } from '../../policy';
import { fileOf, useEditing } from '../editing/editing';
import { problemsAt } from '../editing/judge';
import { group, help as helpStyle, legend, quiet, summary, title } from './styles';

/** The place that was asked for, as a path in words; groups on the way to it open by themselves. */
export const TargetContext = createContext('');

function leadsTo(target: string, place: string): boolean {
  return target === place || target.startsWith(`${place}.`) || target.startsWith(`${place}[`);
}

export interface GroupProps {
  readonly path: Path;
  readonly label: string;
  /** Beside the label, quietly: how many, or what is set. */
  readonly note?: string;
  readonly help?: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: () => ReactNode;
}

/** Fields that belong together, shut until somebody wants them: a pack has hundreds. What is shut is not drawn. */
export function Group({ path, label, note = '', help = '', isOpenAtFirst = false, children }: GroupProps): ReactElement {
  const editing = useEditing();
  const target = useContext(TargetContext);
  const [isOpen, setOpen] = useState(isOpenAtFirst || leadsTo(target, pathText(path)));
  const name = useId();
  const faults = problemsAt(editing.judgement.problems, fileOf(editing), path).length;
  return (
    <details className={group} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={summary}>
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        <span className={title}>
          <span id={name} className={legend}>
            {label}
          </span>
          {note === '' ? null : <span className={quiet}>{note}</span>}
          {faults === 0 ? null : <strong>{faults} to put right</strong>}
        </span>
      </summary>
      {isOpen ? (
        <div role="group" aria-labelledby={name} style={{ padding: '2px 14px 12px' }}>
          {help === '' ? null : <p className={helpStyle}>{help}</p>}
          {children()}
        </div>
      ) : null}
    </details>
  );
}
