import { momentOf } from '../calendar';
import { check } from '../check';
import type { DraftSource, Policy, Report } from '../domain';
import { allReaders } from '../inspectors/all-readers';
import { madeUpDomain, madeUpDrafts, sourceOfDraft } from '../replay';
import type { MadeUpDraft } from '../replay';

/** Milliseconds the attachments of a draft may take here, where nobody waits at a send button. */
const INSPECTION_TIME = 20_000;

export function checkHere(source: DraftSource, policy: Policy): Promise<Report> {
  return check(source, policy, { inspectionTime: INSPECTION_TIME, readers: allReaders });
}

/** `2026-11-18T21:40` on the schools' clocks, in milliseconds since 1970 UTC. */
export function momentOn(local: string, timeZone: string): number {
  return momentOf(local.slice(0, 10), Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)), timeZone);
}

/** A made-up draft as if the policy's own people sent it. */
export function sourceFor(draft: MadeUpDraft, policy: Policy, from?: string): DraftSource {
  const address = from ?? `dee.marlow@${madeUpDomain(policy)}`;
  return sourceOfDraft(draft, { address, name: 'Dee Marlow' }, momentOn(draft.at, policy.organisation.timeZone));
}

export interface MadeUpAnswer {
  readonly draft: MadeUpDraft;
  readonly before: Report;
  readonly after: Report;
}

/** What both policies say of each made-up draft. */
export async function answersToMadeUp(before: Policy, after: Policy): Promise<readonly MadeUpAnswer[]> {
  const answers: MadeUpAnswer[] = [];
  for (const draft of madeUpDrafts(madeUpDomain(before))) {
    answers.push({ draft, before: await checkHere(sourceFor(draft, before), before), after: await checkHere(sourceFor(draft, before), after) });
  }
  return answers;
}

/** What one rule does in a report: its worst severity, or null when it says nothing. */
export function severityOfRule(report: Report, rule: string): string | null {
  return report.findings.find((finding) => finding.rule === rule)?.severity ?? null;
}
