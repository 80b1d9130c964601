import type { Policy, SelfTest } from '../domain';
import { selfTest } from './canary';
import type { SelfTesting } from './canary';

/** Where the last self-test lies until the next day; classic Outlook's pane has a browser's storage too. */
export interface SelfTestStore {
  read(): string | null;
  write(text: string): void;
}

const OUTCOMES: readonly string[] = ['works', 'silent', 'no answer', 'failed', 'no rule'];

/** What was tested: another build or another policy is another thing to test. */
export function testedThing(build: string, policy: Policy, serial: number): string {
  return [build, policy.name, policy.version, serial].join('/');
}

function readLast(store: SelfTestStore, thing: string): SelfTest | null {
  try {
    const kept = JSON.parse(store.read() ?? 'null') as ({ readonly thing?: unknown } & Partial<SelfTest>) | null;
    if (kept === null || kept.thing !== thing || typeof kept.at !== 'number' || !OUTCOMES.includes(kept.outcome ?? '')) return null;
    return { at: kept.at, outcome: kept.outcome as SelfTest['outcome'], silent: Array.isArray(kept.silent) ? kept.silent.map(String) : [] };
  } catch {
    return null;
  }
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** Today's self-test: the one that was made already, or a new one. What did not work is tried each time. */
export async function dailySelfTest(testing: SelfTesting, store: SelfTestStore, thing: string): Promise<SelfTest> {
  const last = readLast(store, thing);
  if (last !== null && last.outcome === 'works' && dayOf(last.at) === dayOf(testing.clock())) return last;
  const test = await selfTest(testing);
  store.write(JSON.stringify({ thing, ...test }));
  return test;
}
