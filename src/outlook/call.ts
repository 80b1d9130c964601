import { unreadable } from '../domain';
import type { Unreadable } from '../domain';
import type { Timers } from './timers';

/** What a callback of Office.js is handed; every part of it is doubted. */
type Result<T> = Pick<Office.AsyncResult<T>, 'status' | 'value' | 'error'>;

export type Callback<T> = (result: Result<T>) => void;

/** The code and the name of an error, where it has them, in brackets. */
function nameOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const parts = [typeof code === 'number' ? String(code) : '', typeof name === 'string' ? name : ''].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(' ')})`;
}

/** A member that is not there throws a TypeError; the library's own refusals have other names. */
function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'TypeError';
}

/**
 * Makes one call of Office.js. The library may answer, fail, throw at once, answer twice, lack the call, hand over what
 * throws when it is touched, or never answer (it drops the callback when the host is silent), so every call has a timer of
 * its own. `what` completes "Outlook could not …": `give the subject`. The first answer counts.
 */
export function callOffice<T>(
  what: string,
  milliseconds: number,
  timers: Timers,
  start: (callback: Callback<T>) => void,
): Promise<T | Unreadable> {
  return new Promise((resolve) => {
    const stop = timers.after(milliseconds, () => resolve(unreadable(`Outlook did not ${what} in time`)));
    void new Promise<Result<T> | null | undefined>(start)
      .then((result) => (String(result?.status) === 'succeeded' ? result!.value : unreadable(`Outlook could not ${what}${nameOf(result?.error)}`)))
      .catch((error: unknown) => unreadable(isMissing(error) ? `this Outlook cannot ${what}` : `Outlook refused to ${what}`))
      .then((answer) => {
        stop();
        resolve(answer);
      });
  });
}
