import fs from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Policy } from '../../src/domain';
import { loadPolicy, shippedPacks } from '../../src/policy';
import { heldFile } from '../../src/mail';
import { addResults, budgetOf, emptyResult, mailsIn, replayNamed, replayShard, shardsOfBox, spokenIn } from '../../src/replay';
import type { OpenFile, Result } from '../../src/replay';
import { rules } from '../../src/rules';
import { replayedMails } from './replayed-mails';

const FOLDER = path.join(__dirname, '..', 'mail');

function laat(change: (pack: { rules: Record<string, { severity: Record<string, string>; on: boolean; options: object }>; organisation: { schools: object[] } }) => void = () => undefined): Policy {
  const pack = JSON.parse(shippedPacks[0]!.text);
  change(pack);
  const { policy, problems } = loadPolicy([{ file: 'laat.json', text: JSON.stringify(pack) }], rules);
  if (policy === null) throw new Error(JSON.stringify(problems));
  return policy;
}

const bytesOf = (name: string): Buffer => fs.readFileSync(path.join(FOLDER, name));

async function replay(before: Policy, after: Policy | null, names = replayedMails): Promise<Result> {
  let total = emptyResult(after !== null);
  for (const name of names) total = addResults(total, await replayNamed({ name, bytes: bytesOf(name) }, { before, after }));
  return total;
}

test('counts each rule once a mail, at its worst, and what heads each dialog', async () => {
  const { before, after, changed, unread } = await replay(laat(), null);
  expect({ mails: before.mails, stopped: before.stopped, unread, after, changed }).toEqual({ mails: 16, stopped: 9, unread: 0, after: null, changed: [] });
  expect(before.rules['sensitive-attachment']).toEqual({ justify: 3, warn: 1, inform: 1 });
  expect(Object.values(before.leads).reduce((a, b) => a + b)).toBe(before.stopped);
  for (const slices of [before.schools, before.hours, before.classes]) {
    expect(Object.values(slices).reduce((sum, slice) => sum + slice.mails, 0)).toBe(before.mails);
    expect(Object.values(slices).reduce((sum, slice) => sum + slice.stopped, 0)).toBe(before.stopped);
  }
});

test('a mail to protected correspondents is not counted, read or not', async () => {
  const union = await replay(laat(), laat(), ['to-the-union.eml']);
  expect(union).toEqual(emptyResult(true));
  const mixed = bytesOf('to-the-union.eml').toString().replace(/^(To: .*)$/m, '$1, kit@oakfield.example');
  expect(await replayNamed({ name: 'mixed', bytes: Buffer.from(mixed) }, { before: laat(), after: null })).toEqual(emptyResult(false));
});

test('names exactly the drafts that another policy answers in another way', async () => {
  const softer = laat((pack) => {
    pack.rules['missing-subject']!.severity['blank'] = 'inform';
    pack.rules['personal-recipient']!.on = false;
  });
  const { before, after, changed } = await replay(laat(), softer);
  expect(changed.filter(({ from, to }) => from !== to)).toContainEqual({ file: 'blank-subject.eml', from: 'warn', to: 'inform', gone: ['missing-subject: warn'], added: ['missing-subject: inform'] });
  // It is stopped all the same, because of what is attached.
  expect(changed).toContainEqual({ file: 'sen-register-to-gmail.eml', from: 'justify', to: 'justify', gone: ['personal-recipient: warn'], added: [] });
  expect(spokenIn(before, 'personal-recipient')).toBeGreaterThan(0);
  expect(spokenIn(after!, 'personal-recipient')).toBe(0);
  const untouched = replayedMails.filter((name) => !changed.some(({ file }) => file === name));
  expect((await replay(laat(), softer, untouched)).changed).toEqual([]);
});

