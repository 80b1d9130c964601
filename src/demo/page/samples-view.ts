import type { ComposeHost } from '../host/compose-host';
import type { DraftSeed } from '../compose/types';
import { button, dayAndTime, h } from './dom';
import type { View } from './people-field';

export interface SampleEntry {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly sentAt: number;
}

/** Drafts one click away: two empty ones and every sample mail. */
export function samplesView(host: ComposeHost, samples: readonly SampleEntry[], load: (id: string) => Promise<{ readonly seed: DraftSeed; readonly sentAt: number }>, chosen: (sentAt: number | null) => void): View {
  const list = h('ul', { class: 'samples' });
  const mark = (current: HTMLElement): void => {
    for (const entry of list.querySelectorAll('button')) entry.removeAttribute('aria-current');
    current.setAttribute('aria-current', 'true');
  };
  const open = (seed: DraftSeed, sentAt: number | null, entry: HTMLElement): void => {
    mark(entry);
    chosen(sentAt);
    host.openDraft(seed);
  };
  const entryOf = (title: string, note: string, when: string, onClick: (entry: HTMLElement) => void, id: string): HTMLElement => {
    const entry = button('', () => onClick(entry), { 'data-sample': id });
    entry.replaceChildren(h('span', { class: 'sample-title' }, title), h('span', { class: 'sample-when' }, when), h('span', { class: 'sample-note' }, note));
    return h('li', {}, entry);
  };
  list.append(
    entryOf('New message', 'Empty', '', (entry) => open({}, null, entry), 'new-message'),
    entryOf('New meeting', 'Empty', '', (entry) => open({ kind: 'appointment' }, null, entry), 'new-meeting'),
    ...samples.map(({ id, title, subject, sentAt }) =>
      entryOf(title, subject.trim() === '' ? 'No subject' : subject, dayAndTime(sentAt), (entry) => void load(id).then((sample) => open(sample.seed, sample.sentAt, entry)), id),
    ),
  );
  return { element: h('section', { class: 'switch-group' }, h('h2', {}, 'Drafts'), list), update: () => undefined };
}
