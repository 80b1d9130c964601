import { stopsSending } from '../domain';
import type { DraftKind, Report } from '../domain';
import { alertButton, alertText } from '../formatters';
import type { Timers } from './timers';

/** The event Office.js hands to a handler; nothing else of it is read. */
export interface OutlookEvent {
  completed(options?: Office.SmartAlertsEventCompletedOptions): void;
}

/** The ids of the controls in the manifest that open the pane: what the dialog's button opens. */
export const PANE_COMMANDS: { readonly [K in DraftKind]: string } = {
  message: 'heedMessagePane',
  appointment: 'heedAppointmentPane',
};

/**
 * What Outlook is told of a report. `allowEvent` is always said. A warning loosens the manifest's soft block to Send
 * Anyway; a reason that is asked for, and a block, leave it. `context` is text for the pane; `language` that of the button.
 */
export function completedOptions(report: Report, kind: DraftKind, context: string | null, language: string | null): Office.SmartAlertsEventCompletedOptions {
  if (!stopsSending(report.verdict)) return { allowEvent: true };
  const stopped: Office.SmartAlertsEventCompletedOptions = {
    allowEvent: false,
    errorMessage: alertText(report, language) ?? '',
    cancelLabel: alertButton(report, language),
    commandId: PANE_COMMANDS[kind],
  };
  if (context !== null) stopped.contextData = context;
  // The value of an enum that the library had not yet when its last version on npm was made.
  if (report.verdict === 'warn') stopped.sendModeOverride = 'promptUser';
  return stopped;
}

/**
 * Answers an event once: the first answer counts, every timer is cleared before it, and later ones are dropped. The only
 * place that calls `event.completed`.
 */
export function answerOnce(event: OutlookEvent, timers: Timers): (options?: Office.SmartAlertsEventCompletedOptions) => void {
  let isAnswered = false;
  return (options) => {
    if (isAnswered) return;
    isAnswered = true;
    timers.close();
    event.completed(options);
  };
}
