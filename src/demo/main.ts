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
