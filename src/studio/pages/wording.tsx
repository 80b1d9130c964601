import { ActionButton, Dropdown, TextField } from '@fluentui/react';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { AnyRule } from '../../domain';
import type { Path } from '../../policy';
import { fileOf, lockedBy, useEditing, writtenAt } from '../editing/editing';
import type { Editing } from '../editing/editing';
import { problemsAt } from '../editing/judge';
import { Padlock } from '../forms/padlock';
import { messageNames } from '../words/messages';
import { messageWords } from '../words/problems';
import { placeholdersOf, sampleValues } from '../words/sample-values';
import { DialogPreview } from './dialog-preview';
import { longestDialog } from '../../check/longest-dialog';
import { heading2, text } from './page';

const PARTS = [
  ['saw', 'What was seen'],
  ['advice', 'What to do'],
  ['brief', 'In one sentence, beside a worse finding'],
  ['note', 'The note in the compose window'],
] as const;

/** The longest note Outlook shows, in characters. */
const LONGEST_NOTE = 150;

function problemAt(editing: Editing, path: Path): string {
  return problemsAt(editing.judgement.problems, fileOf(editing), path).map(({ message }) => messageWords(message)).join(' ');
}

function leftWords(left: number): string {
  return left >= 0 ? `${left} characters left of 500, for the longest values.` : `${-left} characters too many of 500. Shorten the words; they cannot be published like this.`;
}

/** The organisation's own words for a rule's messages, with what is left of 500 as they are typed, and the dialog they make. */
export function Wording({ rule }: { readonly rule: AnyRule }): ReactElement {
  const editing = useEditing();
  const heading = useId();
  const tips = Object.keys(rule.tips);
  const [tip, setTip] = useState(tips[0] ?? '');
  const policy = editing.judgement.shown;
  const dialog = policy === null ? null : longestDialog(rule, tip, policy);
  const usual = policy === null ? null : longestDialog(rule, tip, policy, (each, templates) => sampleValues(each, policy, templates));
  const places = placeholdersOf(rule, tip);
  const owner = lockedBy(editing, ['rules', rule.id, 'wording']);
  const own = rule.tips[tip];
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={heading2}>
        Words for the sender
      </h2>
      <p className={text}>Leave a box empty for Heed’s own words, which stand in it in grey.</p>
      {owner === null ? null : <Padlock owner={owner} />}
      <Dropdown label="Message" options={Object.entries(messageNames(rule)).map(([key, name]) => ({ key, text: name }))} selectedKey={tip} onChange={(_, option) => setTip(String(option?.key ?? tip))} styles={{ root: { maxWidth: 640 } }} />
      <ActionButton
        text="Start from Heed’s words"
        iconProps={{ iconName: 'heed-add' }}
        disabled={owner !== null || own === undefined || writtenAt(editing, ['rules', rule.id, 'wording', tip]) !== undefined}
        onClick={() => editing.change(['rules', rule.id, 'wording', tip], Object.fromEntries(PARTS.flatMap(([part]) => (typeof own?.[part] === 'string' ? [[part, own[part]]] : []))))}
      />
      {places.length === 0 ? null : (
        <div className={text} data-places>
          Filled in from the draft, where you write it like this:
          <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
            {places.map(({ written, meaning }) => (
              <li key={written}>
                <code>{written}</code>: {meaning}
              </li>
            ))}
          </ul>
        </div>
      )}
      {PARTS.map(([part, label]) => {
        const written = writtenAt(editing, ['rules', rule.id, 'wording', tip, part]);
        return (
          <TextField
            key={`${tip} ${part}`}
            label={label}
            multiline
            autoAdjustHeight
            resizable={false}
            disabled={owner !== null}
            errorMessage={problemAt(editing, ['rules', rule.id, 'wording', tip, part])}
            placeholder={own?.[part] ?? ''}
            value={typeof written === 'string' ? written : ''}
            onChange={(_, words = '') => editing.change(['rules', rule.id, 'wording', tip, part], words === '' ? undefined : words)}
            styles={{ root: { maxWidth: 640, marginTop: 8 } }}
          />
        );
      })}
      {dialog === null ? (
        <p className={text}>{policy === null ? 'Something is still to put right, so there is no preview.' : 'This situation is off, so there is nothing to show.'}</p>
      ) : (
        <>
          <p className={text} role="status" data-left={dialog.left} style={{ marginTop: 8 }}>
            {leftWords(dialog.left)} The note has {LONGEST_NOTE - dialog.note.length} left of {LONGEST_NOTE}.
          </p>
          {usual === null ? null : <DialogPreview report={usual.report} />}
        </>
      )}
    </section>
  );
}
