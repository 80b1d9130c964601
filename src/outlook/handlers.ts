import type { OutlookEvent } from './answer';

/**
 * Says which function answers which name of the manifest. To be called while the file loads: classic Outlook runs no
 * `onReady` for an event.
 */
export function associate(name: string, handler: (event: OutlookEvent) => void): void {
  Office.actions.associate(name, handler as (...values: unknown[]) => void);
}
