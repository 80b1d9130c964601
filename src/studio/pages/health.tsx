import { DefaultButton, Icon } from '@fluentui/react';
import type { ReactElement } from 'react';
import { sayProblem } from '../../policy';
import { useEditing } from '../editing/editing';
import { card, heading2, Page, text } from './page';
import { remedyFor } from './remedy';

/** The front page: what the owner should look into, each with its remedy one click away. */
export function Health(): ReactElement {
  const editing = useEditing();
  const { health, problems, policy } = editing.judgement;
  const rulesOn = Object.values(policy?.rules ?? {}).filter(({ on }) => on).length;
  return (
    <Page title="Policy health">
      <p className={text}>
        {policy === null ? 'The packs have problems, so nothing can be published yet.' : `${policy.name} ${policy.version}: ${rulesOn} rules run. Whatever stands below, they run all the same.`}
      </p>
      {problems.length === 0 ? null : (
        <section aria-labelledby="problems">
          <h2 id="problems" className={heading2}>
            Put right first ({problems.length})
          </h2>
          {problems.map((problem, index) => {
            const remedy = remedyFor(problem.path, false);
            return (
              <div key={index} className={card}>
                <p className={text}>{sayProblem(problem)}</p>
                <DefaultButton text={remedy.label} onClick={() => editing.go(remedy.page)} />
              </div>
            );
          })}
        </section>
      )}
      <section aria-labelledby="notes">
        <h2 id="notes" className={heading2}>
          {health.length === 0 ? 'Nothing to look into' : `To look into (${health.length})`}
        </h2>
        {health.map(({ path, message }) => {
          const remedy = remedyFor(path, message.includes('passed'));
          return (
            <div key={`${path} ${message}`} className={card} data-health={path} style={{ display: 'flex', gap: 12, alignItems: 'flex-start', flexWrap: 'wrap' }}>
              <Icon iconName="heed-warn" style={{ fontSize: 20, marginTop: 2 }} />
              <p className={text} style={{ flex: '1 1 320px', margin: 0 }}>
                {message}
              </p>
              <DefaultButton text={remedy.label} ariaLabel={`${remedy.label}: ${path}`} onClick={() => editing.go(remedy.page)} />
            </div>
          );
        })}
      </section>
    </Page>
  );
}
