import { FIELDS } from '../compose/item';
import type { Address, Field, ItemKind } from '../compose/types';
import type { ComposeHost } from '../host/compose-host';
import { attachmentsView } from './attachments-view';
import { button, choice, h, labelled, momentWords, newId } from './dom';
import { momentField } from './moment-field';
import { infobars } from './infobar-view';
import { peopleField } from './people-field';
import type { View } from './people-field';
import { sendBar } from './send-bar';

/** A mailbox that the owner may send for, so that From can differ from the person signed in. */
const SHARED: Address = { address: 'office@oakfield.example', name: 'School office' };

/** The draft: who, what, when, and Send. */
export function draftView(host: ComposeHost): View {
  const sheet = h('div', { class: 'sheet-inner' });
  const kind = kindSwitch(host);
  const commands = commandsView(host);
  const head: View = {
    element: h('div', { class: 'row sheet-head' }, kind.element, commands.element),
    update: () => [kind, commands].forEach((part) => part.update()),
  };
  const parts: View[] = [head, fieldsView(host), timesView(host), subjectView(host), infobars(host), bodyView(host), attachmentsView(host, sheet), scheduleView(host), sendBar(host)];
  sheet.append(...parts.map(({ element }) => element));
  return {
    element: sheet,
    update: () => {
      const isLocked = host.send().phase !== 'composing';
      for (const part of parts) {
        part.update();
        // What is on its way can't be changed; the bar with Send still can say so.
        if (!part.element.classList.contains('send-bar')) part.element.inert = isLocked;
      }
      sheet.classList.toggle('is-sent', host.send().phase === 'sent');
    },
  };
}

/** The same draft as the other kind of item. */
function converted(host: ComposeHost, kind: ItemKind): void {
  const { state } = host.item();
  const [from, to] = [FIELDS[state.kind], FIELDS[kind]];
  const people = Object.fromEntries(to.map((field, index) => [field, host.item().people(from[index] ?? field)]));
  host.openDraft({
    kind,
    owner: host.mailbox.owner,
    from: state.from,
    ...people,
    subject: state.subject,
    html: state.html,
    attachments: state.attachments.map(({ content, name, size, kind: attachmentKind, isInline, contentType }) => ({
      name,
      size,
      kind: attachmentKind,
      isInline,
      contentType,
      ...(content.format === 'none' ? { errorCode: content.errorCode } : { [content.format]: content.text }),
    })),
  });
}

function kindSwitch(host: ComposeHost): View {
  const kinds: readonly { readonly kind: ItemKind; readonly label: string }[] = [
    { kind: 'message', label: 'Message' },
    { kind: 'appointment', label: 'Meeting' },
  ];
  const name = newId();
  const inputs = kinds.map(({ kind }) => h('input', { type: 'radio', name, value: kind, on: { change: () => converted(host, kind) } }));
  const element = h(
    'fieldset',
    { class: 'segmented' },
    h('legend', { class: 'visually-hidden' }, 'Kind of draft'),
    ...kinds.map(({ label }, index) => h('label', {}, inputs[index] ?? null, h('span', {}, label))),
  );
  return {
    element,
    update: () => {
      for (const [index, { kind }] of kinds.entries()) {
        const input = inputs[index];
        if (input !== undefined) input.checked = host.item().state.kind === kind;
      }
    },
  };
}

/** The add-in's own buttons, as its manifest lists them. */
function commandsView(host: ComposeHost): View {
  const element = h('div', { class: 'commands row', role: 'group', 'aria-label': 'Add-in' });
  let shown = '';
  return {
    element,
    update: () => {
      const commands = host.commands();
      const key = commands.map(({ id }) => id).join();
      const open = host.openPane()?.commandId ?? null;
      if (key !== shown) {
        shown = key;
        element.replaceChildren(...commands.map((command) => button(command.label, () => host.runCommand(command.id), { class: 'quiet', title: command.tooltip, 'data-command': command.id })));
        element.hidden = commands.length === 0;
      }
      for (const child of element.children) child.setAttribute('aria-pressed', String(child.getAttribute('data-command') === open));
    },
  };
}

