import { DefaultButton, MessageBar, MessageBarType } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useEditing } from '../editing/editing';
import { FilePick } from '../../ui';
import { BREACH_HOURS, digestCsv, digestOf, hoursSince } from '../overrides/digest';
import type { Digest } from '../overrides/digest';
import { readEvents } from '../overrides/events';
import type { Outcome, Record } from '../overrides/events';
import { loggedLookups } from '../overrides/lookup';
import { LookupForm } from '../overrides/lookup-form';
import { OUTCOMES, ruleTitle } from '../overrides/names';
import { saveFile } from '../publish/save-file';
import { dayWords } from '../words/days';
import { heading2, Page, table, text } from './page';

/** The reason that says a partner is missing from the list. */
const PARTNER_REASON = 'partner-agreement';

function Sent({ digest, schoolOf, reasonOf }: { readonly digest: Digest; readonly schoolOf: (id: string) => string; readonly reasonOf: (code: string | null) => string }): ReactElement {
  const editing = useEditing();
  if (digest.overrides.length === 0) return <p className={text}>Nobody sent anything after a warning.</p>;
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="Sent after a warning">
      <table className={table} data-overrides>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">School</th>
            <th scope="col">Reason given</th>
            <th scope="col" className="number">
              Sends
            </th>
            <th scope="col">Next</th>
          </tr>
        </thead>
        <tbody>
          {digest.overrides.map(({ rule, school, reason, sends }) => (
            <tr key={`${rule} ${school} ${reason ?? ''}`}>
              <th scope="row">{ruleTitle(rule)}</th>
              <td>{schoolOf(school)}</td>
              <td>{reasonOf(reason)}</td>
              <td className="number">{sends}</td>
              <td>{reason === PARTNER_REASON && sends !== '<5' ? <DefaultButton text="Add the partner" styles={{ root: { whiteSpace: 'nowrap', minWidth: 150 } }} ariaLabel={`Add the partner that ${schoolOf(school)} writes to`} onClick={() => editing.go('organisation/organisation.partners')} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Outcomes({ digest }: { readonly digest: Digest }): ReactElement {
  const outcomes = Object.keys(OUTCOMES) as Outcome[];
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="What became of the emails">
      <table className={table} data-outcomes>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col" className="number">
                {OUTCOMES[outcome]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {digest.rules.map(({ rule, isTotalsOnly, outcomes: counts }) => (
            <tr key={rule}>
              <th scope="row">
                {ruleTitle(rule)}
                {isTotalsOnly ? ' (totals alone)' : ''}
              </th>
              {outcomes.map((outcome) => (
                <td key={outcome} className="number">
                  {counts[outcome]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Reports({ record, digest, schoolOf }: { readonly record: Record; readonly digest: Digest; readonly schoolOf: (id: string) => string }): ReactElement {
  const now = new Date().toISOString();
  if (record.reports.length === 0) return <p className={text}>“Tell the DPO” was not used.</p>;
  return (
    <>
      <p className={text} data-reports>
        Good outcomes: “Tell the DPO” was used {digest.reports} times. Somebody saw a mistake and said so at once.
      </p>
      <ul>
        {record.reports.map((report) => {
          const hours = hoursSince(report, now);
          const school = record.reports.filter((each) => each.school === report.school).length < 5 ? '' : ` at ${schoolOf(report.school)}`;
          return (
            <li key={report.at}>
              {report.takenUp === null ? `Open${school} for ${hours} hours; ${Math.max(0, BREACH_HOURS - hours)} of ${BREACH_HOURS} are left to tell the regulator.` : `Taken up${school} after ${hours} hours.`}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The data protection officer's month: overrides by rule, school and reason, and one person's events for a case. */
export function Overrides(): ReactElement {
  const editing = useEditing();
  const [record, setRecord] = useState<Record | null>(null);
  const [problem, setProblem] = useState('');
  const [log, setLog] = useState(loggedLookups);
  const policy = editing.publishedJudgement.policy;
  const retentionDays = policy?.audit.retentionDays ?? 90;
  const digest = record === null ? null : digestOf(record);
  const schoolOf = (id: string): string => policy?.organisation.schools.find((school) => school.id === id)?.name ?? id;
  const reasonOf = (code: string | null): string => (code === null ? 'none asked for' : (policy?.reasons.find((each) => each.code === code)?.text ?? code));
  return (
    <Page title="Overrides">
      <p className={text}>What was sent after a warning, for the data protection officer. It shows counts by rule, school and reason, never a sender, an address or a word of an email. Counts under five are hidden.</p>
      <p className={text}>
        {policy?.audit.level === 'events' ? `Your pack records events for ${retentionDays} days.` : policy?.audit.level === 'none' ? 'Your pack records nothing.' : 'Your pack records totals alone.'} Heed itself keeps nothing yet. A server that does comes later, and its file opens here. Nothing of an email to protected correspondents is ever recorded, so there is nothing of it to look up.
      </p>
      <FilePick
        label="Open a month"
        accept=".json"
        onPick={([file]) => {
          void file?.text().then((content) => {
            const read = readEvents(content, editing.today, retentionDays);
            setProblem('problem' in read ? read.problem : '');
            setRecord('problem' in read ? null : read);
          });
        }}
      />
      {problem === '' ? null : (
        <MessageBar messageBarType={MessageBarType.error} isMultiline styles={{ root: { marginTop: 10 } }}>
          {problem}
        </MessageBar>
      )}
      {record === null || digest === null ? null : (
        <>
          <h2 className={heading2}>
            {dayWords(record.period.from)} to {dayWords(record.period.to)}
          </h2>
          {record.folded === 0 ? null : (
            <p className={text} data-folded={record.folded}>
              {record.folded} events were too old to keep, or of rules that are kept as totals. They are among the totals now.
            </p>
          )}
          <h3>Sent after a warning</h3>
          <Sent digest={digest} schoolOf={schoolOf} reasonOf={reasonOf} />
          <DefaultButton text="Export for the Board" onClick={() => saveFile(`overrides-${record.period.from}.csv`, digestCsv(digest, { rule: ruleTitle, school: schoolOf, reason: reasonOf }), 'text/csv')} />
          <h3>What became of the emails</h3>
          <Outcomes digest={digest} />
          <h3>Reports to the data protection officer</h3>
          <Reports record={record} digest={digest} schoolOf={schoolOf} />
          <h2 className={heading2}>One person, for a case</h2>
          {record.events.length === 0 ? <p className={text}>There are only totals, so there is nobody to look up.</p> : <LookupForm record={record} retentionDays={retentionDays} nameOfReason={reasonOf} onLogged={() => setLog(loggedLookups())} />}
        </>
      )}
      <h2 className={heading2}>Who looked</h2>
      {log.length === 0 ? (
        <p className={text}>Nobody has looked anybody up from this browser.</p>
      ) : (
        <ul data-log>
          {log.map(({ at, kind, caseReference, by, approver, from, to, found }) => (
            <li key={at}>
              {at.slice(0, 10)}: {kind === 'lookup' ? `${by}, approved by ${approver}, case ${caseReference}, ${from} to ${to}` : `${by}, export for a subject access request, case ${caseReference}`} ({found} {found === 1 ? 'event' : 'events'})
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
