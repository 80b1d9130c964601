import { isUnreadable } from '../domain';
import type { Attachment, DraftChange, DraftSource, Policy, Report, Unreadable } from '../domain';
import { withoutProtected } from '../recipients';
import { words } from '../ui/words';
import { withAnnouncement } from './announced';
import { addressIn, contactsFor } from './contacts';
import type { Contact } from './contacts';
import { momentInWords } from './fixes';
import type { DoneFix, FixOfMany } from './fixes';
import type { HandedOver, Justification, PaneHost } from './host';
import { attachmentsOf, removeAll } from './made';
import type { Made } from './made';
import { makeProtector } from './protector';
import { mayBeAnswered } from './state';
import type { PaneAction, Result } from './state';
import { watchedSource } from './watched-source';

export interface SessionOptions {
  readonly host: PaneHost;
  readonly policy: Policy;
  /** Checks a source under the policy. */
  readonly check: (source: DraftSource) => Promise<Report>;
  readonly clock: () => number;
  readonly dispatch: (action: PaneAction) => void;
}

/** What the pane can be told to do. Nothing of it throws; how it went is dispatched. What is pressed while it looks is done after the look. */
export interface Session {
  open(): Promise<void>;
  checkAgain(): Promise<void>;
  /** Looks whether the draft has changed since it was checked, and checks it again if so. */
  look(): Promise<void>;
  /** `subject` is what to write when the fix adds one. */
  fix(fix: DoneFix | FixOfMany, subject?: string): Promise<void>;
  justify(code: string, note: string | null): Promise<void>;
  /** Shows the password of the copies no more, for good. */
  hidePassword(): void;
}

/** A report that the dialog had to shorten shows no evidence: it is made anew. */
function isWhole({ report }: HandedOver): boolean {
  return report.findings.every(({ evidence }) => evidence.length > 0);
}

function isUpToDate({ report }: HandedOver, attachments: readonly Attachment[], now: number): boolean {
  return report.findings.every(({ fixes }) =>
    fixes.every((fix) => {
      if ('attachment' in fix) return attachments.some(({ id }) => id === fix.attachment);
      return fix.do !== 'schedule' || fix.at > now;
    }),
  );
}

/** Completes “That did not work, because …”. */
const CHANGED = 'the draft has changed since it was checked';

