import { TextField } from '@fluentui/react';
import type { ITextFieldProps } from '@fluentui/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { britishDate, isoFrom } from '../text/british-date';

export interface DateFieldProps extends Omit<ITextFieldProps, 'type' | 'onChange' | 'value'> {
  /** An ISO date, or with a time `2026-11-23T06:00`; empty for none. */
  readonly value: string;
  readonly hasTime?: boolean;
  /** Told of the ISO date, empty while what is typed is none, and of what is typed. */
  readonly onDate: (iso: string, typed: string) => void;
}

/** A field for a date. A browser's own writes it in the browser's language, which on a school's laptop is often American. */
export function DateField({ value, hasTime = false, onDate, ...props }: DateFieldProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      placeholder={hasTime ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy'}
      autoComplete="off"
      {...props}
      value={typed ?? britishDate(value)}
      onChange={(_, text = '') => {
        setTyped(text);
        onDate(isoFrom(text, hasTime) ?? '', text);
      }}
      onBlur={() => {
        // What is no date stays as it was typed, beside what is wrong with it.
        if (typed !== null && (typed.trim() === '' || isoFrom(typed, hasTime) !== null)) setTyped(null);
      }}
    />
  );
}
