import { check } from '../../src/check';
import { NO_PERSONAL_SETTINGS, isUnreadable, unreadable } from '../../src/domain';
import type { DraftChange, DraftSource, PersonalSettings, Policy, Report, Unreadable } from '../../src/domain';
import type { HandedOver, Justification, PaneHost } from '../../src/taskpane/host';
import { sourceOf } from '../story';
import type { Story } from '../story';

/** A draft that can be changed from both sides, as Outlook's can: by the pane, and behind its back. */
export interface FakeHost extends PaneHost {
  readonly draft: { story: Story };
  /** Every change the pane asked for, in order. */
  readonly changes: DraftChange[];
  /** What was attached, by name. */
  readonly attached: Map<string, Uint8Array>;
  /** Makes the next changes of this kind fail with a reason. */
  refuse: { [kind: string]: string };
  kept: Justification | null;
  handed: HandedOver | null;
  /** The person's own settings, and the emails that were opened. */
  readonly said: { personal: PersonalSettings; emails: { to: string; subject: string; text: string }[] };
  /** Each part that was read, and `open` for each attachment. */
  readonly reads: string[];
  /** Tells the pane that something happened, as an event of Outlook does. */
  tell(): void;
}

const withoutAddress = (list: readonly string[] | undefined, address: string): readonly string[] =>
  (list ?? []).filter((each) => !each.toLowerCase().includes(address.toLowerCase()));

/** The attachments' ids are their names, so that a removal does not rename the others. */
function source(host: FakeHost): DraftSource {
  const fresh = (): DraftSource => sourceOf(host.draft.story);
  return {
    read: async (part) => {
      host.reads.push(part);
      const value = await fresh().read(part);
      if (part !== 'attachments' || !Array.isArray(value)) return value;
      return value.map((attachment: { name: string }) => ({ ...attachment, id: attachment.name })) as never;
    },
    open: (id) => {
      host.reads.push(`open ${id}`);
      const index = (host.draft.story.attachments ?? []).findIndex(({ name }) => name === id);
      return index < 0 ? Promise.resolve(unreadable('it is gone')) : fresh().open(String(index));
    },
  };
}

function changed(story: Story, change: DraftChange): Story | Unreadable {
  const attachments = story.attachments ?? [];
  switch (change.do) {
    case 'remove-attachment':
      if (attachments.every(({ name }) => name !== change.attachment)) return unreadable('it is no longer attached');
      return { ...story, attachments: attachments.filter(({ name }) => name !== change.attachment) };
    case 'add-attachment':
      return { ...story, attachments: [...attachments, { name: change.name, bytes: change.content }] };
    case 'remove-recipient':
      return { ...story, to: withoutAddress(story.to, change.address), cc: withoutAddress(story.cc, change.address), bcc: withoutAddress(story.bcc, change.address) };
    case 'move-to-bcc':
      return { ...story, to: [], cc: [], bcc: [...(story.bcc ?? []), ...(story.to ?? []), ...(story.cc ?? [])] };
    case 'reply-to-sender-only':
      return { ...story, to: (story.to ?? []).slice(0, 1), cc: [], bcc: [] };
    case 'set-subject':
      return { ...story, subject: change.subject };
    case 'schedule':
      return { ...story, deliverAt: new Date(change.at).toISOString() };
    case 'remove-words':
      return { ...story, body: [...change.places].sort((a, b) => b.start - a.start).reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), story.body ?? '') };
    case 'save-draft':
      return story;
  }
}

/** An honest stand-in for Outlook: it changes the draft it is told to change, and answers late, as Outlook does. */
export function fakeHost(story: Story, { checksSends = true, background = null as string | null } = {}): FakeHost {
  const listeners = new Set<() => void>();
  const host: FakeHost = {
    checksSends,
    background,
    draft: { story },
    changes: [],
    attached: new Map(),
    refuse: {},
    kept: null,
    handed: null,
    said: { personal: NO_PERSONAL_SETTINGS, emails: [] },
    reads: [],
    source: null as unknown as DraftSource,
    tell: () => listeners.forEach((listener) => listener()),
    handedOver: () => Promise.resolve(host.handed),
    // The schedule is no part of it, as in src/outlook.
    fingerprint: () => {
      const { to, cc, bcc, subject, body, attachments } = host.draft.story;
      return Promise.resolve(JSON.stringify([to, cc, bcc, subject, body, (attachments ?? []).map(({ name }) => name)]));
    },
    change: async (change) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      host.changes.push(change);
      const refusal = host.refuse[change.do];
      if (refusal !== undefined) return unreadable(refusal);
      const after = changed(host.draft.story, change);
      if (isUnreadable(after)) return after;
      if (change.do === 'add-attachment') host.attached.set(change.name, change.content);
      host.draft.story = after;
      return true;
    },
    justification: () => Promise.resolve(host.kept),
    justify: (justification) => {
      const refusal = host.refuse['justify'];
      if (refusal !== undefined) return Promise.resolve(unreadable(refusal));
      host.kept = justification;
      return Promise.resolve(true);
    },
    personal: () => host.said.personal,
    savePersonal: (settings) => {
      host.said.personal = settings;
      return Promise.resolve(true);
    },
    newEmail: (email) => {
      host.said.emails.push(email);
      return Promise.resolve(true);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return Object.assign(host, { source: source(host) });
}

/** The real check, without waiting between two stretches. */
export function checkerFor(policy: Policy): (from: DraftSource) => Promise<Report> {
  return (from) => check(from, policy, { inspectionTime: 10_000, pause: () => Promise.resolve() });
}
