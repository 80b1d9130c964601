/*
 * The studio's replay page in a real browser: 10,000 small mails in an mbox, under two policies, beside parsing alone in a
 * worker of the same browser (postal-mime, the same mails). Prints mails per second, the page's long tasks (over 50 ms, as
 * PerformanceObserver counts them) and the longest wait between two frames while it runs, and the sizes of the first page.
 * `npx webpack` first; `--dist FOLDER` names another build, `--count N` another number of mails.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const { expectedOf, writeMbox } = require('../test/replay/many-mails.cjs');
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const dist = path.resolve(option('--dist', path.join(root, 'dist')));
const count = Number(option('--count', 10_000));
const ORIGIN = 'https://studio.example';

if (!fs.existsSync(path.join(dist, 'studio.html'))) {
  console.error('The studio is not built yet. Run npx webpack first.');
  process.exit(2);
}

/** Parses every mail of an mbox and does nothing else. */
const PARSER = `
  import PostalMime from '/postal-mime/postal-mime.js';
  onmessage = async ({ data: file }) => {
    const mails = (await file.text()).split(/^From .*\\n/m).filter((mail) => mail !== '').map((mail) => new TextEncoder().encode(mail));
    const started = performance.now();
    for (const mail of mails) await PostalMime.parse(mail, { forceRfc822Attachments: true });
    postMessage({ mails: mails.length, seconds: (performance.now() - started) / 1000 });
  };`;

function answer(route, asked) {
  const { origin, pathname } = new URL(route.request().url());
  if (origin !== ORIGIN) return route.abort();
  const fulfil = (body, contentType) => {
    asked.push({ name: path.basename(pathname), body });
    return route.fulfill({ body, contentType });
  };
  if (pathname === '/parser.js') return fulfil(PARSER, 'text/javascript');
  const file = pathname.startsWith('/postal-mime/') ? path.join(root, 'node_modules/postal-mime/dist/esm', pathname.slice(13)) : path.join(dist, path.basename(pathname));
  if (!fs.existsSync(file)) return route.abort();
  return fulfil(fs.readFileSync(file), file.endsWith('.html') ? 'text/html' : 'text/javascript');
}

async function replayed(page, box) {
  await page.evaluate(() => {
    location.hash = '#/rules/missing-subject';
  });
  await page.getByRole('switch', { name: 'This rule runs' }).click();
  await page.getByRole('link', { name: 'Replay', exact: true }).click();
  await page.getByLabel('Allowed by (role)').fill('Bench');
  await page.getByLabel('Minute or case').fill('Bench');
  await page.getByLabel('What for').fill('Bench');
  await page.getByRole('button', { name: 'Record, and choose files' }).click();
  await page.evaluate(() => {
    const seen = { tasks: [], frames: 0, last: performance.now() };
    globalThis.heedBench = seen;
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: 'longtask' });
    const frame = (now) => {
      seen.frames = Math.max(seen.frames, now - seen.last);
      seen.last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.locator('input[type=file][accept^=".eml,.mbox"]').setInputFiles(box);
  await page.locator('[data-replay=done]').waitFor({ timeout: 240_000 });
  // The charts are drawn after the numbers.
  await page.waitForTimeout(1000);
  const text = await page.locator('[data-replay=done]').textContent();
  const [, mails, seconds] = /([\d,]+) mails counted in ([\d.]+) seconds/.exec(text);
  return { mails: Number(mails.replaceAll(',', '')), seconds: Number(seconds), ...(await page.evaluate(() => globalThis.heedBench)) };
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-bench-'));
const box = path.join(scratch, 'many.mbox');
writeMbox(count, box);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage();
  const asked = [];
  await page.route('**/*', (route) => answer(route, asked));
  await page.goto(`${ORIGIN}/studio.html`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const scripts = asked.filter(({ name }) => name.endsWith('.js'));
  const [plain, packed] = [scripts.reduce((sum, { body }) => sum + body.length, 0), scripts.reduce((sum, { body }) => sum + gzipSync(body).length, 0)];
  console.log(`the first page asks for ${scripts.length} scripts, ${(plain / 1024).toFixed(0)} KiB, ${(packed / 1024).toFixed(0)} KiB gzipped`);

  const rounds = [];
  for (let round = 0; round < 3; round += 1) {
    const parser = await page.evaluateHandle(() => new Worker('/parser.js', { type: 'module' }));
    const input = await page.evaluateHandle(() => document.body.appendChild(Object.assign(document.createElement('input'), { type: 'file' })));
    await input.asElement().setInputFiles(box);
    const alone = await page.evaluate(
      ([worker, { files }]) =>
        new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message || 'the parser did not load'));
          worker.postMessage(files[0]);
        }),
      [parser, input],
    );
    await page.evaluate(([worker, element]) => [worker.terminate(), element.remove()], [parser, input]);
    await page.goto('about:blank');
    await page.goto(`${ORIGIN}/studio.html`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    rounds.push({ alone, replay: await replayed(page, box) });
  }
  const middle = (of) => rounds.map(of).sort((a, b) => a - b)[1];
  const [alone, replay] = [middle((each) => each.alone.mails / each.alone.seconds), middle((each) => each.replay.mails / each.replay.seconds)];
  const expected = expectedOf(count);
  console.log(`${count} small mails in an mbox, medians of ${rounds.length} rounds:`);
  console.log(`  parsing alone, in a worker      ${alone.toFixed(0)} mails/s`);
  console.log(`  replay, two policies, in its worker ${replay.toFixed(0)} mails/s, ${(alone / replay).toFixed(2)} times parsing`);
  for (const { replay: { tasks, frames } } of rounds) console.log(`  long tasks of the page: ${tasks.length === 0 ? 'none' : `${tasks.join(', ')} ms`}; longest wait between two frames ${frames.toFixed(0)} ms`);
  if (rounds.some(({ replay: { mails } }) => mails !== expected.mails)) {
    console.error(`WRONG: ${expected.mails} mails were to be counted, not ${rounds.map(({ replay: { mails } }) => mails).join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  fs.rmSync(scratch, { recursive: true });
}
