import type { Browser } from 'playwright-core';
import { CONTRACT } from '../demo/contract-cases';
import { launchBrowser } from './find-browser';
import { openWebStage, PROBES } from './web-stage';
import type { WebStage } from './web-stage';

jest.setTimeout(30_000);

/** The contract suite on the web host: the browser library in a real browser, as browser clients run it. */
describe('the web host keeps the contract', () => {
  let browser: Browser;
  let stage: WebStage;
  beforeAll(async () => {
    browser = await launchBrowser();
    stage = await openWebStage(browser, PROBES);
  }, 60_000);
  afterAll(() => browser.close());

  test.each(CONTRACT.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
    await stage.driver.load({ ...entry.stage });
    const ran = await stage.driver.run('onProbe', { probe: entry.probe }, entry.kind, 5_000);
    expect(ran).toEqual({ status: 0, context: { result: entry.expected } });
    expect((await stage.driver.violations()).map(({ what }) => what)).toEqual(entry.violations ?? []);
  });

  test('nothing was asked for off this machine, and no page complained', () => {
    expect(stage.offMachine).toEqual([]);
    expect(stage.errors).toEqual([]);
  });
});
