import type { ReactElement } from 'react';
import { childSchema, keysOf } from '../../policy';
import { schema } from '../editing/judge';
import { Field } from '../forms/field';
import { Page, text } from './page';

/** What the calendar page has. */
const ON_CALENDAR = ['timeZone', 'hours', 'terms', 'bankHolidays'];

/** Domains, schools, lists, partners, allowed and protected addresses, and whom to ask. */
export function OrganisationPage({ at }: { readonly at: string }): ReactElement {
  const organisation = childSchema(schema, 'organisation');
  return (
    <Page title="People and places" at={at}>
      <p className={text}>An entry that ends is spoken of here and on the front page for its last 90 days, and does not count after its last day.</p>
      {(organisation === null ? [] : (keysOf(organisation) ?? [])).filter((key) => !ON_CALENDAR.includes(key)).map((key) => (
        <Field key={key} path={['organisation', key]} />
      ))}
    </Page>
  );
}
