import type { SendMode } from '../manifest/read-manifest';
import { CLIENT_IDS, clientOf, REQUIREMENT_SETS } from '../host/clients';
import type { ClientId } from '../host/clients';
import type { ComposeHost } from '../host/compose-host';
import { API_NAMES } from '../host/dispatch';
import type { Fault, FaultKind, RuntimeFault } from '../host/faults';
import { button, choice, h, labelled, momentWords } from './dom';
import { removeButton } from './people-field';
import type { View } from './people-field';

/** What can go wrong with one click: the single faults that mail clients are known for. */
interface Trouble {
  readonly label: string;
  readonly faults?: readonly Fault[];
  readonly runtime?: RuntimeFault;
  readonly isOffline?: boolean;
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  nothing: { label: 'Nothing' },
  'load-error': { label: 'The add-in does not load', runtime: 'load-error' },
  'never-ready': { label: 'The add-in loads and stays silent', runtime: 'never-ready' },
  'all-hang': { label: 'Every call hangs', faults: [{ api: '*', kind: 'hangs' }] },
  'all-fail': { label: 'Every call fails', faults: [{ api: '*', kind: 'fails', code: 5001 }] },
  'content-hangs': { label: 'Attachments never arrive', faults: [{ api: 'getAttachmentContentAsync', kind: 'hangs' }] },
  'content-empty': { label: 'Attachments arrive empty', faults: [{ api: 'getAttachmentContentAsync', kind: 'answers-empty' }] },
  'content-slow': { label: 'Attachments take 3 seconds', faults: [{ api: 'getAttachmentContentAsync', kind: 'is-slow', milliseconds: 3_000 }] },
  'body-fails': { label: 'The body cannot be read', faults: [{ api: 'body.getAsync', kind: 'fails', code: 5001 }] },
  'people-fail': {
    label: 'Recipients cannot be read',
    faults: ['to', 'cc', 'bcc'].map((field) => ({ api: `${field}.getAsync`, kind: 'fails' as const, code: 5001 })),
  },
  'session-missing': { label: 'No session data', faults: [{ api: 'sessionData', kind: 'is-missing' }] },
  'no-item': { label: 'The window shows no item', runtime: 'no-item' },
  offline: { label: 'Working offline', isOffline: true },
};

const FAULT_KINDS: readonly { readonly value: FaultKind; readonly label: string }[] = [
  { value: 'hangs', label: 'never answers' },
  { value: 'fails', label: 'fails with code' },
  { value: 'is-slow', label: 'answers after ms' },
  { value: 'answers-empty', label: 'answers empty' },
  { value: 'answers-twice', label: 'answers twice' },
  { value: 'throws', label: 'throws' },
  { value: 'is-missing', label: 'is missing' },
];

const SEND_MODES: readonly { readonly value: SendMode | 'manifest'; readonly label: string }[] = [
  { value: 'manifest', label: 'As in the manifest' },
  { value: 'promptUser', label: 'Prompt user' },
  { value: 'softBlock', label: 'Soft block' },
  { value: 'block', label: 'Block' },
];

const LOCALES: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'en-GB', label: 'English' },
  { value: 'cy-GB', label: 'Cymraeg' },
  { value: 'pl-PL', label: 'Polski' },
];

const RATES: readonly { readonly value: string; readonly label: string }[] = [
  { value: '1', label: 'Real time' },
  { value: '10', label: '10 times as fast' },
  { value: '60', label: 'A minute a second' },
  { value: '0', label: 'Stands still' },
];

/** The switches of the stage: client, troubles, time. */
export function switchesView(host: ComposeHost, sampleTime: () => number | null): View {
  const parts = [clientSwitches(host), troubleSwitches(host), timeSwitches(host, sampleTime)];
  return { element: h('div', { class: 'switches' }, ...parts.map(({ element }) => element)), update: () => parts.forEach((part) => part.update()) };
}

