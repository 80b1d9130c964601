import type { ComposeHost } from '../host/compose-host';
import type { RuntimePort } from '../host/runtime';
import { button, h } from './dom';
import type { View } from './people-field';

export interface PaneView extends View {
  /** Puts a runtime's frame where it belongs; the answer takes it away. */
  place(port: RuntimePort, frame: HTMLIFrameElement): () => void;
  /** The add-in gave the keyboard back. */
  leave(): void;
}

/** The add-in's pane beside the draft, and an unseen corner for the runtimes that have no face. */
export function paneView(host: () => ComposeHost): PaneView {
  const title = h('h2', {}, 'Add-in');
  const close = button('Close', () => {
    host().closePane();
    document.getElementById('send')?.focus();
  }, { class: 'quiet' });
  const room = h('div', { class: 'pane-room' });
  const unseen = h('div', { class: 'unseen', 'aria-hidden': 'true' });
  const element = h('aside', { class: 'pane', 'aria-label': 'Add-in pane', hidden: true }, h('div', { class: 'pane-head' }, title, close), room);
  document.body.append(unseen);
  let shownId: string | null = null;
  return {
    element,
    place: (port, frame) => {
      const isSeen = port.kind === 'pane';
      if (!isSeen) frame.tabIndex = -1;
      (isSeen ? room : unseen).append(frame);
      return () => frame.remove();
    },
    leave: () => close.focus(),
    update: () => {
      const pane = host().openPane();
      element.hidden = pane === null;
      title.textContent = pane?.title ?? '';
      document.body.classList.toggle('has-pane', pane !== null);
      const id = pane?.commandId ?? null;
      // A pane that opens takes the keyboard, as the dialog that opened it had it.
      if (id !== null && id !== shownId) room.querySelector('iframe')?.focus();
      shownId = id;
    },
  };
}
