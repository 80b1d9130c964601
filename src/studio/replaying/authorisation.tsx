import { PrimaryButton, TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { DateField } from '../../ui';
import { card, text } from '../pages/page';

/** Who allowed mail files to be looked at, and where it stands (D.7 `authorisation`, TEAL-4-29). */
export interface Authorisation {
  readonly by: string;
  readonly on: string;
  readonly minute: string;
  readonly purpose: string;
}

const KEY = 'heed-studio-authorisations';

/** Keeps the record on this machine; of the mails nothing is kept. */
function record(authorisation: Authorisation): void {
  const all = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown[];
  localStorage.setItem(KEY, JSON.stringify([...all, { ...authorisation, recordedAt: new Date().toISOString() }]));
}

/** Asks for the authorisation before any file. */
export function AuthorisationForm({ today, onRecord }: { readonly today: string; readonly onRecord: (authorisation: Authorisation) => void }): ReactElement {
  const [form, setForm] = useState<Authorisation>({ by: '', on: today, minute: '', purpose: '' });
  const [isAsked, setAsked] = useState(false);
  const problems = {
    by: form.by.trim() === '' ? 'Write the role that allowed it.' : undefined,
    on: /^\d{4}-\d{2}-\d{2}$/.test(form.on) && form.on <= today ? undefined : 'Choose the day it was allowed, today or before.',
    minute: form.minute.trim() === '' ? 'Write where it is recorded, such as a minute or case number.' : undefined,
    purpose: form.purpose.trim() === '' ? 'Write what for.' : undefined,
  };
  const field = (name: keyof Authorisation, label: string): ReactElement => (
    <TextField label={label} value={form[name]} errorMessage={isAsked ? (problems[name] ?? '') : ''} onChange={(_, value = '') => setForm({ ...form, [name]: value })} />
  );
  return (
    <form
      className={card}
      aria-label="Authorisation"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (Object.values(problems).some((problem) => problem !== undefined)) return;
        record(form);
        onRecord(form);
      }}
    >
      <p className={text}>Looking at stored mail is monitoring, even when only counts come out, so somebody has to allow it first. The record is kept on this machine.</p>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))', gap: '0 18px' }}>
        {field('by', 'Allowed by (role)')}
        <DateField label="On" value={form.on} errorMessage={isAsked ? (problems.on ?? '') : ''} onDate={(on) => setForm({ ...form, on })} />
        {field('minute', 'Minute or case')}
        {field('purpose', 'What for')}
      </div>
      <PrimaryButton type="submit" text="Record, and choose files" styles={{ root: { marginTop: 12 } }} />
    </form>
  );
}