function clientSwitches(host: ComposeHost): View {
  const apply = (): void => host.setClient(clientOf(client.value as ClientId, set.value));
  const client = choice(
    CLIENT_IDS.map((id) => ({ value: id, label: clientOf(id).name })),
    apply,
  );
  const set = choice(
    REQUIREMENT_SETS.map((value) => ({ value, label: `Mailbox ${value}` })),
    apply,
  );
  const mode = choice(SEND_MODES, (value) => host.setSendMode(value === 'manifest' ? null : value));
  const language = choice(LOCALES, (value) => host.setLocale(value));
  const note = h('p', { class: 'hint warning', role: 'status' });
  return {
    element: h('section', { class: 'switch-group' }, h('h2', {}, 'Mail client'), labelled('Client', client), labelled('Requirement set', set), labelled('Send mode', mode), labelled('Language', language), note),
    update: () => {
      client.value = host.client().id;
      set.value = host.client().requirementSet;
      const reason = host.whyUnchecked();
      const text = reason === null ? '' : `${reason} Sending is not checked.`;
      if (note.textContent !== text) note.textContent = text;
    },
  };
}

function troubleSwitches(host: ComposeHost): View {
  const select = choice(
    Object.entries(TROUBLES).map(([value, { label }]) => ({ value, label })),
    (value) => {
      const trouble = TROUBLES[value];
      host.faults.set(trouble?.faults ?? []);
      host.faults.setRuntime(trouble?.runtime ?? 'none');
      host.setOffline(trouble?.isOffline ?? false);
      update();
    },
  );
  const api = choice(API_NAMES.filter((name) => name !== 'telemetry').map((name) => ({ value: name, label: name })), () => undefined);
  const kind = choice(FAULT_KINDS, () => {
    number.disabled = kind.value !== 'fails' && kind.value !== 'is-slow';
  });
  const number = h('input', { type: 'number', min: 0, max: 600_000, value: 5001, disabled: true });
  const list = h('ul', { class: 'faults', 'aria-label': 'Calls that go wrong' });
  const add = button(
    'Add',
    () => {
      const chosen = kind.value as FaultKind;
      const amount = Number(number.value);
      const detail = chosen === 'fails' ? { code: amount } : chosen === 'is-slow' ? { milliseconds: amount } : {};
      host.faults.set([...host.faults.list(), { api: api.value, kind: chosen, ...detail }]);
      update();
    },
    { class: 'quiet' },
  );
  let shown: readonly Fault[] = [];
  const update = (): void => {
    const faults = host.faults.list();
    if (faults === shown) return;
    shown = faults;
    list.hidden = faults.length === 0;
    list.replaceChildren(
      ...faults.map((fault) =>
        h(
          'li',
          {},
          h('code', {}, fault.api === '*' ? 'every call' : fault.api),
          ` ${words(fault)} `,
          removeButton(`Remove: ${fault.api} ${words(fault)}`, () => {
            host.faults.set(host.faults.list().filter((other) => other !== fault));
            update();
          }),
        ),
      ),
    );
  };
  const element = h(
    'section',
    { class: 'switch-group' },
    h('h2', {}, 'What goes wrong'),
    labelled('Trouble', select),
    list,
    h('details', {}, h('summary', {}, 'One call of my choice'), labelled('Call', api), labelled('What it does', kind), labelled('Code or milliseconds', number), add),
  );
  return { element, update };
}

function words(fault: Fault): string {
  const label = FAULT_KINDS.find(({ value }) => value === fault.kind)?.label ?? fault.kind;
  if (fault.kind === 'fails') return `fails with ${fault.code ?? 5001}`;
  return fault.kind === 'is-slow' ? `answers after ${fault.milliseconds ?? 1_000} ms` : label;
}

function timeSwitches(host: ComposeHost, sampleTime: () => number | null): View {
  const rate = choice(RATES, (value) => host.clock.setRate(Number(value)));
  const own = h('input', {
    type: 'checkbox',
    id: 'own-time',
    on: {
      change: () => {
        const moment = sampleTime();
        host.setClockShift(own.checked && moment !== null ? moment - Date.now() : 0);
      },
    },
  });
  const label = h('label', { for: 'own-time' }, "Send at the sample's own time");
  const now = h('p', { class: 'hint' });
  return {
    element: h('section', { class: 'switch-group' }, h('h2', {}, 'Time'), h('div', { class: 'check' }, own, label), now, labelled("The mail client's waiting", rate)),
    update: () => {
      const moment = sampleTime();
      own.disabled = moment === null;
      own.checked = host.clockShift() !== 0;
      now.textContent = `The add-in sees ${momentWords(Date.now() + host.clockShift())}.`;
      rate.value = String(host.clock.rate());
    },
  };
}
