import type { Deployment, Mode } from '../../domain';
import { britishDate } from '../../text/british-date';

/** The modes, from the mildest on, as an administrator chooses among them. */
export const MODES: readonly (readonly [mode: Mode, words: string])[] = [
  ['monitor-only', 'Nothing is said to anybody (monitor-only)'],
  ['inform', 'A note beside the email at most (inform)'],
  ['warn', 'A dialog with Send Anyway at most (warn)'],
  ['justify', 'A reason must be given at most (justify)'],
  ['block', 'All that the policy says, up to “cannot be sent” (block)'],
];

/** What each choice is called on the page. */
export const LABELS: { readonly [choice: string]: string } = {
  host: 'Host',
  mode: 'The most that Heed may do',
  rollout: 'Share of mailboxes',
  rings: 'Always in',
  'rollout-for': 'Other shares',
  serial: 'Number',
  'authorised-by': 'Authorised by (role)',
  'authorised-on': 'Authorised on',
  minute: 'Minute or decision',
  dpia: 'Impact assessment',
  'staff-told-on': 'Staff told on',
};

export function recordInWords({ authorisation }: Deployment): string {
  if (authorisation === null) return 'nothing yet, so it stays in monitor-only';
  const { by, on, minute, dpia, staffToldOn } = authorisation;
  return `${by}, ${britishDate(on)}, minute ${minute}; assessment ${dpia}; staff told ${britishDate(staffToldOn)}`;
}

export function modeInWords(mode: Mode): string {
  return MODES.find(([each]) => each === mode)?.[1] ?? mode;
}

/** A sentence of the command, with its dates as the field beside it writes them. */
export function withBritishDates(sentence: string): string {
  return sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, britishDate);
}

/** A sentence with a capital letter, as it stands under a field. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
