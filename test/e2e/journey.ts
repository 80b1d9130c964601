import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import type { DraftSeed } from '../../src/demo/compose/types';
import type { SendState } from '../../src/demo/host/smart-alerts';
import type { Stage } from '../../src/demo/host/driver';
import { loadSample } from '../../src/demo/server/sample-drafts';
import { builtWith } from '../built';
import { openWebStage, PROJECT } from './web-stage';
import type { WebStage } from './web-stage';

/** A shipped pack with an invented organisation in it. */
function packOf(name: 'laat' | 'teal', organisation: object, rules: { readonly [rule: string]: object } = {}): object {
  const pack = JSON.parse(fs.readFileSync(path.join(PROJECT, 'src', 'policy', 'packs', `${name}.json`), 'utf8')) as { organisation: object; rules: { [rule: string]: object } };
  const changed = Object.entries(rules).map(([id, changes]) => [id, { ...pack.rules[id], ...changes }] as const);
  return { ...pack, rules: { ...pack.rules, ...Object.fromEntries(changed) }, organisation: { ...pack.organisation, ...organisation } };
}

export const GROUP = { address: 'all-staff@marshlane.example', name: 'Marsh Lane All Staff', size: 93, school: null, allStaff: true };

/** Two invented trusts, with what the journeys need of them. Each is built once for all files. */
const LAAT = packOf('laat', {
  internalDomains: ['oakfield.example', 'holmefield.example'],
  contacts: { it: 'IT Services on ext 200', dpo: 'dpo@oakfield.example', hr: 'ext 240' },
  safeguardingLeads: ['jo.reed@oakfield.example'],
  partners: [{ domain: 'county.example', purpose: 'The county council', expires: '2027-08-31' }],
  delegations: { 'head@holmefield.example': ['b.secretary@holmefield.example'] },
  allowedAddresses: [{ address: 'r.vale.home@gmail.com', why: 'Registered by the employee', expires: null }],
  sharedMailboxes: [{ address: 'office@holmefield.example', members: ['a.marlowe@holmefield.example'] }],
});
const TEAL = packOf(
  'teal',
  {
    internalDomains: ['marshlane.example'],
    pupilDomains: ['pupils.marshlane.example'],
    groups: [GROUP],
    contacts: { it: 'it@marshlane.example', dsl: 'Jo Reed, ext 214', hr: 'ext 240' },
    partners: [{ domain: 'nhs.net', purpose: 'NHSmail', expires: null }],
    safeNumbers: [{ number: '08001111', what: 'Childline' }],
  },
  { 'all-staff': { exemptions: [{ for: 'head@marshlane.example', why: 'The Head writes to the whole school.', expires: '2027-08-31' }] } },
);

/** A Thursday in term: within hours, and late. */
export const MORNING = Date.parse('2026-11-19T10:00:00Z');
export const LATE = Date.parse('2026-11-19T21:40:00Z');

/** What the one dialog says; null when the draft left without a question. */
export interface Answered {
  readonly text: string | null;
  readonly buttons: readonly string[];
}

/** A compose window with the built add-in in it, in the hands of a test. */
export interface Journey {
  readonly stage: WebStage;
  open(seed: DraftSeed, at?: number, more?: Stage): Promise<void>;
  /** Presses Send and waits for what becomes of it. */
  send(): Promise<Answered>;
  /** Presses the dialog's button, and waits until the pane has looked at the draft. */
  fixes(): Promise<Frame>;
  /** Opens the pane by its own button. */
  pane(): Promise<Frame>;
  /** Presses a button of the pane and waits until the draft was looked at again. */
  press(name: string | RegExp): Promise<void>;
  sentCount(): Promise<number>;
  /** Names of the calls that were made since the draft was opened. */
  calls(): Promise<readonly string[]>;
}

export async function openJourney(browser: Browser, name: 'laat' | 'teal'): Promise<Journey> {
  const folder = builtWith(name, name === 'laat' ? LAAT : TEAL);
  const stage = await openWebStage(browser, { addinFolder: folder, manifestFile: path.join(folder, 'manifest.xml') });
  const { driver } = stage;
  const settled = async (frame: Frame): Promise<Frame> => {
    await frame.getByRole('button', { name: /Check this draft again|Sprawdź tę wiadomość ponownie|Gwirio’r drafft hwn eto/ }).waitFor();
    await frame.getByRole('progressbar').waitFor({ state: 'detached' });
    return frame;
  };
  return {
    stage,
    open: async (seed, at = MORNING, more = {}) => {
      await driver.load({ seed, clockShift: at - Date.now(), ...more });
    },
    send: async () => {
      expect(await driver.pressSend()).toBeNull();
      const state: SendState = await driver.settle(12_000);
      if (state.phase !== 'asking') return { text: null, buttons: [] };
      expect(state.dialog.kind).toBe('stopped');
      return { text: state.dialog.text, buttons: state.dialog.buttons.map(({ label }) => label) };
    },
    fixes: async () => {
      await driver.choose('take-action');
      return settled(await stage.paneFrame());
    },
    pane: async () => {
      const { kind } = (await driver.item()) as { kind: string };
      await driver.openCommand(kind === 'appointment' ? 'heedAppointmentPane' : 'heedMessagePane');
      return settled(await stage.paneFrame());
    },
    press: async (button) => {
      const frame = await stage.paneFrame();
      await frame.getByRole('button', { name: button }).first().click();
      await settled(frame);
    },
    sentCount: async () => (await driver.sent()).length,
    calls: async () => (await driver.log()).filter(({ kind }) => kind === 'call').map(({ name }) => name),
  };
}

/** Nothing was asked for off the machine, no page complained, and the host saw nothing that a client would refuse. */
export async function hasBehaved({ stage }: Journey): Promise<void> {
  expect(stage.offMachine).toEqual([]);
  expect(stage.errors).toEqual([]);
  expect(await stage.driver.violations()).toEqual([]);
}

/** A sample mail of test/mail as a draft. */
export async function sample(id: string): Promise<DraftSeed> {
  const loaded = await loadSample(path.join(PROJECT, 'test', 'mail'), id);
  if (loaded === null) throw new Error(`There is no sample ${id}.`);
  return loaded.seed;
}
