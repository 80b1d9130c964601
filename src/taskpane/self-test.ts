import { useEffect, useState } from 'react';
import { check } from '../check';
import { dailySelfTest } from '../diagnosis';
import type { SelfTestStore } from '../diagnosis';
import type { DraftSource, Policy, SelfTest } from '../domain';
import { allReaders } from '../inspectors/all-readers';

/** How often a pane that stays open asks for today's self-test, in milliseconds. It is made on this machine, from no network. */
export const TEST_EVERY = 3_600_000;

export interface SelfTestOf {
  readonly policy: Policy;
  /** What is tested, from `testedThing`. */
  readonly thing: string;
  readonly clock: () => number;
  readonly store: SelfTestStore;
}

/**
 * Whether the check still speaks, tested once a day in this very runtime; null while that is not known. A pane may stay open for
 * days, and a machine may sleep: asked again each hour, and when the pane comes into view.
 */
export function useSelfTest({ policy, thing, clock, store }: SelfTestOf): SelfTest | null {
  const [test, setTest] = useState<SelfTest | null>(null);
  useEffect(() => {
    let isGone = false;
    let isTesting = false;
    const testing = { policy, clock, check: (source: DraftSource, under: Policy) => check(source, under, { readers: allReaders }) };
    const ask = (): void => {
      if (isTesting) return;
      isTesting = true;
      void dailySelfTest(testing, store, thing).then((made) => {
        isTesting = false;
        if (!isGone) setTest((before) => (before?.at === made.at ? before : made));
      });
    };
    const askInView = (): void => {
      if (document.visibilityState === 'visible') ask();
    };
    ask();
    const timer = setInterval(ask, TEST_EVERY);
    document.addEventListener('visibilitychange', askInView);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askInView);
    };
  }, [policy, thing, clock, store]);
  return test;
}
