import { isUnreadable } from '../domain';
import { answerOnce } from './answer';
import type { OutlookEvent } from './answer';
import { currentItem } from './item';
import { memoryOf, saveMemory } from './memory';
import { policyNow, stampOf } from './send';
import type { Checking } from './send';
import { outlookSource } from './source';
import { makeTimers } from './timers';
import type { Timers } from './timers';

/** How long a warm-up may take, in milliseconds; nobody waits for it. */
const LONGEST = 60_000;
const CALL = 10_000;
const INSPECTION = 30_000;

/**
 * The handler of a changed attachment: reads the attachments once and remembers what they hold, so that Send reads only
 * what changed. It shows nothing and stops nothing. Nothing is read before there is somebody to write to, because the
 * first recipient may be one whose mail is not looked at.
 */
export function warmUpHandler(checking: Checking): (event: OutlookEvent) => void {
  return (event) => {
    const timers = makeTimers();
    const answer = answerOnce(event, timers);
    timers.after(LONGEST, () => answer());
    warmUp(checking, timers).then(
      () => answer(),
      () => answer(),
    );
  };
}

async function warmUp(checking: Checking, timers: Timers): Promise<void> {
  const item = currentItem();
  if (item === null || isUnreadable(checking.policy)) return;
  const source = outlookSource(item, Date.now(), timers, { read: () => CALL, open: () => CALL });
  const recipients = await source.read('recipients');
  if (isUnreadable(recipients) || recipients.all.length === 0) return;
  const { policy, deployment } = await policyNow(checking, checking.policy, source, () => new Promise((resolve) => timers.after(CALL, resolve)));
  const memory = memoryOf(item, stampOf(checking.build, policy, deployment), CALL, timers);
  const report = await checking.check(source, policy, {
    inspectionTime: INSPECTION,
    clock: () => Date.now(),
    pause: () => timers.pause(),
    remembered: memory,
    deployment,
  });
  if (report.mayBeRecorded) await saveMemory(item, memory, CALL, timers);
}
