import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core';
import type { Driver } from '../../src/demo/host/driver';
import { createSite, HOST_PATH, OFFICE_PATH } from '../../src/demo/server/site';
import type { Site, SiteAnswer, SiteOptions } from '../../src/demo/server/site';
import { startHost } from '../../src/demo/server/start-host';

export const PROJECT = path.resolve(__dirname, '..', '..');

/** The probe add-in, as site options. */
export const PROBES = {
  addinFolder: path.join(PROJECT, 'test/demo/probes'),
  manifestFile: path.join(PROJECT, 'test/demo/probes/manifest.xml'),
} as const;

/** The driver of the page, each call a round trip. */
export type RemoteDriver = { readonly [K in keyof Driver]: (...values: Parameters<Driver[K]>) => Promise<Awaited<ReturnType<Driver[K]>>> };

export interface WebStage {
  readonly page: Page;
  readonly driver: RemoteDriver;
  /** Addresses off this machine that were asked for; each was refused. */
  readonly offMachine: string[];
  /** What went wrong in any page: uncaught errors and console errors. */
  readonly errors: string[];
  /** The frame of the add-in's pane, once it is there. */
  paneFrame(): Promise<Frame>;
  close(): Promise<void>;
}

/** Where the host page claims to be: the library talks to host names it knows, and to none other. */
const HOST_ORIGIN = 'https://outlook.office.com';
const CDN_ORIGIN = 'https://appsforoffice.microsoft.com';
const AJAX = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js';

type Options = Partial<Omit<SiteOptions, 'projectFolder' | 'addinOrigin' | 'officeJs'>>;

/** `OFFICEJS=cdn` runs the suites on the public library, at sites with internet. */
export function officeJs(): 'package' | 'cdn' {
  return process.env.OFFICEJS === 'cdn' ? 'cdn' : 'package';
}

/** Answers for the add-in's own host in the place of the site: a real web server, say. */
type Served = (pathname: string) => Promise<SiteAnswer>;

/**
 * Opens the compose window as a mail client's page, on the client's own host name, with the add-in on its production
 * origin. No server: every request is answered here, and what has no answer leaves nothing but a line in `offMachine`.
 */
export async function openWebStage(browser: Browser, { served, ...options }: Options & { readonly served?: Served } = {}): Promise<WebStage> {
  const draft = createSite({ ...options, projectFolder: PROJECT });
  const manifestUrl = draft.manifest.eventPageUrl ?? 'https://addin.example/';
  const isLocal = /^https:\/\/(?:localhost|127\.)/.test(manifestUrl);
  // A public page may not frame this machine, so an add-in that is still on localhost moves to a name of its own.
  const addinOrigin = isLocal ? 'https://addin.example' : new URL(manifestUrl).origin;
  const site = createSite({ ...options, projectFolder: PROJECT, addinOrigin, officeJs: officeJs() });
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
  const offMachine: string[] = [];
  await context.route('**/*', (route) => answer(route, site, addinOrigin, offMachine, served));
  return stageOf(context, `${HOST_ORIGIN}${HOST_PATH}`, offMachine, () => context.close());
}

/** Opens the compose window on its own server, as `npm start` serves it. */
export async function openServedStage(browser: Browser, options: Options & { readonly viewport?: { width: number; height: number }; readonly colorScheme?: 'light' | 'dark' } = {}): Promise<WebStage> {
  const { viewport, colorScheme, ...site } = options;
  const host = await startHost({ ...site, projectFolder: PROJECT, port: 0, officeJs: officeJs() });
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    // Contrast is measured while things stand still.
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...(viewport === undefined ? {} : { viewport }),
    ...(colorScheme === undefined ? {} : { colorScheme }),
  });
  const offMachine: string[] = [];
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.startsWith(`${host.origin}/`) || isPublicLibrary(url)) await route.continue();
    else {
      offMachine.push(url);
      await route.abort();
    }
  });
  return stageOf(context, host.url, offMachine, async () => {
    await context.close();
    await host.close();
  });
}

function isPublicLibrary(url: string): boolean {
  return officeJs() === 'cdn' && (url.startsWith(CDN_ORIGIN) || url === AJAX);
}

async function answer(route: Route, site: Site, addinOrigin: string, offMachine: string[], served?: Served): Promise<void> {
  const url = new URL(route.request().url());
  if (isPublicLibrary(url.href)) return route.continue();
  const pathname = pathFor(url, addinOrigin);
  if (pathname === null) {
    offMachine.push(url.href);
    return route.abort();
  }
  const { status, headers, body } = await (served !== undefined && url.origin === addinOrigin ? served(pathname) : site.answer(pathname));
  // The host page asks whether the add-in's page is there; only a test's origins may answer each other.
  return route.fulfill({ status, headers: { ...headers, 'access-control-allow-origin': '*' }, body });
}

/** The path of the site that answers an address; null for an address that is off the machine. */
function pathFor(url: URL, addinOrigin: string): string | null {
  if (url.origin === HOST_ORIGIN && url.pathname.startsWith(HOST_PATH)) return url.pathname;
  if (url.origin === addinOrigin) return url.pathname;
  if (url.href === AJAX) return `${OFFICE_PATH}MicrosoftAjax.js`;
  const library = url.origin === CDN_ORIGIN ? /^\/lib\/[^/]+\/hosted\/(.+)$/.exec(url.pathname) : null;
  return library === null ? null : OFFICE_PATH + (library[1] ?? '');
}

async function stageOf(context: BrowserContext, url: string, offMachine: string[], close: () => Promise<void>): Promise<WebStage> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  await page.waitForFunction(() => 'composeSimulator' in globalThis);
  const driver = new Proxy({} as RemoteDriver, {
    get: (_target, name) =>
      (...values: unknown[]) =>
        page.evaluate(
          ([method, given]) => {
            const methods = (globalThis as unknown as { composeSimulator: Record<string, (...inner: unknown[]) => unknown> }).composeSimulator;
            return methods[method]?.(...given);
          },
          [String(name), values] as const,
        ),
  });
  return {
    page,
    driver,
    offMachine,
    errors,
    paneFrame: async () => {
      const handle = await page.waitForSelector('.pane-room iframe');
      const frame = await handle.contentFrame();
      if (frame === null) throw new Error('The pane has no page.');
      return frame;
    },
    close,
  };
}
