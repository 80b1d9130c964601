import { ChoiceGroup } from '@fluentui/react';
import { useId } from 'react';
import type { ReactElement } from 'react';
import type { GenericSchema } from 'valibot';
import { choicesOf, defaultOf, pathText } from '../../policy';
import type { Path } from '../../policy';
import { fileOf, useEditing, writtenAt } from '../editing/editing';
import { problemsAt } from '../editing/judge';
import { help as helpStyle } from './styles';

const STEPS: { readonly [severity: string]: string } = { '': 'As for everyone', off: 'Off', inform: 'Note', warn: 'Ask once', justify: 'Ask for a reason', block: 'Stop' };

/** The ladder of severities, mildest first, as one choice. */
export function SeverityField({ path, schema, label, help, isLocked }: { readonly path: Path; readonly schema: GenericSchema; readonly label: string; readonly help: string; readonly isLocked: boolean }): ReactElement {
  const editing = useEditing();
  const helpId = useId();
  const written = writtenAt(editing, path) ?? defaultOf(schema);
  // Where nothing stands behind an empty place, such as an audience's own severity, it may be left empty.
  const isLeftOpen = defaultOf(schema) === undefined;
  const choices = [...(isLeftOpen ? [''] : []), ...choicesOf(schema)];
  const problem = problemsAt(editing.judgement.problems, fileOf(editing), path).find((each) => each.path === pathText(path))?.message ?? '';
  return (
    <div>
      <ChoiceGroup
        label={label}
        aria-describedby={helpId}
        selectedKey={typeof written === 'string' ? written : isLeftOpen ? '' : null}
        disabled={isLocked}
        options={choices.map((severity) => ({ key: severity, text: STEPS[severity] ?? severity, styles: { root: { marginRight: 18, marginTop: 4 } } }))}
        onChange={(_, option) => editing.change(path, option?.key === '' ? undefined : option?.key)}
        styles={{ flexContainer: { display: 'flex', flexWrap: 'wrap' } }}
      />
      <p id={helpId} className={helpStyle}>
        {help} {problem}
      </p>
    </div>
  );
}
