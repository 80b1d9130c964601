import type { Browser } from 'playwright-core';
import { playSend, SEND_CASES } from '../demo/send-cases';
import { launchBrowser } from './find-browser';
import { openWebStage, PROBES } from './web-stage';
import type { WebStage } from './web-stage';

jest.setTimeout(30_000);

/** All send modes on the web host: the same cases as on the native one, but for those of the classic client. */
describe('the web host keeps the rules of sending', () => {
  let browser: Browser;
  let stage: WebStage;
  beforeAll(async () => {
    browser = await launchBrowser();
    stage = await openWebStage(browser, PROBES);
  }, 60_000);
  afterAll(() => browser.close());

  const cases = SEND_CASES.filter((entry) => entry.stage.client !== 'classic-desktop');
  test.each(cases.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
    await playSend(stage.driver, entry, false);
  });

  test('Take Action hands its context data to the pane, and a pane that is open hears of new data', async () => {
    await stage.driver.load({ seed: { to: ['ann@centre.example'], subject: 'deny-action' } });
    await stage.driver.pressSend();
    await stage.driver.settle();
    await stage.driver.choose('take-action');
    expect(await stage.driver.pane()).toBe('messagePaneButton');
    const pane = await stage.paneFrame();
    await pane.waitForSelector('text={"a":1}');
    await stage.page.fill('.subject input', 'deny-action-again');
    await stage.driver.pressSend();
    await stage.driver.settle();
    await stage.driver.choose('take-action');
    await pane.waitForSelector('text={"a":2}');
  });

  test('a fix in the pane changes the draft', async () => {
    await stage.driver.load({ seed: { attachments: [{ name: 'list.csv', text: 'a' }] } });
    await stage.driver.openCommand('messagePaneButton');
    await (await stage.paneFrame()).click('#remove');
    await stage.page.waitForFunction(() => {
      const { composeSimulator } = globalThis as unknown as { composeSimulator: { item(): { attachments: unknown[] } } };
      return composeSimulator.item().attachments.length === 0;
    });
  });

  test('a pane that follows its draft shows the next one', async () => {
    await stage.driver.load({ seed: { subject: 'First draft' } });
    await stage.driver.openCommand('messagePaneButton');
    const pane = await stage.paneFrame();
    await pane.waitForSelector('text=First draft');
    // Registering to follow the draft is a round trip of its own.
    await stage.page.waitForFunction(() => {
      const { composeSimulator } = globalThis as unknown as { composeSimulator: { log(): { name: string }[] } };
      return composeSimulator.log().some(({ name }) => name === 'listens to olkItemSelectedChanged');
    });
    await stage.driver.openDraft({ subject: 'Second draft' });
    await pane.waitForSelector('text=Second draft');
  });

  test('pages that are served exactly as they were built run too', async () => {
    const asBuilt = await openWebStage(browser, { ...PROBES, pages: 'as-built' });
    await asBuilt.driver.load({ seed: { to: ['ann@centre.example'], subject: 'deny' } });
    await asBuilt.driver.pressSend();
    expect(await asBuilt.driver.settle()).toMatchObject({ dialog: { kind: 'stopped', text: 'Line one.\nLine two.' } });
    expect(asBuilt.offMachine).toEqual([]);
    await asBuilt.close();
  });

  test('a request off this machine is refused and seen', async () => {
    const watched = await openWebStage(browser, PROBES);
    expect(await watched.page.evaluate('fetch("https://elsewhere.example/").then(() => "answered", () => "refused")')).toBe('refused');
    expect(watched.offMachine).toEqual(['https://elsewhere.example/']);
    await watched.close();
  });

  test('nothing was asked for off this machine', () => {
    expect(stage.offMachine).toEqual([]);
  });
});
