import { DefaultButton, Dropdown, Icon, IconButton, Link, PrimaryButton, mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement } from 'react';
import { academyName } from './editing/academies';
import { useEditing } from './editing/editing';
import type { Edits } from './editing/history';
import type { Editor } from './editing/pack-set';
import { FilePick } from '../ui';

export interface HeaderProps {
  readonly edits: Edits;
  readonly hasEdits: boolean;
  /** The number of what was last published from here; null when nothing was. */
  readonly version: number | null;
  readonly known: readonly string[];
  readonly onEditor: (editor: Editor) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onDiscard: () => void;
  readonly onOpen: (file: File) => void;
  readonly onOpenKnown: (file: string) => void;
}

function stateOf(problems: number, hasEdits: boolean, version: number | null): string {
  if (problems > 0) return `${problems} to put right`;
  if (hasEdits) return 'Edited, not published';
  return version === null ? 'No edits yet' : `As published, version ${version}`;
}

/** What is edited and by whom, the way back, and the way to publish. */
export function Header({ edits, hasEdits, version, known, onEditor, onUndo, onRedo, onDiscard, onOpen, onOpenKnown }: HeaderProps): ReactElement {
  const editing = useEditing();
  const { palette } = useTheme();
  const { now, editor, judgement } = editing;
  return (
    <header className={mergeStyles({ display: 'flex', gap: 12, alignItems: 'center', flexWrap: 'wrap', padding: '10px 20px', borderBottom: `1px solid ${palette.neutralTertiaryAlt}`, background: palette.neutralLighterAlt, '@media (max-width: 760px)': { padding: '8px 10px', gap: 8 } })}>
      <Icon iconName="heed-mark" style={{ fontSize: 24, color: palette.themePrimary }} />
      <strong style={{ fontSize: 16 }}>Heed studio</strong>
      <span aria-hidden="true" className={mergeStyles({ '@media (max-width: 1180px)': { display: 'none' } })}>
        Editing
      </span>
      <Dropdown
        ariaLabel="Who edits"
        options={[{ key: '', text: `The Trust (${now.trust.file})` }, ...now.overlays.map(({ file }) => ({ key: file, text: `${academyName(now, file)} (${file})` }))]}
        selectedKey={editor === 'trust' ? '' : editor.overlay}
        onChange={(_, option) => onEditor(option === undefined || option.key === '' ? 'trust' : { overlay: String(option.key) })}
        styles={{ root: { minWidth: 160, maxWidth: 250 } }}
      />
      <IconButton iconProps={{ iconName: 'heed-undo' }} ariaLabel="Undo" title="Undo (Ctrl+Z)" disabled={edits.past.length === 0} onClick={onUndo} />
      <IconButton iconProps={{ iconName: 'heed-redo' }} ariaLabel="Redo" title="Redo (Ctrl+Y)" disabled={edits.future.length === 0} onClick={onRedo} />
      <span role="status" data-edits={hasEdits}>
        {judgement.problems.length === 0 ? (
          stateOf(judgement.problems.length, hasEdits, version)
        ) : (
          <Link href="#/health" underline>
            {stateOf(judgement.problems.length, hasEdits, version)}
          </Link>
        )}
      </span>
      <span style={{ flexGrow: 1 }} />
      {hasEdits ? (
        <DefaultButton text="Discard edits" onClick={onDiscard} />
      ) : (
        <>
          <Dropdown ariaLabel="Open a pack" placeholder="Open a pack" options={known.map((file) => ({ key: file, text: file }))} selectedKey={null} onChange={(_, option) => option !== undefined && onOpenKnown(String(option.key))} styles={{ root: { minWidth: 130 } }} />
          <FilePick label="Open a file" accept=".json" onPick={([file]) => file !== undefined && onOpen(file)} />
        </>
      )}
      <PrimaryButton text="Publish…" onClick={() => editing.go('publish')} />
    </header>
  );
}
