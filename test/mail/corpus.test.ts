import fs from 'node:fs';
import path from 'node:path';
import { check } from '../../src/check';
import { isUnreadable, stopsSending } from '../../src/domain';
import { allReaders } from '../../src/inspectors/all-readers';
import { mailDraft } from '../../src/mail';
import { CORPUS, testWith } from '../corpus';
import { shippedPolicy } from '../policy-for-tests';

/** Of a thousand ordinary mails at most this many may be stopped (the prompt budget). */
const MOST_STOPPED_PER_THOUSAND = 20;

/** Milliseconds for the attachments of one mail: how busy the machine is must not decide what is found. */
const PATIENT = 60_000;

function mails(): readonly string[] {
  const folder = path.join(CORPUS, 'mail');
  return fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((name) => name.endsWith('.eml'))
    .sort();
}

testWith(
  CORPUS,
  'real mail: every one is answered, and at most 2 % would be stopped',
  async () => {
    const policy = shippedPolicy('laat');
    const files = mails();
    let stopped = 0;
    for (const file of files) {
      const draft = await mailDraft(fs.readFileSync(file), null);
      if (isUnreadable(draft)) throw new Error(`${path.basename(file)}: ${draft.unreadable}`);
      const report = await check(draft.source, policy, { readers: allReaders, inspectionTime: PATIENT });
      if (stopsSending(report.verdict)) stopped += 1;
    }
    expect(files.length).toBeGreaterThan(1000);
    expect((stopped * 1000) / files.length).toBeLessThanOrEqual(MOST_STOPPED_PER_THOUSAND);
  },
  300_000,
);
