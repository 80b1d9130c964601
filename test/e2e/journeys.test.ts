import type { Browser } from 'playwright-core';
import { makeSheetProtected } from './sheet-protected';
import { launchBrowser } from './find-browser';
import { GROUP, LATE, MORNING, hasBehaved, openJourney, sample } from './journey';
import type { Journey } from './journey';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const PUPIL = /Amir|Bea|Cole|Surname|H80120000/;

describe('C.1 a SENCO sends the whole register to one parent, late', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney(browser, 'laat');
  }, 300_000);
  afterEach(() => hasBehaved(journey));

  async function stopped(): Promise<string> {
    await journey.open(await sample('sen-register-to-gmail'), LATE);
    return (await journey.send()).text ?? '';
  }

  test('AC1.1 exactly one dialog, the file first and the hour second', async () => {
    const text = await stopped();
    expect(text.indexOf('Y5 support list.xlsx')).toBeGreaterThanOrEqual(0);
    expect(text.indexOf('21:40')).toBeGreaterThan(text.indexOf('Y5 support list.xlsx'));
    expect((await journey.stage.driver.log()).filter(({ kind }) => kind === 'completed')).toHaveLength(1);
  });

  test('AC1.2 it names file, count, column and “no password”, quotes the clause, and names no pupil', async () => {
    const text = await stopped();
    for (const said of ["'Y5 support list.xlsx'", '14 pupils', 'SEN', 'no password', '“Employees should not send out sensitive data through email unless the information is encrypted or password protected.”']) {
      expect(text).toContain(said);
    }
    expect(text.length).toBeLessThanOrEqual(500);
    expect(text).not.toMatch(PUPIL);
  });

  test('AC1.3 she removes the file and schedules it: no further dialog', async () => {
    await stopped();
    await journey.fixes();
    await journey.press('Remove “Y5 support list.xlsx”');
    await journey.press('Schedule it for tomorrow at 07:30');
    expect((await journey.send()).text).toBeNull();
    expect((await journey.stage.driver.sent())[0]).toMatchObject({ attachments: [], deliverAt: Date.parse('2026-11-20T07:30:00Z') });
  });

  test('AC1.4 she swaps in a protected copy: at most a warning about the address', async () => {
    await stopped();
    const pane = await journey.fixes();
    await journey.press(/^Replace “Y5 support list.xlsx”/);
    const password = await pane.getByRole('textbox', { name: 'Password' }).inputValue();
    const { text, buttons } = await journey.send();
    if (text !== null) {
      expect(text).not.toContain('Y5 support list.xlsx');
      expect(buttons).toContain('Send Anyway');
      await journey.stage.driver.choose('send-anyway');
    }
    expect((await journey.stage.driver.sent())[0]?.attachments).toEqual(['Y5 support list.zip']);
    expect(JSON.stringify(await journey.stage.driver.log())).not.toContain(password);
  });

  test('AC1.5 she says that it is only their own child: the code is kept, no note is asked for, and it goes', async () => {
    await stopped();
    const pane = await journey.fixes();
    expect(await pane.getByRole('textbox', { name: /note/i }).count()).toBe(0);
    await pane.getByText('It holds only their own child’s data.').click();
    await journey.press('Give this reason');
    await pane.getByRole('heading', { level: 1, name: 'Your reason is noted: press Send again' }).waitFor();
    const { sessionData } = (await journey.stage.driver.item()) as { sessionData: Record<string, string> };
    expect(JSON.parse(sessionData['heed.acknowledgement'] ?? '{}')).toMatchObject({ code: 'own-child-only', note: null });
    expect((await journey.send()).text).toBeNull();
    expect(await journey.sentCount()).toBe(1);
  });

  test('AC1.6 a protected worksheet is no password, and the pane says why', async () => {
    const seed = await sample('sen-register-to-gmail');
    const [register] = seed.attachments ?? [];
    await journey.open({ ...seed, attachments: [{ name: 'Y5 support list.xlsx', base64: makeSheetProtected(register?.base64 ?? '') }] }, MORNING);
    expect((await journey.send()).text).toContain('no password');
    const pane = await journey.fixes();
    await pane.getByText(/only restricts changing it/).first().waitFor({ timeout: 5_000 });
  });

  test('AC1.7 the file does not arrive in time: it is said, never passed over', async () => {
    await journey.open(await sample('sen-register-to-gmail'), MORNING, { faults: [{ api: 'getAttachmentContentAsync', kind: 'hangs' }] });
    const { text } = await journey.send();
    expect(text).toMatch(/'Y5 support list.xlsx'.*(?:NOT been checked|could not|not been read)|could not.*'Y5 support list.xlsx'/s);
    expect(await journey.sentCount()).toBe(0);
  });
});