test('a school is told by the sender’s domain, the hour by the schools’ clocks', async () => {
  const policy = laat((pack) => pack.organisation.schools.push({ id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'] }));
  const mail = (date: string): Uint8Array => Buffer.from(`From: a@oakfield.example\nTo: b@oakfield.example\nSubject: Rota for hall\nDate: ${date}\n\nHello\n`);
  const summer = await replayNamed({ name: 'a', bytes: mail('Wed, 17 Jun 2026 21:30:00 +0000') }, { before: policy, after: null });
  expect([Object.keys(summer.before.schools), Object.keys(summer.before.hours), Object.keys(summer.before.classes)]).toEqual([['oakfield'], ['22'], ['inside']]);
});

test('a mail without a date, or with none that can be read, is not counted at the hour of the replay', async () => {
  const mail = (header: string): Uint8Array => Buffer.from(`From: a@oakfield.example\nTo: b@oakfield.example\nSubject: Rota for hall\n${header}\n\nHello\n`);
  for (const [header, reason] of [['X-Unsent: 1', 'it has no Date, so nobody knows when it was sent'], ['Date: soon', 'its Date “soon” cannot be read']] as const) {
    const { before, unreadFiles } = await replayNamed({ name: 'a', bytes: mail(header) }, { before: laat(), after: null });
    expect([before.mails, unreadFiles]).toEqual([0, [{ file: 'a', reason }]]);
  }
});

test('schools that share a domain are told apart by a group, as they are at send time', async () => {
  const policy = laat((pack) => {
    pack.organisation.schools.push({ id: 'oakfield', name: 'Oakfield', domains: ['shared.example'] }, { id: 'ash', name: 'Ash', domains: ['shared.example'] });
    Object.assign(pack.organisation, { groups: [{ address: 'staff@ash.example', school: 'ash', members: ['a@shared.example'] }] });
  });
  const mail = (from: string): Uint8Array => Buffer.from(`From: ${from}@shared.example\nTo: c@shared.example\nSubject: Rota for hall\nDate: Wed, 17 Jun 2026 10:30:00 +0000\n\nHello\n`);
  const schools = async (from: string): Promise<readonly string[]> => Object.keys((await replayNamed({ name: 'a', bytes: mail(from) }, { before: policy, after: null })).before.schools);
  expect([await schools('a'), await schools('b')]).toEqual([['ash'], ['other']]);
});

test('what is no mail is unread, with the reason, and never counted', async () => {
  const result = await replayNamed({ name: 'x.eml', bytes: Buffer.from('nothing of the kind') }, { before: laat(), after: null });
  expect(result).toMatchObject({ unread: 1, before: { mails: 0 }, unreadFiles: [{ file: 'x.eml', reason: 'it is not a mail: it does not begin with mail headers' }] });
});

test('a zip of mails and mboxes comes to the same as the mails', async () => {
  const mbox = replayedMails.slice(0, 4).map((name) => `From a Wed Nov 18 10:00:00 2026\n${bytesOf(name).toString('latin1').replace(/\r\n/g, '\n')}\n\n`).join('');
  const entries: Record<string, Uint8Array> = { 'old.mbox': Buffer.from(mbox, 'latin1') };
  for (const name of replayedMails.slice(4)) entries[name] = bytesOf(name);
  const zip = heldFile('all.zip', zipSync(entries));
  const shards = (await shardsOfBox('all.zip', zip)) ?? [];
  const open: OpenFile = () => Promise.resolve(zip);
  let total = emptyResult(false);
  for (const shard of shards) total = addResults(total, await replayShard(shard, open, { before: laat(), after: null }));
  expect(total).toEqual(await replay(laat(), null));
  const names: string[] = [];
  for await (const { name } of mailsIn(shards[0]!, open)) names.push(name);
  expect(names.slice(0, 2)).toEqual(['all.zip > old.mbox at 0', expect.stringMatching(/^all\.zip > old\.mbox at \d+$/)]);
});

test('the prompt budget names who spends it, and whether the goal is met', async () => {
  const { before } = await replay(laat(), null);
  const budget = budgetOf(before);
  expect(budget).toMatchObject({ share: 9 / 16, goal: 0.03, isWithin: false });
  expect(budget.spending[0]).toEqual({ rule: 'sensitive-attachment', stops: 4, share: 4 / 16 });
  expect(budgetOf(emptyResult(false).before)).toEqual({ share: 0, goal: 0.03, isWithin: true, spending: [] });
});
