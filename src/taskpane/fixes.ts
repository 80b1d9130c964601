import { dayInWords, timeInWords } from '../calendar';
import type { Attachment, Fix, ReportedFinding } from '../domain';
import { safeLink, words } from '../ui';
import { addressIn } from './contacts';
import type { Contact } from './contacts';

/** The fixes that the pane makes; the others it only says, or links to. */
export type DoneFix = Exclude<Fix, { do: 'change-from' | 'open-page' }>;

/** What puts several findings right at once. */
export type FixOfMany =
  | { readonly do: 'remove-attachments' | 'protect-attachments'; readonly attachments: readonly string[] }
  | { readonly do: 'remove-recipients'; readonly addresses: readonly string[] };

/** Few words for a button, and the same whole, for those who hear the button by itself. */
export interface Brief {
  readonly words: string;
  readonly whole: string;
}

/**
 * A fix that can be offered, with its words. `key` is unique within a finding; `brief` is for where the finding above it
 * names what it acts on.
 */
export type OfferedFix = { readonly key: string; readonly words: string; readonly brief?: Brief; readonly icon: string } & (
  | { readonly as: 'button'; readonly fix: DoneFix | FixOfMany }
  | { readonly as: 'link'; readonly url: string }
  | { readonly as: 'note' }
);

/** What there is to act on now. */
export interface FixScene {
  readonly attachments: readonly Attachment[];
  readonly contacts: readonly Contact[];
  readonly now: number;
  readonly timeZone: string;
}

/** A moment as the sender says it: `Monday at 07:30`, by the organisation's clocks. */
export function momentInWords(at: number, now: number, timeZone: string): string {
  return words.when(dayInWords(at, now, timeZone), timeInWords(at, timeZone));
}

const PAGES = { onedrive: 'openOneDrive', sharing: 'openSharing' } as const;

/** A fix with its words; null when it cannot be offered, because what it acts on is gone or the time has passed. */
function offered(fix: Fix, { attachments, contacts, now, timeZone }: FixScene): OfferedFix | null {
  const attachment = 'attachment' in fix ? attachments.find(({ id }) => id === fix.attachment) : undefined;
  const button = (key: string, text: string, icon: string, deed?: string): OfferedFix => {
    const brief = deed === undefined || attachment === undefined ? {} : { brief: { words: deed, whole: words.deedFor(deed, attachment.name) } };
    return { as: 'button', key, words: text, icon, fix: fix as DoneFix, ...brief };
  };
  switch (fix.do) {
    case 'remove-attachment':
      // What is only linked stands in the text, not among the attachments.
      if (attachment === undefined || attachment.kind === 'link') return null;
      return button(`remove ${attachment.id}`, words.removeAttachment(attachment.name), 'heed-remove', words.removeIt);
    case 'protect-attachment':
      if (attachment === undefined || attachment.kind !== 'file' || attachment.inline) return null;
      return button(`protect ${attachment.id}`, words.protectAttachment(attachment.name), 'heed-protect', words.protectIt);
    case 'remove-recipient':
      return button(`remove ${fix.address}`, words.removeRecipient(fix.address), 'heed-person');
    case 'move-to-bcc':
      return button('bcc', words.moveToBcc, 'heed-hide');
    case 'reply-to-sender-only':
      return button('reply', words.replyToSenderOnly, 'heed-reply');
    case 'add-subject':
      return button('subject', words.addSubject, 'heed-subject');
    case 'schedule':
      if (fix.at <= now) return null;
      return button(`schedule ${fix.at}`, words.schedule(momentInWords(fix.at, now, timeZone)), 'heed-clock');
    case 'remove-words':
      if (fix.places.length === 0) return null;
      return button(`words ${fix.what}`, fix.what === 'password' ? words.removePassword : words.removeDetails, 'heed-remove');
    case 'save-draft':
      return button('save', words.saveDraft, 'heed-subject');
    case 'not-mine':
      return button(`not mine ${fix.address}`, words.notMine(fix.address), 'heed-person');
    case 'family':
      return button(`family ${fix.address}`, words.family(fix.address), 'heed-person');
    case 'tell':
      if (addressIn(contacts, fix.role) === null) return null;
      return button(`tell ${fix.role} ${fix.about}`, fix.about === 'slip' ? words.reportSlip(words.role(fix.role)) : words.tellOfData(words.role(fix.role)), 'heed-justify');
    case 'change-from':
      return { as: 'note', key: 'from', words: words.changeFrom(fix.address), icon: 'heed-person' };
    case 'open-page': {
      const url = safeLink(fix.url);
      const text = fix.page === 'bulletin' ? words.useInstead(fix.label) : words[PAGES[fix.page]];
      return url === null ? null : { as: 'link', key: `open ${fix.page}`, words: text, icon: 'heed-inform', url };
    }
  }
}

/** What a dialog's button says that it does, where it names one thing; the others only lead here. */
const DEEDS: { readonly [button: string]: Fix['do'] } = {
  'Add subject': 'add-subject',
  'Change From': 'change-from',
  'Move to Bcc': 'move-to-bcc',
  'Remove attachment': 'remove-attachment',
  'Remove code': 'remove-words',
  'Remove details': 'remove-words',
  'Remove password': 'remove-words',
  'Save as draft': 'save-draft',
};

function deedOf(button: string | undefined): Fix['do'] | null {
  return button === undefined ? null : button.startsWith('Schedule ') ? 'schedule' : (DEEDS[button] ?? null);
}

/** The fixes of a finding with what its button promised first, and whether that is there. */
export function promisedFirst({ fixes, button }: Pick<ReportedFinding, 'fixes' | 'button'>): { readonly fixes: readonly Fix[]; readonly isPromised: boolean } {
  const deed = deedOf(button);
  const promised = fixes.filter((fix) => fix.do === deed);
  return { fixes: [...promised, ...fixes.filter((fix) => fix.do !== deed)], isPromised: promised.length > 0 };
}

/** More people than these are taken out in the draft itself: a button for each of a class's parents helps nobody. */
const MOST_RECIPIENTS = 4;

/** One button that takes all of these people out. */
export function removeAllOf(addresses: readonly string[]): OfferedFix {
  const fix: FixOfMany = { do: 'remove-recipients', addresses };
  return { as: 'button', key: fix.do, words: words.removeAllRecipients(addresses.length), icon: 'heed-person', fix };
}

/** What is offered for a finding: its own fixes, in the order given here. */
export function offeredFixes(every: readonly Fix[], concerns: readonly string[], scene: FixScene): readonly OfferedFix[] {
  const addresses = every.flatMap((fix) => (fix.do === 'remove-recipient' ? [fix.address] : []));
  const isCrowd = addresses.length > MOST_RECIPIENTS;
  const fixes = isCrowd ? every.filter((fix) => fix.do !== 'remove-recipient') : every;
  // Of a class's parents some are meant; of the sender's own accounts none is.
  const all: OfferedFix[] = isCrowd && concerns.includes('own-account') ? [removeAllOf(addresses)] : [];
  for (const fix of fixes) {
    const offer = offered(fix, scene);
    if (offer !== null && all.every(({ key }) => key !== offer.key)) all.push(offer);
  }
  return all;
}
