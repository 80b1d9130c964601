import { Checkbox, DefaultButton, TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { GenericSchema } from 'valibot';
import { childSchema, choicesOf, defaultOf, isNullable, keysOf, longestOf, pathText, typeOf } from '../../policy';
import type { Path } from '../../policy';
import { fileOf, useEditing } from '../editing/editing';
import { problemsAt } from '../editing/judge';
import { rawOf, valueAt } from '../editing/pack-set';
import type { FieldComponent } from './field-props';
import { humanised } from './labels';
import { fieldset, help as helpStyle, legend } from './styles';

export interface ListFieldProps {
  readonly path: Path;
  readonly schema: GenericSchema;
  readonly label: string;
  readonly help: string;
  readonly isLocked: boolean;
  readonly Field: FieldComponent;
}

/** Entries of objects shown at a time: a trust may have hundreds of groups. */
const SHOWN = 20;

function freshEntry(item: GenericSchema): unknown {
  const keys = keysOf(item);
  if (keys === null) return '';
  const entry: { [key: string]: unknown } = {};
  for (const key of keys) {
    const child = childSchema(item, key);
    if (child !== null && defaultOf(child) === undefined && typeOf(child) === 'string') entry[key] = '';
  }
  return entry;
}

function nameOf(entry: unknown, index: number): string {
  if (typeof entry === 'object' && entry !== null) {
    const first = Object.values(entry as { readonly [key: string]: unknown }).find((value) => typeof value === 'string' && value !== '');
    if (typeof first === 'string') return first;
  }
  return `Entry ${index + 1}`;
}

/** A list: a box for each of a few choices, one text a line, or a group of fields for each entry. */
export function ListField({ path, schema, label, help, isLocked, Field }: ListFieldProps): ReactElement | null {
  const editing = useEditing();
  const [shown, setShown] = useState(SHOWN);
  const item = childSchema(schema, 0);
  if (item === null) return null;
  // In an overlay a list is what the academy adds; the trust's own entries stay.
  const own = valueAt(rawOf(editing.now, editing.editor), path);
  const trusts: unknown = editing.editor === 'trust' ? [] : valueAt(editing.now.trust.raw, path);
  const fromTrust: readonly unknown[] = Array.isArray(trusts) ? trusts : [];
  const fallback = editing.editor === 'trust' ? defaultOf(schema) : [];
  const entries: readonly unknown[] = Array.isArray(own) ? (own as unknown[]) : Array.isArray(fallback) ? (fallback as unknown[]) : [];
  const problems = problemsAt(editing.judgement.problems, fileOf(editing), path);
  const inherited = fromTrust.length > 0 ? `The trust’s own ${fromTrust.length === 1 ? 'entry stays' : `${fromTrust.length} entries stay`}: ${fromTrust.map((entry, index) => (typeof entry === 'string' ? entry : nameOf(entry, index))).slice(0, 8).join(', ')}.` : '';
  const type = typeOf(item);

  if (type === 'picklist') {
    const isAll = entries.length === 0 && isNullable(schema);
    return (
      <fieldset className={fieldset}>
        <legend className={legend}>{label}</legend>
        <p className={helpStyle}>
          {help} {isAll ? 'None ticked means all of them.' : ''} {inherited}
        </p>
        {choicesOf(item).map((choice) => (
          <Checkbox
            key={choice}
            label={humanised(choice)}
            checked={entries.includes(choice)}
            disabled={isLocked}
            onChange={(_, isOn) => editing.change(path, isOn === true ? [...entries, choice] : entries.filter((entry) => entry !== choice))}
            styles={{ root: { margin: '4px 0' } }}
          />
        ))}
      </fieldset>
    );
  }
  if (type === 'string') {
    const longest = longestOf(schema);
    return (
      <TextField
        label={label}
        multiline
        autoAdjustHeight
        resizable={false}
        description={`${help} One a line; ${entries.length}${longest === null ? '' : ` of at most ${longest}`}. ${inherited}`}
        value={entries.join('\n')}
        disabled={isLocked}
        errorMessage={problems.map(({ message }) => message).join(' ')}
        styles={{ root: { maxWidth: 640 } }}
        onChange={(_, text = '') => editing.change(path, text === '' ? [] : text.split('\n'))}
        onBlur={() => {
          const tidy = entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
          if (tidy.length !== entries.length || tidy.some((entry, index) => entry !== entries[index])) editing.change(path, tidy);
        }}
      />
    );
  }
  return (
    <fieldset className={fieldset}>
      <legend className={legend}>
        {label} ({entries.length})
      </legend>
      <p className={helpStyle}>
        {help} {inherited} {problems.filter((problem) => problem.path === pathText(path)).map(({ message }) => message).join(' ')}
      </p>
      {entries.slice(0, shown).map((entry, index) => (
        <fieldset key={index} className={fieldset} style={{ marginTop: 8 }}>
          <legend className={legend}>{nameOf(entry, index)}</legend>
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))', gap: '0 18px' }}>
            {(keysOf(item) ?? []).map((key) => (
              <Field key={key} path={[...path, index, key]} />
            ))}
          </div>
          <DefaultButton text="Remove" ariaLabel={`Remove ${nameOf(entry, index)}`} iconProps={{ iconName: 'heed-remove' }} disabled={isLocked} onClick={() => editing.change(path, entries.filter((_, other) => other !== index))} />
        </fieldset>
      ))}
      <div style={{ display: 'flex', gap: 8, marginTop: 10 }}>
        {entries.length > shown ? <DefaultButton text={`Show ${Math.min(SHOWN, entries.length - shown)} more`} onClick={() => setShown(shown + SHOWN)} /> : null}
        <DefaultButton
          text={`Add to ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
          iconProps={{ iconName: 'heed-add' }}
          disabled={isLocked}
          onClick={() => {
            setShown(entries.length + 1);
            editing.change(path, [...entries, freshEntry(item)]);
          }}
        />
      </div>
    </fieldset>
  );
}
