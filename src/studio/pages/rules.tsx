import { Icon, Link } from '@fluentui/react';
import type { ReactElement } from 'react';
import { rules } from '../../rules';
import { lockedBy, useEditing, writtenAt } from '../editing/editing';
import { Page, table, text } from './page';

/** Every rule: whether it runs, its worst severity, and what stands behind it. */
export function Rules(): ReactElement {
  const editing = useEditing();
  const { policy } = editing.judgement;
  return (
    <Page title="Rules">
      <p className={text}>A finding’s severity is what happens: a note, one question, a question with a reason, or a stop.</p>
      <table className={table}>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Runs</th>
            <th scope="col">Severity</th>
            <th scope="col">Clause</th>
            <th scope="col">Locked</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => {
            const setting = policy?.rules[rule.id];
            const isOn = setting?.on ?? writtenAt(editing, ['rules', rule.id, 'on']) === true;
            const severities = [...new Set(Object.values(setting?.severity ?? rule.situations))];
            const owner = lockedBy(editing, ['rules', rule.id]);
            return (
              <tr key={rule.id}>
                <th scope="row">
                  <Link href={`#/rules/${rule.id}`} underline>
                    {rule.title}
                  </Link>
                </th>
                <td>{isOn ? 'Yes' : 'No'}</td>
                <td>{severities.join(', ')}</td>
                <td>{[...new Set((setting?.clauses ?? []).map(({ id, basis }) => `${id} (${basis})`))].join(', ') || 'good practice'}</td>
                <td>
                  {writtenAt(editing, ['rules', rule.id, 'locked']) === true ? (
                    <>
                      <Icon iconName="heed-protect" aria-hidden /> {owner === null ? 'for academies' : `by ${owner}`}
                    </>
                  ) : (
                    'no'
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Page>
  );
}
