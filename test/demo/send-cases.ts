import type { AlertKind, AlertButton } from '../../src/demo/host/alert-dialog';
import type { Driver, Stage } from '../../src/demo/host/driver';
import type { Outcome, SendState } from '../../src/demo/host/smart-alerts';
import type { SendMode } from '../../src/demo/manifest/read-manifest';

/** One press of Send: how the probe behaves, how long the person waits, and what the client then offers. */
export interface SendCase {
  readonly name: string;
  /** The subject of the draft, by which the probe knows what to do. */
  readonly behaviour: string;
  readonly stage: Stage;
  /** Host milliseconds that pass at once after the click. */
  readonly passes?: number;
  /** The outcome, or the dialog with its buttons in order. */
  readonly ends: Outcome | { readonly dialog: AlertKind; readonly buttons: readonly string[]; readonly text?: unknown };
  readonly chooses?: AlertButton;
  /** After the choice: how the draft left, or that it is still here. */
  readonly then?: Outcome | 'composing';
  readonly violations?: readonly unknown[];
}

/** Host time stands still, so that only what a case says passes. */
const still = (sendMode: SendMode, more: Stage = {}): Stage => ({ clockRate: 0, sendMode, ...more });

const FIVE_SECONDS = 5_000;
const FIVE_MINUTES = 300_000;
const BACK = ["Don't Send"];
const EITHER = ['Send Anyway', "Don't Send"];

const THROWN = expect.stringContaining('probe throws');
const TWICE = 'completed() was called twice for one send; the second answer was dropped.';
const RELEASED = 'The second answer allowed the send, so this client released the mail while its dialog was open.';

function casesOf(mode: SendMode, words: string): readonly SendCase[] {
  const isPrompt = mode === 'promptUser';
  const choices = isPrompt ? EITHER : BACK;
  const anyway: Pick<SendCase, 'chooses' | 'then'> = isPrompt ? { chooses: 'send-anyway', then: 'sent-unchecked' } : { chooses: 'dont-send', then: 'composing' };
  return [
    { name: `${words}: an allowed draft leaves without a question`, behaviour: 'allow', stage: still(mode), ends: 'allowed' },
    {
      name: `${words}: a refused draft shows the add-in's words`,
      behaviour: 'deny',
      stage: still(mode),
      ends: { dialog: 'stopped', buttons: choices, text: 'Line one.\nLine two.' },
      ...(isPrompt ? { chooses: 'send-anyway', then: 'sent-anyway' } : { chooses: 'dont-send', then: 'composing' }),
    },
    {
      name: `${words}: a handler that throws ends in the five-minute limit`,
      behaviour: 'throw',
      stage: still(mode),
      passes: FIVE_MINUTES,
      ends: { dialog: 'timed-out', buttons: choices },
      ...anyway,
    },
    { name: `${words}: a handler that never answers is slow after five seconds`, behaviour: 'never', stage: still(mode), passes: FIVE_SECONDS, ends: { dialog: 'slow', buttons: choices }, ...anyway },
    { name: `${words}: a handler that never answers times out after five minutes`, behaviour: 'never', stage: still(mode), passes: FIVE_MINUTES, ends: { dialog: 'timed-out', buttons: choices }, ...anyway },
    { name: `${words}: a late answer lets a browser client send at once`, behaviour: 'late', stage: still(mode), passes: FIVE_SECONDS, ends: 'allowed' },
    {
      name: `${words}: a late answer makes the classic client ask once more`,
      behaviour: 'late',
      stage: still(mode, { client: 'classic-desktop' }),
      passes: FIVE_SECONDS,
      ends: { dialog: 'confirm', buttons: ['Send', "Don't Send"] },
      chooses: 'send',
      then: 'allowed',
    },
    {
      name: `${words}: a second answer changes nothing in a browser client`,
      behaviour: 'double',
      stage: still(mode),
      ends: { dialog: 'stopped', buttons: choices },
      violations: [TWICE],
    },
    {
      name: `${words}: a second answer releases the mail in the classic client`,
      behaviour: 'double',
      stage: still(mode, { client: 'classic-desktop' }),
      ends: 'released-late',
      violations: [TWICE, RELEASED],
    },
    {
      name: `${words}: an add-in that does not load is unavailable`,
      behaviour: 'allow',
      stage: still(mode, { runtimeFault: 'load-error' }),
      ends: { dialog: 'unavailable', buttons: mode === 'block' ? ['Try Later'] : ['Send Anyway', 'Try Later'] },
      ...(mode === 'block' ? { chooses: 'try-later', then: 'composing' } : { chooses: 'send-anyway', then: 'sent-unchecked' }),
    },
    {
      name: `${words}: an add-in that loads and stays silent times out`,
      behaviour: 'allow',
      stage: still(mode, { runtimeFault: 'never-ready' }),
      passes: FIVE_MINUTES,
      ends: { dialog: 'timed-out', buttons: choices },
    },
    {
      name: `${words}: offline, the draft ${isPrompt ? 'leaves unchecked' : 'waits'}`,
      behaviour: 'deny',
      stage: still(mode, { isOffline: true }),
      ends: isPrompt ? 'not-checked' : { dialog: 'offline', buttons: BACK },
    },
  ];
}

