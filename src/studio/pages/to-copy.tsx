import { DefaultButton, TextField } from '@fluentui/react';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';

export interface ToCopyProps {
  readonly label: string;
  readonly value: string;
  /** True for a text that is to be sent on as it is. */
  readonly isFixed?: boolean;
}

/** A text to be sent on, whole, with a button that copies it. */
export function ToCopy({ label, value, isFixed = false }: ToCopyProps): ReactElement {
  const what = useId();
  const [text, setText] = useState(value);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid('This browser does not let this page copy. Mark the text and copy it.');
    }
  };
  return (
    <div style={{ marginTop: 10, maxWidth: 900 }}>
      <TextField label={label} multiline autoAdjustHeight resizable={false} readOnly={isFixed} value={text} onChange={(_, next = '') => setText(next)} />
      <div style={{ display: 'flex', gap: 10, alignItems: 'center', marginTop: 6 }}>
        <span id={what} hidden>
          {label}
        </span>
        <DefaultButton text="Copy" aria-describedby={what} onClick={() => void copy()} />
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
