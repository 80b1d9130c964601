import { ChoiceGroup, mergeStyles } from '@fluentui/react';
import { useId } from 'react';
import type { ReactElement } from 'react';
import type { GenericSchema } from 'valibot';
import { choicesOf, defaultOf, pathText } from '../../policy';
import type { Path } from '../../policy';
import { fileOf, useEditing, writtenAt } from '../editing/editing';
import { problemsAt } from '../editing/judge';
import { severityWords } from '../words/severities';
import { situationWords } from '../words/situations';
import { help as helpStyle } from './styles';

export interface SeverityFieldProps {
  readonly path: Path;
  readonly schema: GenericSchema;
  readonly label: string;
  readonly isLocked: boolean;
}

const row = mergeStyles({ display: 'grid', gridTemplateColumns: 'minmax(0, 260px) minmax(0, 1fr)', gap: '2px 18px', alignItems: 'baseline', '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' } });

/** The ladder of severities, mildest first, as one choice. */
export function SeverityField({ path, schema, label, isLocked }: SeverityFieldProps): ReactElement {
  const editing = useEditing();
  const labelId = useId();
  const written = writtenAt(editing, path) ?? defaultOf(schema);
  // Where nothing stands behind an empty place, such as an audience's own severity, it may be left empty.
  const isLeftOpen = defaultOf(schema) === undefined;
  const choices = [...(isLeftOpen ? [''] : []), ...choicesOf(schema)];
  const problem = problemsAt(editing.judgement.problems, fileOf(editing), path).find((each) => each.path === pathText(path))?.message ?? '';
  const [section, rule] = path;
  const situation = path[path.length - 1];
  return (
    <div className={row}>
      <span id={labelId} style={{ fontWeight: 600 }}>
        {section === 'rules' && typeof situation === 'string' ? situationWords(String(rule), situation) : label}
      </span>
      <div>
        <ChoiceGroup
          ariaLabelledBy={labelId}
          selectedKey={typeof written === 'string' ? written : isLeftOpen ? '' : null}
          disabled={isLocked}
          options={choices.map((severity) => ({ key: severity, text: severity === '' ? 'As for everyone' : severityWords(severity), styles: { root: { marginRight: 18, marginTop: 4 } } }))}
          onChange={(_, option) => editing.change(path, option?.key === '' ? undefined : option?.key)}
          styles={{ flexContainer: { display: 'flex', flexWrap: 'wrap' } }}
        />
        {problem === '' ? null : (
          <p className={helpStyle} role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
