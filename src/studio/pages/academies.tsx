import { DefaultButton, TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { domainProblem } from '../../policy';
import { decodeText } from '../../text';
import { FilePick } from '../../ui';
import { academyName, idOf, newAcademy, schoolOf } from '../editing/academies';
import { useEditing } from '../editing/editing';
import type { RawPack } from '../editing/pack-set';
import { labelAt } from '../words/labels';
import { rules } from '../../rules';
import { heading2, Page, table, text } from './page';

/** What a file sets, as the pages call it. */
function setWords(raw: RawPack): string {
  const names = ['organisation', 'rules', 'detection', 'documents'].flatMap((part) => Object.keys(raw[part] ?? {}).map((key) => (part === 'rules' ? (rules.find(({ id }) => id === key)?.title ?? key) : labelAt([part, key]))));
  return names.join(', ') || 'nothing yet';
}

function lines(value: string): readonly string[] {
  return value.split(/[\s,;]+/).filter((each) => each !== '');
}

function nameProblem(name: string, files: readonly string[]): string {
  const id = idOf(name);
  if (id === '') return 'Write the name that people say, such as Oakfield Academy.';
  return files.includes(`${id}.json`) ? `${id}.json is there already. Choose “Edit” beside it, or another name.` : '';
}

function domainsProblem(domains: readonly string[]): string {
  if (domains.length === 0) return 'Write at least one, such as oakfield.example. It tells which senders are this academy’s.';
  return domains.map((domain) => domainProblem(domain)).find((problem) => problem !== null) ?? '';
}

/** The files of academies: what each sets, the way into each, and a new one. */
export function Academies(): ReactElement {
  const editing = useEditing();
  const [name, setName] = useState('');
  const [domains, setDomains] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { trust, overlays } = editing.now;
  const files = overlays.map(({ file }) => file);
  const [ofName, ofDomains] = [nameProblem(name, files), domainsProblem(lines(domains))];
  const put = (file: string, raw: RawPack): void => editing.replace({ trust, overlays: [...overlays.filter((each) => each.file !== file), { file, raw }] }, `add ${file}`);
  const edit = (file: string): void => {
    editing.choose({ overlay: file });
    editing.go('calendar');
  };
  return (
    <Page title="Academies">
      <p className={text}>
        Each academy has a file of its own for its facts: hours, terms, lists, whom to ask. Hours and terms count for its own senders. <strong>Rules are the same for every school:</strong> what one academy makes stricter is stricter for all, and
        none makes a rule milder.
      </p>
      {overlays.length === 0 ? <p className={text}>There is none yet.</p> : null}
      {overlays.length === 0 ? null : (
        <table className={table}>
          <thead>
            <tr>
              <th scope="col">Academy</th>
              <th scope="col">Senders at</th>
              <th scope="col">Sets</th>
              <th scope="col">To put right</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {overlays.map(({ file, raw }) => (
              <tr key={file}>
                <th scope="row">{academyName(editing.now, file)}</th>
                <td>{schoolOf(editing.now, { overlay: file })?.domains.join(', ') || 'not set'}</td>
                <td>{setWords(raw)}</td>
                <td>{editing.judgement.problems.filter((each) => each.file === file).length || 'nothing'}</td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  <DefaultButton text="Edit" ariaLabel={`Edit ${file}`} onClick={() => edit(file)} />{' '}
                  <DefaultButton text="Remove" ariaLabel={`Remove ${file}`} onClick={() => editing.replace({ trust, overlays: overlays.filter((each) => each.file !== file) }, `remove ${file}`)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2 className={heading2}>Add one</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (ofName !== '' || ofDomains !== '') return;
          const made = newAcademy(editing.now, name, lines(domains));
          put(made.file, made.raw);
          edit(made.file);
        }}
      >
        <TextField label="Name of the academy" value={name} errorMessage={isAsked ? ofName : ''} onChange={(_, value = '') => setName(value)} styles={{ root: { maxWidth: 480 } }} />
        <TextField label="Domains its staff send from" description="What stands after the @ in their addresses. Several are parted by spaces." value={domains} errorMessage={isAsked ? ofDomains : ''} onChange={(_, value = '') => setDomains(value)} styles={{ root: { maxWidth: 480, marginTop: 8 } }} />
        <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', marginTop: 12 }}>
          <DefaultButton type="submit" text="Add the academy" iconProps={{ iconName: 'heed-add' }} />
          <FilePick
            label="Open an academy’s file"
            accept=".json"
            onPick={([file]) => {
              void file?.arrayBuffer().then((bytes) => {
                try {
                  put(file.name, JSON.parse(decodeText(new Uint8Array(bytes)).text) as RawPack);
                } catch {
                  editing.say(`${file.name} is not JSON, so it was not opened.`);
                }
              });
            }}
          />
        </div>
      </form>
      <p className={text} style={{ marginTop: 14 }}>
        For many schools at once, IT makes the files from a spreadsheet with “heed policy academies”.
      </p>
    </Page>
  );
}
