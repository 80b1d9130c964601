import { DefaultButton, TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { GenericSchema } from 'valibot';
import { childSchema, keysOf, pathText } from '../../policy';
import type { Path } from '../../policy';
import { useEditing, writtenAt } from '../editing/editing';
import { humanised } from '../words/labels';
import type { FieldComponent } from './field-props';
import { freshEntry, namesOf } from './fresh-entry';
import { Group } from './group';

export interface RecordFieldProps {
  readonly path: Path;
  readonly schema: GenericSchema;
  readonly label: string;
  readonly help: string;
  readonly isLocked: boolean;
  readonly Field: FieldComponent;
}

interface EntryProps {
  readonly path: Path;
  readonly label: string;
  readonly value: unknown;
  readonly item: GenericSchema | null;
  readonly Field: FieldComponent;
  /** Null where it is locked. */
  readonly onRemove: (() => void) | null;
}

function Entry({ path, label, value, item, Field, onRemove }: EntryProps): ReactElement {
  const keys = item === null ? null : keysOf(item);
  const remove = <DefaultButton text="Remove" ariaLabel={`Remove ${label}`} iconProps={{ iconName: 'heed-remove' }} disabled={onRemove === null} onClick={() => onRemove?.()} styles={{ root: { marginTop: 4 } }} />;
  if (keys === null) {
    return (
      <>
        <Field path={path} label={label} />
        {remove}
      </>
    );
  }
  return (
    <div data-path={pathText(path)}>
      <Group path={path} label={label} note={namesOf(value)[0] ?? ''}>
        {() => (
          <>
            {keys.map((key) => (
              <Field key={key} path={[...path, key]} />
            ))}
            {remove}
          </>
        )}
      </Group>
    </div>
  );
}

/** Entries under names of their own: a contact for each role, the clauses of a document. */
export function RecordField({ path, schema, label, help, isLocked, Field }: RecordFieldProps): ReactElement {
  const editing = useEditing();
  const [name, setName] = useState('');
  const written = writtenAt(editing, path);
  const record = typeof written === 'object' && written !== null && !Array.isArray(written) ? (written as { readonly [key: string]: unknown }) : {};
  const keys = Object.keys(record);
  const isTaken = keys.includes(name.trim());
  const small = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return (
    <Group path={path} label={label} note={keys.length === 0 ? 'none' : `${keys.length}: ${keys.slice(0, 3).map(humanised).join(', ')}${keys.length > 3 ? ' …' : ''}`} help={help}>
      {() => (
        <>
          {keys.map((key) => (
            <div key={key} style={{ margin: '8px 0' }}>
              <Entry path={[...path, key]} label={humanised(key)} value={record[key]} item={childSchema(schema, key)} Field={Field} onRemove={isLocked ? null : () => editing.change([...path, key], undefined)} />
            </div>
          ))}
          <form
            style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'flex-end', marginTop: 12 }}
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() === '' || isTaken) return;
              const item = childSchema(schema, name.trim());
              if (item !== null) editing.change([...path, name.trim()], freshEntry(item));
              setName('');
            }}
          >
            <TextField label={`New name in ${small}`} value={name} disabled={isLocked} errorMessage={isTaken ? 'There is one by this name already.' : ''} onChange={(_, text = '') => setName(text)} />
            <DefaultButton type="submit" text="Add" ariaLabel={`Add to ${small}`} iconProps={{ iconName: 'heed-add' }} disabled={isLocked || name.trim() === ''} />
          </form>
        </>
      )}
    </Group>
  );
}
