import { DefaultButton, TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { GenericSchema } from 'valibot';
import type { Path } from '../../policy';
import { useEditing, writtenAt } from '../editing/editing';
import { humanised } from './labels';
import type { FieldComponent } from './field-props';
import { fieldset, help as helpStyle, legend } from './styles';

export interface RecordFieldProps {
  readonly path: Path;
  readonly schema: GenericSchema;
  readonly label: string;
  readonly help: string;
  readonly isLocked: boolean;
  readonly Field: FieldComponent;
}

/** Entries under names of their own: a contact for each role, the clauses of a document. */
export function RecordField({ path, label, help, isLocked, Field }: RecordFieldProps): ReactElement {
  const editing = useEditing();
  const [name, setName] = useState('');
  const written = writtenAt(editing, path);
  const record = typeof written === 'object' && written !== null && !Array.isArray(written) ? (written as { readonly [key: string]: unknown }) : {};
  const keys = Object.keys(record);
  return (
    <fieldset className={fieldset}>
      <legend className={legend}>
        {label} ({keys.length})
      </legend>
      <p className={helpStyle}>{help}</p>
      {keys.map((key) => (
        <div key={key}>
          <Field path={[...path, key]} label={humanised(key)} />
          <DefaultButton text="Remove" ariaLabel={`Remove ${key}`} iconProps={{ iconName: 'heed-remove' }} disabled={isLocked} onClick={() => editing.change([...path, key], undefined)} />
        </div>
      ))}
      <form
        style={{ display: 'flex', gap: 8, alignItems: 'flex-end', marginTop: 10 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '' || keys.includes(name.trim())) return;
          editing.change([...path, name.trim()], typeof Object.values(record)[0] === 'object' ? structuredClone(Object.values(record)[0]) : '');
          setName('');
        }}
      >
        <TextField label={`New name in ${label.charAt(0).toLowerCase()}${label.slice(1)}`} value={name} disabled={isLocked} onChange={(_, text = '') => setName(text)} />
        <DefaultButton type="submit" text="Add" iconProps={{ iconName: 'heed-add' }} disabled={isLocked || name.trim() === ''} />
      </form>
    </fieldset>
  );
}