export function makeSession({ host, policy, check, clock, dispatch }: SessionOptions): Session {
  let result: Result | null = null;
  let busyWith: 'look' | 'deed' | null = null;
  let isLookWanted = false;
  /** What was pressed while the pane looked: the press that gives it the focus starts a look. */
  let pressed: (() => Promise<void>) | null = null;
  const protector = makeProtector(host);

  /** The same guard as before a check: nothing is read of a draft to protected correspondents. */
  async function mayBeRead(source: DraftSource): Promise<boolean> {
    const recipients = await source.read('recipients');
    const sender = await source.read('sender');
    if (isUnreadable(recipients) || isUnreadable(sender)) return false;
    return withoutProtected(recipients, policy.organisation, sender).protectedCount === 0;
  }

  async function fingerprint(): Promise<string | null> {
    if (!(await mayBeRead(host.source))) return null;
    const value = await host.fingerprint();
    return isUnreadable(value) ? null : value;
  }

  async function show(report: Report, print: string | null, source: DraftSource, isAsked: boolean): Promise<void> {
    const namesFiles = report.findings.some(({ fixes }) => fixes.some((fix) => 'attachment' in fix));
    const sender = report.findings.length === 0 && report.unchecked.length === 0 ? null : await source.read('sender');
    const recipients = await source.read('recipients');
    result = {
      report,
      fingerprint: print,
      attachments: namesFiles ? await attachmentsOf(source) : [],
      contacts: contactsFor(policy.organisation, sender === null || isUnreadable(sender) ? null : sender.address),
      isToNobody: !isUnreadable(recipients) && recipients.all.length === 0,
    };
    const kept = mayBeAnswered(report.verdict) ? await host.justification() : null;
    dispatch({ do: 'show', result, justification: kept, isAsked });
  }

  async function checkNow(isAsked = false): Promise<void> {
    try {
      const source = watchedSource(host.source, (reading) => dispatch({ do: 'read', reading }));
      // The fingerprint comes first: a change during the check then shows as one.
      const print = await fingerprint();
      await show(await check(source), print, source, isAsked);
    } catch {
      result = null;
      dispatch({ do: 'fail' });
    }
  }

  /** One thing at a time; what was pressed meanwhile comes after it, and then a look that was wanted. */
  async function alone(what: 'look' | 'deed', work: () => Promise<void>): Promise<void> {
    if (busyWith !== null) return;
    busyWith = what;
    try {
      await work();
    } finally {
      busyWith = null;
    }
    const next = pressed;
    pressed = null;
    if (next !== null) return alone('deed', next);
    if (!isLookWanted) return;
    isLookWanted = false;
    await look();
  }

  /** Does what was pressed, at once or after the look that is going on; a second press before it is done counts for nothing. */
  async function press(work: () => Promise<void>): Promise<void> {
    if (busyWith !== 'look') return alone('deed', work);
    if (pressed !== null) return;
    pressed = work;
    dispatch({ do: 'begin-change' });
  }

  async function open(): Promise<void> {
    await alone('deed', async () => {
      dispatch({ do: 'begin-check' });
      let isAsked = false;
      try {
        const handed = await host.handedOver();
        isAsked = handed !== null;
        const source = watchedSource(host.source, () => undefined);
        if (handed !== null && isWhole(handed) && (await fingerprint()) === handed.fingerprint) {
          if (isUpToDate(handed, await attachmentsOf(source), clock())) return await show(handed.report, handed.fingerprint, source, isAsked);
        }
      } catch {
        // What cannot be handed over is found again.
      }
      await checkNow(isAsked);
    });
  }

  async function look(): Promise<void> {
    if (busyWith !== null) {
      isLookWanted = true;
      return;
    }
    await alone('look', async () => {
      const print = await fingerprint().catch(() => null);
      if (result === null || (print !== null && print === result.fingerprint)) return;
      // A draft that cannot be told apart from the one before is checked, but not called a changed one.
      if (print !== null && result.fingerprint !== null) dispatch({ do: 'draft-changed' });
      await checkNow();
    });
  }

  /** True when the draft is no longer the one that was shown, or that cannot be told. */
  async function isChangedSince(seen: Result | null): Promise<boolean> {
    return seen === null || (await fingerprint()) !== seen.fingerprint;
  }

  /** A subject that was written meanwhile is not written over. */
  async function addSubject(subject: string, seen: Result | null): Promise<Made> {
    const before = await host.source.read('subject');
    if (!isUnreadable(before) && before.trim() !== '' && (await isChangedSince(seen))) return { failed: CHANGED };
    const answer = await host.change({ do: 'set-subject', subject });
    return answer === true ? { text: words.subjectAdded(subject) } : { failed: answer.unreadable };
  }

  /** The places are those of the draft that was checked, so it has to be that one still. */
  async function removeWords({ what, places }: Extract<DoneFix, { do: 'remove-words' }>, seen: Result | null): Promise<Made> {
    if (await isChangedSince(seen)) return { failed: CHANGED };
    const body = what === 'password' ? await host.source.read('body') : null;
    if (body !== null && !isUnreadable(body)) {
      const announced = withAnnouncement(body.newText, places);
      const [line] = announced.unsure;
      const isDone = await host.change({ do: 'remove-words', places: announced.places });
      if (isDone === true) return { text: line === undefined ? words.passwordRemoved : words.passwordRemovedFrom(line) };
    }
    const answer = await host.change({ do: 'remove-words', places });
    if (answer !== true) return { failed: answer.unreadable };
    return { text: what === 'password' ? words.passwordRemovedAlone : words.detailsRemoved };
  }

  /** What is said stays the sender's: the email has no word of the draft. It is in the language of the policy. */
  function tell({ role, about }: Extract<DoneFix, { do: 'tell' }>, contacts: readonly Contact[]): Promise<true | Unreadable> {
    const to = addressIn(contacts, role) ?? '';
    const isSlip = about === 'slip';
    return host.newEmail({ to, subject: isSlip ? words.slipSubject : words.tellSubject, text: isSlip ? words.slipBody : words.tellBody });
  }

  async function keepSaid(list: 'notMine' | 'family', address: string): Promise<true | Unreadable> {
    const personal = host.personal();
    if (isUnreadable(personal)) return personal;
    return host.savePersonal({ ...personal, [list]: [...personal[list].filter((each) => each !== address), address] });
  }

  /** `seen` is what the pane showed when the fix was pressed. */
  async function make(fix: DoneFix | FixOfMany, subject: string, seen: Result | null): Promise<Made> {
    const nameOf = (id: string): string => seen?.attachments.find((each) => each.id === id)?.name ?? id;
    const answered = (answer: true | Unreadable, text: string): Made => (answer === true ? { text } : { failed: answer.unreadable });
    const done = async (change: DraftChange, text: string): Promise<Made> => answered(await host.change(change), text);
    switch (fix.do) {
      case 'remove-attachment':
        return done(fix, words.attachmentRemoved(nameOf(fix.attachment)));
      case 'protect-attachment':
        return protector.protect([fix.attachment]);
      case 'protect-attachments':
        return protector.protect(fix.attachments);
      case 'remove-attachments':
        return removeAll(host, fix.attachments.map((attachment) => [nameOf(attachment), { do: 'remove-attachment', attachment }]), words.attachmentsRemoved);
      case 'remove-recipients':
        return removeAll(host, fix.addresses.map((address) => [address, { do: 'remove-recipient', address }]), words.recipientsRemoved);
      case 'remove-recipient':
        return done(fix, words.recipientRemoved(fix.address));
      case 'move-to-bcc':
        return done(fix, words.movedToBcc);
      case 'reply-to-sender-only':
        return done(fix, words.repliesToSender);
      case 'add-subject':
        return addSubject(subject, seen);
      case 'schedule':
        if (fix.at <= clock()) return { failed: 'that time has passed' };
        return done(fix, words.scheduled(momentInWords(fix.at, clock(), policy.organisation.timeZone)));
      case 'remove-words':
        return removeWords(fix, seen);
      case 'save-draft':
        return done(fix, words.draftSaved);
      case 'not-mine':
        return answered(await keepSaid('notMine', fix.address.toLowerCase()), words.notMineKept(fix.address));
      case 'family':
        return answered(await keepSaid('family', fix.address.toLowerCase()), words.familyKept(fix.address));
      case 'tell':
        return answered(await tell(fix, seen?.contacts ?? []), words.told);
    }
  }

  return {
    open,
    look,
    hidePassword: () => {
      protector.forget();
      dispatch({ do: 'hide-password' });
    },
    checkAgain: () =>
      press(async () => {
        dispatch({ do: 'begin-check' });
        await checkNow();
      }),
    fix: (fix, subject = '') => {
      const seen = result;
      return press(async () => {
        dispatch({ do: 'begin-change' });
        const made = await make(fix, subject, seen).catch((error: unknown): Made => ({ failed: error instanceof Error ? error.message : String(error) }));
        if ('failed' in made) {
          const reason = words.because(made.failed);
          dispatch({ do: 'not-changed', text: made.name === undefined ? words.notDone(reason) : words.notDoneFor(made.name, reason) });
          // Some of it may have been done before it failed.
          if (result !== null && (await fingerprint().catch(() => null)) === result.fingerprint) return;
        } else {
          dispatch({ do: 'changed', ...made });
        }
        await checkNow();
      });
    },
    justify: (code, note) => {
      const seen = result;
      return press(async () => {
        if (seen === null) return;
        dispatch({ do: 'begin-change' });
        const print = await fingerprint().catch(() => null);
        if (print === null) {
          dispatch({ do: 'not-changed', text: words.notDone(words.because('a part of the draft could not be read, so no reason can be kept with it')) });
          return;
        }
        if (print !== seen.fingerprint) {
          // The reason would be for another draft than the one that was shown.
          dispatch({ do: 'draft-changed', isReasonRefused: true });
          await checkNow();
          return;
        }
        const justification: Justification = { code, note, fingerprint: print };
        const kept = await host.justify(justification, seen.report);
        if (kept !== true) {
          dispatch({ do: 'not-changed', text: words.notDone(words.because(kept.unreadable)) });
          return;
        }
        dispatch({ do: 'justified', justification });
      });
    },
  };
}
