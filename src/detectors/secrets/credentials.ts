import type { Detector, DetectorNotes, Proposal } from '../detector';
import type { Page } from '../page';
import { itemAt, lastAtOrBefore } from '../spans';
import { assignedIn } from './assigned';
import { entraSecrets, inAddress, keyAt } from './keys';
import { belowHeader, byName } from './lists';
import type { Secret } from './shapes';
import { secretsTold } from './told';

/*
 * Credentials: passwords, passphrases, PINs, log-ins and the codes of doors, alarms and machines in what people write; lists of log-ins;
 * keys of well-known services, which begin in their own way; private keys; passwords inside addresses and connection strings.
 *
 * Sources: the services' own documentation of how their keys begin (AWS, GitHub, GitLab, Slack, Stripe, Google, OpenAI,
 * SendGrid, npm, Microsoft Entra); RFC 7519 (tokens); RFC 7468 (private keys); RFC 3986 (user information). For secrets in
 * prose there is no standard: what gives one away was learned from how people write.
 */
/** For the docs; no runtime reads it. */
export const credentialsNotes: DetectorNotes = {
  title: 'Password, code or key',
  source: 'Key formats as the services document them; RFC 7519, RFC 7468, RFC 3986; passwords and codes in prose as learned from mails',
  certainty: 'Something must look like a secret, and the words around it must speak of what it opens. Advice about passwords, placeholders and resets are let go.',
};

export const credentials: Detector = { id: 'credentials', details: 'passwords' };

function propose(text: string, { start, end, score, reasons }: Secret): Proposal {
  return { detector: credentials, details: credentials.details, start, end, value: text.slice(start, end), score, reasons, person: '' };
}

/** Adds every password, code and key in the text. False when it stopped before the end. */
export function findCredentials(page: Page, proposals: Proposal[], most: number): boolean {
  const { text, hits } = page;
  /** What else was found: telephone numbers, dates of birth. */
  const values = proposals.slice().sort((a, b) => a.start - b.start);
  const lists = byName(text).slice();
  for (const { start, word } of hits) {
    if (word.secret !== 'password' && word.secret !== 'code') continue;
    const list = itemAt(lists, start) === undefined ? belowHeader(text, start) : null;
    if (list !== null) lists.splice(lastAtOrBefore(lists, list.start) + 1, 0, list);
  }
  const add = (found: Secret | null): void => {
    if (found !== null && proposals.length < most) proposals.push(propose(text, found));
  };
  for (const { secrets } of lists) secrets.forEach(add);
  for (const { start, end, word } of hits) if (word.secret === 'beginning') add(keyAt(text, start, end));
  entraSecrets(text).forEach(add);
  assignedIn(text).forEach(add);
  for (let at = text.indexOf('@'); at >= 0 && proposals.length < most; at = text.indexOf('@', at + 1)) add(inAddress(text, at));
  // In a list only its own column counts: what stands beside it is a user name.
  for (const secret of secretsTold(page)) if (itemAt(lists, secret.start) === undefined && itemAt(values, secret.start, secret.end) === undefined) add(secret);
  return proposals.length < most;
}
