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

interface ChangeGroup {
  readonly words: string;
  readonly files: readonly string[];
}

/** Changed drafts with the same answer before and after and the same reasons, the largest group first. */
function groupsOf(changed: Result['changed']): readonly ChangeGroup[] {
  const groups = new Map<string, string[]>();
  for (const { file, from, to, gone, added } of changed) {
    const why = [...gone.map((each) => `no longer ${spokenWords(each)}`), ...added.map((each) => `now ${spokenWords(each)}`)].join('; ');
    const words = `${from === to ? verdictWords(from) : `${verdictWords(from)} → ${verdictWords(to)}`} (${why})`;
    const files = groups.get(words);
    if (files === undefined) groups.set(words, [file]);
    else files.push(file);
  }
  return [...groups].map(([words, files]) => ({ words, files })).sort((a, b) => b.files.length - a.files.length);
}

function Changes({ title, changed }: { readonly title: string; readonly changed: Result['changed'] }): ReactElement {
  const groups = useMemo(() => groupsOf(changed), [changed]);
  return (
    <>
      <h2 className={heading2}>
        {title} ({changed.length.toLocaleString('en-GB')})
      </h2>
      {groups.length === 0 ? <p className={text}>None.</p> : null}
      <ul data-changed style={{ listStyle: 'none', padding: 0 }}>
        {groups.map(({ words, files }) => (
          <li key={words} style={{ overflowWrap: 'anywhere', marginBottom: 4 }}>
            <details>
              <summary style={{ cursor: 'pointer' }}>
                <strong>{files.length.toLocaleString('en-GB')}</strong> {words}
              </summary>
              <p className={text} style={{ margin: '2px 0 8px 16px' }}>
                {files.slice(0, CHANGES_SHOWN).join(', ')}
                {files.length > CHANGES_SHOWN ? ` and ${files.length - CHANGES_SHOWN} more. The command “heed replay --json” names them all.` : '.'}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The answer first: how many sends fewer or more are stopped, and of which rule. */
function Effect({ before, after, answers }: { readonly before: Tally; readonly after: Tally; readonly answers: number }): ReactElement {
  const fewer = before.stopped - after.stopped;
  const stops = fewer === 0 ? `As many sends are stopped as before: ${after.stopped.toLocaleString('en-GB')}` : `${Math.abs(fewer).toLocaleString('en-GB')} ${fewer > 0 ? 'fewer' : 'more'} ${Math.abs(fewer) === 1 ? 'send is' : 'sends are'} stopped`;
  return (
    <p className={text} data-effect style={{ fontSize: 16 }}>
      <strong>What your edits change:</strong> {stops} of {before.mails.toLocaleString('en-GB')} ({percent(budgetOf(before).share)} → {percent(budgetOf(after).share)}). {answers === 0 ? 'No draft gets another answer.' : `${answers.toLocaleString('en-GB')} ${answers === 1 ? 'draft gets' : 'drafts get'} another answer.`}
    </p>
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
      {after === null ? null : <Effect before={before} after={after} answers={changed.filter(({ from, to }) => from !== to).length} />}
      <h2 className={heading2}>Prompt budget</h2>
      <Budget title="As published" tally={before} />
      {after === null ? null : <Budget title="As edited" tally={after} />}
      {after === null ? null : (
        <>
          <Changes title="Drafts that get another answer" changed={changed.filter(({ from, to }) => from !== to)} />
          {changed.every(({ from, to }) => from !== to) ? null : <Changes title="Drafts with the same answer and other findings" changed={changed.filter(({ from, to }) => from === to)} />}
        </>
      )}
      <Numbers caption="How often each rule speaks" what="Rule" rows={rows.rules} hasAfter={hasAfter} />
      <Numbers caption="Sends stopped, by school" what="School" rows={rows.schools} hasAfter={hasAfter} />
      <Numbers caption="Sends stopped, by hour of sending" what="Hour" rows={rows.hours} hasAfter={hasAfter} />
      <Numbers caption="Sends stopped, by the least trusted recipient" what="Recipients" rows={rows.classes} hasAfter={hasAfter} />
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
