import type { Organisation, ReportedFinding } from '../domain';
import { domainOf, matchesDomain } from '../recipients';

/** Whom to ask: a role of the policy (`it`, `dpo`) and what to show for it. */
export interface Contact {
  readonly role: string;
  readonly contact: string;
}

/** The contacts of the sender's school, and the organisation's for the roles it does not name. */
export function contactsFor(organisation: Organisation, senderAddress: string | null): readonly Contact[] {
  const domain = senderAddress === null ? null : domainOf(senderAddress);
  const school = domain === null ? undefined : organisation.schools.find(({ domains }) => domains.some((each) => matchesDomain(each, domain)));
  const contacts = { ...organisation.contacts, ...school?.contacts };
  return Object.entries(contacts)
    .filter(([, contact]) => contact.trim() !== '')
    .map(([role, contact]) => ({ role, contact }));
}

/** The one to call about a block: IT, or else the first there is. */
export function callAbout(contacts: readonly Contact[]): Contact | null {
  return contacts.find(({ role }) => role === 'it') ?? contacts[0] ?? null;
}

/** Whom the policy names for a rule (`organisation.contactFor`); null when it names none, or the finding has said it already. */
export function namedFor({ rule, advice }: Pick<ReportedFinding, 'rule' | 'advice'>, { contactFor }: Organisation, contacts: readonly Contact[]): Contact | null {
  const named = contacts.find(({ role }) => role === contactFor[rule]);
  return named === undefined || (advice ?? '').includes(named.contact) ? null : named;
}

/** The email address in a role's contact (`Data protection: dpo@trust.example, ext 204`); null when it has none. */
export function addressIn(contacts: readonly Contact[], role: string): string | null {
  const found = contacts.find((contact) => contact.role === role);
  return /[^\s<>,;:()]+@[^\s<>,;:()]+[^\s<>,;:().]/.exec(found?.contact ?? '')?.[0] ?? null;
}
