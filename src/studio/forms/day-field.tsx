import { TextField, Toggle } from '@fluentui/react';
import type { ReactElement } from 'react';
import type { GenericSchema } from 'valibot';
import { defaultOf, pathText } from '../../policy';
import type { Path } from '../../policy';
import { fileOf, useEditing } from '../editing/editing';
import { problemsAt } from '../editing/judge';
import { weekAt } from '../editing/week';
import { WEEKDAYS } from '../words/days';
import { messageWords } from '../words/problems';
import { help as helpStyle } from './styles';

/** The hours of one day of the week: worked or not, and from when to when. */
export function DayField({ path, schema, label, isLocked }: { readonly path: Path; readonly schema: GenericSchema; readonly label: string; readonly isLocked: boolean }): ReactElement {
  const editing = useEditing();
  const week = path.slice(0, -1);
  const key = String(path[path.length - 1]);
  const shown = weekAt(editing, week);
  const written = shown[key] ?? defaultOf(schema) ?? null;
  const set = (value: readonly [string, string] | null): void => editing.change(week, { ...shown, [key]: value }, path);
  const hours = Array.isArray(written) ? (written as [string, string]) : null;
  const day = WEEKDAYS[key] ?? label;
  const problem = problemsAt(editing.judgement.problems, fileOf(editing), path)[0]?.message;
  return (
    <div role="group" aria-label={day} style={{ display: 'flex', gap: 14, alignItems: 'center', flexWrap: 'wrap' }}>
      <Toggle label={day} inlineLabel checked={hours !== null} disabled={isLocked} onText="Working day" offText="Day off" onChange={(_, isOn) => set(isOn === true ? ['07:30', '18:00'] : null)} styles={{ root: { margin: 0, minWidth: 230 }, label: { minWidth: 90 } }} />
      {hours === null ? null : (
        <>
          <TextField ariaLabel={`${day} from`} placeholder="hh:mm" value={hours[0]} disabled={isLocked} onChange={(_, text = '') => set([text, hours[1]])} />
          <span>to</span>
          <TextField ariaLabel={`${day} to`} placeholder="hh:mm" value={hours[1]} disabled={isLocked} onChange={(_, text = '') => set([hours[0], text])} />
        </>
      )}
      {problem === undefined ? null : (
        <span role="alert" className={helpStyle} data-problem={pathText(path)}>
          {messageWords(problem)}
        </span>
      )}
    </div>
  );
}
