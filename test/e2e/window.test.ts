import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './find-browser';
import { openServedStage, PROBES, PROJECT } from './web-stage';
import type { WebStage } from './web-stage';

jest.setTimeout(30_000);

const AXE = fs.readFileSync(path.join(PROJECT, 'node_modules/axe-core/axe.min.js'), 'utf8');

interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] }[];
}

/** What axe-core finds wrong with the page as it stands, as `rule: places`. */
async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const answer = await page.evaluate<AxeAnswer>('axe.run(document, { iframes: false })');
  return answer.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement.getAttribute("data-field") ?? document.activeElement.id ?? document.activeElement.tagName');

/** The compose window itself, on its own server, with the probe add-in in it. */
describe('the compose window', () => {
  let browser: Browser;
  let stage: WebStage;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    stage = await openServedStage(browser, { ...PROBES, viewport: { width: 1280, height: 900 } });
    ({ page } = stage);
  }, 60_000);
  afterAll(async () => {
    await stage.close();
    await browser.close();
  });
  beforeEach(async () => {
    await stage.driver.load({});
  });

  test('writes and sends a message with the keyboard alone', async () => {
    await page.reload();
    await page.waitForFunction(() => 'composeSimulator' in globalThis);
    await press(page, 'Tab', 'Enter');
    for (let tabs = 0; tabs < 12 && (await focused(page)) !== 'to'; tabs += 1) await press(page, 'Tab');
    await page.keyboard.type('Ann Other <ann@centre.example>, bo@centre.example;');
    await press(page, 'Tab', 'Tab', 'Tab');
    await page.keyboard.type('allow');
    await press(page, 'Tab');
    await page.keyboard.type('Hello Ann');
    for (let tabs = 0; tabs < 12 && (await focused(page)) !== 'send'; tabs += 1) await press(page, 'Tab');
    await press(page, 'Enter');
    await page.waitForSelector('text=Sent. Probe & Co let it go. Nothing left this machine.');
    expect(await stage.driver.sent()).toMatchObject([{ outcome: 'allowed', subject: 'allow', people: ['to: ann@centre.example', 'to: bo@centre.example'] }]);
    expect((await stage.driver.item()).html).toContain('Hello Ann');
  });

  test('loads a sample draft with one click, at its own time of day', async () => {
    await page.click('[data-sample="sen-register-to-gmail"]');
    await page.waitForSelector('text=Y5 support list.xlsx');
    expect(await page.inputValue('.subject input')).toBe('Support for next term');
    await page.waitForSelector('text=The add-in sees Thu, 19 Nov 2026, 21:40.');
    await page.uncheck('#own-time');
    expect(await page.textContent('text=/The add-in sees/')).not.toContain('21:40');
  });

  test('shows the add-in the shifted time', async () => {
    await stage.driver.load({ clockShift: 10 * 365 * 24 * 3_600_000 });
    await stage.driver.openCommand('messagePaneButton');
    const pane = await stage.paneFrame();
    await pane.waitForSelector('text=Context: none');
    expect(await pane.evaluate('new Date().getFullYear() - 10')).toBe(new Date().getFullYear());
    expect(await pane.evaluate('new Date(0).getTime() + Date.UTC(1970, 0, 1)')).toBe(0);
  });

  test('takes people out again, and says where the keyboard is', async () => {
    await page.fill('[data-field="to"]', 'a@x.example; nobody');
    await press(page, 'Enter');
    expect(await page.locator('.chip-unresolved').innerText()).toContain('nobody');
    await page.click('[aria-label="Remove a@x.example from To"]');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Remove nobody from To');
    await press(page, 'Enter');
    expect(await focused(page)).toBe('to');
  });

  test('takes files from the picker, by dropping, and from the cloud', async () => {
    await page.setInputFiles('input[type=file]', [
      { name: 'picked.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') },
      { name: 'mail.eml', mimeType: 'message/rfc822', buffer: Buffer.from('Subject: Inner\r\n\r\nHi') },
    ]);
    await page.evaluate(
      'const data = new DataTransfer(); data.items.add(new File(["drop"], "dropped.txt")); document.querySelector(".sheet-inner").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }))',
    );
    await page.waitForSelector('.file:nth-child(3)');
    await page.click('text=Attach a cloud file');
    await page.click('text=Attach the link');
    await page.waitForSelector('.file:nth-child(4)');
    const { attachments } = (await stage.driver.item()) as { attachments: { name: string; kind: string; size: number; content: { text: string } }[] };
    expect(attachments.map(({ name, kind, size }) => [name, kind, size])).toEqual([
      ['picked.csv', 'file', 3],
      ['mail.eml', 'item', 20],
      ['dropped.txt', 'file', 4],
      ['Shared register.xlsx', 'cloud', 0],
    ]);
    expect(attachments[0]?.content.text).toBe('YSxi');
    await page.click('[aria-label="Remove picked.csv"]');
    expect(((await stage.driver.item()) as { attachments: unknown[] }).attachments).toHaveLength(3);
  });

  test('schedules a message, and sends a meeting', async () => {
    await page.fill('[data-field="to"]', 'a@x.example');
    await page.fill('.schedule input', '2030-01-07T08:00');
    await page.click('#send');
    await page.waitForSelector('text=/Scheduled for Mon, 7 Jan 2030, 08:00/');
    await page.click('text=Back to the draft');
    await page.click('.segmented >> text=Meeting');
    await page.waitForSelector('label:has-text("Required")');
    expect(await page.locator('.chip').innerText()).toContain('a@x.example');
    await page.fill('.subject input', 'deny');
    await page.click('#send');
    await page.waitForSelector('dialog[open] >> text=Line one.');
    expect(await page.locator('dialog button').allInnerTexts()).toEqual(["Don't Send"]);
  });

  test('asks before sending: the dialog has the keyboard, and Escape goes back', async () => {
    await stage.driver.load({ sendMode: 'promptUser', seed: { to: ['a@x.example'], subject: 'deny' } });
    await page.click('#send');
    await page.waitForSelector('dialog[open]');
    expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true);
    expect(await page.getAttribute('dialog', 'role')).toBe('alertdialog');
    await press(page, 'Escape');
    await page.waitForSelector('dialog', { state: 'hidden' });
    expect(await stage.driver.state()).toEqual({ phase: 'composing' });
    expect(await focused(page)).toBe('send');
  });

  test('shows Markdown where the client knows it, and words where it does not', async () => {
    await stage.driver.load({ seed: { to: ['a@x.example'], subject: 'deny-markdown' } });
    await page.click('#send');
    await page.waitForSelector('dialog[open] strong');
    expect(await page.locator('dialog li').allInnerTexts()).toEqual(['one', 'two']);
    await stage.driver.load({ requirementSet: '1.14', seed: { to: ['a@x.example'], subject: 'deny-markdown' } });
    await page.click('#send');
    await page.waitForSelector('dialog[open]');
    expect(await page.locator('.alert-text').innerText()).toContain('Line two.');
  });

  test('skips the waiting: five seconds, five minutes', async () => {
    await stage.driver.load({ sendMode: 'promptUser', seed: { to: ['a@x.example'], subject: 'never' } });
    await page.click('#send');
    await page.click('text=Skip to 5 seconds');
    await page.waitForSelector('dialog[data-kind="slow"]');
    await page.click('dialog >> text=Skip to 5 minutes');
    await page.waitForSelector('dialog[data-kind="timed-out"]');
    await page.click('text=Send Anyway');
    await page.waitForSelector('text=It went although Probe & Co could not finish its check.');
  });

  test('runs the classic client, whose script runs beside the server', async () => {
    await page.selectOption('label:has-text("Client") + select', 'classic-desktop');
    await page.fill('[data-field="to"]', 'a@x.example');
    await page.fill('.subject input', 'deny-action');
    await page.click('#send');
    await page.waitForSelector('dialog[open] >> text=Line one.');
    await page.click('[data-button="take-action"]');
    await (await stage.paneFrame()).waitForSelector('text={"a":1}');
    expect((await stage.driver.log()).filter(({ kind }) => kind === 'launch').map(({ runtime, name }) => `${runtime} ${name}`)).toEqual(['event 1 onProbeSend']);
  });

  test('says that an old client does not check', async () => {
    await page.selectOption('label:has-text("Requirement set") + select', '1.11');
    await page.waitForSelector('text=This client has Mailbox 1.11; Probe & Co checks from 1.12. Sending is not checked.');
    await page.fill('[data-field="to"]', 'a@x.example');
    await page.click('#send');
    await page.waitForSelector('text=/^Sent. This client has Mailbox 1.11/');
  });

  test('lets a call go wrong by a click', async () => {
    await page.selectOption('label:has-text("Trouble") + select', 'load-error');
    await page.fill('[data-field="to"]', 'a@x.example');
    await page.click('#send');
    await page.waitForSelector('dialog[data-kind="unavailable"]');
    await page.click('text=Try Later');
    await page.selectOption('label:has-text("Trouble") + select', 'nothing');
    await page.click('text=One call of my choice');
    await page.selectOption('label:text-is("Call") + select', 'subject.getAsync');
    await page.click('button:text-is("Add")');
    await page.waitForSelector('text=subject.getAsync never answers');
    await page.click('#send');
    await page.click('text=Skip to 5 seconds');
    await page.waitForSelector('dialog[data-kind="slow"]');
  });

  test('shows notes of the add-in above the draft, and takes them away', async () => {
    await stage.driver.run('onProbe', { probe: 'notifications' });
    expect(await page.locator('.infobar').count()).toBe(5);
    await page.click('[aria-label="Dismiss: Stop."]');
    expect(await page.locator('.infobar').count()).toBe(4);
  });

  test('writes down what passed, and saves it', async () => {
    await stage.driver.run('onProbe', { probe: 'forbidden' });
    await page.click('.wire > summary');
    await page.waitForSelector('summary:has-text("1 violation")');
    await page.waitForSelector('.wire-violation >> text=closeAsync is not allowed in an event handler.');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Save the trace')]);
    const saved = JSON.parse(fs.readFileSync(await download.path(), 'utf8')) as { addin: { name: string }; violations: unknown[]; entries: unknown[] };
    expect(saved.addin.name).toBe('Probe & Co');
    expect(saved.violations).toHaveLength(1);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 640],
    ['dark', 640],
  ] as const)('axe finds nothing wrong in the %s theme at %s pixels, draft and dialog', async (theme, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.selectOption('#theme select', theme);
    await stage.driver.load({
      sendMode: 'promptUser',
      seed: { to: ['Ann <a@x.example>', 'nobody'], subject: 'deny', html: '<p>Hello</p>', attachments: [{ name: 'list.csv', text: 'a' }] },
    });
    await stage.driver.run('onProbe', { probe: 'notifications' });
    await page.fill('.schedule input', '2030-01-07T08:00');
    expect(await axe(page)).toEqual([]);
    await page.click('#send');
    await page.waitForSelector('dialog[open]');
    expect(await axe(page)).toEqual([]);
    await press(page, 'Escape');
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
  });

  test('names no product of anyone else', async () => {
    expect(await page.locator('body').innerText()).not.toMatch(/outlook|microsoft|office 365/i);
    expect(await page.title()).toBe('Compose simulator');
  });

  test('asked for nothing off this machine, and no page complained', () => {
    expect(stage.offMachine).toEqual([]);
    expect(stage.errors).toEqual([]);
  });
});
