/*
 * Draws docs/pictures/studio-*.png from the built studio, light, dark and in high contrast, and holds every page against
 * axe-core on the way. `npx webpack` first. `--dist FOLDER` and `--out FOLDER` name other places; `--all` keeps the pages
 * that the docs do not show as well. Ends with 1 if axe finds anything or the page asks for anything off the machine.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const dist = path.resolve(option('--dist', path.join(root, 'dist')));
const out = path.resolve(option('--out', here));
const isAll = process.argv.includes('--all');

const ORIGIN = 'https://studio.example';
const NOW = new Date('2026-11-18T10:00:00Z');
const mail = path.join(root, 'test/mail');

const raise = async (page) => {
  await page.getByRole('spinbutton', { name: 'Colleagues written one by one' }).fill('75');
  await page.keyboard.press('Enter');
};

/** What is drawn: a page, how it is looked at, and what is done first. `isKept` ones are shown in the docs. */
const scenes = [
  { name: 'studio-health', hash: 'health', pack: 'teal', isKept: true, height: 809 },
  { name: 'studio-rules', hash: 'rules' },
  {
    name: 'studio-rule',
    hash: 'rules/all-staff',
    isKept: true,
    height: 1260,
    act: async (page) => {
      await raise(page);
      await page.getByRole('button', { name: 'Test on last month' }).click();
      await page.getByText('Warnings:').waitFor();
      await page.evaluate(() => globalThis.scrollTo(0, 0));
    },
  },
  { name: 'studio-rule-dark', hash: 'rules/out-of-hours', colours: 'dark', isKept: true },
  { name: 'studio-rule-contrast', hash: 'rules/all-staff', forced: true },
  { name: 'studio-wording', hash: 'rules/all-staff', act: async (page) => page.getByRole('heading', { name: 'Words for the sender' }).scrollIntoViewIfNeeded() },
  { name: 'studio-organisation', hash: 'organisation' },
  { name: 'studio-calendar', hash: 'calendar' },
  { name: 'studio-documents', hash: 'documents' },
  { name: 'studio-settings', hash: 'settings' },
  { name: 'studio-academies', hash: 'academies' },
  { name: 'studio-overrides', hash: 'overrides' },
  { name: 'studio-rules-dark', hash: 'rules', colours: 'dark' },
  { name: 'studio-settings-dark', hash: 'settings', colours: 'dark' },
  { name: 'studio-narrow', hash: 'rules/all-staff', width: 640, height: 800, scale: 2 },
  {
    name: 'studio-try',
    hash: 'rules/personal-recipient',
    isKept: true,
    height: 1180,
    act: async (page) => {
      await page.getByRole('switch', { name: 'This rule runs' }).click();
      await page.getByRole('link', { name: 'Try a draft', exact: true }).click();
      await page.getByRole('combobox', { name: 'Begin with a sample' }).click();
      await page.getByRole('option', { name: 'The same register to a Gmail address' }).click();
      await page.getByRole('button', { name: 'What would be said?' }).click();
      await page.getByRole('heading', { name: /the same under both/ }).waitFor();
    },
  },
  {
    name: 'studio-publish',
    hash: 'rules/all-staff',
    isKept: true,
    act: async (page) => {
      await raise(page);
      await page.getByRole('button', { name: 'Publish…' }).click();
      await page.getByRole('heading', { level: 1, name: 'Publish' }).waitFor();
    },
  },
  {
    name: 'studio-replay',
    hash: 'rules/missing-subject',
    isKept: true,
    height: 1500,
    act: async (page) => {
      await page.getByRole('switch', { name: 'This rule runs' }).click();
      await page.getByRole('link', { name: 'Replay', exact: true }).click();
      await page.getByLabel('Allowed by (role)').fill('Director of IT');
      await page.getByLabel('Minute or case').fill('Board 4.2');
      await page.getByLabel('What for').fill('Trying a change of the rules');
      await page.getByRole('button', { name: 'Record, and choose files' }).click();
      await page.locator('input[type=file][accept^=".eml,.mbox"]').setInputFiles(fs.readdirSync(mail).filter((name) => name.endsWith('.eml')).map((name) => path.join(mail, name)));
      await page.locator('[data-replay=done]').waitFor();
      await page.getByRole('heading', { name: 'Prompt budget' }).scrollIntoViewIfNeeded();
      await page.waitForTimeout(400);
    },
  },
];

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.png': 'image/png' };
const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const problems = [];

async function findBrowser() {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'];
  const found = places.find((place) => place !== undefined && fs.existsSync(place));
  if (found !== undefined) return found;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  return (await import('@sparticuz/chromium')).default.executablePath();
}

async function draw(browser, scene) {
  const context = await browser.newContext({
    viewport: { width: scene.width ?? 1180, height: scene.height ?? 860 },
    deviceScaleFactor: scene.scale ?? 1,
    colorScheme: scene.colours ?? 'light',
    forcedColors: scene.forced ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    const file = path.join(dist, path.basename(url.pathname));
    if (url.origin === ORIGIN && fs.existsSync(file)) return route.fulfill({ body: fs.readFileSync(file), contentType: TYPES[path.extname(file)] });
    if (!url.pathname.endsWith('favicon.ico')) problems.push(`${scene.name}: asked for ${url.href}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`${scene.name}: ${error}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('favicon') && !message.text().includes('ERR_FAILED')) problems.push(`${scene.name}: ${message.text()}`);
  });
  await page.clock.setFixedTime(NOW);
  await page.goto(`${ORIGIN}/studio.html#/${scene.hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (scene.pack !== undefined) {
    await page.getByRole('combobox', { name: 'Open a pack' }).click();
    await page.getByRole('option', { name: `${scene.pack}.json` }).click();
  }
  await scene.act?.(page);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  for (const { id, help, nodes } of violations) problems.push(`${scene.name}: ${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  if (isAll || scene.isKept) await page.screenshot({ path: path.join(out, `${scene.name}.png`) });
  await context.close();
}

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const only = option('--only', null);
for (const scene of scenes) {
  if (only !== null && scene.name !== only) continue;
  try {
    await draw(browser, scene);
  } catch (error) {
    problems.push(`${scene.name}: ${error}`);
  }
}
await browser.close();
problems.forEach((problem) => console.error(problem));
if (problems.length > 0) process.exitCode = 1;
