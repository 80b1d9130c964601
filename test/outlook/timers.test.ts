import { makeTimers } from '../../src/outlook/timers';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** In classic Outlook code goes on after the send was answered (office-js 6656): what is closed starts nothing and ends nothing. */
describe('the timers of one send', () => {
  test('fire once, and not when they were called off', () => {
    const timers = makeTimers();
    const fired: string[] = [];
    timers.after(10, () => fired.push('a'));
    timers.after(10, () => fired.push('b'))();
    jest.advanceTimersByTime(100);
    expect(fired).toEqual(['a']);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('none fires once they are closed, and none is started', () => {
    const timers = makeTimers();
    const fired: string[] = [];
    timers.after(10, () => fired.push('before'));
    timers.close();
    timers.after(10, () => fired.push('after'))();
    timers.after(10, () => fired.push('after'));
    expect(jest.getTimerCount()).toBe(0);
    jest.advanceTimersByTime(100);
    expect(fired).toEqual([]);
  });

  test('a pause lets other work go on, and never ends once they are closed', async () => {
    const timers = makeTimers();
    const ended: string[] = [];
    void timers.pause().then(() => ended.push('open'));
    await jest.advanceTimersByTimeAsync(10);
    void timers.pause().then(() => ended.push('closing'));
    timers.close();
    void timers.pause().then(() => ended.push('closed'));
    await jest.advanceTimersByTimeAsync(10);
    expect(ended).toEqual(['open']);
  });
});
