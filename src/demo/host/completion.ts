import type { Command } from '../manifest/read-manifest';
import { hasSet } from './clients';
import type { Client } from './clients';

/** What an add-in answered to a send, as this client understands it. */
export interface Completion {
  readonly isAllowed: boolean;
  readonly message: string | null;
  readonly markdown: string | null;
  readonly actionLabel: string | null;
  /** The command that Take Action opens; null when it only closes the dialog. */
  readonly commandId: string | null;
  readonly contextData: string | null;
  /** True when the add-in loosens its send mode for this send. */
  readonly isPrompt: boolean;
  /** Sentences about options that a client would ignore, cut or refuse. */
  readonly problems: readonly string[];
}

/** Limits of SmartAlertsEventCompletedOptions in the documentation. */
const LONGEST_MESSAGE = 500;
const LONGEST_LABEL = 20;

const KNOWN = ['allowEvent', 'errorMessage', 'errorMessageMarkdown', 'cancelLabel', 'commandId', 'contextData', 'sendModeOverride'];

interface Options {
  readonly [name: string]: unknown;
}

/** Reads the JSON that the library made of the event object and the options of `completed`. */
export function readCompletion(json: string, client: Client, commands: readonly Command[]): Completion {
  let options: Options | null = null;
  try {
    const event = JSON.parse(json) as { readonly completedContext?: Options };
    options = event.completedContext ?? null;
  } catch {
    return { ...allowed(), problems: ['completed() sent something that is not JSON.'] };
  }
  // Assumption: completed-without-options.
  if (options === null) return { ...allowed(), problems: ['completed() was called without allowEvent, whose outcome is not documented.'] };

  const problems: string[] = [];
  for (const name of Object.keys(options)) {
    if (!KNOWN.includes(name)) problems.push(`completed() has the option "${name}", which no client knows.`);
  }
  if (typeof options.allowEvent !== 'boolean') problems.push('completed() was called without allowEvent, whose outcome is not documented.');
  if (options.allowEvent !== false) return { ...allowed(), problems };

  const message = textOption(options, 'errorMessage', LONGEST_MESSAGE, problems);
  const markdown = textOption(options, 'errorMessageMarkdown', LONGEST_MESSAGE, problems);
  if (message === null) problems.push('completed() stops the send without an errorMessage, so people read only the name of the add-in.');
  return {
    isAllowed: false,
    message,
    // Assumption: older-options.
    markdown: hasSet(client, '1.15') ? markdown : null,
    ...actionOf(options, client, commands, problems),
    isPrompt: isPrompt(options, client, problems),
    problems,
  };
}

function allowed(): Omit<Completion, 'problems'> {
  return { isAllowed: true, message: null, markdown: null, actionLabel: null, commandId: null, contextData: null, isPrompt: false };
}

function textOption(options: Options, name: string, longest: number, problems: string[]): string | null {
  const value = options[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') {
    problems.push(`${name} is not text.`);
    return null;
  }
  if (value.length > longest) problems.push(`${name} has ${value.length} characters; clients show ${longest}.`);
  return value.slice(0, longest);
}

function isPrompt(options: Options, client: Client, problems: string[]): boolean {
  const override = options.sendModeOverride;
  if (override === undefined || override === null) return false;
  if (override !== 'promptUser') {
    problems.push(`sendModeOverride is ${JSON.stringify(override)}; the only value is "promptUser".`);
    return false;
  }
  return hasSet(client, '1.14');
}

function actionOf(
  options: Options,
  client: Client,
  commands: readonly Command[],
  problems: string[],
): Pick<Completion, 'actionLabel' | 'commandId' | 'contextData'> {
  const label = textOption(options, 'cancelLabel', LONGEST_LABEL, problems);
  const commandId = typeof options.commandId === 'string' && options.commandId !== '' ? options.commandId : null;
  const contextData = options.contextData ?? null;
  if (commandId === null) {
    if (label !== null) problems.push('cancelLabel without commandId shows on some clients only.');
    if (contextData !== null) problems.push('contextData without commandId is ignored.');
  }
  if (contextData !== null && typeof contextData !== 'string') {
    problems.push('contextData is not text; classic clients before 2402 accept text only.');
  }
  if (!hasSet(client, '1.14')) return { actionLabel: null, commandId: null, contextData: null };
  const command = commands.find(({ id }) => id === commandId) ?? null;
  if (commandId !== null && command === null) problems.push(`commandId "${commandId}" is no control of the manifest, so its button only closes the dialog.`);
  return {
    actionLabel: commandId === null ? null : (label ?? 'Take Action'),
    commandId: command?.id ?? null,
    contextData: commandId === null || contextData === null ? null : typeof contextData === 'string' ? contextData : JSON.stringify(contextData),
  };
}
