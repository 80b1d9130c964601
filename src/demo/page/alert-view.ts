import type { AlertButton, AlertDialog } from '../host/alert-dialog';
import type { ComposeHost } from '../host/compose-host';
import { GIVES_UP_AFTER } from '../host/smart-alerts';
import { button, h } from './dom';
import { markdownNodes } from './markdown';
import type { View } from './people-field';

/** What Escape means: always the way back that sends nothing. */
const WAYS_BACK: readonly AlertButton[] = ['dont-send', 'try-later'];

/** The button that stands out and has the keyboard: what puts the draft right, else the way back; never a send against advice. */
function mainChoice(dialog: AlertDialog): AlertButton | undefined {
  const order: readonly AlertButton[] = ['take-action', 'send', ...WAYS_BACK];
  return order.find((id) => dialog.buttons.some((choice) => choice.id === id));
}

/** The dialog that asks before a draft leaves. */
export function alertView(host: ComposeHost, iconUrl: (url: string) => string): View {
  const element = h('dialog', {
    class: 'alert',
    role: 'alertdialog',
    'aria-labelledby': 'alert-title',
    'aria-describedby': 'alert-text',
    on: {
      cancel: (event) => {
        event.preventDefault();
        const state = host.send();
        const back = state.phase === 'asking' ? WAYS_BACK.find((id) => state.dialog.buttons.some((choice) => choice.id === id)) : undefined;
        if (back !== undefined) host.choose(back);
      },
    },
  });
  let shown: AlertDialog | null = null;

  const draw = (dialog: AlertDialog): void => {
    const picture = host.commands()[0]?.iconUrl ?? null;
    const text = dialog.markdown === null ? dialog.text.split(/\n+/).map((line) => h('p', {}, line)) : markdownNodes(dialog.markdown);
    const main = mainChoice(dialog);
    const choices = dialog.buttons.map(({ id, label }) =>
      button(label, () => host.choose(id), { class: id === main ? 'primary' : 'quiet', 'data-button': id, autofocus: id === main }),
    );
    element.setAttribute('data-kind', dialog.kind);
    element.replaceChildren(
      h('div', { class: 'alert-head' }, picture === null ? null : h('img', { src: iconUrl(picture), alt: '', width: 24, height: 24, on: { error: (event) => (event.target as HTMLElement).remove() } }), h('h2', { id: 'alert-title' }, dialog.title)),
      h('div', { id: 'alert-text', class: 'alert-text' }, ...text),
      h('div', { class: 'row alert-buttons' }, ...choices),
      ...(dialog.kind === 'slow'
        ? [h('div', { class: 'alert-simulator row' }, h('span', { class: 'hint' }, 'Simulator:'), button('Skip to 5 minutes', () => host.clock.skip(GIVES_UP_AFTER), { class: 'quiet' }))]
        : []),
    );
  };

  return {
    element,
    update: () => {
      const state = host.send();
      const dialog = state.phase === 'asking' ? state.dialog : null;
      if (dialog === shown) return;
      shown = dialog;
      if (dialog === null) {
        element.close();
        element.replaceChildren();
        return;
      }
      draw(dialog);
      if (!element.open) element.showModal();
      else element.querySelector<HTMLElement>('.primary')?.focus();
    },
  };
}
