import https from 'node:https';
import { HOST_PATH, OFFICE_PATH } from './server/site';
import { startHost } from './server/start-host';
import type { RunningHost } from './server/start-host';

export interface DemoOptions {
  /** The root of the project. */
  readonly projectFolder: string;
  readonly port?: number;
  /** `OFFICEJS=cdn` in the environment: the public library instead of the npm one. */
  readonly officeJs?: 'package' | 'cdn';
  out(line: string): void;
}

/** What `npm start` runs: serves the compose simulator and prints where it is. Returns at once; the server runs on. */
export async function runDemo(options: DemoOptions): Promise<RunningHost> {
  const host = await startHost({
    projectFolder: options.projectFolder,
    officeJs: options.officeJs ?? 'package',
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  options.out(`Compose simulator: ${host.url}`);
  options.out('Your browser warns about its certificate, which was made on this machine for localhost: choose "Advanced", then "Proceed".');
  if (host.site.missing !== null) options.out(host.site.missing);
  for (const problem of host.site.manifest.problems) options.out(problem);
  options.out('It runs on this machine alone and sends nothing. Stop it with Ctrl+C.');
  return host;
}

/** What must be there before anybody presses Send: the window, what it shows, the library and the built add-in. */
const PAGES: readonly string[] = [HOST_PATH, `${HOST_PATH}setup.json`, `${OFFICE_PATH}office.js`, '/launchevent.html', '/launchevent.js', '/readers.js', '/taskpane.html', '/site.js'];

/** Asks a running simulator for each of its pages, trusting its own certificate alone. Answers a sentence, or fails with one. */
export async function askOnce(host: RunningHost): Promise<string> {
  for (const path of PAGES) {
    const status = await statusOf(host, path);
    if (status !== 200) throw new Error(`${host.origin}${path} answered ${status}.`);
  }
  return `Asked once: ${PAGES.length} pages answered at ${host.origin}.`;
}

function statusOf(host: RunningHost, path: string): Promise<number> {
  const { host: name, port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    https
      .get({ host: '127.0.0.1', port, path, servername: 'localhost', ca: host.certificate, headers: { host: name } }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      })
      .on('error', reject);
  });
}
