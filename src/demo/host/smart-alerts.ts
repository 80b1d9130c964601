import type { AddinManifest, LaunchEvent, SendMode } from '../manifest/read-manifest';
import { alertDialog } from './alert-dialog';
import type { AlertButton, AlertDialog } from './alert-dialog';
import type { Client } from './clients';
import type { Clock } from './clock';
import { readCompletion } from './completion';
import type { Completion } from './completion';
import type { WireLog } from './wire-log';

/** How a draft left. */
export type Outcome =
  /** The add-in allowed it. */
  | 'allowed'
  /** A person sent it against the add-in's advice. */
  | 'sent-anyway'
  /** A person sent it while the add-in could not answer. */
  | 'sent-unchecked'
  /** Nothing checked it: no add-in, an old client, or offline. */
  | 'not-checked'
  /** A second answer let it go while its dialog was open. */
  | 'released-late';

export type SendState =
  | { readonly phase: 'composing' }
  | { readonly phase: 'checking'; readonly since: number }
  | { readonly phase: 'asking'; readonly since: number; readonly dialog: AlertDialog }
  | { readonly phase: 'sent'; readonly outcome: Outcome };

export interface SmartAlerts {
  state(): SendState;
  pressSend(event: LaunchEvent | null, isOffline: boolean): void;
  /** The add-in answered, or the library did for it. */
  completed(invocationId: string, status: number, json: string): void;
  /** The runtime of this invocation could not start. */
  unavailable(invocationId: string): void;
  choose(button: AlertButton): void;
  /** Back to composing, for a new draft. */
  reset(): void;
}

export interface AlertsHost {
  readonly clock: Clock;
  readonly log: WireLog;
  readonly manifest: AddinManifest;
  client(): Client;
  /** Starts the handler; its answer comes back through `completed` or `unavailable`. */
  launch(invocationId: string, functionName: string, eventText: string): void;
  /** The host has no further use for the runtime of this invocation. */
  end(invocationId: string): void;
  openCommand(commandId: string, contextData: string | null): void;
  sent(outcome: Outcome): void;
  changed(): void;
}

/** The "taking longer" dialog comes after 5 s, the time-out after 5 min, both from the click. Assumption: time-out-length. */
export const SLOW_AFTER = 5_000;
export const GIVES_UP_AFTER = 300_000;

/** Codes the library itself reports instead of the handler. */
const NO_SUCH_FUNCTION = 11_101;

interface Invocation {
  readonly id: string;
  readonly mode: SendMode;
  readonly since: number;
  /** The first answer, once there is one. */
  completion: Completion | null;
  isSlow: boolean;
  isOver: boolean;
  wasGivenUp: boolean;
  cancelTimers: () => void;
}

