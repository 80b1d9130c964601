import type { Notification } from '../compose/types';
import type { ComposeHost } from '../host/compose-host';
import { button, h } from './dom';
import { removeButton } from './people-field';
import type { View } from './people-field';

const LEADS: Readonly<Record<Notification['type'], string>> = {
  informationalMessage: 'Note',
  progressIndicator: 'Working',
  errorMessage: 'Problem',
  insightMessage: 'Suggestion',
};

/** The bars an add-in shows above the draft. */
export function infobars(host: ComposeHost): View {
  const element = h('div', { class: 'infobars', role: 'status', 'aria-live': 'polite', 'aria-label': 'Notes from the add-in' });
  let shown: readonly Notification[] = [];
  const dismiss = (key: string): void => {
    const { notifications } = host.item().state;
    host.item().write('notifications', notifications.filter((note) => note.key !== key), 'person');
  };
  return {
    element,
    update: () => {
      const { notifications } = host.item().state;
      if (notifications === shown) return;
      shown = notifications;
      element.replaceChildren(
        ...notifications.map((note) =>
          h(
            'div',
            { class: `infobar infobar-${note.type}` },
            h('p', {}, h('strong', {}, `${host.manifest.name} · ${LEADS[note.type]}: `), note.message),
            ...note.actions.map((action) => button(action.actionText, () => host.runCommand(action.commandId, action.contextData), { class: 'quiet' })),
            note.type === 'progressIndicator' ? null : removeButton(`Dismiss: ${note.message}`, () => dismiss(note.key)),
          ),
        ),
      );
    },
  };
}
