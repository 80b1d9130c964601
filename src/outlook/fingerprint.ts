import { isUnreadable } from '../domain';
import type { DraftSource } from '../domain';

/** Two independent 32-bit sums (FNV-1a and a multiplicative one): tells drafts apart, keeps no secret. */
export function digest(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) + (b >>> 13);
  }
  const hex = (value: number): string => `0000000${(value >>> 0).toString(16)}`.slice(-8);
  return `${hex(a)}${hex(b)}${text.length.toString(36)}`;
}

/**
 * What a draft is, in a few characters: recipients, subject, text, and the names and sizes of attached files. Any change
 * of these changes it. Attached mails count by name alone, because Outlook gives them another size each time (office-js
 * issue 6856). Null when a part cannot be read: nothing then holds for the draft.
 */
export async function fingerprintOf(source: DraftSource): Promise<string | null> {
  const recipients = await source.read('recipients');
  // Who it goes to decides whether anything else may be read.
  if (isUnreadable(recipients)) return null;
  const [subject, body, attachments] = await Promise.all([source.read('subject'), source.read('body'), source.read('attachments')]);
  if (isUnreadable(subject) || isUnreadable(body) || isUnreadable(attachments)) return null;
  const people = recipients.all.map(({ field, address, name }) => `${field} ${address.toLowerCase()} ${address === '' ? name : ''}`).sort();
  const files = attachments.map(({ name, size, kind }) => `${kind} ${name} ${kind === 'file' ? String(size) : ''}`).sort();
  return digest(JSON.stringify([people, subject, body.newText, body.quotedText, body.links, files]));
}
