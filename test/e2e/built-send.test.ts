import type { Browser } from 'playwright-core';
import type { Fault } from '../../src/demo/host/faults';
import type { SendMode } from '../../src/demo/manifest/read-manifest';
import { builtFolder } from '../built';
import { launchBrowser } from './find-browser';
import { MORNING } from './journey';
import { openWebStage } from './web-stage';
import type { WebStage } from './web-stage';

jest.setTimeout(60_000);

const register = { name: 'register.csv', text: 'Name,UPN,SEN status\nA Test,H801200001001,K\nB Test,P207000016049,E\n' };
const ordinary = { from: { name: 'Dee Marlow', address: 'dee.marlow@oakfield.example' }, to: ['kit@oakfield.example'], subject: 'Open evening rota', text: 'Please see the rota.' };
const risky = { ...ordinary, to: ['office@fellside-centre.example'], attachments: [register] };

/** What can be done to the built add-in from outside, and what it answers: it goes, asks for a reason, or warns. */
type Ends = 'goes' | 'reason' | 'warns';
const THROWING = ['body.getAsync', 'subject.getAsync', 'getAttachmentsAsync'].map((api): Fault => ({ api, kind: 'throws' }));
const CASES: readonly (readonly [name: string, seed: object, faults: readonly Fault[], ends: Ends])[] = [
  ['allow', ordinary, [], 'goes'],
  ['deny', risky, [], 'reason'],
  ['a library that throws', risky, THROWING, 'warns'],
  ['calls that never answer', risky, [{ api: '*', kind: 'hangs' }], 'warns'],
  ['content that comes too late', risky, [{ api: 'getAttachmentContentAsync', kind: 'is-slow', milliseconds: 9_000 }], 'warns'],
  ['calls that answer twice', risky, [{ api: '*', kind: 'answers-twice' }], 'reason'],
  ['names that nobody resolved, which the client keeps to itself', { ...risky, to: ['somebody'] }, [], 'warns'],
  ['calls that fail', risky, [{ api: '*', kind: 'fails', code: 5001 }], 'warns'],
];
const MODES: readonly SendMode[] = ['promptUser', 'softBlock', 'block'];

/** The built add-in, unmodified, under every send mode: one answer each time, within the time there is, and the right one. */
describe('the built add-in answers every send once', () => {
  let browser: Browser;
  let stage: WebStage;
  beforeAll(async () => {
    builtFolder();
    browser = await launchBrowser();
    stage = await openWebStage(browser);
  }, 300_000);
  afterAll(() => browser.close());

  const cases = MODES.flatMap((mode) => CASES.map(([name, seed, faults, ends]) => [`${mode}: ${name}`, mode, seed, faults, ends] as const));
  test.each(cases)('%s', async (_name, sendMode, seed, faults, ends) => {
    await stage.driver.load({ seed, sendMode, faults, clockShift: MORNING - Date.now() });
    await stage.driver.pressSend();
    const state = await stage.driver.settle(12_000);
    const answers = (await stage.driver.log()).filter(({ kind }) => kind === 'completed');
    expect(answers).toHaveLength(1);
    expect(await stage.driver.violations()).toEqual([]);
    if (ends === 'goes') {
      expect(state).toEqual({ phase: 'sent', outcome: 'allowed' });
      return;
    }
    expect(state).toMatchObject({ phase: 'asking', dialog: { kind: 'stopped' } });
    const labels = state.phase === 'asking' ? state.dialog.buttons.map(({ label }) => label) : [];
    expect(labels.includes('Send Anyway')).toBe(ends === 'warns' || sendMode === 'promptUser');
    expect(labels).toContain("Don't Send");
    expect(await stage.driver.sent()).toEqual([]);
  });

  test('on a Mac the one button has our words and opens the pane', async () => {
    await stage.driver.load({ client: 'mac-desktop', seed: risky, clockShift: MORNING - Date.now() });
    await stage.driver.pressSend();
    const state = await stage.driver.settle(12_000);
    expect(state).toMatchObject({ phase: 'asking', dialog: { kind: 'stopped', buttons: [{ id: 'dont-send', label: 'Remove attachment' }] } });
    expect(await stage.driver.violations()).toEqual([]);
    await stage.driver.choose('dont-send');
    expect(await stage.driver.pane()).toBe('heedMessagePane');
  });

  test('nothing was asked for off this machine', () => {
    expect(stage.offMachine).toEqual([]);
  });
});
