import { DefaultButton, TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useEditing } from '../editing/editing';
import { decodeText } from '../../text';
import { FilePick } from '../../ui';
import type { RawPack } from '../editing/pack-set';
import { heading2, Page, table, text } from './page';

/** The overlays of academies: what each sets, and a new one. Who edits is chosen at the top of the page. */
export function Academies(): ReactElement {
  const editing = useEditing();
  const [id, setId] = useState('');
  const { trust, overlays } = editing.now;
  const problem = id === '' || /^[a-z][a-z0-9-]{0,39}$/.test(id) ? (overlays.some(({ file }) => file === `${id}.json`) ? 'There is an overlay of that name already.' : '') : 'Write small letters, digits and hyphens, such as oakfield.';
  const add = (file: string, raw: RawPack): void => editing.replace({ trust, overlays: [...overlays.filter((each) => each.file !== file), { file, raw }] }, `add ${file}`);
  const name = trust.file.replace(/\.json$/, '');
  return (
    <Page title="Academies">
      <p className={text}>An overlay is one academy’s file. It sets what the trust leaves open, may make some things stricter, and never softens or removes what the trust set.</p>
      {overlays.length === 0 ? <p className={text}>There is none yet.</p> : null}
      {overlays.length === 0 ? null : (
        <table className={table}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Sets</th>
              <th scope="col">Problems</th>
              <th scope="col">Remove</th>
            </tr>
          </thead>
          <tbody>
            {overlays.map(({ file, raw }) => (
              <tr key={file}>
                <th scope="row">{file}</th>
                <td>{Object.keys(raw).filter((key) => key !== 'extends' && key !== 'name').join(', ') || 'nothing yet'}</td>
                <td>{editing.judgement.problems.filter((each) => each.file === file).length || 'none'}</td>
                <td>
                  <DefaultButton text="Remove" ariaLabel={`Remove ${file}`} onClick={() => editing.replace({ trust, overlays: overlays.filter((each) => each.file !== file) }, `remove ${file}`)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2 className={heading2}>Add one</h2>
      <p className={text}>The id is a short name in small letters, digits and hyphens, such as oakfield. For many schools at once, “heed policy academies” makes the overlays from a spreadsheet, and they can be opened here.</p>
      <form
        style={{ display: 'flex', gap: 10, alignItems: 'flex-end', flexWrap: 'wrap' }}
        onSubmit={(event) => {
          event.preventDefault();
          if (id === '' || problem !== '') return;
          add(`${id}.json`, { extends: name });
          setId('');
        }}
      >
        <TextField label="Id of the academy" value={id} errorMessage={problem} onChange={(_, value = '') => setId(value)} />
        <DefaultButton type="submit" text="Add an overlay" iconProps={{ iconName: 'heed-add' }} />
        <FilePick
          label="Open an overlay"
          accept=".json"
          onPick={([file]) => {
            void file?.arrayBuffer().then((bytes) => {
              try {
                add(file.name, JSON.parse(decodeText(new Uint8Array(bytes)).text) as RawPack);
              } catch {
                editing.say(`${file.name} is not JSON, so it was not opened.`);
              }
            });
          }}
        />
      </form>
    </Page>
  );
}