const OPTION_CASES: readonly SendCase[] = [
  {
    name: 'a soft block loosened for this send offers Send Anyway',
    behaviour: 'deny-prompt',
    stage: still('softBlock'),
    ends: { dialog: 'stopped', buttons: EITHER },
    chooses: 'send-anyway',
    then: 'sent-anyway',
  },
  {
    name: 'a client at 1.13 does not know the loosening',
    behaviour: 'deny-prompt',
    stage: still('softBlock', { requirementSet: '1.13' }),
    ends: { dialog: 'stopped', buttons: BACK },
  },
  {
    name: 'Take Action opens the pane and keeps the draft',
    behaviour: 'deny-action',
    stage: still('softBlock'),
    ends: { dialog: 'stopped', buttons: ['Put it right', "Don't Send"] },
    chooses: 'take-action',
    then: 'composing',
  },
  {
    name: "the classic client before 1.15 names Don't Send after the action",
    behaviour: 'deny-action',
    stage: still('softBlock', { client: 'classic-desktop', requirementSet: '1.14' }),
    ends: { dialog: 'stopped', buttons: ['Put it right'] },
    chooses: 'dont-send',
    then: 'composing',
  },
  {
    name: "a Mac names Don't Send after the action, whatever newer set is asked for",
    behaviour: 'deny-action',
    stage: still('softBlock', { client: 'mac-desktop', requirementSet: '1.16' }),
    ends: { dialog: 'stopped', buttons: ['Put it right'] },
    chooses: 'dont-send',
    then: 'composing',
  },
  {
    name: 'a client at 1.13 shows no action',
    behaviour: 'deny-action',
    stage: still('softBlock', { requirementSet: '1.13' }),
    ends: { dialog: 'stopped', buttons: BACK },
  },
  {
    name: 'options that no client takes are named',
    behaviour: 'deny-wrongly',
    stage: still('softBlock'),
    ends: { dialog: 'stopped', buttons: BACK, text: 'Probe & Co is preventing this email from being sent.' },
    violations: [
      'completed() has the option "mystery", which no client knows.',
      'completed() stops the send without an errorMessage, so people read only the name of the add-in.',
      'cancelLabel has 24 characters; clients show 20.',
      'cancelLabel without commandId shows on some clients only.',
      'contextData without commandId is ignored.',
      'contextData is not text; classic clients before 2402 accept text only.',
      'sendModeOverride is "block"; the only value is "promptUser".',
    ],
  },
  {
    name: 'completed without options lets the draft go, and is named',
    behaviour: 'bare',
    stage: still('softBlock'),
    ends: 'allowed',
    violations: ['completed() was called without allowEvent, whose outcome is not documented.'],
  },
  {
    name: 'a refusal after an allowance is dropped',
    behaviour: 'allow-then-deny',
    stage: still('softBlock'),
    ends: 'allowed',
    violations: [TWICE],
  },
  { name: 'a client at 1.11 does not check at all', behaviour: 'deny', stage: still('softBlock', { requirementSet: '1.11' }), ends: 'not-checked' },
];

export const SEND_CASES: readonly SendCase[] = [...casesOf('promptUser', 'prompt user'), ...casesOf('softBlock', 'soft block'), ...casesOf('block', 'block'), ...OPTION_CASES];

/** A driver in this process or in a page: the same names, with or without a round trip. */
type AnyDriver = { readonly [K in keyof Driver]: (...values: Parameters<Driver[K]>) => unknown };

const POLL = 10;

/** Waits for real until host and add-in have come to rest; every wait is bounded. */
async function eventually<T>(read: () => Promise<T>, isDone: (value: T) => boolean, wait = 5_000): Promise<T> {
  for (let waited = 0; waited < wait; waited += POLL) {
    const value = await read();
    if (isDone(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  return read();
}

/** Plays one case and asserts each step. A host sees what an add-in throws only where both share an origin. */
export async function playSend(driver: AnyDriver, entry: SendCase, seesThrows = true): Promise<void> {
  await driver.load({ ...entry.stage, seed: { to: ['ann@centre.example'], subject: entry.behaviour, ...entry.stage.seed } });
  expect(await driver.pressSend()).toBeNull();
  const launched = async (): Promise<boolean> => {
    const log = (await driver.log()) as ReturnType<Driver['log']>;
    return log.some(({ kind, name }) => kind === 'answer' && name === 'subject.getAsync') || (entry.stage.runtimeFault ?? 'none') !== 'none';
  };
  if (entry.passes !== undefined) {
    await eventually(launched, (isLaunched) => isLaunched);
    await driver.skip(entry.passes);
  }
  const read = async (): Promise<SendState> => (await driver.state()) as SendState;
  const wanted = entry.ends;
  const matches = (state: SendState): boolean =>
    typeof wanted === 'string' ? state.phase === 'sent' && state.outcome === wanted : state.phase === 'asking' && state.dialog.kind === wanted.dialog;
  const state = await eventually(read, matches);
  if (typeof wanted === 'string') expect(state).toEqual({ phase: 'sent', outcome: wanted });
  else {
    expect(state).toMatchObject({ phase: 'asking', dialog: { kind: wanted.dialog, title: 'Probe & Co' } });
    if (state.phase === 'asking') {
      expect(state.dialog.buttons.map(({ label }) => label)).toEqual(wanted.buttons);
      if (wanted.text !== undefined) expect(state.dialog.text).toEqual(wanted.text);
    }
  }
  if (entry.chooses !== undefined) {
    await driver.choose(entry.chooses);
    const after = await read();
    expect(after).toEqual(entry.then === 'composing' ? { phase: 'composing' } : { phase: 'sent', outcome: entry.then });
  }
  const expected = entry.behaviour === 'throw' ? (seesThrows ? [THROWN] : []) : (entry.violations ?? []);
  const violations = async (): Promise<readonly string[]> => ((await driver.violations()) as ReturnType<Driver['violations']>).map(({ what }) => what);
  expect(await eventually(violations, (list) => list.length >= expected.length)).toEqual(expected);
}
