import { FIELD_LABELS, parsePeople, withKind } from '../compose/item';
import type { Field, Person } from '../compose/types';
import type { ComposeHost } from '../host/compose-host';
import { h, icon, newId } from './dom';

export interface View {
  readonly element: HTMLElement;
  update(): void;
}

/** One field of people: chips that can be removed, and an input that makes new ones. */
export function peopleField(host: ComposeHost, field: Field): View {
  const inputId = newId();
  const chips = h('ul', { class: 'chips', 'aria-label': `${FIELD_LABELS[field]}: people` });
  const input = h('input', {
    id: inputId,
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'data-field': field,
    on: {
      blur: () => addTyped(),
      keydown: (event) => {
        if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
          event.preventDefault();
          addTyped();
        }
        if (event.key === 'Backspace' && input.value === '') chips.querySelector<HTMLElement>('li:last-child button')?.focus();
      },
      paste: (event) => {
        const text = event.clipboardData?.getData('text') ?? '';
        if (!/[;,\n]/.test(text)) return;
        event.preventDefault();
        add(parsePeople(text));
      },
    },
  });
  const element = h('div', { class: 'people' }, h('label', { for: inputId }, FIELD_LABELS[field]), h('div', { class: 'people-box' }, chips, input));

  const add = (people: readonly Person[]): void => {
    const known = people.map((person) => withKind(person, host.mailbox.owner));
    if (known.length > 0) host.item().setPeople(field, [...host.item().people(field), ...known], 'person');
  };
  const addTyped = (): void => {
    const typed = parsePeople(input.value);
    input.value = '';
    add(typed);
  };
  const remove = (index: number): void => {
    host.item().setPeople(
      field,
      host.item().people(field).filter((_person, other) => other !== index),
      'person',
    );
    // Drawn at once, so that the keyboard can go to what is there now.
    update();
    const buttons = chips.querySelectorAll<HTMLElement>('button');
    (buttons[Math.min(index, buttons.length - 1)] ?? input).focus();
  };

  let shown: readonly Person[] | null = null;
  const update = (): void => {
    const people = host.item().people(field);
    if (people === shown) return;
    shown = people;
    chips.replaceChildren(...people.map((person, index) => chip(person, () => remove(index))));
    chips.hidden = people.length === 0;
  };

  const chip = (person: Person, onRemove: () => void): HTMLElement => {
    const isNamed = person.name !== '' && person.name !== person.address;
    const note = person.kind === 'distributionList' ? 'a list' : person.isResolved ? null : 'not resolved: add-ins do not see it';
    return h(
      'li',
      { class: `chip${person.isResolved ? '' : ' chip-unresolved'}`, title: [person.address, note].filter((part) => part !== null && part !== '').join(', ') },
      person.kind === 'distributionList' ? icon('people') : null,
      h('span', { class: 'chip-name' }, isNamed ? person.name : person.address),
      isNamed && person.address !== '' ? h('span', { class: 'chip-address' }, person.address) : null,
      note === null ? null : h('span', { class: 'visually-hidden' }, `, ${note}`),
      removeButton(`Remove ${isNamed ? person.name : person.address} from ${FIELD_LABELS[field]}`, onRemove),
    );
  };
  return { element, update };
}

export function removeButton(label: string, onClick: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', class: 'remove', 'aria-label': label, title: label, on: { click: onClick } });
  element.append(icon('remove'));
  return element;
}
