import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { DraftSeed } from '../../src/demo/compose/types';
import { launchBrowser } from './find-browser';
import { makeHalfLocked } from './half-locked';
import { hasBehaved, openJourney, sample } from './journey';
import type { Journey } from './journey';
import { PROJECT } from './web-stage';

jest.setTimeout(120_000);

let browser: Browser;
let laat: Journey;
let teal: Journey;
beforeAll(async () => {
  browser = await launchBrowser();
  laat = await openJourney(browser, 'laat');
  teal = await openJourney(browser, 'teal');
}, 600_000);
afterAll(() => browser.close());
afterEach(async () => {
  await hasBehaved(laat);
  await hasBehaved(teal);
});

interface Item {
  readonly html: string;
  readonly notifications: readonly { readonly message: string }[];
  readonly attachments: readonly { readonly name: string }[];
  readonly fields: { readonly to: readonly { readonly address: string }[] };
}

const itemOf = async (journey: Journey): Promise<Item> => (await journey.stage.driver.item()) as unknown as Item;
const notesOf = async (journey: Journey): Promise<string> => (await itemOf(journey)).notifications.map(({ message }) => message).join('\n');

/** A file of the inspectors' tests, as it hangs on a draft. */
const madeFile = (name: string, as = path.basename(name)) => ({ name: as, base64: fs.readFileSync(path.join(PROJECT, 'test', 'inspectors', 'files', name)).toString('base64') });

async function goes(journey: Journey, seed: DraftSeed): Promise<void> {
  await journey.open(seed);
  expect((await journey.send()).text).toBeNull();
  expect(await journey.sentCount()).toBe(1);
}

async function isStopped(journey: Journey, seed: DraftSeed): Promise<{ readonly text: string; readonly canGoAnyway: boolean }> {
  await journey.open(seed);
  const { text, buttons } = await journey.send();
  expect(text).not.toBeNull();
  expect(await journey.sentCount()).toBe(0);
  return { text: text ?? '', canGoAnyway: buttons.includes('Send Anyway') };
}

/** Names a reason in the pane and sends again. */
async function sendsWithReason(journey: Journey, reason: string): Promise<void> {
  const pane = await journey.fixes();
  await pane.getByText(reason).click();
  await journey.press('Give this reason');
  expect((await journey.send()).text).toBeNull();
  expect(await journey.sentCount()).toBe(1);
}

describe('C.3 a head of HR sends a protected zip to a solicitor', () => {
  test('AC3.1 every entry encrypted: no dialog, and a note on how to give the password', async () => {
    await goes(laat, await sample('protected-zip-to-solicitor'));
    expect(await notesOf(laat)).toBe('case-bundle.zip is encrypted. Give the password by phone or Teams, not in this email.');
  });

  test('AC3.2 one entry open: the zip has no password, and only that entry is named', async () => {
    const pupils = { name: 'pupils.csv', text: 'Name,UPN,SEN status\nA Test,H801200001001,K\nB Test,P207000016049,E\n' };
    const base64 = await makeHalfLocked({ name: 'statement.txt', text: 'The statement.' }, pupils);
    const { text } = await isStopped(laat, { ...(await sample('protected-zip-to-solicitor')), attachments: [{ name: 'case-bundle.zip', base64 }] });
    expect(text).toContain('case-bundle.zip');
    expect(text).toContain('pupils.csv');
    expect(text).not.toContain('statement.txt');
  });

  test('AC3.3 the password beside the file: a reason is asked for, the password is masked, taken out it goes', async () => {
    const { text, canGoAnyway } = await isStopped(laat, await sample('password-beside-the-bundle'));
    expect(text).toContain("The password for 'case-bundle.zip' is in the same email as the file. Anyone who gets one gets both.");
    expect([canGoAnyway, text.includes('Tr0ub4dor')]).toEqual([false, false]);
    const pane = await laat.fixes();
    expect(await pane.locator('body').innerText()).not.toContain('Tr0ub4dor');
    await laat.press('Remove the password from the text');
    await pane.getByText('The password is no longer in the text.').first().waitFor();
    const { html } = await itemOf(laat);
    expect([html.includes('Tr0ub4dor'), html.includes('The bundle is attached.')]).toEqual([false, true]);
    expect((await laat.send()).text).toBeNull();
    expect(await laat.sentCount()).toBe(1);
  });

  test('AC3.4 a promise to phone it through is no password', async () => {
    const seed = await sample('protected-zip-to-solicitor');
    await goes(laat, { ...seed, text: "The bundle is attached. I'll phone the password through.", html: '' });
  });

  test('AC3.5 a PDF that only restricts printing is not called encrypted; the older encryption is, and is called old', async () => {
    const seed = await sample('protected-zip-to-solicitor');
    await laat.open({ ...seed, attachments: [madeFile('pdf/restricted-256.pdf')] });
    await laat.send();
    expect(await notesOf(laat)).not.toContain('is encrypted');
    await goes(laat, { ...seed, attachments: [madeFile('documents/traditional.zip')] });
    expect(await notesOf(laat)).toMatch(/traditional\.zip.*older/);
  });

  test('AC3.6 a subject on which the gateway encrypts: it goes, and the pane says why', async () => {
    const seed = await sample('sen-register-to-gmail');
    await laat.open({ ...seed, to: ['j.alder@alder-law.example'], subject: 'Bundle [secure]' });
    const { text } = await laat.send();
    expect(text).toBeNull();
    await laat.open({ ...seed, to: ['j.alder@alder-law.example'], subject: 'Bundle [secure]' });
    const pane = await laat.pane();
    await pane.getByText('The subject has [secure], so this email is sent encrypted.').first().waitFor({ timeout: 5_000 });
  });
});

