import { asServed } from '../deployment';
import type { SiteFetch } from '../deployment';
import type { CommandIo } from './io';

/** Milliseconds after which a host counts as silent. */
const PATIENCE = 10_000;

/** As `ask`, with each address in the line of progress while it is waited for; `quiet` clears the line. */
export function askingAloud(ask: SiteFetch, { progress }: CommandIo): { readonly ask: SiteFetch; quiet(): void } {
  if (progress === undefined) return { ask, quiet: () => undefined };
  return {
    ask: (address) => {
      progress(`Asking ${address}`);
      return ask(address);
    },
    quiet: () => progress(null),
  };
}

/** Asks for one address of a host; a redirect is an answer, not a way on. */
export const askSite: SiteFetch = async (address) => asServed(await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) }));
