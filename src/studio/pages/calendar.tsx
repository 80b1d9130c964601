import { DefaultButton, Dropdown, mergeStyles, MessageBar, MessageBarButton, MessageBarType, Toggle, useTheme } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { addDays, calendarFor, civilTime, momentOf, whyOutside } from '../../calendar';
import type { SchoolCalendar } from '../../calendar';
import type { Path } from '../../policy';
import { academyName, schoolOf, setForAll, stemOf } from '../editing/academies';
import { useEditing } from '../editing/editing';
import { rawOf, valueAt } from '../editing/pack-set';
import { hoursOfTrust } from '../editing/week';
import { Field } from '../forms/field';
import { heading2, Page, text } from './page';

const KINDS = { 'bank-holiday': 'bank holiday', weekend: 'no hours', holiday: 'school holidays', early: '', evening: '' } as const;
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

interface Day {
  readonly date: string;
  /** Why nobody works; null for a working day. */
  readonly off: string | null;
}

/** The days of a month, by what they are at noon, when every working day is at work. */
function daysOf(month: string, calendar: SchoolCalendar): readonly Day[] {
  const days: Day[] = [];
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) {
    const why = whyOutside(momentOf(date, 720, calendar.timeZone), calendar);
    days.push({ date, off: why === null ? null : KINDS[why] || null });
  }
  return days;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function Month({ month, calendar }: { readonly month: string; readonly calendar: SchoolCalendar }): ReactElement {
  const theme = useTheme();
  const days = daysOf(month, calendar);
  const first = civilTime(momentOf(`${month}-01`, 720, calendar.timeZone), calendar.timeZone).weekday;
  const before = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(first);
  const cells: (Day | null)[] = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, index) => cells.slice(index * 7, index * 7 + 7));
  const cell = mergeStyles({ width: 34, height: 28, textAlign: 'center', border: `1px solid ${theme.palette.neutralLight}` });
  const off = mergeStyles({ background: theme.palette.neutralQuaternaryAlt, fontStyle: 'italic', textDecoration: 'line-through' });
  return (
    <table className={mergeStyles({ borderCollapse: 'collapse' })}>
      <caption style={{ fontWeight: 600, textAlign: 'left' }}>{MONTH.format(new Date(`${month}-01T00:00:00Z`))}</caption>
      <thead>
        <tr>
          {['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name) => (
            <th key={name} scope="col" style={{ fontWeight: 400, fontSize: 12 }}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, position) => (
              <td key={position} className={(day?.off ?? null) === null ? cell : `${cell} ${off}`} title={day?.off ?? undefined}>
                {day === null ? '' : Number(day.date.slice(8))}
                {(day?.off ?? null) === null ? null : <span style={{ position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1, overflow: 'hidden' }}>, {day?.off}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Hours of a school's own: none, and it has the trust's; else all seven days. */
function OwnHours({ school, name }: { readonly school: Path; readonly name: string }): ReactElement {
  const editing = useEditing();
  const hours: Path = [...school, 'hours'];
  const isOwn = valueAt(rawOf(editing.now, editing.editor), hours) !== null && valueAt(rawOf(editing.now, editing.editor), hours) !== undefined;
  return (
    <>
      <Toggle label={`${name} has hours of its own`} checked={isOwn} onText="Yes" offText="No: the trust’s hours count" onChange={(_, isOn) => editing.change(hours, isOn === true ? hoursOfTrust(editing) : null)} />
      {isOwn ? <Field path={hours} label={`Working hours of ${name}`} isOpen isHelped={false} /> : null}
    </>
  );
}

/** What an academy sets of its own: the hours and terms of its school, and nobody else's. */
function AcademyHours({ file }: { readonly file: string }): ReactElement {
  const editing = useEditing();
  const school = schoolOf(editing.now, editing.editor);
  const name = academyName(editing.now, file);
  const all = setForAll(editing.now, editing.editor);
  return (
    <>
      <h2 className={heading2}>Hours and terms of {name}</h2>
      {all.length === 0 ? null : (
        <MessageBar
          messageBarType={MessageBarType.warning}
          isMultiline
          actions={<MessageBarButton text="Take them out" onClick={() => all.forEach((path) => editing.change(path, undefined))} />}
        >
          {file} also sets hours or terms for every school of the trust.
        </MessageBar>
      )}
      {school === null ? (
        <>
          <p className={text}>This file lists no school yet, so there is nobody whose hours it could set.</p>
          <DefaultButton text="List the school" onClick={() => editing.change(['organisation', 'schools'], [{ id: stemOf(file), name }])} />
        </>
      ) : (
        <>
          <p className={text} role="status">
            {school.domains.length === 0 ? 'No domain is listed for it, so no sender counts as its own yet. Write one under People and places, Schools.' : `They count for senders at ${school.domains.join(', ')}. Other schools keep theirs.`}
          </p>
          <OwnHours school={school.path} name={name} />
          <Field path={[...school.path, 'terms']} label="Terms" />
        </>
      )}
    </>
  );
}

/** Working hours, terms and bank holidays, and the months they make: days crossed out are days off. */
export function CalendarPage({ at }: { readonly at: string }): ReactElement {
  const editing = useEditing();
  const { policy } = editing.judgement;
  const own = schoolOf(editing.now, editing.editor)?.id ?? '';
  const [chosen, setSchool] = useState<string | null>(null);
  const school = chosen ?? own;
  const months: string[] = [editing.today.slice(0, 7)];
  while (months.length < 6) months.push(nextMonth(months[months.length - 1] ?? ''));
  const schools = policy?.organisation.schools ?? [];
  return (
    <Page title="Hours and terms" at={at}>
      {editing.editor === 'trust' ? (
        <>
          <h2 className={heading2}>Hours</h2>
          <Field path={['organisation', 'hours']} label="Working hours" isOpen />
          <p className={text}>A school with other hours or terms sets its own: under Academies, or here with its entry under People and places, Schools.</p>
          <h2 className={heading2}>Terms and holidays</h2>
          <Field path={['organisation', 'terms']} label="Terms" />
        </>
      ) : (
        <AcademyHours file={editing.editor.overlay} />
      )}
      <Field path={['organisation', 'bankHolidays']} />
      <Field path={['organisation', 'timeZone']} />
      {policy === null ? (
        <p className={text}>Something is still to put right, so the months cannot be drawn.</p>
      ) : (
        <section aria-labelledby="months">
          <h2 id="months" className={heading2}>
            The next six months
          </h2>
          <p className={text}>Days crossed out are days off: no hours, school holidays or bank holidays.</p>
          <Dropdown
            label="Whose calendar"
            options={[{ key: '', text: policy.name }, ...schools.map(({ id, name }) => ({ key: id, text: name }))]}
            selectedKey={schools.some(({ id }) => id === school) ? school : ''}
            onChange={(_, option) => setSchool(String(option?.key ?? ''))}
            styles={{ root: { maxWidth: 320, marginBottom: 12 } }}
          />
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 22, alignItems: 'flex-start' }}>
            {months.map((month) => (
              <Month key={month} month={month} calendar={calendarFor(policy.organisation, schools.some(({ id }) => id === school) ? school : null, { nonTermDays: 'outOfHours', graceMinutes: 0 })} />
            ))}
          </div>
        </section>
      )}
    </Page>
  );
}
