/*
 * Draws docs/pictures/pane-*.png from the built task pane, in each theme and at its narrowest, and holds every scene against
 * axe-core on the way. `npx webpack` first. `--dist FOLDER` and `--out FOLDER` name other places; `--all` keeps the
 * scenes that the docs do not show as well. Ends with 1 if axe finds anything or the page asks for anything off the machine.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const dist = path.resolve(option('--dist', path.join(root, 'dist')));
const out = path.resolve(option('--out', here));
const isAll = process.argv.includes('--all');

const ORIGIN = 'https://heed.example.org';
const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** A Wednesday in term, late. */
const NOW = new Date('2026-11-18T21:40:00Z');

const base64 = (text) => Buffer.from(text).toString('base64');
const register = { id: 'a1', name: 'Y5 support list.csv', content: base64('Name,UPN,SEN status\nA Test,H801200001001,K\nB Test,P207000016049,E\n') };
const locked = { id: 'a2', name: 'forms.zip', content: Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]).toString('base64') };
const ordinary = { from: 'dee.marlow@oakfield.example', to: ['kit@oakfield.example'], cc: [], bcc: [], subject: 'Open evening rota', body: 'Please see the rota for the open evening.', attachments: [] };
const risky = { ...ordinary, to: ['r.parent@gmail.com'], subject: '', body: 'Here is the list you asked for on Monday.', attachments: [register] };
const daytime = new Date('2026-11-18T10:00:00Z');

const press = (name) => async (page) => {
  await page.getByRole('button', { name, exact: false }).first().click();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
};

/** What is drawn: a draft, how the page is looked at, and what is done first. `isKept` ones are shown in the docs. */
const scenes = [
  { name: 'pane-light', isKept: true, draft: risky, height: 1000 },
  { name: 'pane-dark', isKept: true, draft: risky, colours: 'dark', height: 1000 },
  { name: 'pane-contrast', isKept: true, draft: risky, forced: true, height: 1000 },
  { name: 'pane-narrow', draft: risky, width: 160, scale: 2, isWhole: true },
  { name: 'pane-whole', draft: risky, isWhole: true },
  { name: 'pane-alike', draft: { ...risky, attachments: ['7A', '7B', '7C'].map((form) => ({ ...register, id: form, name: `${form} support list.csv` })) }, isWhole: true },
  { name: 'pane-contrast-dark', draft: risky, colours: 'dark', forced: true, isWhole: true },
  { name: 'pane-password', isKept: true, draft: risky, act: press('Replace “Y5 support list.csv”'), height: 1000 },
  { name: 'pane-password-narrow', draft: risky, act: press('Replace “Y5 support list.csv”'), width: 160, isWhole: true },
  { name: 'pane-password-contrast', draft: risky, act: press('Replace “Y5 support list.csv”'), forced: true, isWhole: true },
  { name: 'pane-removed', draft: risky, act: press('Remove “Y5 support list.csv”'), isWhole: true },
  { name: 'pane-no-reason', draft: risky, act: press('Give this reason'), isWhole: true },
  {
    name: 'pane-reason',
    isKept: true,
    draft: risky,
    act: async (page) => {
      await page.getByText('It holds only their own').click();
      await press('Give this reason')(page);
    },
    height: 700,
  },
  { name: 'pane-empty', isKept: true, draft: ordinary, at: daytime, height: 520 },
  { name: 'pane-empty-dark', draft: ordinary, at: daytime, colours: 'dark', height: 520 },
  { name: 'pane-reading', draft: { ...risky, attachments: [register, locked], isStuck: true }, isReading: true, height: 420 },
  { name: 'pane-unchecked', draft: { ...ordinary, to: ['office@fellside-centre.example'], attachments: [locked] }, at: daytime, isWhole: true },
  { name: 'pane-old-outlook', draft: { ...ordinary, checksSends: false }, at: daytime, isWhole: true },
];

async function findBrowser() {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'];
  const found = places.find((place) => place !== undefined && fs.existsSync(place));
  if (found !== undefined) return found;
  // The one that comes from npm; this makes it unpack its own system libraries too.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  return (await import('@sparticuz/chromium')).default.executablePath();
}

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standIn = fs.readFileSync(path.join(here, 'office-stand-in.js'), 'utf8');
const problems = [];

async function draw(browser, scene) {
  const context = await browser.newContext({
    viewport: { width: scene.width ?? 320, height: scene.height ?? 900 },
    deviceScaleFactor: scene.scale ?? 1,
    colorScheme: scene.colours ?? 'light',
    forcedColors: scene.forced ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`${scene.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`${scene.name}: console: ${message.text()}`);
  });
  await page.clock.setFixedTime(scene.at ?? NOW);
  await page.addInitScript(`window.DRAFT = ${JSON.stringify(scene.draft)};`);
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === OFFICE) return route.fulfill({ contentType: 'text/javascript', body: standIn });
    const file = path.join(dist, new URL(url).pathname);
    if (url.startsWith(`${ORIGIN}/`) && fs.existsSync(file)) return route.fulfill({ path: file });
    if (url.endsWith('/favicon.ico')) return route.fulfill({ status: 204, body: '' });
    problems.push(`${scene.name}: asked for ${url}`);
    return route.abort();
  });
  await page.goto(`${ORIGIN}/taskpane.html`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (!scene.isReading) await page.getByRole('button', { name: 'Check this draft again' }).waitFor();
  await scene.act?.(page);
  await page.waitForTimeout(250);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 0) problems.push(`${scene.name}: scrolls sideways by ${sideways} px`);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, input:not([type=radio]), .ms-ChoiceField')]
      .map((element) => ({ box: element.getBoundingClientRect(), name: element.textContent }))
      .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
      .map(({ box, name }) => `${name} (${Math.round(box.width)} by ${Math.round(box.height)})`),
  );
  for (const target of small) problems.push(`${scene.name}: smaller than 24 px: ${target}`);
  await page.evaluate(axeSource);
  // Contrast is the person's own under forced colours.
  const rules = scene.forced ? { 'color-contrast': { enabled: false } } : {};
  const { violations } = await page.evaluate((settings) => window.axe.run(document, { rules: settings }), rules);
  for (const { id, nodes } of violations) problems.push(`${scene.name}: axe ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  if (scene.isKept || isAll) await page.screenshot({ path: path.join(out, `${scene.name}.png`), fullPage: scene.isWhole === true });
  await context.close();
}

const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--force-color-profile=srgb'] });
try {
  for (const scene of scenes) await draw(browser, scene);
} finally {
  await browser.close();
}
for (const problem of problems) console.log(problem);
console.log(`${scenes.length} scenes of the task pane, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
