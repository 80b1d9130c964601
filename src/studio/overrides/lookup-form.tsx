import { DefaultButton, Dropdown, PrimaryButton, TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useEditing } from '../editing/editing';
import { DateField } from '../../ui';
import { grid } from '../forms/styles';
import { card, table, text } from '../pages/page';
import { saveFile } from '../publish/save-file';
import { severityWords } from '../words/severities';
import type { Event, Record } from './events';
import { EMPTY_LOOKUP, eventsOf, logLookup, missingInLookup, PURPOSES, subjectAccess } from './lookup';
import type { LookupForm as Form } from './lookup';
import { OUTCOMES, ruleTitle } from './names';

export interface LookupFormProps {
  readonly record: Record;
  readonly retentionDays: number;
  /** Called when a look has been written down. */
  readonly onLogged: () => void;
  readonly nameOfReason: (code: string | null) => string;
}

function Found({ events, nameOfReason }: { readonly events: readonly Event[]; readonly nameOfReason: (code: string | null) => string }): ReactElement {
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="Events found">
      <table className={table}>
        <caption style={{ textAlign: 'left' }}>
          {events.length} {events.length === 1 ? 'event' : 'events'} on the days that were asked for
        </caption>
        <thead>
          <tr>
            {['Day', 'Hours', 'Rule', 'It', 'Outcome', 'Reason', 'Recipients', 'People'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event, index) => (
            <tr key={index}>
              <th scope="row">{event.day}</th>
              <td>{event.hours}</td>
              <td>{ruleTitle(event.rule)}</td>
              <td>{severityWords(event.severity)}</td>
              <td>{OUTCOMES[event.outcome]}</td>
              <td>{nameOfReason(event.reason)}</td>
              <td>{event.recipients}</td>
              <td>{event.people}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One person's events: for a case, with a second role's approval, and each look written down first. */
export function LookupForm({ record, retentionDays, onLogged, nameOfReason }: LookupFormProps): ReactElement {
  const editing = useEditing();
  const [form, setForm] = useState<Form>(EMPTY_LOOKUP);
  const [isAsked, setAsked] = useState(false);
  const [found, setFound] = useState<readonly Event[] | null>(null);
  const missing = missingInLookup(form);
  const problemOf = (name: keyof Form): string => (isAsked ? (missing[name] ?? '') : '');
  const dated = (name: keyof Form, label: string): ReactElement => <DateField name={name} label={label} value={form[name]} errorMessage={problemOf(name)} onDate={(iso) => setForm({ ...form, [name]: iso })} />;
  const field = (name: keyof Form, label: string, type = 'text'): ReactElement => <TextField name={name} label={label} type={type} value={form[name]} errorMessage={problemOf(name)} onChange={(_, value = '') => setForm({ ...form, [name]: value })} />;
  const log = (kind: 'lookup' | 'subject access', count: number): boolean => {
    try {
      logLookup({ ...form, at: new Date().toISOString(), kind, found: count });
    } catch {
      editing.say('This browser has no room left to write the look down, so nothing is shown.');
      return false;
    }
    onLogged();
    return true;
  };
  const look = (): void => {
    setAsked(true);
    setFound(null);
    if (Object.keys(missing).length > 0) {
      editing.say('Some things are still missing. Each is said beside its box.');
      return;
    }
    const events = eventsOf(record, form.pseudonym, form.from, form.to);
    if (!log('lookup', events.length)) return;
    setFound(events);
    editing.say(`${events.length} events are shown. The look is written down.`);
  };
  const exportAll = (): void => {
    setAsked(true);
    if (missing.pseudonym !== undefined || missing.caseReference !== undefined) {
      editing.say('Write the pseudonym and the case first.');
      return;
    }
    if (!log('subject access', record.events.filter(({ pseudonym }) => pseudonym === form.pseudonym.trim()).length)) return;
    saveFile(`subject-access-${form.pseudonym.trim()}.json`, subjectAccess(record, form.pseudonym, form.caseReference, retentionDays));
    editing.say('The export is saved, and written down.');
  };
  return (
    <>
      <form
        className={card}
        aria-label="Look up one person"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <p className={text}>Events name nobody. Whoever keeps the key tells the pseudonym, for a case. Each look is written down before anything is shown.</p>
        <div className={grid}>
          {field('pseudonym', 'Pseudonym')}
          {field('caseReference', 'Case')}
          <Dropdown label="What for" options={Object.entries(PURPOSES).map(([key, words]) => ({ key, text: words }))} selectedKey={form.purpose === '' ? null : form.purpose} errorMessage={problemOf('purpose')} onChange={(_, option) => setForm({ ...form, purpose: String(option?.key ?? '') })} />
          {field('cause', 'Reasonable cause')}
          {field('by', 'You look as (role)')}
          {field('approver', 'Approved by (another role)')}
          {dated('from', 'From')}
          {dated('to', 'To')}
          {field('told', 'When the person is told, or why not')}
        </div>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 10, marginTop: 12 }}>
          <PrimaryButton type="submit" text="Write it down, and show" />
          <DefaultButton text="Export for a subject access request" onClick={exportAll} />
        </div>
        <p className={text} style={{ margin: '8px 0 0' }}>
          The export needs the pseudonym and the case alone. It holds all of that person’s events and how long they are kept.
        </p>
      </form>
      {found === null ? null : <Found events={found} nameOfReason={nameOfReason} />}
    </>
  );
}
