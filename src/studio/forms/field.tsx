import { Checkbox, Dropdown, Slider, SpinButton, TextField, Toggle } from '@fluentui/react';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { GenericSchema } from 'valibot';
import { childSchema, choicesOf, defaultOf, helpOf, isNullable, keysOf, longestOf, markOf, pathText, rangeOf, titleOf, typeOf } from '../../policy';
import type { Path } from '../../policy';
import { schema as packShape, problemsAt } from '../editing/judge';
import { fileOf, lockedBy, useEditing, writtenAt } from '../editing/editing';
import type { Editing } from '../editing/editing';
import { DateField } from '../../ui';
import { DayField } from './day-field';
import type { FieldProps } from './field-props';
import { choiceAt, helpAt } from '../words/choices';
import { helpWords, labelAt, ownHelp } from '../words/labels';
import { messageWords } from '../words/problems';
import { ListField } from './list-field';
import { Padlock } from './padlock';
import { RecordField } from './record-field';
import { SeverityField } from './severity-field';
import { Group } from './group';
import { scaleFor } from './number-scale';
import { help as helpStyle } from './styles';

function schemaOf(path: Path): GenericSchema | null {
  return path.reduce<GenericSchema | null>((at, step) => (at === null ? null : childSchema(at, step)), packShape);
}

/** What stands at a path: what is written, else the default of the schema. */
export function shownAt(editing: Editing, path: Path, schema: GenericSchema): unknown {
  const written = writtenAt(editing, path);
  return written === undefined ? defaultOf(schema) : written;
}

/** What is wrong at this very place, as one text. */
function problemText(editing: Editing, path: Path): string {
  const place = pathText(path);
  return problemsAt(editing.judgement.problems, fileOf(editing), path)
    .filter((problem) => problem.path === place)
    .map(({ message }) => messageWords(message))
    .join(' ');
}

