import { Checkbox, DefaultButton, TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { GenericSchema } from 'valibot';
import { childSchema, choicesOf, defaultOf, isNullable, keysOf, longestOf, markOf, pathText, typeOf } from '../../policy';
import type { Path } from '../../policy';
import { fileOf, useEditing } from '../editing/editing';
import { problemsAt } from '../editing/judge';
import { rawOf, valueAt } from '../editing/pack-set';
import { choiceAt } from '../words/choices';
import { messageWords } from '../words/problems';
import type { FieldComponent } from './field-props';
import { freshEntry, namesOf } from './fresh-entry';
import { Group } from './group';
import { hashedLine } from './hashed-lines';
import { grid, help as helpStyle, legend } from './styles';

export interface ListFieldProps {
  readonly path: Path;
  readonly schema: GenericSchema;
  readonly label: string;
  readonly help: string;
  readonly isLocked: boolean;
  readonly Field: FieldComponent;
}

interface Entries {
  readonly entries: readonly unknown[];
  /** What the trust has of its own, where an academy edits: those stay. */
  readonly inherited: string;
}

/** Entries of objects shown at a time: a trust may have hundreds of groups. */
const SHOWN = 20;
/** Lines that a box is still quick with; a school's record has tens of thousands. */
const MOST_LINES = 1000;
/** Mistakes told at a time: a pasted list may have one in every line. */
const PROBLEMS_SHOWN = 3;
/** A list of a few entries has room for each of them. */
const FEW = 3;

function nameOf(entry: unknown, index: number): string {
  return namesOf(entry)[0] ?? `Entry ${index + 1}`;
}

/** In an overlay a list is what the academy adds; the trust's own entries stay. What it may not add to is shown as the trust has it. */
function useEntries(path: Path, schema: GenericSchema, isLocked: boolean): Entries {
  const editing = useEditing();
  if (isLocked && editing.editor !== 'trust') {
    const trusts = valueAt(editing.now.trust.raw, path) ?? defaultOf(schema);
    return { entries: Array.isArray(trusts) ? (trusts as unknown[]) : [], inherited: '' };
  }
  const own = valueAt(rawOf(editing.now, editing.editor), path);
  const fromTrust = editing.editor === 'trust' ? [] : valueAt(editing.now.trust.raw, path);
  const fallback = editing.editor === 'trust' ? defaultOf(schema) : [];
  const entries: readonly unknown[] = Array.isArray(own) ? (own as unknown[]) : Array.isArray(fallback) ? (fallback as unknown[]) : [];
  const names = Array.isArray(fromTrust) ? fromTrust.map((entry: unknown, index) => (typeof entry === 'string' ? entry : nameOf(entry, index))) : [];
  const inherited = names.length === 0 ? '' : `The trust’s own ${names.length === 1 ? 'entry stays' : `${names.length} entries stay`}: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and others' : ''}.`;
  return { entries, inherited };
}

function Choices({ path, schema, item, label, help, isLocked, entries, inherited }: ListFieldProps & Entries & { readonly item: GenericSchema }): ReactElement {
  const editing = useEditing();
  const isAll = entries.length === 0 && isNullable(schema);
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend className={legend} style={{ padding: 0 }}>
        {label}
      </legend>
      <p className={helpStyle}>{[help, isAll ? 'None ticked means all of them.' : '', inherited].filter((part) => part !== '').join(' ')}</p>
      <div className={grid}>
        {choicesOf(item).map((choice) => (
          <Checkbox
            key={choice}
            label={choiceAt(path, choice)}
            checked={entries.includes(choice)}
            disabled={isLocked}
            onChange={(_, isOn) => editing.change(path, isOn === true ? [...entries, choice] : entries.filter((entry) => entry !== choice))}
            styles={{ root: { margin: '4px 0' } }}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Lines({ path, schema, item, label, help, isLocked, entries, inherited }: ListFieldProps & Entries & { readonly item: GenericSchema }): ReactElement {
  const editing = useEditing();
  const longest = longestOf(schema);
  const problems = problemsAt(editing.judgement.problems, fileOf(editing), path);
  const further = problems.length > PROBLEMS_SHOWN ? [`And ${problems.length - PROBLEMS_SHOWN} more.`] : [];
  const holdsHashes = markOf(item, 'holds') === 'address hashes';
  const counted = entries.length === 0 ? 'One per line.' : `One per line; ${entries.length}${longest === null ? '' : ` of at most ${longest}`}.`;
  if (entries.length > MOST_LINES) {
    return (
      <>
        <span className={legend}>{label}</span>
        <p className={helpStyle}>
          {help} There are {entries.length.toLocaleString('en-GB')}, too many for a box. They stay as they are; change them in the file.
        </p>
      </>
    );
  }
  return (
    <TextField
      label={label}
      multiline
      rows={Math.min(8, Math.max(2, entries.length + 1))}
      resizable={false}
      description={[help, holdsHashes ? 'Addresses that you write here become hashes when you leave the box.' : '', counted, inherited].filter((part) => part !== '').join(' ')}
      value={entries.join('\n')}
      disabled={isLocked}
      errorMessage={[...problems.slice(0, PROBLEMS_SHOWN).map(({ message }) => messageWords(message)), ...further].join(' ')}
      styles={{ root: { maxWidth: 640 } }}
      onChange={(_, text = '') => editing.change(path, text === '' ? [] : text.split('\n'))}
      onBlur={() => {
        const lines = entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
        const tidy = holdsHashes ? Array.from(new Set(lines.map(hashedLine))) : lines;
        if (tidy.length !== entries.length || tidy.some((entry, index) => entry !== entries[index])) editing.change(path, tidy);
      }}
    />
  );
}

function Objects({ path, item, label, help, isLocked, Field, entries, inherited }: ListFieldProps & Entries & { readonly item: GenericSchema }): ReactElement {
  const editing = useEditing();
  const [shown, setShown] = useState(SHOWN);
  const [added, setAdded] = useState<number | null>(null);
  const own = problemsAt(editing.judgement.problems, fileOf(editing), path).filter((problem) => problem.path === pathText(path));
  const names = entries.map(nameOf);
  return (
    <Group path={path} label={label} note={entries.length === 0 ? 'none' : `${entries.length}: ${names.slice(0, FEW).join(', ')}${entries.length > FEW ? ' …' : ''}`} help={[help, inherited, ...own.map(({ message }) => messageWords(message))].filter((part) => part !== '').join(' ')}>
      {() => (
        <>
          {entries.slice(0, shown).map((entry, index) => (
            <div key={index} style={{ marginTop: 8 }} data-path={pathText([...path, index])}>
              <Group path={[...path, index]} label={nameOf(entry, index)} note={namesOf(entry)[1] ?? ''} isOpenAtFirst={added === index}>
                {() => (
                  <>
                    <div className={grid}>
                      {(keysOf(item) ?? []).map((key) => (
                        <Field key={key} path={[...path, index, key]} />
                      ))}
                    </div>
                    <DefaultButton text="Remove" ariaLabel={`Remove ${nameOf(entry, index)}`} iconProps={{ iconName: 'heed-remove' }} disabled={isLocked} onClick={() => editing.change(path, entries.filter((_, other) => other !== index))} />
                  </>
                )}
              </Group>
            </div>
          ))}
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 10 }}>
            {entries.length > shown ? <DefaultButton text={`Show ${Math.min(SHOWN, entries.length - shown)} more`} onClick={() => setShown(shown + SHOWN)} /> : null}
            <DefaultButton
              text={`Add to ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
              iconProps={{ iconName: 'heed-add' }}
              disabled={isLocked}
              onClick={() => {
                setShown(entries.length + 1);
                setAdded(entries.length);
                editing.change(path, [...entries, freshEntry(item)]);
              }}
            />
          </div>
        </>
      )}
    </Group>
  );
}

/** A list: a box for each of a few choices, one text a line, or a group of fields for each entry. */
export function ListField(props: ListFieldProps): ReactElement | null {
  const found = useEntries(props.path, props.schema, props.isLocked);
  const item = childSchema(props.schema, 0);
  if (item === null) return null;
  const type = typeOf(item);
  if (type === 'picklist') return <Choices {...props} {...found} item={item} />;
  return type === 'string' ? <Lines {...props} {...found} item={item} /> : <Objects {...props} {...found} item={item} />;
}
