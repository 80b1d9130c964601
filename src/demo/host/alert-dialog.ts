import type { SendMode } from '../manifest/read-manifest';
import type { Client } from './clients';
import type { Completion } from './completion';

export type AlertButton = 'send-anyway' | 'dont-send' | 'take-action' | 'try-later' | 'send';

export type AlertKind = 'stopped' | 'slow' | 'timed-out' | 'unavailable' | 'confirm' | 'offline';

/** What the host asks the person, as plain data: the window draws it, tests read it. */
export interface AlertDialog {
  readonly kind: AlertKind;
  /** Always the add-in's name (documentation of Smart Alerts). */
  readonly title: string;
  readonly text: string;
  /** Shown instead of the text by clients that know it. */
  readonly markdown: string | null;
  readonly buttons: readonly { readonly id: AlertButton; readonly label: string }[];
}

const LABELS: Readonly<Record<AlertButton, string>> = {
  'send-anyway': 'Send Anyway',
  'dont-send': "Don't Send",
  'take-action': 'Take Action',
  'try-later': 'Try Later',
  send: 'Send',
};

function buttons(...ids: readonly AlertButton[]): AlertDialog['buttons'] {
  return ids.map((id) => ({ id, label: LABELS[id] }));
}

/** The dialog of one situation: its words are ours, its choices those of the documentation's table of send modes. */
export function alertDialog(kind: AlertKind, title: string, mode: SendMode, completion: Completion | null = null, client: Client | null = null): AlertDialog {
  const isPrompt = mode === 'promptUser';
  const plain = (text: string, choices: AlertDialog['buttons']): AlertDialog => ({ kind, title, text, markdown: null, buttons: choices });
  switch (kind) {
    case 'stopped':
      return stopped(title, isPrompt, completion, client);
    case 'slow':
      return plain(
        isPrompt
          ? `${title} is taking longer than expected to check this draft. Wait, send it without the check, or go back.`
          : `${title} is taking longer than expected to check this draft. It can be sent when the check is done.`,
        // Assumption: slow-dialog-buttons.
        isPrompt ? buttons('send-anyway', 'dont-send') : buttons('dont-send'),
      );
    case 'timed-out':
      return plain(
        isPrompt ? `${title} did not finish in time. Send the draft without the check, or go back.` : `${title} did not finish in time. Press Send again to check the draft once more.`,
        isPrompt ? buttons('send-anyway', 'dont-send') : buttons('dont-send'),
      );
    case 'unavailable':
      return plain(
        mode === 'block' ? `${title} is not available, and this draft can't be sent without it. Try again later.` : `${title} is not available, so this draft has not been checked.`,
        mode === 'block' ? buttons('try-later') : buttons('send-anyway', 'try-later'),
      );
    case 'confirm':
      return plain(`${title} has finished its check. Send the draft now?`, buttons('send', 'dont-send'));
    case 'offline':
      return plain(`You are working offline, so ${title} can't check this draft. Go online, then press Send again.`, buttons('dont-send'));
  }
}

function stopped(title: string, isPrompt: boolean, completion: Completion | null, client: Client | null): AlertDialog {
  const label = completion?.actionLabel ?? null;
  const isRelabelled = client?.actionButton === 'relabels';
  const choices: { id: AlertButton; label: string }[] = [];
  if (label !== null && !isRelabelled) choices.push({ id: 'take-action', label });
  if (isPrompt) choices.push({ id: 'send-anyway', label: LABELS['send-anyway'] });
  choices.push({ id: 'dont-send', label: label !== null && isRelabelled ? label : LABELS['dont-send'] });
  return {
    kind: 'stopped',
    title,
    text: completion?.message ?? `${title} is preventing this email from being sent.`,
    markdown: completion?.markdown ?? null,
    buttons: choices,
  };
}