function rangeWords({ least, most }: { readonly least: number | null; readonly most: number | null }, unit: string): string {
  return least === null || most === null ? '' : `${least} to ${most}${unit === '' ? '' : ` ${unit}`}.`;
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

interface PartProps {
  readonly path: Path;
  readonly schema: GenericSchema;
  readonly label: string;
  readonly help: string;
  readonly isLocked: boolean;
}

function NumberField({ path, schema, label, help, isLocked }: PartProps): ReactElement {
  const editing = useEditing();
  const helpId = useId();
  const range = rangeOf(schema);
  const unitMark = markOf(schema, 'unit');
  const unit = typeof unitMark === 'string' ? unitMark : '';
  const value = shownAt(editing, path, schema);
  const [least, most] = [range.least ?? 0, range.most ?? 100_000];
  const shown = typeof value === 'number' ? value : null;
  const set = (next: number): void => editing.change(path, Math.min(most, Math.max(least, Math.round(next))));
  const scale = scaleFor(least, most);
  const problem = problemText(editing, path);
  return (
    <div>
      <div style={{ display: 'flex', gap: 12, alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <SpinButton
          label={label}
          labelPosition={0}
          value={shown === null ? '' : String(shown)}
          min={least}
          max={most}
          step={1}
          disabled={isLocked}
          ariaDescribedBy={helpId}
          incrementButtonAriaLabel={`More: ${label}`}
          decrementButtonAriaLabel={`Less: ${label}`}
          styles={{ root: { width: 130 }, spinButtonWrapper: { selectors: { ':after': { '@media (forced-colors: active)': { borderColor: 'CanvasText' } } } }, label: { fontWeight: 600, maxWidth: 'none', whiteSpace: 'normal', height: 'auto' }, labelWrapper: { width: 'max-content', maxWidth: 'min(420px, 76vw)', height: 'auto' } }}
          onValidate={(text) => {
            const number = Number(text);
            if (!Number.isFinite(number) || text.trim() === '') return undefined;
            set(number);
            return String(Math.min(most, Math.max(least, Math.round(number))));
          }}
          onIncrement={(text) => {
            set(Number(text) + 1);
            return undefined;
          }}
          onDecrement={(text) => {
            set(Number(text) - 1);
            return undefined;
          }}
        />
        {unit === '' ? null : <span style={{ paddingBottom: 6 }}>{unit}</span>}
        {range.least === null || range.most === null || shown === null ? null : (
          <Slider
            ariaLabel={`${label}, slider`}
            min={scale.least}
            max={scale.most}
            value={scale.placeOf(shown)}
            showValue={false}
            ariaValueText={() => `${shown} ${unit}`.trim()}
            disabled={isLocked}
            onChange={(place) => set(scale.valueAt(place, shown))}
            styles={{ root: { flexGrow: 1, minWidth: 180, maxWidth: 360 } }}
          />
        )}
      </div>
      {isNullable(schema) ? <Checkbox label="Not known" checked={value === null} disabled={isLocked} onChange={(_, isNull) => editing.change(path, isNull === true ? null : least)} styles={{ root: { marginTop: 6 } }} /> : null}
      <p id={helpId} className={helpStyle}>
        {sentences(help, rangeWords(range, unit), problem)}
      </p>
    </div>
  );
}

function inputType(schema: GenericSchema): 'date' | 'time' | 'url' | 'text' {
  const write = markOf(schema, 'write');
  if (typeof write !== 'string') return 'text';
  return write.startsWith('a date') ? 'date' : write.startsWith('a time') ? 'time' : write.startsWith('a web') ? 'url' : 'text';
}

function TextualField({ path, schema, label, help, isLocked }: PartProps): ReactElement {
  const editing = useEditing();
  const value = shownAt(editing, path, schema);
  const longest = longestOf(schema);
  const shown = typeof value === 'string' ? value : '';
  const type = inputType(schema);
  const put = (text: string): void => editing.change(path, text === '' ? (isNullable(schema) ? null : undefined) : text);
  if (type === 'date') {
    return (
      <DateField
        label={label}
        description={help}
        value={shown}
        disabled={isLocked}
        errorMessage={problemText(editing, path)}
        styles={{ root: { maxWidth: 640 }, fieldGroup: { maxWidth: 200 } }}
        // What is no date yet is judged like anything else in the pack.
        onDate={(iso, typed) => put(iso === '' ? typed : iso)}
      />
    );
  }
  return (
    <TextField
      label={label}
      {...(type === 'time' ? { placeholder: 'hh:mm' } : { type })}
      description={help}
      value={shown}
      disabled={isLocked}
      multiline={longest !== null && longest > 120}
      autoAdjustHeight
      resizable={false}
      errorMessage={problemText(editing, path)}
      styles={{ root: { maxWidth: 640 }, fieldGroup: type === 'time' ? { maxWidth: 200 } : {} }}
      onChange={(_, text = '') => put(text)}
    />
  );
}

function part(type: string, props: PartProps, without: readonly string[], isOpen: boolean): ReactNode {
  switch (type) {
    case 'number':
      return <NumberField {...props} />;
    case 'string':
      return <TextualField {...props} />;
    case 'array':
      return <ListField {...props} Field={Field} />;
    case 'record':
      return <RecordField {...props} Field={Field} />;
    case 'strict_tuple':
    case 'tuple':
      return <DayField {...props} />;
    default:
      return <ObjectField {...props} without={without} isOpen={isOpen} />;
  }
}

function ToggleField({ path, schema, label, help, isLocked }: PartProps): ReactElement {
  const editing = useEditing();
  const helpId = useId();
  return (
    <div>
      <Toggle label={label} checked={shownAt(editing, path, schema) === true} disabled={isLocked} onText="Yes" offText="No" aria-describedby={helpId} onChange={(_, isOn) => editing.change(path, isOn === true)} styles={{ root: { marginBottom: 2 } }} />
      <p id={helpId} className={helpStyle}>
        {sentences(help, problemText(editing, path))}
      </p>
    </div>
  );
}

function ChoiceField({ path, schema, label, help, isLocked }: PartProps): ReactElement {
  const editing = useEditing();
  const choices = choicesOf(schema);
  const value = shownAt(editing, path, schema);
  const options = [...(isNullable(schema) ? [{ key: '', text: 'Not set' }] : []), ...choices.map((choice) => ({ key: choice, text: choiceAt(path, choice) }))];
  return (
    <div>
      <Dropdown label={label} options={options} selectedKey={typeof value === 'string' ? value : ''} disabled={isLocked} onChange={(_, option) => editing.change(path, option === undefined || option.key === '' ? null : option.key)} errorMessage={problemText(editing, path)} styles={{ root: { maxWidth: 360 } }} />
      <p className={helpStyle}>{helpAt(path, help, choices)}</p>
    </div>
  );
}

function ObjectField({ path, schema, label, help, without, isOpen }: PartProps & { readonly without: readonly string[]; readonly isOpen: boolean }): ReactElement {
  const editing = useEditing();
  const keys = (keysOf(schema) ?? []).filter((key) => !without.includes(key));
  const written = writtenAt(editing, path);
  const isSet = typeof written === 'object' && written !== null && Object.keys(written).length > 0;
  return (
    <Group path={path} label={label} note={isSet ? '' : 'as shipped'} help={help} isOpenAtFirst={isOpen}>
      {() => keys.map((key) => <Field key={key} path={[...path, key]} />)}
    </Group>
  );
}

/** The control for the value at a path of the pack, made from its schema: what is new in a schema appears by itself. */
export function Field({ path, label, without = [], isOpen = false, isPlain = false, isHelped = true }: FieldProps): ReactElement | null {
  const editing = useEditing();
  const schema = schemaOf(path);
  if (schema === null) return null;
  const name = titleOf(schema) ?? label ?? labelAt(path);
  const owner = lockedBy(editing, path);
  const props: PartProps = { path, schema, label: name, help: isHelped ? ownHelp(path) || helpWords(helpOf(schema) ?? '') : '', isLocked: owner !== null };
  const type = typeOf(schema);
  if (isPlain) return <>{(keysOf(schema) ?? []).filter((key) => !without.includes(key)).map((key) => <Field key={key} path={[...path, key]} />)}</>;
  const isSeverity = type === 'picklist' && choicesOf(schema).includes('justify');
  return (
    <div style={{ margin: '14px 0' }} data-path={pathText(path)}>
      {type === 'boolean' ? <ToggleField {...props} /> : isSeverity ? <SeverityField {...props} /> : type === 'picklist' ? <ChoiceField {...props} /> : part(type, props, without, isOpen)}
      {owner === null || keysOf(schema) !== null ? null : <Padlock owner={owner} />}
    </div>
  );
}
