import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { budgetOf, spokenIn } from '../../replay';
import type { Result, Slice, Tally } from '../../replay';
import { rules } from '../../rules';
import { heading2, table, text } from '../pages/page';
import { classWords } from '../words/recipient-classes';
import { severityInSentence, verdictWords } from '../words/severities';
import { Chart } from './chart';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
/** Changed drafts shown; the command line names them all. */
const CHANGES_SHOWN = 100;

function titleOf(rule: string): string {
  return rule === 'unchecked' ? 'Could not be checked' : (rules.find(({ id }) => id === rule)?.title ?? rule);
}

/** `missing-subject: warn` as “No subject line: ask once”. */
function spokenWords(spoken: string): string {
  const [rule = '', severity = ''] = spoken.split(': ');
  return `${titleOf(rule)}: ${severityInSentence(severity)}`;
}

interface Compared {
  readonly name: string;
  readonly mails: number;
  readonly before: number;
  readonly after: number | null;
}

function Numbers({ caption, rows, hasAfter, what }: { readonly caption: string; readonly rows: readonly Compared[]; readonly hasAfter: boolean; readonly what: string }): ReactElement {
  const [labels, series] = useMemo(
    () => [rows.map(({ name }) => name), [{ name: 'As published', values: rows.map(({ before }) => before) }, ...(hasAfter ? [{ name: 'As edited', values: rows.map(({ after }) => after ?? 0) }] : [])]],
    [rows, hasAfter],
  );
  return (
    <>
      <h3 style={{ fontSize: 16, margin: '18px 0 6px' }}>{caption}</h3>
      <Chart labels={labels} series={series} />
      <table className={table}>
        <caption style={{ textAlign: 'left', position: 'absolute', clipPath: 'inset(50%)' }}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col" className="number">
              Mails
            </th>
            <th scope="col" className="number">
              As published
            </th>
            {hasAfter ? (
              <th scope="col" className="number">
                As edited
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, mails, before, after }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{mails}</td>
              <td className="number">{before}</td>
              {hasAfter ? <td className="number">{after ?? 0}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function sliceRows(before: { readonly [name: string]: Slice }, after: { readonly [name: string]: Slice } | null, nameOf: (name: string) => string): readonly Compared[] {
  return Object.keys(before)
    .sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1))
    .map((key) => ({ name: nameOf(key), mails: before[key]?.mails ?? 0, before: before[key]?.stopped ?? 0, after: after === null ? null : (after[key]?.stopped ?? 0) }));
}

function ruleRows(before: Tally, after: Tally | null): readonly Compared[] {
  return [...new Set([...Object.keys(before.rules), ...Object.keys(after?.rules ?? {})])].sort().map((rule) => ({ name: titleOf(rule), mails: before.mails, before: spokenIn(before, rule), after: after === null ? null : spokenIn(after, rule) }));
}

function Budget({ title, tally }: { readonly title: string; readonly tally: Tally }): ReactElement {
  const { share, goal, isWithin, spending } = budgetOf(tally);
  return (
    <div data-budget={title}>
      <p className={text}>
        <strong>{title}:</strong> {tally.stopped} of {tally.mails} sends are stopped, {percent(share)}. {isWithin ? `That is within the goal of under ${percent(goal)}.` : `The goal is under ${percent(goal)}.`}
      </p>
      {spending.length === 0 ? null : (
        <ul>
          {spending.map(({ rule, stops, share: part }) => (
            <li key={rule}>
              {titleOf(rule)}: {stops}, {percent(part)} of all sends
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Changes({ title, changed }: { readonly title: string; readonly changed: Result['changed'] }): ReactElement {
  return (
    <>
      <h2 className={heading2}>
        {title} ({changed.length})
      </h2>
      {changed.length === 0 ? <p className={text}>None.</p> : null}
      <ul data-changed>
        {changed.slice(0, CHANGES_SHOWN).map(({ file, from, to, gone, added }) => (
          <li key={file} style={{ overflowWrap: 'anywhere' }}>
            {file}: {from === to ? verdictWords(from) : `${verdictWords(from)} → ${verdictWords(to)}`} ({[...gone.map((each) => `no longer ${spokenWords(each)}`), ...added.map((each) => `now ${spokenWords(each)}`)].join('; ')})
          </li>
        ))}
      </ul>
      {changed.length > CHANGES_SHOWN ? <p className={text}>And {changed.length - CHANGES_SHOWN} more. heed replay --json names them all.</p> : null}
    </>
  );
}

/** What replay found: the prompt budget, each rule, by school, hour and recipients, and which drafts change. */
export function Results({ result, schools }: { readonly result: Result; readonly schools: { readonly [id: string]: string } }): ReactElement {
  const { before, after, changed, unread, unreadFiles } = result;
  const hasAfter = after !== null;
  const rows = useMemo(
    () => ({
      rules: ruleRows(before, after),
      schools: sliceRows(before.schools, after?.schools ?? null, (id) => (id === 'other' ? 'No listed school' : (schools[id] ?? id))),
      hours: sliceRows(before.hours, after?.hours ?? null, (hour) => `${hour.padStart(2, '0')}:00`),
      classes: sliceRows(before.classes, after?.classes ?? null, classWords),
    }),
    [before, after, schools],
  );
  return (
    <>
      <h2 className={heading2}>Prompt budget</h2>
      <Budget title="As published" tally={before} />
      {after === null ? null : <Budget title="As edited" tally={after} />}
      <Numbers caption="How often each rule speaks" what="Rule" rows={rows.rules} hasAfter={hasAfter} />
      <Numbers caption="Sends stopped, by school" what="School" rows={rows.schools} hasAfter={hasAfter} />
      <Numbers caption="Sends stopped, by hour of sending" what="Hour" rows={rows.hours} hasAfter={hasAfter} />
      <Numbers caption="Sends stopped, by the least trusted recipient" what="Recipients" rows={rows.classes} hasAfter={hasAfter} />
      {after === null ? null : (
        <>
          <Changes title="Drafts that get another answer" changed={changed.filter(({ from, to }) => from !== to)} />
          {changed.every(({ from, to }) => from !== to) ? null : <Changes title="Drafts with the same answer and other findings" changed={changed.filter(({ from, to }) => from === to)} />}
        </>
      )}
      {unread === 0 ? null : (
        <>
          <h2 className={heading2}>Not read ({unread})</h2>
          <ul>
            {unreadFiles.map(({ file, reason }) => (
              <li key={file}>
                {file}, because {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