function fieldsView(host: ComposeHost): View {
  const from = choice<string>([], (address) => {
    const chosen = senders().find((sender) => sender.address === address);
    if (chosen !== undefined) host.item().write('from', chosen, 'person');
  });
  const senders = (): readonly Address[] => {
    const known = [host.mailbox.owner, SHARED, host.item().state.from];
    return known.filter((sender, index) => known.findIndex(({ address }) => address === sender.address) === index);
  };
  const people = new Map<Field, View>();
  const box = h('div', { class: 'fields' });
  const element = h('div', {}, labelled('From', from, 'people'), box);
  let shownKind: ItemKind | null = null;
  let shownSenders = '';
  return {
    element,
    update: () => {
      const { kind, from: sender } = host.item().state;
      if (kind !== shownKind) {
        shownKind = kind;
        people.clear();
        for (const field of FIELDS[kind]) people.set(field, peopleField(host, field));
        box.replaceChildren(...[...people.values()].map((view) => view.element));
      }
      const key = senders().map(({ address }) => address).join();
      if (key !== shownSenders) {
        shownSenders = key;
        from.replaceChildren(...senders().map(({ address, name }) => h('option', { value: address }, name === '' || name === address ? address : `${name} <${address}>`)));
      }
      from.value = sender.address;
      for (const view of people.values()) view.update();
    },
  };
}

function timesView(host: ComposeHost): View {
  const time = (label: string, part: 'start' | 'end'): ReturnType<typeof momentField> =>
    momentField(label, (moment) => (moment === null ? undefined : host.item().write(part, moment, 'person')));
  const start = time('Starts', 'start');
  const end = time('Ends', 'end');
  const place = h('input', { type: 'text', on: { change: () => host.item().write('location', place.value, 'person') } });
  const element = h('div', { class: 'row times' }, start.element, end.element, labelled('Place', place));
  return {
    element,
    update: () => {
      const { state } = host.item();
      element.hidden = state.kind !== 'appointment';
      start.show(state.start);
      end.show(state.end);
      if (document.activeElement !== place) place.value = state.location;
    },
  };
}

function subjectView(host: ComposeHost): View {
  const input = h('input', { type: 'text', maxlength: 255, on: { input: () => host.item().write('subject', input.value, 'person') } });
  const element = labelled('Subject', input, 'people subject');
  return {
    element,
    update: () => {
      const { subject } = host.item().state;
      if (input.value !== subject) input.value = subject;
    },
  };
}

function bodyView(host: ComposeHost): View {
  const id = newId();
  let written = '';
  const editor = h('div', {
    class: 'body',
    contenteditable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': id,
    tabindex: 0,
    on: {
      input: () => {
        written = editor.innerHTML;
        host.item().write('html', written, 'person');
      },
    },
  });
  const element = h('div', { class: 'body-box' }, h('span', { id, class: 'visually-hidden' }, 'Body'), editor);
  let shownItem = 0;
  return {
    element,
    update: () => {
      const { html } = host.item().state;
      if (html === written && host.item().number === shownItem) return;
      shownItem = host.item().number;
      written = html;
      editor.innerHTML = html;
    },
  };
}

function scheduleView(host: ComposeHost): View {
  const later = momentField('Send later', (moment) => host.item().write('deliverAt', moment, 'person'));
  const clear = button('Send at once', () => host.item().write('deliverAt', null, 'person'), { class: 'quiet' });
  const note = h('span', { class: 'hint' });
  const element = h('div', { class: 'row schedule' }, later.element, clear, note);
  return {
    element,
    update: () => {
      const { deliverAt, kind } = host.item().state;
      element.hidden = kind !== 'message';
      clear.hidden = deliverAt === null;
      later.show(deliverAt);
      note.textContent = deliverAt === null ? '' : `Leaves ${momentWords(deliverAt)}.`;
    },
  };
}
