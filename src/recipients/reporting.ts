import type { AudienceMember, Organisation } from '../domain';
import { comparableAddress, matchesAddress } from './addresses';

/** What the mailboxes are called to which people report that something is wrong, without the marks between their words. */
const REPORTING_NAME =
  /^(?:it|ict)(?:help(?:desk)?|support|services?|team)?$|^(?:help|service)desk$|phish|^(?:report|abuse|security|hr|humanresources|head|headteacher|principal|dpo|dataprotection|dsls?|safeguarding)$/;

/** The addresses that a contact's line gives: `IT Services, it@oakfield.example, ext 200`. */
function addressesOf(contacts: { readonly [role: string]: string }): readonly string[] {
  const words = Object.keys(contacts).reduce<string[]>((all, role) => all.concat(contacts[role]!.split(/[\s,;<>()]+/)), []);
  return words.filter((word) => comparableAddress(word) !== null);
}

/**
 * True for somebody to whom things are reported, so that a report is never held up: a contact that the organisation names,
 * one of `listed` (addresses or domains), or an inside mailbox that is called so (`helpdesk@`, `dsl@`, `hr@`).
 */
export function takesReports(member: AudienceMember, organisation: Organisation, listed: readonly string[] = []): boolean {
  if (listed.some((pattern) => matchesAddress(pattern, member.address))) return true;
  const contacts = [organisation.contacts, ...organisation.schools.map((school) => school.contacts)];
  if (contacts.some((one) => addressesOf(one).some((address) => comparableAddress(address) === member.address))) return true;
  return member.class === 'inside' && REPORTING_NAME.test(member.address.slice(0, member.address.lastIndexOf('@')).replace(/[^a-z]/g, ''));
}