/** Runs one send after the other through the add-in and asks the person what the rules of the client ask. */
export function createSmartAlerts(host: AlertsHost): SmartAlerts {
  let state: SendState = { phase: 'composing' };
  let current: Invocation | null = null;
  let count = 0;

  const enter = (next: SendState): void => {
    state = next;
    host.log.add({ runtime: 'host', kind: 'send', name: nameOf(next) });
    host.changed();
  };
  const finish = (invocation: Invocation): void => {
    invocation.cancelTimers();
    invocation.isOver = true;
    host.end(invocation.id);
  };
  const send = (outcome: Outcome): void => {
    if (current !== null && !current.isOver) finish(current);
    enter({ phase: 'sent', outcome });
    host.sent(outcome);
  };
  const ask = (invocation: Invocation, dialog: AlertDialog): void => enter({ phase: 'asking', since: invocation.since, dialog });

  const goSlow = (invocation: Invocation): void => {
    if (invocation.isOver || invocation.completion !== null) return;
    invocation.isSlow = true;
    ask(invocation, alertDialog('slow', host.manifest.name, invocation.mode));
  };
  const giveUp = (invocation: Invocation): void => {
    if (invocation.isOver || invocation.completion !== null) return;
    invocation.wasGivenUp = true;
    finish(invocation);
    ask(invocation, alertDialog('timed-out', host.manifest.name, invocation.mode));
  };

  const decide = (invocation: Invocation, completion: Completion): void => {
    invocation.completion = completion;
    invocation.cancelTimers();
    if (!completion.isAllowed) {
      // The runtime of the classic client lives on for a moment: its timers can still answer again (office-js 6656).
      if (!host.client().lateAllowReleases) finish(invocation);
      ask(invocation, alertDialog('stopped', host.manifest.name, completion.isPrompt ? 'promptUser' : invocation.mode, completion, host.client()));
    } else if (invocation.isSlow && host.client().asksAfterSlowAllow) {
      // Assumption: slow-then-allow.
      finish(invocation);
      ask(invocation, alertDialog('confirm', host.manifest.name, invocation.mode));
    } else send('allowed');
  };

  /** Assumption: second-answer. */
  const answerAgain = (invocation: Invocation, completion: Completion): void => {
    host.log.violate('host', 'completed() was called twice for one send; the second answer was dropped.');
    const isDialogOpen = state.phase === 'asking' && state.dialog.kind === 'stopped' && current === invocation;
    if (host.client().lateAllowReleases && completion.isAllowed && isDialogOpen) {
      host.log.violate('host', 'The second answer allowed the send, so this client released the mail while its dialog was open.');
      send('released-late');
    }
  };

  return {
    state: () => state,
    pressSend: (event, isOffline) => {
      if (state.phase !== 'composing') return;
      if (event === null) return send('not-checked');
      const mode = event.sendMode ?? 'softBlock';
      if (isOffline) {
        // Assumption: offline-modes.
        if (mode === 'promptUser') return send('not-checked');
        return enter({ phase: 'asking', since: host.clock.now(), dialog: alertDialog('offline', host.manifest.name, mode) });
      }
      count += 1;
      const invocation: Invocation = {
        id: `send-${count}`,
        mode,
        since: host.clock.now(),
        completion: null,
        isSlow: false,
        isOver: false,
        wasGivenUp: false,
        cancelTimers: () => undefined,
      };
      const cancelSlow = host.clock.after(SLOW_AFTER, () => goSlow(invocation));
      const cancelTimeOut = host.clock.after(GIVES_UP_AFTER, () => giveUp(invocation));
      invocation.cancelTimers = () => {
        cancelSlow();
        cancelTimeOut();
      };
      current = invocation;
      enter({ phase: 'checking', since: invocation.since });
      // Assumption: event-text. Assumption: event-function-name.
      host.launch(invocation.id, event.functionName, JSON.stringify({ type: event.type, source: { id: invocation.id } }));
    },
    completed: (invocationId, status, json) => {
      const invocation = current;
      if (invocation === null || invocation.id !== invocationId) return;
      if (status === NO_SUCH_FUNCTION) {
        // Assumption: missing-function.
        host.log.violate('host', 'The add-in has no handler of the name that the manifest gives for this event.');
        return failLoading(invocation);
      }
      const completion = readCompletion(json, host.client(), host.manifest.commands);
      for (const problem of completion.problems) host.log.violate('host', problem);
      if (invocation.completion !== null) return answerAgain(invocation, completion);
      if (invocation.isOver) {
        if (invocation.wasGivenUp) host.log.violate('host', 'completed() was called after the host had given up waiting.');
        else host.log.add({ runtime: 'host', kind: 'send', name: 'an answer came after the person had decided' });
        return;
      }
      decide(invocation, completion);
    },
    unavailable: (invocationId) => {
      if (current !== null && current.id === invocationId) failLoading(current);
    },
    choose: (button) => {
      if (state.phase !== 'asking') return;
      const { dialog } = state;
      if (!dialog.buttons.some(({ id }) => id === button)) return;
      host.log.add({ runtime: 'host', kind: 'send', name: `button: ${button}` });
      const invocation = current;
      if (invocation !== null && !invocation.isOver) finish(invocation);
      if (button === 'send-anyway') return send(dialog.kind === 'stopped' ? 'sent-anyway' : 'sent-unchecked');
      if (button === 'send') return send('allowed');
      enter({ phase: 'composing' });
      const completion = invocation?.completion ?? null;
      const isAction = button === 'take-action' || (dialog.kind === 'stopped' && host.client().actionButton === 'relabels');
      // Assumption: take-action-opens.
      if (isAction && completion?.commandId) host.openCommand(completion.commandId, completion.contextData);
    },
    reset: () => {
      if (current !== null && !current.isOver) finish(current);
      current = null;
      if (state.phase !== 'composing') enter({ phase: 'composing' });
    },
  };

  function failLoading(invocation: Invocation): void {
    if (invocation.isOver || invocation.completion !== null) return;
    finish(invocation);
    ask(invocation, alertDialog('unavailable', host.manifest.name, invocation.mode));
  }
}

function nameOf(state: SendState): string {
  if (state.phase === 'asking') return `dialog: ${state.dialog.kind}`;
  return state.phase === 'sent' ? `sent: ${state.outcome}` : state.phase;
}