describe('C.4 Sam forwards work to his own Gmail', () => {
  const own = 'sam.t.fielding@gmail.com';
  const sam = { name: 'Sam Fielding', address: 'sam.fielding@marshlane.example' };

  test('AC4.1 under LAAT a reason is asked for; without the address it goes', async () => {
    const { text, canGoAnyway } = await isStopped(laat, { ...(await sample('planning-to-own-gmail')), cc: ['kit.lowe@oakfield.example'] });
    expect(text).toContain(`${own} looks like your own account, and this looks like work.`);
    expect(canGoAnyway).toBe(false);
    await laat.fixes();
    await laat.press(`Remove ${own}`);
    expect((await laat.send()).text).toBeNull();
    expect((await laat.stage.driver.sent())[0]?.people).toEqual(['cc: kit.lowe@oakfield.example']);
  });

  test('AC4.1 under TEAL, without personal data, it is a note', async () => {
    await goes(teal, { ...(await sample('planning-to-own-gmail')), from: sam, owner: sam });
    expect(await notesOf(teal)).toContain('looks like your own account');
  });

  test('AC4.2 a whole class: it cannot be sent, there is no way round, and it says whom to call', async () => {
    const { text, canGoAnyway } = await isStopped(laat, await sample('register-to-own-gmail'));
    expect(text).toContain("This can't be sent as it is. It has 14 pupils' SEN data");
    expect(text).toContain('If this is wrong, call IT Services on ext 200.');
    expect(canGoAnyway).toBe(false);
    const pane = await laat.fixes();
    expect(await pane.getByRole('radio').count()).toBe(0);
    expect(await pane.getByText('IT Services on ext 200').count()).toBeGreaterThan(0);
  });

  test('AC4.3 “not mine” is remembered in this mailbox, for the next draft too', async () => {
    const seed = await sample('planning-to-own-gmail');
    expect((await isStopped(laat, seed)).text).toContain('looks like your own account');
    await laat.fixes();
    await laat.press(`${own} is not mine`);
    await laat.stage.driver.openDraft(seed);
    expect((await laat.send()).text ?? '').not.toContain('your own account');
  });

  test('AC4.4 a short personal note under TEAL is a note at most', async () => {
    await goes(teal, { from: sam, owner: sam, to: [own], subject: 'Shopping', text: 'Milk, bread, cat food.' });
  });

  test('AC4.5 a payslip from HR to the address the employee registered: not a word', async () => {
    const hr = { name: 'HR', address: 'hr@oakfield.example' };
    const payslip = { name: 'Payslip November.txt', text: 'Employee: Robin Vale\nNational Insurance number: AB123456C\nNet pay 2,000.00' };
    await goes(laat, { from: hr, owner: hr, to: ['r.vale.home@gmail.com'], subject: 'Payslip', text: 'Your payslip is attached.', attachments: [payslip] });
    expect((await itemOf(laat)).notifications).toEqual([]);
  });
});

