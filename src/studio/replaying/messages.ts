import type { Policies, Result } from '../../replay';

/** What the page tells its worker. Without `hasNames` mails are only numbered: a file's name may be its subject. */
export type ToWorker =
  | { readonly do: 'start'; readonly files: readonly File[]; readonly policies: Policies; readonly hasNames: boolean }
  | { readonly do: 'pause' }
  | { readonly do: 'go on' };

/** What the worker tells the page. `share` is of the bytes, from 0 to 1. */
export type FromWorker =
  | { readonly is: 'progress'; readonly share: number; readonly mails: number; readonly seconds: number }
  | { readonly is: 'done'; readonly result: Result; readonly seconds: number }
  | { readonly is: 'failed'; readonly problem: string };
