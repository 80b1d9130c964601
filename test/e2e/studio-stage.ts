import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { builtFolder } from '../built';
import { launchBrowser } from './find-browser';

export const ORIGIN = 'https://studio.example';
/** A Wednesday in term. */
export const NOW = new Date('2026-11-18T10:00:00Z');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

export interface Looks {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

interface Stage {
  readonly page: Page;
  readonly faults: string[];
}

export interface StudioStage {
  browser(): Browser;
  /** The folder that the studio was built into. */
  dist(): string;
  /** A page of the built studio, in a browser that has never seen it. */
  open(hash: string, pack?: string, looks?: Looks): Promise<Page>;
  go(page: Page, hash: string): Promise<void>;
  setNumber(page: Page, name: string, value: number): Promise<void>;
  /** What is saved while something is done: texts by file name. */
  downloads(page: Page, count: number, act: () => Promise<void>): Promise<Readonly<Record<string, string>>>;
}

/** The built studio in a browser that is closed after the tests of a file; whatever goes wrong on a page fails its test. */
export function studioStage(): StudioStage {
  let browser: Browser;
  let dist: string;
  const stages: Stage[] = [];

  beforeAll(async () => {
    dist = process.env['HEED_STUDIO_DIST'] ?? builtFolder();
    browser = await launchBrowser();
  }, 400_000);
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const { page, faults } of stages.splice(0)) {
      await page.context().close();
      // Nothing was asked for off this machine, and nothing went wrong.
      expect(faults).toEqual([]);
    }
  });

  async function open(hash: string, pack = 'laat', { width = 1180, colorScheme = 'light' }: Looks = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/London', acceptDownloads: true });
    const faults: string[] = [];
    await context.route('**/*', (route) => {
      const url = new URL(route.request().url());
      const file = path.join(dist, path.basename(url.pathname));
      if (url.origin === ORIGIN && fs.existsSync(file)) return route.fulfill({ body: fs.readFileSync(file), contentType: TYPES[path.extname(file)] ?? 'application/octet-stream' });
      if (!url.pathname.endsWith('favicon.ico')) faults.push(url.href);
      return route.abort();
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    stages.push({ page, faults });
    await page.clock.setFixedTime(NOW);
    await page.goto(`${ORIGIN}/studio.html#/health`);
    if (pack !== 'laat') {
      await page.getByRole('combobox', { name: 'Open a pack' }).click();
      await page.getByRole('option', { name: `${pack}.json` }).click();
      await page.getByText(`The Trust (${pack}.json)`).waitFor();
    }
    await go(page, hash);
    return page;
  }

  async function go(page: Page, hash: string): Promise<void> {
    await page.evaluate(`location.hash = '#/${hash}'`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  async function setNumber(page: Page, name: string, value: number): Promise<void> {
    await page.getByRole('spinbutton', { name }).fill(String(value));
    await page.keyboard.press('Enter');
  }

  async function downloads(page: Page, count: number, act: () => Promise<void>): Promise<Readonly<Record<string, string>>> {
    const found: Download[] = [];
    page.on('download', (download) => found.push(download));
    await act();
    for (let tries = 0; found.length < count && tries < 100; tries += 1) await page.waitForTimeout(50);
    const texts: Record<string, string> = {};
    for (const download of found) texts[download.suggestedFilename()] = fs.readFileSync(await download.path(), 'utf8');
    return texts;
  }

  return { browser: () => browser, dist: () => dist, open, go, setNumber, downloads };
}
