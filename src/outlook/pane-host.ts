import { isUnreadable, unreadable } from '../domain';
import type { Deployment, DraftChange, DraftSource, PersonalSettings, Policy, Report, Unreadable } from '../domain';
import { acknowledge, readAcknowledgement, saveAcknowledgement } from './acknowledgement';
import { callOffice } from './call';
import { readContext } from './context';
import { fingerprintOf } from './fingerprint';
import { changeDraft } from './fixes';
import { currentItem } from './item';
import { memoryOf, saveMemory } from './memory';
import type { Memory } from './memory';
import { openEmail } from './new-email';
import type { NewEmail } from './new-email';
import { readPersonal, savePersonal } from './personal';
import { stampOf } from './send';
import { outlookSource } from './source';
import { makeTimers } from './timers';

/** How long calls may take in the pane, where a person sees that something is under way, in milliseconds. */
const READ = 10_000;
const OPEN = 60_000;

/** The first requirement set in which a dialog can warn, and lead to the pane. */
const REQUIRED_SET = '1.14';

/** The pane answers no event: its timers live as long as it does. */
const timers = makeTimers();

const NO_DRAFT = unreadable('Outlook gave no draft to read');

function isSupported(set: string): boolean {
  try {
    return Office.context.requirements.isSetSupported('Mailbox', set);
  } catch {
    return false;
  }
}

function backgroundColour(): string | null {
  try {
    const colour = (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;
    return typeof colour === 'string' && colour !== '' ? colour : null;
  } catch {
    return null;
  }
}

/** Reads the draft as it is now, each time anew: it changes while the pane is open. */
function liveSource(): DraftSource {
  const now = (): DraftSource => outlookSource(currentItem(), Date.now(), timers, { read: () => READ, open: () => OPEN });
  return { read: (part) => now().read(part), open: (id) => now().open(id) };
}

/** The events after which the draft, or what the dialog handed over, is another. An older library has not got them all. */
const CHANGES = ['RecipientsChanged', 'AttachmentsChanged', 'InitializationContextChanged'] as const;

function listen(listener: () => void): () => void {
  const item = currentItem();
  const stops: (() => void)[] = [];
  for (const name of CHANGES) {
    try {
      const type = (Office.EventType as unknown as { readonly [name: string]: Office.EventType | undefined })[name];
      if (item === null || type === undefined) continue;
      (item as Office.MessageCompose).addHandlerAsync(type, listener);
      stops.push(() => (item as Office.MessageCompose).removeHandlerAsync(type));
    } catch {
      // An Outlook without this event: the pane looks again when it is looked at.
    }
  }
  return () => {
    for (const stop of stops) {
      try {
        stop();
      } catch {
        // It is gone already.
      }
    }
  };
}

async function handedOver(): Promise<{ readonly report: Report; readonly fingerprint: string } | null> {
  const item = currentItem();
  if (item === null) return null;
  const handed = await callOffice<unknown>('hand over what was found', READ, timers, (callback) => item.getInitializationContextAsync(callback as never));
  const context = isUnreadable(handed) ? null : readContext(handed);
  return context === null || context.fingerprint === null ? null : { report: context.report, fingerprint: context.fingerprint };
}

/** Why the sender sends all the same, and for which draft. */
interface Reason {
  readonly code: string;
  readonly note: string | null;
  readonly fingerprint: string;
}

/** All the pane needs of Outlook: the contract is `PaneHost` in the pane's own room. */
export function paneHost() {
  const source = liveSource();
  return {
    checksSends: isSupported(REQUIRED_SET),
    background: backgroundColour(),
    source,
    handedOver,
    async fingerprint(): Promise<string | Unreadable> {
      return (await fingerprintOf(source)) ?? unreadable('a part of the draft could not be read');
    },
    change(change: DraftChange): Promise<true | Unreadable> {
      const item = currentItem();
      return item === null ? Promise.resolve(NO_DRAFT) : changeDraft(item, change, timers);
    },
    async justification(): Promise<Reason | null> {
      const item = currentItem();
      return item === null ? null : readAcknowledgement(item, READ, timers);
    },
    justify({ code, note, fingerprint }: Reason, report: Report): Promise<true | Unreadable> {
      const item = currentItem();
      if (item === null) return Promise.resolve(NO_DRAFT);
      return saveAcknowledgement(item, acknowledge(report, fingerprint, code, note, Date.now()), report, READ, timers);
    },
    /** What the person has said about themself; `save` puts all of it in place of what was there. */
    personal: readPersonal,
    savePersonal: (settings: PersonalSettings): Promise<true | Unreadable> => savePersonal(settings, READ, timers),
    newEmail: (email: NewEmail): Promise<true | Unreadable> => openEmail(email, READ, timers),
    onChange: listen,
  };
}

/** What the pane has inspected, shared with the send: hand `remembered` to a check, and `save` after it. */
export function paneMemory(build: string, policy: Policy, deployment: Deployment | null): { readonly remembered: Memory; save(report: Report): Promise<void> } {
  const item = currentItem();
  const remembered = memoryOf(item, stampOf(build, policy, deployment), READ, timers);
  return {
    remembered,
    async save(report) {
      if (item !== null && report.mayBeRecorded) await saveMemory(item, remembered, READ, timers);
    },
  };
}

/** Resolves when the library is ready for calls. */
export function whenReady(): Promise<void> {
  return new Promise((resolve) => {
    void Office.onReady(() => resolve());
  });
}
