/* Draws the PNG icons from the two SVG files: `node assets/draw-icons.mjs`, with CHROMIUM_PATH when it is elsewhere. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = path.dirname(fileURLToPath(import.meta.url));
/** What the manifest names: three for the ribbon (the unified manifest takes no more), 64 and 128 for lists of add-ins. */
const SIZES = [16, 32, 64, 80, 128];
const LARGEST_SMALL = 24;

const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((file) => file !== undefined && fs.existsSync(file));
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });
const page = await browser.newPage();
/** The two that the package of a unified manifest holds beside it, of Microsoft's sizes. */
const UNIFIED = [
  { from: 'icon.svg', to: 'unified-color.png', size: 192 },
  { from: 'icon-outline.svg', to: 'unified-outline.png', size: 32 },
];
const drawn = [...SIZES.map((size) => ({ from: size <= LARGEST_SMALL ? 'icon-small.svg' : 'icon.svg', to: `icon-${size}.png`, size })), ...UNIFIED];
for (const { from, to, size } of drawn) {
  const svg = fs.readFileSync(path.join(folder, from), 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: path.join(folder, to), omitBackground: true });
}
await browser.close();
