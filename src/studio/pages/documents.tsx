import { DefaultButton, MessageBar, MessageBarType } from '@fluentui/react';
import type { ReactElement } from 'react';
import { textAt, useEditing, writtenAt } from '../editing/editing';
import { refusedQuotations } from '../editing/quotations';
import { Field } from '../forms/field';
import { FilePick } from '../../ui';
import { heading2, Page, text } from './page';

/** The policy documents: their dates, owners and quotations, held against their stored text. */
export function Documents({ at }: { readonly at: string }): ReactElement {
  const editing = useEditing();
  const written = writtenAt(editing, ['documents']);
  const documents = typeof written === 'object' && written !== null ? Object.keys(written) : [];
  const refused = refusedQuotations(editing.now.trust.raw, editing.published.trust.raw, editing.texts);
  return (
    <Page title="Documents and quotations" at={at}>
      <p className={text}>A quotation is word for word. One that does not stand in the stored text of its document is refused, and nothing is published until it does.</p>
      {refused.map(({ document, clause, message }) => (
        <MessageBar key={`${document} ${clause}`} messageBarType={MessageBarType.error} isMultiline>
          {clause}: {message}
        </MessageBar>
      ))}
      {documents.map((id) => (
        <section key={id} aria-labelledby={`document-${id}`}>
          <h2 id={`document-${id}`} className={heading2}>
            {textAt(editing, ['documents', id, 'title']) || id}
          </h2>
          <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', alignItems: 'center' }}>
            <DefaultButton text={`Compared today: still ${textAt(editing, ['documents', id, 'version'])}`} onClick={() => editing.change(['documents', id, 'lastVerified'], editing.today)} disabled={editing.editor !== 'trust'} />
            <FilePick
              label={editing.texts[id] === undefined ? 'Load the document’s text' : 'Load its text again'}
              accept=".txt,.md,text/plain"
              onPick={([file]) => {
                void file?.text().then((content) => {
                  editing.storeText(id, content);
                  editing.say(`The text of ${id} is stored on this machine.`);
                });
              }}
            />
            <span>{editing.texts[id] === undefined ? 'Only its published quotations are stored.' : `${editing.texts[id].length} characters are stored on this machine.`}</span>
          </div>
          <Field path={['documents', id]} label={`${id}: dates, owner and clauses`} isOpen />
        </section>
      ))}
    </Page>
  );
}
