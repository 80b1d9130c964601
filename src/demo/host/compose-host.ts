import { createItem, FIELDS } from '../compose/item';
import type { ComposeItem } from '../compose/item';
import type { DraftSeed, ItemPart, Mailbox } from '../compose/types';
import type { AddinManifest, Command, LaunchEvent, SendMode } from '../manifest/read-manifest';
import type { AlertButton } from './alert-dialog';
import { clientOf, hasSet } from './clients';
import type { Client } from './clients';
import { createClock } from './clock';
import type { Clock } from './clock';
import { createFaultBox } from './faults';
import type { FaultBox } from './faults';
import { createRuntimes } from './runtimes';
import type { StartRuntime } from './runtime';
import { createSmartAlerts } from './smart-alerts';
import type { Outcome, SendState } from './smart-alerts';
import { createWireLog } from './wire-log';
import type { WireLog } from './wire-log';
import { itemEvents } from './item-events';

/** A draft that left the window. */
export interface SentDraft {
  readonly outcome: Outcome;
  readonly at: number;
  readonly deliverAt: number | null;
  readonly subject: string;
  readonly people: readonly string[];
  readonly attachments: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

export interface HostOptions {
  readonly manifest: AddinManifest;
  readonly mailbox: Mailbox;
  readonly startRuntime: StartRuntime;
  readonly client?: Client;
  readonly seed?: DraftSeed;
  readonly clock?: Clock;
  /** Turns an address of the manifest into the one the files are served at. */
  readonly mapUrl?: (url: string) => string;
}

/** A compose window without a face: a draft, an add-in beside it, and the rules of a mail client between them. */
export interface ComposeHost {
  readonly manifest: AddinManifest;
  readonly mailbox: Mailbox;
  readonly clock: Clock;
  readonly log: WireLog;
  readonly faults: FaultBox;
  item(): ComposeItem;
  client(): Client;
  setClient(client: Client): void;
  /** Another send mode than the manifest's, to see what it would do; null for the manifest's own. */
  setSendMode(mode: SendMode | null): void;
  sendMode(): SendMode | null;
  /** Puts another draft in the window: open panes see the item change, a running check is dropped. */
  openDraft(seed: DraftSeed): void;
  /** Shifts the add-in pages' clock, in milliseconds; runtimes that start later have it. */
  setClockShift(milliseconds: number): void;
  clockShift(): number;
  /** The language of the client, as a BCP 47 tag; runtimes that start later have it. */
  setLocale(locale: string): void;
  setOffline(isOffline: boolean): void;
  isOffline(): boolean;
  /** Commands of this kind of draft that this client shows. */
  commands(): readonly Command[];
  /** Why this client does not run the add-in at sending; null when it does. */
  whyUnchecked(): string | null;
  runCommand(id: string, contextData?: string | null): void;
  /** Runs a handler by its name, outside sending; the answer carries what it passed to `completed`. */
  run(functionName: string, data: Readonly<Record<string, unknown>>, kind: 'event' | 'function', answer: (status: number, context: unknown) => void): void;
  openPane(): { readonly commandId: string; readonly title: string } | null;
  closePane(): void;
  /** The reason Send is refused before any add-in runs; null when it went ahead. */
  pressSend(): string | null;
  send(): SendState;
  choose(button: AlertButton): void;
  /** After a send: the same draft once more, as if it had not left. */
  backToDraft(): void;
  sent(): readonly SentDraft[];
  /** Most content calls that were ever under way at once. */
  mostContentCalls(): number;
  listen(listener: () => void): () => void;
  dispose(): void;
}

export const DEFAULT_MAILBOX: Mailbox = {
  owner: { address: 'dee.marlow@oakfield.example', name: 'Dee Marlow' },
  accountType: 'office365',
  timeZone: 'GMT Standard Time',
  locale: 'en-GB',
  roamingSettings: {},
  masterCategories: [],
};

export function createComposeHost(options: HostOptions): ComposeHost {
  const { manifest } = options;
  const mailbox = { ...options.mailbox };
  const clock = options.clock ?? createClock();
  const log = createWireLog(() => clock.now());
  const faults = createFaultBox();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  let client = options.client ?? clientOf('browser');
  let itemNumber = 0;
  let isOffline = false;
  let clockShift = 0;
  let sendMode: SendMode | null = null;
  let stopListening: () => void = () => undefined;
  let sent: readonly SentDraft[] = [];

  const newItem = (seed: DraftSeed): ComposeItem => {
    itemNumber += 1;
    mailbox.owner = seed.owner ?? options.mailbox.owner;
    const next = createItem(seed, mailbox.owner, itemNumber, clock.now() + clockShift);
    stopListening();
    let before = { ...next.state };
    stopListening = next.listen((part: ItemPart) => {
      // Assumption: changed-by-add-in.
      for (const event of itemEvents(part, before, next.state)) raise(event);
      before = { ...next.state };
      changed();
    });
    return next;
  };

  const eventOf = (type: string): LaunchEvent | null => manifest.launchEvents.find((event) => event.type === type) ?? null;
  const hasAddin = (): boolean => hasSet(client, manifest.loadsFrom) && hasSet(client, manifest.actsFrom);
  const raise = (event: ReturnType<typeof itemEvents>[number]): void => {
    runtimes.raise(event.wireName, event.payload);
    const kind = item.state.kind === 'message' ? 'Message' : 'Appointment';
    const launch = event.launchSuffix === null ? null : eventOf(`On${kind}${event.launchSuffix}`);
    if (launch !== null && hasAddin()) runtimes.launchAside(launch.functionName, JSON.stringify({ type: launch.type, ...event.launchData }));
  };

  let item = newItem(options.seed ?? {});

  const runtimes = createRuntimes({
    clock,
    log,
    faults,
    manifest,
    mailbox,
    startRuntime: options.startRuntime,
    mapUrl: options.mapUrl ?? ((url) => url),
    client: () => client,
    item: () => item,
    clockShift: () => clockShift,
    completed: (id, status, json) => alerts.completed(id, status, json),
    unavailable: (id) => alerts.unavailable(id),
    send: () => void host.pressSend(),
    closeDraft: () => log.add({ runtime: 'host', kind: 'send', name: 'the add-in closed the draft' }),
    changed,
  });

  const alerts = createSmartAlerts({
    clock,
    log,
    manifest,
    client: () => client,
    launch: (invocationId, functionName, eventText) => runtimes.launch(invocationId, functionName, eventText),
    end: (invocationId) => runtimes.end(invocationId),
    openCommand: (commandId, contextData) => host.runCommand(commandId, contextData),
    sent: (outcome) => {
      const { state } = item;
      sent = [
        ...sent,
        {
          outcome,
          at: clock.now() + clockShift,
          deliverAt: state.deliverAt,
          subject: state.subject,
          people: FIELDS[state.kind].flatMap((field) => state.fields[field].map((person) => `${field}: ${person.address}`)),
          attachments: state.attachments.map(({ name }) => name),
          headers: state.internetHeaders,
        },
      ];
      runtimes.closePane();
    },
    changed,
  });

  const host: ComposeHost = {
    manifest,
    mailbox,
    clock,
    log,
    faults,
    item: () => item,
    client: () => client,
    setClient: (next) => {
      client = next;
      alerts.reset();
      runtimes.closeAll();
      changed();
    },
    setSendMode: (mode) => {
      sendMode = mode;
      changed();
    },
    sendMode: () => sendMode ?? sendEvent()?.sendMode ?? null,
    openDraft: (seed) => {
      alerts.reset();
      item = newItem(seed);
      runtimes.itemChanged();
      if (hasAddin()) launchOnOpen();
      changed();
    },
    setClockShift: (milliseconds) => {
      clockShift = milliseconds;
      changed();
    },
    clockShift: () => clockShift,
    setLocale: (locale) => {
      mailbox.locale = locale;
    },
    setOffline: (next) => {
      isOffline = next;
      changed();
    },
    isOffline: () => isOffline,
    commands: () => (hasAddin() ? manifest.commands.filter(({ surface }) => surface === item.state.kind) : []),
    whyUnchecked: () => {
      if (!hasSet(client, manifest.loadsFrom)) return `This client has Mailbox ${client.requirementSet}; ${manifest.name} loads from ${manifest.loadsFrom}.`;
      if (!hasSet(client, manifest.actsFrom)) return `This client has Mailbox ${client.requirementSet}; ${manifest.name} checks from ${manifest.actsFrom}.`;
      if (!hasSet(client, '1.12')) return `This client has Mailbox ${client.requirementSet}; send events need 1.12.`;
      return sendEvent() === null ? `${manifest.name} has no event for sending ${item.state.kind === 'message' ? 'a message' : 'a meeting'}.` : null;
    },
    runCommand: (id, contextData = null) => {
      const command = manifest.commands.find((candidate) => candidate.id === id);
      if (command === undefined) return;
      if (command.action.kind === 'pane') runtimes.openPane(command, contextData);
      else runtimes.launchCommand(command.action.name, JSON.stringify({ type: 'command', source: { id } }));
    },
    run: (functionName, data, kind, answer) => {
      const eventText = JSON.stringify({ type: 'run', ...data });
      if (kind === 'event') runtimes.launchAside(functionName, eventText, answer);
      else runtimes.launchCommand(functionName, eventText, answer);
    },
    openPane: () => runtimes.pane(),
    closePane: () => runtimes.closePane(),
    pressSend: () => {
      if (alerts.state().phase !== 'composing') return null;
      const hasPeople = FIELDS[item.state.kind].some((field) => item.people(field).length > 0);
      if (!hasPeople) return 'This draft goes to nobody yet. Add a recipient, then press Send.';
      alerts.pressSend(host.whyUnchecked() === null ? sendEvent() : null, isOffline);
      return null;
    },
    send: () => alerts.state(),
    choose: (button) => alerts.choose(button),
    backToDraft: () => alerts.reset(),
    sent: () => sent,
    mostContentCalls: () => runtimes.mostContentCalls(),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      stopListening();
      runtimes.closeAll();
      clock.stop();
      listeners.clear();
    },
  };

  function sendEvent(): LaunchEvent | null {
    const event = eventOf(item.state.kind === 'message' ? 'OnMessageSend' : 'OnAppointmentSend');
    return event === null || sendMode === null ? event : { ...event, sendMode };
  }

  /** A window that opens with a new draft starts these handlers; a stored draft only the second. */
  function launchOnOpen(): void {
    const isDraft = item.state.itemId !== null;
    const types = item.state.kind === 'message' ? ['OnNewMessageCompose', 'OnMessageCompose'] : ['OnNewAppointmentOrganizer', 'OnAppointmentOrganizer'];
    for (const [index, type] of types.entries()) {
      const event = index === 0 && isDraft ? null : eventOf(type);
      if (event !== null) runtimes.launchAside(event.functionName, JSON.stringify({ type }));
    }
  }

  return host;
}
