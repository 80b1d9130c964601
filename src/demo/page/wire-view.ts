import type { ComposeHost } from '../host/compose-host';
import type { WireEntry } from '../host/wire-log';
import { button, h } from './dom';
import type { View } from './people-field';

/** Rows shown at most; the whole log is in the saved trace. */
const MOST_ROWS = 300;

const COLUMNS = ['Time', 'Runtime', 'Kind', 'What', 'ms', 'Detail'];

/** What passed between the host and the add-in, newest first, and what the add-in did that it should not. */
export function wireView(host: ComposeHost): View {
  const body = h('tbody');
  const summary = h('summary', {}, 'Wire log');
  const details = h(
    'details',
    { class: 'wire', on: { toggle: () => draw() } },
    summary,
    h('div', { class: 'row wire-tools' }, button('Save the trace', () => save(host), { class: 'quiet' }), button('Clear', () => host.log.clear(), { class: 'quiet' })),
    h(
      'div',
      { class: 'wire-scroll', tabindex: 0, role: 'region', 'aria-label': 'Wire log' },
      h('table', {}, h('thead', {}, h('tr', {}, ...COLUMNS.map((name) => h('th', { scope: 'col' }, name)))), body),
    ),
  );
  let shown = -1;
  const draw = (): void => {
    const entries = host.log.entries();
    const violations = host.log.violations().length;
    summary.textContent = `Wire log: ${entries.length} ${entries.length === 1 ? 'line' : 'lines'}${violations === 0 ? '' : `, ${violations} ${violations === 1 ? 'violation' : 'violations'}`}`;
    summary.classList.toggle('has-violations', violations > 0);
    const last = entries[entries.length - 1]?.number ?? 0;
    if (!details.open || last === shown) return;
    shown = last;
    body.replaceChildren(...entries.slice(-MOST_ROWS).reverse().map(row));
  };
  return { element: details, update: draw };
}

function row(entry: WireEntry): HTMLElement {
  const time = new Date(entry.at).toISOString().slice(11, 23);
  return h(
    'tr',
    { class: `wire-${entry.kind}` },
    h('td', {}, time),
    h('td', {}, entry.runtime),
    h('td', {}, entry.kind),
    h('td', {}, entry.name),
    h('td', { class: 'number' }, entry.milliseconds === null ? '' : String(entry.milliseconds)),
    h('td', { class: 'detail' }, h('code', {}, entry.detail)),
  );
}

/** Saves everything recorded as a file, to look at later or to hand to someone. */
function save(host: ComposeHost): void {
  const trace = {
    addin: { id: host.manifest.id, name: host.manifest.name, version: host.manifest.version },
    client: host.client(),
    faults: host.faults.list(),
    sent: host.sent(),
    violations: host.log.violations(),
    entries: host.log.entries(),
  };
  const url = URL.createObjectURL(new Blob([JSON.stringify(trace, null, 2)], { type: 'application/json' }));
  h('a', { href: url, download: 'compose-simulator-trace.json' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
