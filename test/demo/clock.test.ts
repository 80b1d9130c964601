import { createClock } from '../../src/demo/host/clock';

describe('the host clock', () => {
  test('stands still at rate 0, and runs what falls due when it is skipped, in order', () => {
    const clock = createClock(0, 1_000);
    const ran: string[] = [];
    clock.after(300, () => ran.push(`third at ${clock.now()}`));
    clock.after(100, () => ran.push(`first at ${clock.now()}`));
    clock.after(100, () => ran.push(`second at ${clock.now()}`));
    clock.skip(99);
    expect(ran).toEqual([]);
    clock.skip(250);
    expect(ran).toEqual(['first at 1100', 'second at 1100', 'third at 1300']);
    expect(clock.now()).toBe(1_349);
  });

  test('what a task starts runs in the same skip when it falls due in it', () => {
    const clock = createClock(0, 0);
    const ran: number[] = [];
    clock.after(10, () => clock.after(10, () => ran.push(clock.now())));
    clock.skip(100);
    expect(ran).toEqual([20]);
  });

  test('a cancelled task never runs, and a stopped clock drops all of them', () => {
    const clock = createClock(0, 0);
    const ran: string[] = [];
    clock.after(10, () => ran.push('cancelled'))();
    clock.after(20, () => ran.push('stopped'));
    clock.stop();
    clock.skip(100);
    expect(ran).toEqual([]);
  });

  test('at rate 600 five minutes of host time come in half a second', async () => {
    const clock = createClock(600, 0);
    await new Promise<void>((resolve) => {
      clock.after(300_000, resolve);
    });
    expect(clock.now()).toBeGreaterThanOrEqual(299_999);
    clock.stop();
  });

  test('a change of rate keeps the time that has passed', () => {
    const clock = createClock(0, 5_000);
    clock.skip(1_000);
    clock.setRate(0);
    expect(clock.now()).toBe(6_000);
    expect(clock.rate()).toBe(0);
  });
});
