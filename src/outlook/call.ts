import { unreadable } from '../domain';
import type { Unreadable } from '../domain';
import type { Timers } from './timers';

/** What a callback of Office.js is handed; every part of it is doubted. */
type Result<T> = Pick<Office.AsyncResult<T>, 'status' | 'value' | 'error'>;

export type Callback<T> = (result: Result<T>) => void;

function nameOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { code, name } = error as { code?: unknown; name?: unknown };
  return [typeof code === 'number' ? String(code) : '', typeof name === 'string' ? name : ''].filter((part) => part !== '').join(' ');
}

/** A member that is not there throws a TypeError; the library's own refusals have other names. */
function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'TypeError';
}

/**
 * Makes one call of Office.js. The library may answer, fail, throw at once, answer twice, lack the call, or never answer
 * (it drops the callback when the host is silent), so every call has a timer of its own. `what` completes "Outlook could
 * not …": `give the subject`. The first answer counts.
 */
export function callOffice<T>(
  what: string,
  milliseconds: number,
  timers: Timers,
  start: (callback: Callback<T>) => void,
): Promise<T | Unreadable> {
  return new Promise((resolve) => {
    let isSettled = false;
    let stop = (): void => undefined;
    const settle = (answer: T | Unreadable): void => {
      if (isSettled) return;
      isSettled = true;
      stop();
      resolve(answer);
    };
    stop = timers.after(milliseconds, () => settle(unreadable(`Outlook did not ${what} in time`)));
    try {
      start((result: Result<T> | null | undefined) => {
        if (typeof result !== 'object' || result === null) settle(unreadable(`Outlook could not ${what}`));
        else if (String(result.status) === 'succeeded') settle(result.value);
        else settle(unreadable(`Outlook could not ${what}${result.error === undefined ? '' : ` (${nameOf(result.error)})`}`));
      });
    } catch (error) {
      settle(unreadable(isMissing(error) ? `this Outlook cannot ${what}` : `Outlook refused to ${what}`));
    }
  });
}
