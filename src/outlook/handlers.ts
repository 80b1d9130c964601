import type { OutlookEvent } from './answer';

/**
 * Says which function answers which name of the manifest. To be called while the file loads: classic Outlook runs no
 * `onReady` for an event.
 */
export function associate(name: string, handler: (event: OutlookEvent) => void): void {
  Office.actions.associate(name, handler as (...values: unknown[]) => void);
}

/**
 * Tells the library that the page has loaded: in a browser it hands on no event before. Where handlers run without a page
 * there is nothing to tell.
 */
export function announceReady(): void {
  try {
    void Office.onReady();
  } catch {
    // A library without it waits for nobody.
  }
}