describe('C.5 a trip leader forwards the office’s mail with a medical list in a zip', () => {
  const leader = { name: 'Dee Marlow', address: 'dee.marlow@marshlane.example' };
  const trip = async (people: Partial<DraftSeed> = {}): Promise<DraftSeed> => ({ ...(await sample('health-list-in-forwarded-mail')), from: leader, owner: leader, ...people });

  test('AC5.1 the way to the list and the number of pupils are said; without the mail it goes', async () => {
    const { text } = await isStopped(teal, await trip());
    expect(text).toMatch(/^38 pupils' health details.* found in: From office\.\w+ > forms\.zip > Health info\.csv\. No password\. fellside-centre\.example is not an approved partner\./);
    const pane = await teal.fixes();
    expect(await pane.locator('body').innerText()).toContain('forms.zip > Health info.csv');
    await pane.getByRole('button', { name: /^Remove “From office/ }).first().click();
    await pane.getByRole('heading', { level: 1, name: 'Nothing to say about this draft' }).waitFor();
    expect((await teal.send()).text).toBeNull();
    expect(await teal.sentCount()).toBe(1);
  });

  test('AC5.2 a mail that the client does not hand out: a warning to outsiders, a note to colleagues, silence to nobody', async () => {
    const kept = [{ name: 'From office', kind: 'item' as const, errorCode: 9043 }];
    const { text, canGoAnyway } = await isStopped(teal, await trip({ attachments: kept }));
    expect(text).toMatch(/From office.*NOT been checked/s);
    expect(canGoAnyway).toBe(true);
    await goes(teal, await trip({ attachments: kept, to: ['kit@marshlane.example'] }));
    expect(await notesOf(teal)).toContain('From office');
  });

  test('AC5.3 to NHSmail it is a note; to a look-alike it is held up, and the look-alike is named', async () => {
    await goes(teal, await trip({ to: ['nurse@nhs.net'] }));
    const { text } = await isStopped(teal, await trip({ to: ['nurse@nhs-net.example'] }));
    expect(text).toContain('nhs-net.example is not an approved partner');
  });

  test('AC5.4 a blank medical form: nothing', async () => {
    await goes(teal, await trip({ attachments: [{ name: 'Medical form.txt', text: 'MEDICAL FORM\nName of pupil:\nDate of birth:\nNHS number:\nAllergies:\nMedication:\nEmergency contact:\n' }] }));
  });
});

describe('C.6 a teacher writes to a pupil', () => {
  const teacher = { name: 'Rhys Cole', address: 'rhys.cole@marshlane.example' };
  const pupil = 'ada@pupils.marshlane.example';
  const note = (text: string, people: Partial<DraftSeed> = {}): DraftSeed => ({ from: teacher, owner: teacher, to: [pupil], subject: 'Expedition', text, ...people });

  test('AC6.1 to the school account without personal details: nothing', () => goes(teal, note('Bring boots and a rucksack on Friday.')));

  test('AC6.2 AC6.5 AC6.6 a mobile number: a reason, the DSL named, a slip can be reported; taken out it goes', async () => {
    const { text, canGoAnyway } = await isStopped(teal, note('Bring boots on Friday. If you are lost, ring my mobile: 07700 900123.'));
    expect(text).toContain('This email to a pupil includes what looks like your mobile number');
    expect(text).toContain('Speak to your DSL (Jo Reed, ext 214).');
    expect([canGoAnyway, text.includes('900123')]).toEqual([false, false]);
    const pane = await teal.fixes();
    const sentBefore = await teal.sentCount();
    expect(await pane.getByRole('button', { name: /^Report a slip to/ }).count()).toBe(1);
    await teal.press('Remove these details from the text');
    await pane.getByText('The details are no longer in the text. Read the text again: the words around them are still there.').first().waitFor();
    const { html } = await itemOf(teal);
    expect([html.includes('900123'), html.includes('Bring boots on Friday.')]).toEqual([false, true]);
    expect(sentBefore).toBe(0);
    expect((await teal.send()).text).toBeNull();
  });

  test('AC6.2 numbers on the safe list: nothing', () => goes(teal, note('If you are worried, ring Childline on 0800 1111.')));

  test('AC6.4 a pupil who is family, once said: nothing', async () => {
    const draft = note('Home late tonight. Ring my mobile: 07700 900123.');
    await isStopped(teal, draft);
    await teal.fixes();
    await teal.press(`${pupil} is family`);
    await teal.stage.driver.openDraft(draft);
    expect((await teal.send()).text).toBeNull();
    expect(await teal.sentCount()).toBe(1);
  });
});

describe('C.7 an assistant sends from the Head’s mailbox', () => {
  const head = { name: 'Headteacher', address: 'head@holmefield.example' };
  const marlowe = { name: 'A Marlowe', address: 'a.marlowe@holmefield.example' };
  const cover = (from: DraftSeed['from'], owner: DraftSeed['owner']): DraftSeed => ({ from, owner, to: ['kit.lowe@holmefield.example'], subject: 'Cover for Friday', text: 'Cover for Friday is arranged.' }) as DraftSeed;

  test('AC7.1 without a record: a reason; “my manager agreed” sends it', async () => {
    const { text, canGoAnyway } = await isStopped(laat, cover(head, marlowe));
    expect(text).toContain('You are signed in as A Marlowe but this will go out as the Headteacher (head@holmefield.example). We have no record that you are authorised.');
    expect(canGoAnyway).toBe(false);
    const pane = await laat.fixes();
    await pane.getByText(/open From above the draft and choose a\.marlowe@holmefield\.example/).waitFor();
    await laat.open(cover(head, marlowe));
    await laat.send();
    await sendsWithReason(laat, 'My manager agreed.');
  });

  test('AC7.1 with a record: nothing', () => goes(laat, cover(head, { name: 'B Secretary', address: 'b.secretary@holmefield.example' })));

  test('AC7.2 a shared mailbox of their own: nothing', () => goes(laat, cover({ name: 'Office', address: 'office@holmefield.example' }, marlowe)));

  test('AC7.3 who is signed in is not told: nothing', () => goes(laat, cover(head, { name: '', address: '' })));

  test.each(['Mrs A Marlowe', 'Alex Marlowe-Reed', 'Mrs M'])('AC7.4 the same person as %s: nothing', (name) => goes(laat, cover({ ...marlowe, name }, marlowe)));

  test('AC7.5 under TEAL: nothing', async () => {
    const kit = { name: 'Kit Hollis', address: 'kit@marshlane.example' };
    await goes(teal, { ...cover({ name: 'Headteacher', address: 'head@marshlane.example' }, kit), to: ['ada.lee@marshlane.example'] });
  });
});
