import fs from 'node:fs';
import path from 'node:path';
import type { DraftSeed } from '../../src/demo/compose/types';
import { createComposeHost, DEFAULT_MAILBOX } from '../../src/demo/host/compose-host';
import { createDriver } from '../../src/demo/host/driver';
import type { Driver } from '../../src/demo/host/driver';
import { readManifest } from '../../src/demo/manifest/read-manifest';
import { nativeRuntime } from '../../src/demo/native/native-runtime';
import { PROJECT } from './web-stage';

/** What a host answers to a path; null is silence. */
export type HostAnswers = (pathname: string) => { readonly status: number; readonly text: string } | null | Promise<never>;

export interface ClassicClient {
  /** What became of a send of this draft, in a runtime that starts anew. */
  send(seed: DraftSeed): Promise<'sent' | 'stopped' | 'no answer'>;
  readonly driver: Driver;
  /** The addresses that were asked for. */
  readonly fetched: string[];
}

/** Classic Outlook with a built script, in its bare realm, and a host that answers as a test says. */
export function classicClient(script: string, answers: HostAnswers = () => null): ClassicClient {
  const manifest = readManifest(fs.readFileSync(path.join(PROJECT, 'manifest.xml'), 'utf8'));
  const fetched: string[] = [];
  const startRuntime = nativeRuntime({
    files: { officeFolder: path.join(PROJECT, 'node_modules/@microsoft/office-js/dist'), demoFolder: path.join(PROJECT, 'src/demo') },
    script: () => script,
    fetcher: async (url) => {
      fetched.push(url);
      return answers(new URL(url).pathname);
    },
  });
  const driver = createDriver((change) => createComposeHost({ manifest: change(manifest), mailbox: DEFAULT_MAILBOX, startRuntime }));
  return {
    driver,
    fetched,
    send: async (seed) => {
      driver.load({ client: 'classic-desktop', seed });
      driver.pressSend();
      const state = await driver.settle(20_000);
      if (state.phase === 'sent') return 'sent';
      return (state as { readonly dialog?: { readonly kind: string } }).dialog?.kind === 'stopped' ? 'stopped' : 'no answer';
    },
  };
}

export const REGISTER: DraftSeed = {
  to: ['k.parent@gmail.com'],
  subject: 'Register',
  html: '<p>Here.</p>',
  attachments: [{ name: 'register.csv', text: 'Name,UPN,SEN need\nA Test,H801200001001,Autism\nB Test,P207000016049,Dyslexia\n' }],
};
