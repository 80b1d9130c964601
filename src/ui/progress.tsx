import { ProgressIndicator } from '@fluentui/react';
import type { ReactElement } from 'react';
import { words } from './words';

/** Which attachment is being read. */
export interface Reading {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly name: string;
}

/** A bar with the count and the name of what is being read; without an end while nothing is known yet. */
export function Progress({ reading }: { readonly reading: Reading | null }): ReactElement {
  const text = reading === null ? words.checkingDetail : words.reading(reading.number, reading.of, reading.name);
  return (
    <ProgressIndicator
      label={text}
      ariaLabel={words.checking}
      {...(reading === null ? {} : { percentComplete: (reading.number - 1) / reading.of })}
      styles={{ itemName: { whiteSpace: 'normal', overflowWrap: 'anywhere', fontWeight: 400 } }}
    />
  );
}
