import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Flags that keep a test browser quiet: no sandbox as root, no first-run pages, nothing fetched in the background. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * What lets a frame of another host keep something, as browsers do: Playwright switches the parting of storage off, and a browser that
 * cannot part it refuses it. A list of ours takes the place of Playwright's.
 */
const PARTED_STORAGE = '--disable-features=Translate';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge'];

/** Browsers that `npx playwright install` left in its cache. */
function playwrightCache(): readonly string[] {
  const homes: Readonly<Record<string, string>> = {
    darwin: path.join(os.homedir(), 'Library/Caches/ms-playwright'),
    win32: path.join(os.homedir(), 'AppData/Local/ms-playwright'),
  };
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? homes[process.platform] ?? path.join(os.homedir(), '.cache/ms-playwright');
  const inside = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-win/chrome.exe', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'];
  if (!fs.existsSync(cache)) return [];
  return fs
    .readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .flatMap((name) => inside.map((file) => path.join(cache, name, file)));
}

/** The browser that comes with the project, for machines that have none. It unpacks itself once. */
async function broughtAlong(): Promise<string | null> {
  // Makes the package unpack its own system libraries too; without it they stay packed off Lambda.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  try {
    const { default: bundled } = (await import('@sparticuz/chromium')) as { default: { executablePath(): Promise<string> } };
    return await bundled.executablePath();
  } catch {
    return null;
  }
}

async function attempt(options: Parameters<typeof chromium.launch>[0]): Promise<Browser | null> {
  try {
    return await chromium.launch(options);
  } catch {
    return null;
  }
}

/**
 * Starts a Chromium, whose frames of other hosts keep something when asked to: CHROMIUM_PATH, then what is installed, then Playwright's cache, then the channels of Chrome and Edge,
 * then the one that comes from npm. A machine where none of them starts is an error with the cures, never a skip.
 */
export async function launchBrowser({ keepsStorage = false } = {}): Promise<Browser> {
  const args = keepsStorage ? [...FLAGS, PARTED_STORAGE] : FLAGS;
  const asked = process.env.CHROMIUM_PATH;
  if (asked !== undefined && asked !== '') return chromium.launch({ executablePath: asked, args });
  for (const executablePath of [...INSTALLED, ...playwrightCache()].filter((file) => fs.existsSync(file))) {
    const browser = await attempt({ executablePath, args });
    if (browser !== null) return browser;
  }
  for (const channel of ['chrome', 'msedge']) {
    const browser = await attempt({ channel, args });
    if (browser !== null) return browser;
  }
  const executablePath = await broughtAlong();
  const browser = executablePath === null ? null : await attempt({ executablePath, args });
  if (browser !== null) return browser;
  throw new Error(
    'No Chromium started. Set CHROMIUM_PATH to one, or install one (`apt-get install chromium`, `npx playwright install chromium`), or run `npm ci` with optional packages.',
  );
}
