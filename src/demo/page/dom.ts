type Listeners = { readonly [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };

export interface Attributes {
  readonly [name: string]: string | number | boolean | null | undefined | Listeners;
  readonly on?: Listeners;
}

/** Makes an element. False, null and undefined leave an attribute out; true sets it without a value. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly (Node | string | null)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'object' || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [event, listener] of Object.entries(attributes.on ?? {})) {
    element.addEventListener(event, listener as EventListener);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A labelled control: the label stands before it and names it. */
export function labelled(label: string, control: HTMLElement, className = 'field'): HTMLElement {
  control.id ||= newId();
  return h('div', { class: className }, h('label', { for: control.id }, label), control);
}

let ids = 0;

export function newId(): string {
  ids += 1;
  return `part-${ids}`;
}

export function button(label: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return h('button', { type: 'button', ...attributes, on: { ...attributes.on, click: onClick } }, label);
}

/** A drop-down of values and their labels. */
export function choice<T extends string>(options: readonly { readonly value: T; readonly label: string }[], onChange: (value: T) => void, attributes: Attributes = {}): HTMLSelectElement {
  const select = h(
    'select',
    { ...attributes, on: { change: () => onChange(select.value as T) } },
    ...options.map(({ value, label }) => h('option', { value }, label)),
  );
  return select;
}

const ICONS = {
  remove: 'M4 4l8 8M12 4l-8 8',
  clip: 'M11.5 5.5l-5 5a1.8 1.8 0 002.6 2.6l5-5a3.4 3.4 0 00-4.9-4.9l-5.3 5.4a5 5 0 007 7l4.6-4.5',
  people: 'M6 8a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM1.5 14c.4-2.7 2.2-4 4.5-4s4.1 1.3 4.5 4M11 8.2a2.2 2.2 0 000-4.3M12.2 10.2c1.3.5 2.1 1.8 2.4 3.8',
  send: 'M2 8l12-5.5L10.5 14 8 9z M8 9l6-6.5',
} as const;

/** A small drawing that says nothing to a screen reader: its words stand beside it. */
export function icon(name: keyof typeof ICONS): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const DAY_AND_TIME: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' };

export function momentWords(moment: number): string {
  return new Date(moment).toLocaleString('en-GB', DAY_AND_TIME);
}

/** `Thu 21:40`: enough to tell a sample's time of day. */
export function dayAndTime(moment: number): string {
  return new Date(moment).toLocaleString('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' }).replace(',', '');
}
