import { unreadable } from '../domain';
import type { Unreadable } from '../domain';
import type { Fetched } from './in-force';

async function get(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the host answered ${response.status}`);
  return response.text();
}

/** Asks the host for its policy and the signature. Every failure is said as a phrase that completes "because …". */
export async function fetchHosted(origin: string): Promise<Fetched | Unreadable> {
  try {
    const [text, signature] = await Promise.all([get(`${origin}/policy.json`), get(`${origin}/policy.json.sig`)]);
    return { text, signature };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return unreadable(/^the host/.test(said) ? said : 'the host could not be reached');
  }
}