describe('C.2 an office manager writes to all staff', () => {
  const from = { name: 'Kit Hollis', address: 'kit@marshlane.example' };
  const notice = { from, owner: from, subject: 'Fire drill on Tuesday', text: 'The drill is at ten on Tuesday. Use the north gate.' };
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney(browser, 'teal');
  }, 300_000);
  afterEach(() => hasBehaved(journey));

  const list = { address: GROUP.address, name: GROUP.name, kind: 'distributionList' as const };

  test.each([
    ['To', { to: [list] }],
    ['Cc', { to: ['ada@marshlane.example'], cc: [list] }],
    ['Bcc', { to: ['ada@marshlane.example'], bcc: [list] }],
    ['a meeting', { kind: 'appointment' as const, required: [list] }],
  ])('AC2.1 a listed group in %s: once, with its name and size', async (_place, people) => {
    await journey.open({ ...notice, ...people });
    const { text, buttons } = await journey.send();
    expect(text?.match(/Marsh Lane All Staff/g)).toHaveLength(1);
    expect(text).toContain('93');
    expect(text).toContain('“ensure that their messages are relevant and appropriate to targeted recipients');
    expect(buttons).toContain('Send Anyway');
    await journey.stage.driver.choose('send-anyway');
    expect(await journey.sentCount()).toBe(1);
  });

  test('AC2.2 fifty colleagues, counted once each, are all; forty-nine are not', async () => {
    const people = Array.from({ length: 49 }, (_, index) => `person${index}@marshlane.example`);
    await journey.open({ ...notice, to: people.slice(0, 25), cc: [...people.slice(25), 'PERSON0@marshlane.example'] });
    expect((await journey.send()).text).toBeNull();
    await journey.open({ ...notice, to: people.slice(0, 25), cc: people.slice(25), bcc: ['one.more@marshlane.example'] });
    expect((await journey.send()).text).toContain('50');
  });

  test('AC2.3 the Head is exempt: nothing is shown and nothing kept', async () => {
    const head = { name: 'Hal Moss', address: 'head@marshlane.example' };
    await journey.open({ ...notice, from: head, owner: head, to: [list] });
    expect((await journey.send()).text).toBeNull();
    expect(((await journey.stage.driver.item()) as { notifications: unknown[] }).notifications).toEqual([]);
  });

  test('AC2.4 a reply to all: “Reply to the sender only” comes first and keeps what was typed', async () => {
    await journey.open({ ...notice, composeType: 'reply', subject: 'RE: Lost keys', to: ['ada@marshlane.example', list], text: 'They are in the office.' });
    expect((await journey.send()).text).not.toBeNull();
    const pane = await journey.fixes();
    expect(await pane.getByRole('article').first().getByRole('button').first().innerText()).toContain('Reply to the sender only');
    await journey.press('Reply to the sender only');
    expect((await journey.send()).text).toBeNull();
    expect((await journey.stage.driver.sent())[0]?.people).toEqual(['to: ada@marshlane.example']);
    expect(((await journey.stage.driver.item()) as { html: string }).html).toContain('They are in the office.');
  });

  test('AC2.5 somebody else’s all-staff list is none of ours', async () => {
    await journey.open({ ...notice, to: ['all-staff@other.example'] });
    expect((await journey.send()).text ?? '').not.toContain('all-staff@other.example');
  });
});
