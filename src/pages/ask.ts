import { asServed } from '../deployment';
import type { SiteFetch } from '../deployment';

/** Milliseconds after which a host counts as silent. */
const PATIENCE = 10_000;

/** Asks as a browser can: a redirect is followed by nobody, and an answer of our own host has all its headers. */
export const ask: SiteFetch = async (address) => {
  const answer = await fetch(address, { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  // What a redirect leads to is hidden from pages.
  return answer.type === 'opaqueredirect' ? { status: 302, headers: new Headers(), text: () => Promise.resolve('') } : asServed(answer);
};

/** Where this page is served; null when it was opened as a file. */
export function ownHost(): string | null {
  return location.protocol === 'file:' ? null : location.origin;
}
