import type { Tally } from './tally';

/** The share of sends that may be stopped before people stop reading (issue of the studio: under 3 %). */
export const BUDGET_GOAL = 0.03;

/** What one rule spends of the prompt budget. */
export interface Spending {
  /** A rule's id, or `unchecked`. */
  readonly rule: string;
  /** Stops whose dialog it heads. */
  readonly stops: number;
  /** Of all sends, from 0 to 1. */
  readonly share: number;
}

/** The prompt budget: how many sends are stopped, and which rule spends it. */
export interface Budget {
  readonly share: number;
  readonly goal: number;
  readonly isWithin: boolean;
  /** The greatest spender first. */
  readonly spending: readonly Spending[];
}

export function budgetOf({ mails, stopped, leads }: Tally): Budget {
  const share = mails === 0 ? 0 : stopped / mails;
  const spending = Object.entries(leads)
    .map(([rule, stops]) => ({ rule, stops, share: stops / mails }))
    .sort((a, b) => b.stops - a.stops || (a.rule < b.rule ? -1 : 1));
  return { share, goal: BUDGET_GOAL, isWithin: share < BUDGET_GOAL, spending };
}

