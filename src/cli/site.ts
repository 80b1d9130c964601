import { asServed } from '../deployment';
import type { SiteFetch } from '../deployment';

/** Milliseconds after which a host counts as silent. */
const PATIENCE = 10_000;

/** Asks for one address of a host; a redirect is an answer, not a way on. */
export const askSite: SiteFetch = async (address) => asServed(await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) }));
