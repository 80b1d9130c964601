import type { ComposeHost } from '../host/compose-host';
import { clientOf } from '../host/clients';
import { parseTrace, traceStage } from '../host/trace-stage';
import { button, h, labelled } from './dom';
import type { View } from './people-field';

/** A trace that somebody sent, replayed on a made-up draft of the same measures. */
export function traceView(host: ComposeHost): View {
  const field = h('textarea', { rows: 3, spellcheck: 'false', class: 'trace' });
  const said = h('p', { class: 'hint', role: 'status' });
  const replay = (): void => {
    const trace = parseTrace(field.value);
    if (typeof trace === 'string') {
      said.textContent = trace;
      return;
    }
    const { stage, notShown } = traceStage(trace, Date.now());
    host.faults.set(stage.faults ?? []);
    host.setLocale(stage.locale ?? 'en-GB');
    host.setClient(clientOf(stage.client ?? 'browser', stage.requirementSet ?? '1.15'));
    host.setClockShift(stage.clockShift ?? 0);
    host.openDraft(stage.seed ?? {});
    const found = trace.findings.map(({ rule, situation }) => `${rule} (${situation})`);
    said.textContent = [`Then: ${trace.verdict ?? 'no answer'}${found.length === 0 ? '' : `, ${found.join(', ')}`}. Press Send to see it now.`, ...notShown].join(' ');
  };
  return {
    element: h('section', { class: 'switch-group' }, h('h2', {}, 'A trace'), h('details', {}, h('summary', {}, 'Replay one that was sent to you'), labelled('Trace', field), button('Replay', replay, { class: 'quiet' })), said),
    update: () => undefined,
  };
}
