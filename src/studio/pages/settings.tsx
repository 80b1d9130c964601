import type { ReactElement } from 'react';
import { keysOf } from '../../policy';
import { schema } from '../editing/judge';
import { Field } from '../forms/field';
import { Page, text } from './page';

/** Keys that have pages of their own, or that say what a file is. */
const ELSEWHERE = ['$schema', 'extends', 'formerly', 'documents', 'organisation', 'rules'];

/** What holds for all rules alike. A key that is new in the schema of a pack is here by itself. */
export function Settings({ at }: { readonly at: string }): ReactElement {
  return (
    <Page title="Settings for all rules" at={at}>
      <p className={text}>Name and version, what is recorded, the reasons senders may give, dictionaries, and the limits of what is opened.</p>
      {(keysOf(schema) ?? []).filter((key) => !ELSEWHERE.includes(key)).map((key) => (
        <Field key={key} path={[key]} />
      ))}
    </Page>
  );
}
