import type { SelfTest } from '../domain';
import type { InForce } from '../hosted';
import { language, words } from '../ui/words';

/** What is wrong with it; `isSilent` when the check itself may be, so that nothing found means nothing. */
export interface PolicyProblem {
  readonly title: string;
  readonly detail: string;
  readonly isSilent: boolean;
}

/** What the pane says of the policy it checks by, and of whether it checks at all. */
export interface PolicyStatus {
  readonly lines: readonly string[];
  readonly problem: PolicyProblem | null;
}

/** A day and a time as people write them, in the time of the machine. */
function dayAndTime(moment: number): string {
  return new Intl.DateTimeFormat(language().tag, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(moment);
}

function problemOf({ isStale, refused, from, deployment }: InForce, selfTest: SelfTest | null): PolicyStatus['problem'] {
  // Nothing else matters while the check itself may be silent.
  if (selfTest !== null && selfTest.outcome !== 'works' && selfTest.outcome !== 'no rule') return { title: words.silent, detail: words.silentDetail, isSilent: true };
  if (isStale) return { title: words.policyStale, detail: words.policyStaleDetail(deployment?.offlineDays ?? 14), isSilent: false };
  // A host that cannot be reached for a while is nothing to trouble anybody with: the age says it.
  if (refused === null || from === 'fetched' || /^the host/.test(refused)) return null;
  return { title: words.policyRefused, detail: words.policyRefusedDetail(refused), isSilent: false };
}

export function policyStatus(inForce: InForce, now: number, selfTest: SelfTest | null = null): PolicyStatus {
  const { deployment, contact } = inForce;
  const lines = [
    deployment === null || deployment.serial === 0 ? words.policyBuiltIn : words.policySigned(deployment.serial, dayAndTime(Date.parse(deployment.issued))),
    ...(contact === null ? [] : [words.policyConfirmed(Math.floor((now - contact) / 60_000))]),
    ...(deployment?.mode === 'monitor-only' ? [words.triedOut] : []),
  ];
  return { lines, problem: problemOf(inForce, selfTest) };
}
