import type { ComposeHost } from '../host/compose-host';
import type { Outcome } from '../host/smart-alerts';
import { GIVES_UP_AFTER, SLOW_AFTER } from '../host/smart-alerts';
import { button, h, icon, momentWords } from './dom';
import type { View } from './people-field';

const OUTCOMES: Readonly<Record<Outcome, (name: string) => string>> = {
  allowed: (name) => `${name} let it go.`,
  'sent-anyway': (name) => `It went although ${name} advised against it.`,
  'sent-unchecked': (name) => `It went although ${name} could not finish its check.`,
  'not-checked': (name) => `${name} did not check it.`,
  'released-late': (name) => `A second answer of ${name} released it while its dialog was open.`,
};

/** Send, and what became of it. */
export function sendBar(host: ComposeHost): View {
  const refused = h('p', { class: 'refused', role: 'alert' });
  const send = button('Send', () => press(), { class: 'primary', id: 'send' });
  send.prepend(icon('send'));
  const status = h('p', { class: 'status', role: 'status' });
  const skip = h(
    'span',
    { class: 'row skips', hidden: true },
    h('span', { class: 'hint' }, 'Simulator:'),
    button('Skip to 5 seconds', () => host.clock.skip(SLOW_AFTER), { class: 'quiet' }),
    button('Skip to 5 minutes', () => host.clock.skip(GIVES_UP_AFTER), { class: 'quiet' }),
  );
  const again = button(
    'Back to the draft',
    () => {
      host.backToDraft();
      send.focus();
    },
    { class: 'quiet', hidden: true },
  );
  const element = h('div', { class: 'send-bar' }, h('div', { class: 'row' }, send, status, skip, again), refused);

  const press = (): void => {
    if (send.getAttribute('aria-disabled') === 'true') return;
    const reason = host.pressSend();
    refused.textContent = reason ?? '';
    if (reason !== null) document.querySelector<HTMLElement>('[data-field="to"], [data-field="required"]')?.focus();
  };
  const words = (): string => {
    const state = host.send();
    const last = host.sent()[host.sent().length - 1];
    if (state.phase === 'checking') return `${host.manifest.name} is checking this draft…`;
    if (state.phase !== 'sent' || last === undefined) return '';
    const lead = last.deliverAt === null ? 'Sent.' : `Scheduled for ${momentWords(last.deliverAt)}.`;
    const reason = host.whyUnchecked();
    return `${lead} ${last.outcome === 'not-checked' && reason !== null ? reason : OUTCOMES[last.outcome](host.manifest.name)} Nothing left this machine.`;
  };
  return {
    element,
    update: () => {
      const { phase } = host.send();
      send.setAttribute('aria-disabled', String(phase !== 'composing'));
      skip.hidden = phase !== 'checking';
      again.hidden = phase !== 'sent';
      if (phase !== 'composing') refused.textContent = '';
      const text = words();
      if (status.textContent !== text) status.textContent = text;
      element.classList.toggle('is-sent', phase === 'sent');
    },
  };
}
