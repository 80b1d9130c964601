/** A value that could not be read, and why, as a phrase that completes "because …". An answer, never an exception. */
export interface Unreadable {
  readonly unreadable: string;
}

export function unreadable(reason: string): Unreadable {
  return { unreadable: reason };
}

export function isUnreadable(value: unknown): value is Unreadable {
  return typeof value === 'object' && value !== null && typeof (value as Unreadable).unreadable === 'string';
}
