import { DefaultButton, MessageBar, MessageBarType, TextField } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useEditing } from '../editing/editing';
import { judge, schema } from '../editing/judge';
import { differencesBetween } from '../publish/differences';
import { setOfPublication, versionedName } from '../publish/publication';
import type { Publication } from '../publish/publication';
import { saveFile } from '../publish/save-file';
import { momentWords } from '../words/days';
import { card, text } from './page';

export const SECOND_ROLE = 'A second role must agree, because:';
export const AGREED_BY = 'Agreed by (another role)';
export const AGREED_HOW = 'Ask them first, and write it down here. The studio has no log-ins, so it cannot ask them itself.';

/** Why publishing asks for something; nothing where it does not. */
export function Why({ title, reasons }: { readonly title: string; readonly reasons: readonly string[] }): ReactElement | null {
  if (reasons.length === 0) return null;
  return (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline>
      {title}
      <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </MessageBar>
  );
}

/** What putting a version back would change, worked out when somebody opens it. */
function SinceThen({ publication }: { readonly publication: Publication }): ReactElement {
  const editing = useEditing();
  const [isOpen, setOpen] = useState(false);
  const changes = (): readonly string[] => {
    const [now, then] = [editing.publishedJudgement.layers, judge(setOfPublication(publication), editing.today).layers];
    return now === null || then === null ? ['It has something that this studio does not know, so it cannot be told.'] : differencesBetween(schema, now.pack, then.pack).map(({ words }) => words);
  };
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary style={{ cursor: 'pointer' }}>What putting it back would change</summary>
      {isOpen ? (
        <ul data-since={publication.number}>
          {(changes().length === 0 ? ['Nothing that senders meet.'] : changes()).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

/** A version that is to be put back, and whose loosening or blocks another role has to agree to. */
export interface Putting {
  readonly number: number;
  readonly reasons: readonly string[];
  readonly approver: string;
  readonly problem: string;
}

interface PastProps {
  readonly publication: Publication;
  readonly onRestore: () => void;
  readonly isLatest: boolean;
  /** Null unless it waits for another role. */
  readonly putting: Putting | null;
  onApprover(approver: string): void;
}

/** One published version: when, who and why, what it changed, and the ways back to it and to its files. */
export function Past({ publication, onRestore, isLatest, putting, onApprover }: PastProps): ReactElement {
  const { number, effective, author, approver, reason, files, restores, differences } = publication;
  return (
    <article className={card} aria-label={`Version ${number}`}>
      <h3 style={{ margin: '0 0 4px', fontSize: 16 }}>
        Version {number}
        {restores === null ? '' : `, which put back version ${restores}`}
      </h3>
      <p className={text}>
        To be in force from {momentWords(effective)}. Published by {author}
        {approver === null ? '' : `, agreed by ${approver}`}. {reason}
      </p>
      <ul>
        {differences.map(({ words, effect }) => (
          <li key={words}>
            {words}
            {effect === '' ? '' : `; ${effect}`}
          </li>
        ))}
      </ul>
      {files.map((file) => (
        <p key={file.file} className={text} style={{ fontSize: 12, overflowWrap: 'anywhere' }}>
          {versionedName(file, number)}, SHA-256 {file.sha256}
        </p>
      ))}
      {putting === null ? null : (
        <>
          <Why title={SECOND_ROLE} reasons={putting.reasons} />
          <TextField name={`approver ${number}`} label={AGREED_BY} description={AGREED_HOW} value={putting.approver} errorMessage={putting.problem} onChange={(_, value = '') => onApprover(value)} styles={{ root: { maxWidth: 480, margin: '8px 0' } }} />
        </>
      )}
      {isLatest ? null : <SinceThen publication={publication} />}
      <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', marginTop: 8 }}>
        {isLatest ? null : <DefaultButton text={`Put version ${number} back`} iconProps={{ iconName: 'heed-undo' }} onClick={onRestore} />}
        <DefaultButton text="Save its files again" ariaLabel={`Save the files of version ${number} again`} onClick={() => files.forEach((file) => saveFile(versionedName(file, number), file.text))} />
      </div>
    </article>
  );
}
