/*
 * Takes docs/pictures/simulator-*.png: a bad draft in the compose simulator, the dialog on Send, and the pane that its button
 * opens. Needs `npm run build` and a Chromium (CHROMIUM_PATH, or /usr/bin/chromium).
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const { load, projectRoot } = createRequire(import.meta.url)('../../src/cli/launcher.cjs');
const folder = path.dirname(fileURLToPath(import.meta.url));
const host = await load('demo/main').runDemo({ projectFolder: projectRoot, out: () => {} });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'en-GB', ignoreHTTPSErrors: true });
const shot = (name) => page.screenshot({ path: path.join(folder, `simulator-${name}.png`) });

await page.goto(host.url);
await page.click('[data-sample="sen-register-to-gmail"]');
await page.waitForSelector('text=Y5 support list.xlsx');
await page.click('#send');
await page.waitForSelector('[role="alertdialog"], dialog[open]');
await page.waitForTimeout(300);
await shot('dialog');
await page.getByRole('button', { name: 'Fix this email' }).click();
await page.waitForTimeout(4000);
await shot('pane');
await browser.close();
await host.close();
console.log('Taken: simulator-dialog.png, simulator-pane.png.');
process.exit(0);
