import { useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { check } from '../check';
import { testedThing, traceOf } from '../diagnosis';
import type { DraftSource, Report, Trace } from '../domain';
import { allReaders } from '../inspectors/all-readers';
import { ASK_EVERY, knownPolicy, policyForDraft } from '../hosted';
import type { Following, InForce } from '../hosted';
import { clientFacts, paneMemory, selfTestStore } from '../outlook';
import type { PaneHost } from './host';
import { Pane } from './pane';
import { policyStatus } from './policy-status';
import { useSelfTest } from './self-test';
import { WhatWorks } from './what-works';

/** The pane waits longer than a send does, because nobody waits for it. */
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10_000));

/** Milliseconds that the attachments may take together: somebody is watching, and a count runs. */
const INSPECTION_TIME = 60_000;

/** Checks as a send does, only with more time, and shares with it what was read. */
function checking({ policy, deployment }: InForce, build: string): (source: DraftSource) => Promise<Report> {
  return async (source) => {
    const memory = paneMemory(build, policy, deployment);
    const timing = { inspectionTime: INSPECTION_TIME, remembered: memory.remembered, readers: allReaders, deployment };
    const report = await check(source, policy, timing);
    await memory.save(report);
    return report;
  };
}

/** True when both would find the same in every draft. */
function isSame(a: InForce, b: InForce): boolean {
  return a.deployment?.serial === b.deployment?.serial && a.deployment?.mode === b.deployment?.mode && a.deployment?.issued === b.deployment?.issued;
}

export interface FollowedPaneProps {
  readonly host: PaneHost;
  readonly following: Following;
  /** `0.1.0-3f2a9c1e`: the version, and what the sources were. */
  readonly build: string;
}

/** The pane under the policy in force: what is known at once, and what the host says from then on. */
export function FollowedPane({ host, following, build }: FollowedPaneProps): ReactElement {
  const [inForce, setInForce] = useState(() => knownPolicy(following));
  // The check is made anew only when it would find something else.
  const [checked, setChecked] = useState(inForce);
  useEffect(() => {
    let isGone = false;
    const ask = (): void => {
      void policyForDraft(following, host.source, patience).then((now) => {
        if (isGone) return;
        setInForce(now);
        setChecked((before) => (isSame(before, now) ? before : now));
      });
    };
    ask();
    const timer = setInterval(ask, ASK_EVERY);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [following, host]);
  const checkDraft = useMemo(() => checking(checked, build), [checked, build]);
  const { policy, deployment } = checked;
  const selfTest = useSelfTest({ policy, thing: testedThing(build, policy, deployment?.serial ?? 0), clock: following.clock, store: selfTestStore });
  const [version = build, sources = ''] = build.split('-');
  const makeTrace = (): Promise<Trace> =>
    traceOf({
      source: host.source,
      inForce,
      client: clientFacts(),
      build,
      selfTest,
      clock: following.clock,
      check: (source, under, options) => check(source, under, { ...options, inspectionTime: INSPECTION_TIME, readers: allReaders }),
    });
  const { origin } = following.site;
  return (
    <Pane
      host={host}
      policy={checked.policy}
      policyStatus={policyStatus(inForce, following.clock(), selfTest)}
      check={checkDraft}
      clock={following.clock}
      version={version}
      build={sources}
      whatWorks={<WhatWorks makeTrace={makeTrace} page={origin === null ? null : `${origin}/diagnosis.html`} />}
    />
  );
}
