import { DefaultButton } from '@fluentui/react';
import { useContext, useState } from 'react';
import type { ReactElement } from 'react';
import { stopsSending } from '../../domain';
import type { AnyRule, Policy } from '../../domain';
import { betweenInWords, replayTotals, spokeIn } from '../../replay';
import type { Totals, TotalsAnswer } from '../../replay';
import { capitalised } from '../../text';
import { useEditing } from '../editing/editing';
import { TotalsContext } from '../totals-context';
import { dayWords } from '../words/days';
import { humanised } from '../words/labels';
import { classWords } from '../words/recipient-classes';
import { schoolNames } from '../words/school-names';
import { severityInSentence } from '../words/severities';
import { answersToMadeUp, severityOfRule } from '../try-draft';
import type { MadeUpAnswer } from '../try-draft';
import { card, table, text } from './page';

interface Tested {
  readonly answer: TotalsAnswer | null;
  readonly drafts: readonly MadeUpAnswer[];
}

/** How many changed drafts are shown (journey C.9). */
const EXAMPLES = 3;

function Groups({ title, groups }: { readonly title: string; readonly groups: TotalsAnswer['schools'] }): ReactElement {
  return (
    <table className={table}>
      <caption style={{ textAlign: 'left', fontWeight: 600 }}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className="number">
            Published
          </th>
          <th scope="col" className="number">
            Edited
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{betweenInWords(before)}</td>
            <td className="number">{betweenInWords(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AnswerProps {
  readonly answer: TotalsAnswer | null;
  readonly rule: AnyRule;
  readonly totals: Totals;
  readonly isMadeUp: boolean;
  /** What people call the schools, by id. */
  readonly schools: { readonly [id: string]: string };
}

function Answer({ answer, rule, totals, isMadeUp, schools }: AnswerProps): ReactElement {
  const source = isMadeUp ? 'These totals are made up, to show how this works. Load your own on the replay page.' : `Totals of ${dayWords(totals.period.from)} to ${dayWords(totals.period.to)}.`;
  if (answer === null) {
    return (
      <p className={text}>
        This rule looks at what an email holds, which totals do not have. So the change is tried on made-up drafts, below. In the totals the rule spoke {betweenInWords(spokeIn(totals, rule.id))} times. {source}
      </p>
    );
  }
  return (
    <>
      <p className={text} data-totals="answer">
        Warnings: {betweenInWords(answer.before)} → {betweenInWords(answer.after)}. {answer.fewer.most > 0 ? `${capitalised(betweenInWords(answer.fewer))} sends would no longer warn. ` : ''}
        {answer.more.most > 0 ? `${capitalised(betweenInWords(answer.more))} sends would warn that did not. ` : ''}
        {source} Counts and times alone were used: no subject, words, sender or address.
      </p>
      <Groups title="By school" groups={answer.schools.map((group) => ({ ...group, name: schools[group.name.toLowerCase()] ?? humanised(group.name) }))} />
      <Groups title="By recipients" groups={answer.classes.map((group) => ({ ...group, name: classWords(group.name) }))} />
    </>
  );
}

function Drafts({ drafts, rule }: { readonly drafts: readonly MadeUpAnswer[]; readonly rule: AnyRule }): ReactElement {
  const changed = drafts.filter(({ before, after }) => severityOfRule(before, rule.id) !== severityOfRule(after, rule.id) || before.verdict !== after.verdict);
  const spoken = (report: MadeUpAnswer['before']): string => {
    const severity = severityOfRule(report, rule.id);
    return severity === null ? 'nothing' : severityInSentence(severity);
  };
  const speaks = (report: MadeUpAnswer['before']): boolean => stopsSending((severityOfRule(report, rule.id) ?? 'allow') as 'allow');
  return (
    <>
      <p className={text}>
        Of {drafts.length} made-up drafts the rule stops {drafts.filter(({ before }) => speaks(before)).length} as published and {drafts.filter(({ after }) => speaks(after)).length} as edited.
        {changed.length === 0 ? ' None of them changes.' : ''}
      </p>
      {changed.length === 0 ? null : (
        <ul>
          {changed.slice(0, EXAMPLES).map(({ draft, before, after }) => (
            <li key={draft.id}>
              {draft.title}: {spoken(before)} → {spoken(after)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the edited rule would have done last month, from counts, and to made-up drafts. */
export function TotalsTest({ rule }: { readonly rule: AnyRule }): ReactElement {
  const editing = useEditing();
  const { totals, isMadeUp } = useContext(TotalsContext);
  const [tested, setTested] = useState<Tested | null>(null);
  const [before, after] = [editing.publishedJudgement.policy, editing.judgement.policy];
  const test = async (old: Policy, now: Policy): Promise<void> => {
    setTested({ answer: replayTotals(totals, rule.id, old, now), drafts: await answersToMadeUp(old, now) });
    editing.say('The change has been tried on last month.');
  };
  return (
    <div className={card} style={{ marginTop: 16 }}>
      <DefaultButton
        text="Test on last month"
        iconProps={{ iconName: 'heed-chart' }}
        disabled={before === null || after === null}
        onClick={() => {
          if (before !== null && after !== null) void test(before, after);
        }}
      />
      {tested === null ? null : (
        <div style={{ marginTop: 10 }}>
          <Answer answer={tested.answer} rule={rule} totals={totals} isMadeUp={isMadeUp} schools={schoolNames(editing.judgement.policy)} />
          <Drafts drafts={tested.drafts} rule={rule} />
        </div>
      )}
    </div>
  );
}
