import fs from 'node:fs';
import path from 'node:path';
import { transformFileSync } from '@swc/core';
import { frameScript } from '../frame/scripts';
import { readManifest } from '../manifest/read-manifest';
import type { AddinManifest } from '../manifest/read-manifest';
import { fileInside, fileInsideAnyCase, typeOf } from './files';
import { withFrameScript, withLocalOffice } from './office-tag';
import { listSamples, loadSample } from './sample-drafts';

export interface SiteOptions {
  /** The root of the project: everything else is found from here. */
  readonly projectFolder: string;
  /** The built add-in; `dist` when it is left out. */
  readonly addinFolder?: string;
  readonly manifestFile?: string;
  readonly samplesFolder?: string;
  /** Where the page finds the add-in; null for the page's own origin. */
  readonly addinOrigin?: string | null;
  /** `package` serves the npm library; `cdn` leaves the public address in the pages. */
  readonly officeJs?: 'package' | 'cdn';
  /** `as-built` answers the add-in's pages byte for byte. */
  readonly pages?: 'rewritten' | 'as-built';
  /** True where classic runtimes can be started beside the site. */
  readonly hasClassic?: boolean;
}

export interface SiteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** What the page needs to know before it can draw anything. */
export interface Setup {
  readonly manifest: AddinManifest;
  /** The origin that addresses of the manifest have, and the one they are served at. */
  readonly manifestOrigin: string | null;
  readonly addinOrigin: string | null;
  /** A sentence when there is no built add-in to load; null when there is. */
  readonly missing: string | null;
  readonly samples: Awaited<ReturnType<typeof listSamples>>;
  readonly hasClassic: boolean;
  readonly officeJs: 'package' | 'cdn';
}

export interface Site {
  readonly manifest: AddinManifest;
  readonly missing: string | null;
  readonly officeFolder: string;
  /** Answers one GET; paths are those of the address, without the query. */
  answer(pathname: string): Promise<SiteAnswer>;
  /** The text of the add-in's file at this address; null when there is none. */
  addinText(url: string): string | null;
}

export const HOST_PATH = '/__host__/';
export const OFFICE_PATH = '/__officejs__/';

/** What runs in the page, of the simulator and of the room that its fields read dates with; the rest stays on this side. */
const PAGE_FOLDERS = /^(?:demo\/(?:page|host|compose|manifest)|text)\/[A-Za-z0-9/._-]+$/;

function originOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).origin : null;
}

/** The simulator's pages, the library and the add-in as one set of answers, for a server or for a test's routing. */
export function createSite(options: SiteOptions): Site {
  const inProject = (...parts: readonly string[]): string => path.join(options.projectFolder, ...parts);
  const sourceFolder = inProject('src');
  const demoFolder = path.join(sourceFolder, 'demo');
  const addinFolder = options.addinFolder ?? inProject('dist');
  const manifestFile = options.manifestFile ?? inProject('manifest.xml');
  const samplesFolder = options.samplesFolder ?? inProject('test', 'mail');
  const officeFolder = inProject('node_modules', '@microsoft', 'office-js', 'dist');
  const officeJs = options.officeJs ?? 'package';
  const manifest = fs.existsSync(manifestFile)
    ? readManifest(fs.readFileSync(manifestFile, 'utf8'))
    : { ...readManifest(''), name: 'No add-in', problems: [`There is no manifest at ${manifestFile}.`] };
  const firstUrl = manifest.eventPageUrl ?? manifest.functionPageUrl ?? manifest.commands.map(({ action }) => (action.kind === 'pane' ? action.url : null))[0] ?? null;
  const missing = fs.existsSync(addinFolder) ? null : 'There is no built add-in yet: run `npm run build`, then reload.';

  const addinText = (url: string): string | null => {
    const file = URL.canParse(url) ? fileInside(addinFolder, decodeURIComponent(new URL(url).pathname)) : null;
    return file === null ? null : fs.readFileSync(file, 'utf8');
  };

  const setup = async (): Promise<Setup> => ({
    manifest,
    manifestOrigin: originOf(firstUrl),
    addinOrigin: options.addinOrigin ?? null,
    missing,
    samples: await listSamples(samplesFolder),
    hasClassic: options.hasClassic ?? false,
    officeJs,
  });

  const hostAnswer = async (rest: string): Promise<SiteAnswer> => {
    if (rest === '') return fileAnswer(path.join(demoFolder, 'page', 'index.html'));
    if (rest === 'setup.json') return jsonAnswer(await setup());
    if (rest.startsWith('samples/')) {
      const sample = await loadSample(samplesFolder, rest.slice('samples/'.length));
      return sample === null ? notFound() : jsonAnswer(sample);
    }
    if (!PAGE_FOLDERS.test(path.posix.normalize(rest))) return notFound();
    const file = fileInside(sourceFolder, rest) ?? fileInside(sourceFolder, `${rest}.ts`);
    if (file === null) return notFound();
    return file.endsWith('.ts') ? moduleAnswer(file) : fileAnswer(file);
  };

  const officeAnswer = (rest: string): SiteAnswer => {
    if (rest.toLowerCase() === 'microsoftajax.js') return scriptAnswer(frameScript('msajax-stand-in', demoFolder));
    if (rest === 'shape-client.js') return scriptAnswer(frameScript('shape-client', demoFolder));
    const file = fileInsideAnyCase(officeFolder, rest);
    return file === null ? notFound() : fileAnswer(file);
  };

  const addinAnswer = (pathname: string): SiteAnswer => {
    const file = fileInside(addinFolder, pathname);
    if (file === null) return notFound();
    if (!file.endsWith('.html') || options.pages === 'as-built') return fileAnswer(file);
    const html = fs.readFileSync(file, 'utf8');
    const body = officeJs === 'package' ? withLocalOffice(html, OFFICE_PATH) : withFrameScript(html, OFFICE_PATH);
    return { status: 200, headers: { 'content-type': typeOf(file) }, body };
  };

  return {
    manifest,
    missing,
    officeFolder,
    addinText,
    answer: async (pathname) => {
      let decoded: string;
      try {
        decoded = decodeURIComponent(pathname);
      } catch {
        return notFound();
      }
      if (decoded === '/' || decoded === HOST_PATH.slice(0, -1)) return { status: 302, headers: { location: HOST_PATH }, body: '' };
      if (decoded.startsWith(HOST_PATH)) return hostAnswer(decoded.slice(HOST_PATH.length));
      if (decoded.startsWith(OFFICE_PATH)) return officeAnswer(decoded.slice(OFFICE_PATH.length));
      return addinAnswer(decoded);
    },
  };
}

function notFound(): SiteAnswer {
  return { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'There is nothing at this address.' };
}

function fileAnswer(file: string): SiteAnswer {
  return { status: 200, headers: { 'content-type': typeOf(file) }, body: fs.readFileSync(file) };
}

function jsonAnswer(value: unknown): SiteAnswer {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

function scriptAnswer(code: string): SiteAnswer {
  return { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: code };
}

const modules = new Map<string, string>();

/** A TypeScript module as the browser can load it: types removed, imports as they are. */
function moduleAnswer(file: string): SiteAnswer {
  const key = `${file}:${fs.statSync(file).mtimeMs}`;
  let code = modules.get(key);
  if (code === undefined) {
    code = transformFileSync(file, { swcrc: false, configFile: false, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }).code;
    modules.set(key, code);
  }
  return scriptAnswer(code);
}
