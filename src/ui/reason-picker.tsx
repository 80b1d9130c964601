import { ChoiceGroup, TextField, mergeStyles, useTheme } from '@fluentui/react';
import { useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { FixButton } from './fix-button';
import { accentOf } from './theme';
import { words } from './words';

export interface ReasonPickerProps {
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  /** The longest note in characters; null when the policy asks for none. */
  readonly longestNote: number | null;
  readonly isWaiting: boolean;
  readonly onChoose: (code: string, note: string | null) => void;
}

/** Choose a reason, add a note if the policy has room for one, and give it. */
export function ReasonPicker({ reasons, longestNote, isWaiting, onChoose }: ReasonPickerProps): ReactElement {
  const theme = useTheme();
  const [code, setCode] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const heading = useId();
  const problem = useId();
  const group = useRef<HTMLDivElement>(null);

  const give = (): void => {
    if (code === null) {
      setMissing(true);
      group.current?.querySelector('input')?.focus();
      return;
    }
    onChoose(code, note.trim() === '' ? null : note.trim());
  };

  return (
    <section aria-labelledby={heading} className={mergeStyles({ marginBottom: 16 })}>
      <h2 id={heading} className={mergeStyles({ fontSize: 16, fontWeight: 600, margin: '0 0 4px' })}>
        {words.giveReason}
      </h2>
      <div ref={group}>
        <ChoiceGroup
          label={words.chooseReason}
          aria-describedby={isMissing ? problem : undefined}
          options={reasons.map((reason) => ({ key: reason.code, text: reason.text, styles: { root: { minHeight: 24 }, field: { minHeight: 24 } } }))}
          selectedKey={code}
          onChange={(_, option) => {
            setCode(option?.key ?? null);
            setMissing(false);
          }}
          styles={{ label: { fontWeight: 400 } }}
        />
      </div>
      <p id={problem} role="alert" className={mergeStyles({ margin: isMissing ? '6px 0 0' : 0, fontWeight: 600, color: accentOf('block', theme) })}>
        {isMissing ? words.reasonMissing : null}
      </p>
      {longestNote === null ? null : (
        <TextField
          label={words.note}
          description={words.noteHelp(longestNote)}
          maxLength={longestNote}
          multiline
          autoAdjustHeight
          resizable={false}
          value={note}
          onChange={(_, value) => setNote(value ?? '')}
          styles={{ root: { marginTop: 8 } }}
        />
      )}
      <div className={mergeStyles({ marginTop: 10 })}>
        <FixButton words={words.useReason} icon="heed-justify" isPrimary isWaiting={isWaiting} onPress={give} />
      </div>
    </section>
  );
}
