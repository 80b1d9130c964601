/** @jest-environment jsdom */
import './browser-globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import { testedThing } from '../../src/diagnosis';
import type { Policy, SelfTest } from '../../src/domain';
import { TEST_EVERY, useSelfTest } from '../../src/taskpane/self-test';
import { shippedPolicy } from '../policy-for-tests';

afterEach(() => {
  cleanup();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const LAAT = shippedPolicy('laat');
const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-18T12:00:00Z');

interface OpenPane {
  readonly last: () => SelfTest | null;
  /** When a test was made, as far as it was kept. */
  readonly made: readonly number[];
  readonly pass: (milliseconds: number) => Promise<void>;
  readonly show: (state: 'visible' | 'hidden') => Promise<void>;
  /** The clock goes on and no timer runs: the machine sleeps. */
  readonly sleep: (milliseconds: number) => void;
  readonly close: () => void;
}

async function openPane(policy: Policy = LAAT): Promise<OpenPane> {
  jest.useFakeTimers({ now: NOON });
  let kept: string | null = null;
  const made: number[] = [];
  const store = {
    read: () => kept,
    write: (text: string) => {
      kept = text;
      made.push((JSON.parse(text) as SelfTest).at);
    },
  };
  const clock = (): number => Date.now();
  const thing = testedThing('0.1.0-abc', policy, 1);
  const { result, unmount } = renderHook(() => useSelfTest({ policy, thing, clock, store }));
  const pass = async (milliseconds: number): Promise<void> => act(async () => jest.advanceTimersByTimeAsync(milliseconds));
  await pass(1);
  return {
    last: () => result.current,
    made,
    pass,
    sleep: (milliseconds) => jest.setSystemTime(Date.now() + milliseconds),
    show: async (state) => {
      jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
      document.dispatchEvent(new Event('visibilitychange'));
      await pass(1);
    },
    close: unmount,
  };
}

describe('a pane that stays open for days', () => {
  test('tests once when it opens, and not again on that day', async () => {
    const pane = await openPane();
    expect(pane.last()).toEqual({ at: NOON, outcome: 'works', silent: [] });
    await pane.pass(11 * HOUR);
    expect(pane.made).toEqual([NOON]);
  });

  test('tests again on each day that follows, within the hour', async () => {
    const pane = await openPane();
    await pane.pass(3 * 24 * HOUR);
    expect(pane.made.map((at) => new Date(at).toISOString().slice(0, 13))).toEqual(['2026-11-18T12', '2026-11-19T00', '2026-11-20T00', '2026-11-21T00']);
    expect(pane.last()?.at).toBe(pane.made[3]);
  });

  test('tests at once when it comes into view after a night of sleep, and not when it goes out of view', async () => {
    const pane = await openPane();
    pane.sleep(20 * HOUR);
    await pane.show('hidden');
    expect(pane.made).toHaveLength(1);
    await pane.show('visible');
    expect(pane.made).toHaveLength(2);
    expect(pane.last()?.at).toBe(pane.made[1]);
  });

  test('a check that has gone silent is tested each hour until it speaks', async () => {
    // Its rules stop at the first option they read.
    const broken = Object.fromEntries(Object.entries(LAAT.rules).map(([id, setting]) => [id, { ...setting, options: null }]));
    const mute = { ...LAAT, rules: broken } as unknown as Policy;
    const pane = await openPane(mute);
    expect(pane.last()?.outcome).toBe('silent');
    await pane.pass(2 * TEST_EVERY);
    expect(pane.made).toHaveLength(3);
  });

  test('a pane that is closed asks for nothing more', async () => {
    const pane = await openPane();
    pane.close();
    await pane.pass(48 * HOUR);
    await pane.show('visible');
    expect(pane.made).toEqual([NOON]);
  });

  test('asks nothing of the network', async () => {
    const fetching = jest.fn();
    Object.defineProperty(globalThis, 'fetch', { value: fetching, configurable: true, writable: true });
    const pane = await openPane();
    await pane.pass(48 * HOUR);
    expect(pane.made.length).toBeGreaterThan(1);
    expect(fetching).not.toHaveBeenCalled();
  });
});
