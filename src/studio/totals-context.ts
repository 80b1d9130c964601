import { createContext } from 'react';
import type { Totals } from '../replay';
import { MADE_UP_TOTALS } from './studio-totals';

/** The totals that changes are tried on, until the page is closed. */
export interface TotalsState {
  readonly totals: Totals;
  readonly isMadeUp: boolean;
  load(totals: Totals): void;
}

export const TotalsContext = createContext<TotalsState>({ totals: MADE_UP_TOTALS, isMadeUp: true, load: () => undefined });
