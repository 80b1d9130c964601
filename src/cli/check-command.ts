import path from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '../check';
import { isUnreadable, NO_PERSONAL_SETTINGS, stopsSending } from '../domain';
import type { DraftSource, PersonalSettings, Report } from '../domain';
import { checkLine, terminalLines } from '../formatters';
import { allReaders } from '../inspectors/all-readers';
import { heldFile, mailDraft, mailsInMbox, storeKind } from '../mail';
import type { NamedMail } from '../replay';
import type { DeployedPolicy } from './deployed-policy';
import { expandFolders, readBytes } from './files';
import { worseCode } from './io';
import type { CommandIo, ExitCode } from './io';
import { personalFrom } from './personal-file';
import { policyFor } from './policy-files';

/** Milliseconds the attachments of one mail may take here, where nobody waits at a send button. */
const INSPECTION_TIME = 20_000;

export const CHECK_USAGE = `heed check [--policy NAME-OR-FILE] [--academy ID] [--now ISO] [--personal FILE] [--as-deployed] [--json] FILE.eml…
  Checks mails as if they were drafts being sent. A folder stands for the .eml files in it, an mbox for each of its mails.
  --policy   laat (the default), teal, or a pack file
  --academy  the school whose hours and terms count, instead of the sender's own
  --now      the moment of sending, such as 2026-11-20T21:40:00Z, instead of each mail's Date; now for a draft without one
  --personal a JSON file of what the sender has said about themself: ownAddresses, notMine, family, hours
  --json     one report a line
  --as-deployed
             --policy is a site folder, and its mode and rollout count too; otherwise they never do`;

/** A moment with its offset from UTC: the machine's own zone must not decide. NaN for anything else. */
function momentOf(text: string): number {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? Date.parse(text) : NaN;
}

/** The draft as its sender would send it, who has said this about themself. */
function withPersonal(source: DraftSource, personal: PersonalSettings): DraftSource {
  return { ...source, read: (part) => (part === 'personal' ? Promise.resolve(personal as never) : source.read(part)) };
}

/** The mails of a file that can be sent: an mbox has many, and each is named by its place, as in `heed replay`. */
async function* mailsIn(file: string, folder: string): AsyncGenerator<NamedMail> {
  const bytes = await readBytes(path.resolve(folder, file));
  const box = isUnreadable(bytes) ? null : heldFile(file, bytes);
  let isEmpty = true;
  if (box !== null && (await storeKind(box)) === 'mbox') {
    for await (const mail of mailsInMbox(box)) {
      isEmpty = false;
      yield { name: `${file} at ${mail.start}`, bytes: mail.bytes };
    }
  }
  if (isEmpty) yield { name: file, bytes };
}

interface Checked {
  readonly report: Report | null;
  readonly isWhole: boolean;
  /** True when its sender meets nothing of a deployment. */
  readonly isOutside: boolean;
}

/** What every mail of one run is checked with. */
interface Terms extends DeployedPolicy {
  readonly now: number | null;
  readonly personal: PersonalSettings;
}

async function checkMail({ name: file, bytes }: NamedMail, { policy, deployment, now, personal }: Terms, io: CommandIo): Promise<Checked> {
  const draft = isUnreadable(bytes) ? bytes : await mailDraft(bytes, now);
  if (isUnreadable(draft)) {
    io.err(`${file}: not checked, because ${draft.unreadable}.`);
    return { report: null, isWhole: false, isOutside: false };
  }
  const { isOutside, remarks } = deployment === null ? { isOutside: false, remarks: [] } : await (await import('./deployed-policy')).deploymentRemarks(draft.source, { policy, deployment });
  remarks.forEach((remark) => io.err(`${file}: ${remark}`));
  const report = await check(withPersonal(draft.source, personal), policy, { inspectionTime: INSPECTION_TIME, readers: allReaders, deployment });
  // A mail to protected correspondents alone leaves no trace, not even that its file is damaged.
  const isUntouched = !report.mayBeRecorded && report.findings.length === 0 && report.unchecked.length === 0;
  if (draft.cutShort === null || isUntouched) return { report, isWhole: true, isOutside };
  io.err(`${file}: only part of it was checked. ${draft.cutShort}`);
  return { report, isWhole: false, isOutside };
}

export async function checkCommand(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      policy: { type: 'string' },
      academy: { type: 'string' },
      now: { type: 'string' },
      personal: { type: 'string' },
      json: { type: 'boolean' },
      'as-deployed': { type: 'boolean' },
    },
  });
  const now = values.now === undefined ? null : momentOf(values.now);
  if (now !== null && Number.isNaN(now)) {
    io.err(`--now “${values.now ?? ''}” is not a moment. Write it like 2026-11-20T21:40:00Z.`);
    return 2;
  }
  if (positionals.length === 0) {
    io.err(`heed check needs at least one .eml file.\n\n${CHECK_USAGE}`);
    return 2;
  }
  const [name, academy] = [values.policy ?? 'laat', values.academy ?? null];
  const policy = values['as-deployed'] === true ? null : await policyFor(name, academy, io);
  const deployed = policy === null && values['as-deployed'] === true ? await (await import('./deployed-policy')).deployedPolicy(name, academy, io) : null;
  const personal = values.personal === undefined ? NO_PERSONAL_SETTINGS : await personalFrom(values.personal, io);
  const counting = policy === null ? deployed : { policy, deployment: null };
  if (counting === null || personal === null) return 2;
  // A .msg is no mail that is read, which is said of each.
  const files = await expandFolders(positionals, io.folder, ['.eml', '.msg']);
  if (files.length === 0) io.err(`There are no .eml files in ${positionals.join(', ')}.`);
  let code: ExitCode = files.length === 0 ? 2 : 0;
  const counts = { stopped: 0, noted: 0, sent: 0, outside: 0, unread: 0 };
  let mails = 0;
  for (const file of files) {
    for await (const mail of mailsIn(file, io.folder)) {
      mails += 1;
      const { report, isWhole, isOutside } = await checkMail(mail, { ...counting, now, personal }, io);
      if (!isWhole) code = 2;
      if (report === null) {
        counts.unread += 1;
        continue;
      }
      if (stopsSending(report.verdict)) code = worseCode(code, 1);
      counts[isOutside ? 'outside' : stopsSending(report.verdict) ? 'stopped' : report.verdict === 'inform' ? 'noted' : 'sent'] += 1;
      if (values.json === true) io.out(JSON.stringify({ ...checkLine(mail.name, report), ...(isOutside ? { outsideRollout: true } : {}) }));
      else if (isOutside) io.out(`${mail.name}: sent, and not looked at\n`);
      else terminalLines(mail.name, report).forEach((line) => io.out(line));
    }
  }
  if (values.json !== true && mails > 1) {
    io.out(`${mails} mails: ${counts.stopped} stopped, ${counts.noted} sent with a note, ${counts.sent} sent with nothing to say${counts.outside === 0 ? '' : `, ${counts.outside} sent and not looked at`}${counts.unread === 0 ? '' : `, ${counts.unread} not checked`}.`);
  }
  return code;
}
