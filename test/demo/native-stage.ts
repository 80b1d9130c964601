import fs from 'node:fs';
import path from 'node:path';
import { createComposeHost, DEFAULT_MAILBOX } from '../../src/demo/host/compose-host';
import { createDriver } from '../../src/demo/host/driver';
import type { Driver } from '../../src/demo/host/driver';
import { readManifest } from '../../src/demo/manifest/read-manifest';
import { nativeRuntime } from '../../src/demo/native/native-runtime';
import type { NativeOptions } from '../../src/demo/native/native-runtime';

const ROOT = path.resolve(__dirname, '..', '..');

export interface NativeStage {
  readonly driver: Driver;
  readonly consoleLines: string[];
}

/** A driver of the native host with one probe as the add-in's script, whatever address the manifest gives it. */
export function nativeStage(script: string | { readonly code: string | null }, changes: Partial<NativeOptions> = {}): NativeStage {
  const manifest = readManifest(fs.readFileSync(path.join(__dirname, 'probes', 'manifest.xml'), 'utf8'));
  const consoleLines: string[] = [];
  const code = typeof script === 'string' ? fs.readFileSync(script, 'utf8') : script.code;
  const startRuntime = nativeRuntime({
    files: { officeFolder: path.join(ROOT, 'node_modules/@microsoft/office-js/dist'), demoFolder: path.join(ROOT, 'src/demo') },
    script: () => code,
    onConsole: (level, values) => consoleLines.push(`${level}: ${values.map(String).join(' ')}`),
    ...changes,
  });
  const driver = createDriver((change) => createComposeHost({ manifest: change(manifest), mailbox: DEFAULT_MAILBOX, startRuntime }));
  return { driver, consoleLines };
}
