import type { DraftSeed } from '../compose/types';
import type { AddinManifest, SendMode } from '../manifest/read-manifest';
import type { AlertButton } from './alert-dialog';
import { clientOf } from './clients';
import type { Client, ClientId } from './clients';
import type { ComposeHost, SentDraft } from './compose-host';
import type { Fault, RuntimeFault } from './faults';
import type { SendState } from './smart-alerts';
import type { Violation, WireEntry } from './wire-log';

/** How the stage is set for one test: plain data, so that it passes from a test into a page. */
export interface Stage {
  readonly seed?: DraftSeed;
  readonly client?: ClientId;
  readonly requirementSet?: string;
  readonly clientChanges?: Partial<Client>;
  readonly sendMode?: SendMode;
  readonly permission?: AddinManifest['permission'];
  readonly faults?: readonly Fault[];
  readonly runtimeFault?: RuntimeFault;
  readonly isOffline?: boolean;
  readonly locale?: string;
  readonly clockShift?: number;
  /** Host milliseconds per real one; 0 lets host time stand still until it is skipped. */
  readonly clockRate?: number;
}

/** What a handler completed with, or that it never did. */
export type Ran = { readonly status: number; readonly context: unknown } | 'no answer';

/** A compose window driven by a program. Every value is plain data; the same calls work in a page and in Node. */
export interface Driver {
  load(stage: Stage): void;
  openDraft(seed: DraftSeed): void;
  /** Runs a handler outside sending and waits for its answer, at most so many real milliseconds. */
  run(functionName: string, data: Readonly<Record<string, unknown>>, kind?: 'event' | 'function', wait?: number): Promise<Ran>;
  /** Null, or the sentence with which Send was refused. */
  pressSend(): string | null;
  state(): SendState;
  /** Waits until the check is over or a dialog is up, at most so many real milliseconds. */
  settle(wait?: number): Promise<SendState>;
  choose(button: AlertButton): void;
  skip(milliseconds: number): void;
  openCommand(id: string, contextData?: string | null): void;
  pane(): string | null;
  setFaults(faults: readonly Fault[]): void;
  item(): Readonly<Record<string, unknown>>;
  sent(): readonly SentDraft[];
  violations(): readonly Violation[];
  log(): readonly WireEntry[];
  mostContentCalls(): number;
  whyUnchecked(): string | null;
  dispose(): void;
}

const POLL = 10;

/** `open` makes a window; `first` is one that is open already. */
export function createDriver(open: (change: (manifest: AddinManifest) => AddinManifest) => ComposeHost, first: ComposeHost | null = null): Driver {
  let current = first;
  const host = (): ComposeHost => {
    current ??= open((manifest) => manifest);
    return current;
  };
  const until = async (isDone: () => boolean, wait: number): Promise<boolean> => {
    for (let waited = 0; waited <= wait; waited += POLL) {
      if (isDone()) return true;
      await new Promise((resolve) => setTimeout(resolve, POLL));
    }
    return isDone();
  };
  return {
    load: (stage) => {
      current?.dispose();
      const { permission } = stage;
      current = open((manifest) => (permission === undefined ? manifest : { ...manifest, permission }));
      current.clock.setRate(stage.clockRate ?? 1);
      current.setClockShift(stage.clockShift ?? 0);
      current.faults.set(stage.faults ?? []);
      current.faults.setRuntime(stage.runtimeFault ?? 'none');
      current.setSendMode(stage.sendMode ?? null);
      current.setLocale(stage.locale ?? 'en-GB');
      current.setClient(clientOf(stage.client ?? 'browser', stage.requirementSet ?? '1.15', stage.clientChanges));
      current.openDraft(stage.seed ?? {});
      current.setOffline(stage.isOffline ?? false);
    },
    openDraft: (seed) => host().openDraft(seed),
    run: async (functionName, data, kind = 'event', wait = 2_000) => {
      let ran: Ran = 'no answer';
      host().run(functionName, data, kind, (status, context) => {
        ran = { status, context };
      });
      await until(() => ran !== 'no answer', wait);
      return ran;
    },
    pressSend: () => host().pressSend(),
    state: () => host().send(),
    settle: async (wait = 10_000) => {
      await until(() => host().send().phase !== 'checking', wait);
      return host().send();
    },
    choose: (button) => host().choose(button),
    skip: (milliseconds) => host().clock.skip(milliseconds),
    openCommand: (id, contextData = null) => host().runCommand(id, contextData),
    pane: () => host().openPane()?.commandId ?? null,
    setFaults: (faults) => host().faults.set(faults),
    item: () => ({ ...host().item().state }),
    sent: () => host().sent(),
    violations: () => host().log.violations(),
    log: () => host().log.entries(),
    mostContentCalls: () => host().mostContentCalls(),
    whyUnchecked: () => host().whyUnchecked(),
    dispose: () => {
      current?.dispose();
      current = null;
    },
  };
}
