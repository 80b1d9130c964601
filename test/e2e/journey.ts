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

/** A Thursday in term: within hours, and late. */
export const MORNING = Date.parse('2026-11-19T10:00:00Z');
export const LATE = Date.parse('2026-11-19T21:40:00Z');

/** A shipped pack with an invented organisation in it. */
export function packOf(name: 'laat' | 'teal', organisation: object, rules: { readonly [rule: string]: object } = {}): object {
  const pack = JSON.parse(fs.readFileSync(path.join(PROJECT, 'src', 'policy', 'packs', `${name}.json`), 'utf8')) as { organisation: object; rules: { [rule: string]: object } };
  const changed = Object.entries(rules).map(([id, changes]) => [id, { ...pack.rules[id], ...changes }] as const);
  return { ...pack, rules: { ...pack.rules, ...Object.fromEntries(changed) }, organisation: { ...pack.organisation, ...organisation } };
}

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

export async function openJourney(browser: Browser, name: string, pack: unknown): Promise<Journey> {
  const folder = builtWith(name, pack);
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

/** A sample mail of test/mail as a draft. */
export async function sample(id: string): Promise<DraftSeed> {
  const loaded = await loadSample(path.join(PROJECT, 'test', 'mail'), id);
  if (loaded === null) throw new Error(`There is no sample ${id}.`);
  return loaded.seed;
}
