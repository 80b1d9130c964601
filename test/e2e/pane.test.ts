import type { Browser, Frame } from 'playwright-core';
import { builtFolder } from '../built';
import { launchBrowser } from './find-browser';
import { openWebStage } from './web-stage';
import type { WebStage } from './web-stage';

jest.setTimeout(60_000);

const register = { name: 'register.csv', text: 'Name,UPN,SEN status\nA Test,H801200001001,K\nB Test,P207000016049,E\n' };
/** A Wednesday in term, within hours, whatever day the tests run. */
const MORNING = Date.parse('2026-11-18T10:00:00Z');
const seed = { from: { name: 'Dee Marlow', address: 'dee.marlow@oakfield.example' }, to: ['office@fellside-centre.example'], subject: 'Trip list', text: 'The list for Monday.', attachments: [register] };

/** From Send to the dialog, from its button to the pane, from a fix there to Send again: the built add-in on the real library. */
describe('the built pane, from Send to Send', () => {
  let browser: Browser;
  let stage: WebStage;

  beforeAll(async () => {
    builtFolder();
    browser = await launchBrowser();
    stage = await openWebStage(browser);
  }, 240_000);
  afterAll(() => browser.close());

  async function stoppedAndOpened(attachments = [register]): Promise<Frame> {
    await stage.driver.load({ seed: { ...seed, attachments }, clockShift: MORNING - Date.now() });
    await stage.driver.pressSend();
    expect(await stage.driver.settle(8_000)).toMatchObject({ dialog: { kind: 'stopped' } });
    await stage.driver.choose('take-action');
    const pane = await stage.paneFrame();
    await pane.getByRole('button', { name: 'Check this draft again' }).waitFor();
    return pane;
  }

  async function sendAgain(): Promise<number> {
    await stage.driver.pressSend();
    await stage.driver.settle(8_000);
    return (await stage.driver.sent()).length;
  }

  test('the attachment is removed, and the draft goes', async () => {
    const pane = await stoppedAndOpened();
    await pane.getByRole('button', { name: 'Remove “register.csv”' }).click();
    await pane.getByRole('heading', { level: 1, name: 'Nothing to say about this draft' }).waitFor();
    expect(await sendAgain()).toBe(1);
  });

  test('the attachment is replaced with a protected copy, and the draft goes', async () => {
    const pane = await stoppedAndOpened();
    await pane.getByRole('button', { name: /^Replace “register.csv”/ }).click();
    const password = await pane.getByRole('textbox', { name: 'Password' }).inputValue();
    await pane.getByRole('heading', { level: 1, name: 'Nothing to say about this draft' }).waitFor();
    expect(await sendAgain()).toBe(1);
    const [sent] = await stage.driver.sent();
    expect(JSON.stringify(sent)).toContain('register.zip');
    expect(JSON.stringify(sent)).not.toContain('register.csv"');
    expect(password).toMatch(/^([a-z]+-){5}\d{4}$/);
    expect(JSON.stringify(await stage.driver.log())).not.toContain(password);
  });

  test('of twelve alike attachments the clause is quoted once; one press locks them all in one file, and the draft goes', async () => {
    const pane = await stoppedAndOpened(Array.from({ length: 12 }, (_, index) => ({ ...register, name: `register ${index + 1}.csv` })));
    expect(await pane.getByRole('heading', { level: 1 }).innerText()).toBe('12 things to look at before you send');
    expect([await pane.locator('article').count(), await pane.locator('blockquote').count()]).toEqual([1, 1]);
    await pane.getByRole('button', { name: 'Replace all 12 files with one password-protected file' }).press('Enter');
    await pane.getByRole('heading', { level: 1, name: 'Nothing to say about this draft' }).waitFor();
    expect(await sendAgain()).toBe(1);
    expect((await stage.driver.sent())[0]?.attachments).toEqual(['Protected files.zip']);
  });

  test('a reason is given, and the draft goes', async () => {
    const pane = await stoppedAndOpened();
    await pane.getByText('The recipient is entitled to it.').click();
    await pane.getByRole('button', { name: 'Give this reason' }).click();
    await pane.getByRole('heading', { level: 1, name: 'Your reason is noted: press Send again' }).waitFor();
    expect(await sendAgain()).toBe(1);
  });

  test('nothing was asked for off this machine, and nothing went wrong', () => {
    expect(stage.offMachine).toEqual([]);
    expect(stage.errors).toEqual([]);
  });
});
