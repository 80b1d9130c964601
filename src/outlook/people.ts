import type { Recipient, RecipientField } from '../domain';

/**
 * The most people a field is said to give: 500 in classic Outlook below Mailbox 1.16, 1,000 elsewhere (Microsoft's limits
 * of Recipients.getAsync). A field with exactly so many may have more.
 */
const CAPS: readonly number[] = [500, 1000];

export interface OutlookPerson {
  readonly emailAddress?: string | null;
  readonly displayName?: string | null;
  readonly recipientType?: unknown;
}

/** Exchange's own address, bare or wrapped up to look like an internet one: nothing says where it leads. */
const EXCHANGE_ADDRESS = /^(?:ex:)?\/o=|^imceaex-/i;

/** The SMTP address, or nothing: contact lists, unresolved names and Exchange's own addresses have none. */
export function usableAddress(address: unknown): string {
  if (typeof address !== 'string') return '';
  const trimmed = address.trim();
  return trimmed.indexOf('@') > 0 && !EXCHANGE_ADDRESS.test(trimmed) ? trimmed : '';
}

export function toRecipient(field: RecipientField, person: OutlookPerson | null | undefined): Recipient {
  const address = usableAddress(person?.emailAddress);
  const isList = String(person?.recipientType) === 'distributionList';
  return {
    address,
    name: typeof person?.displayName === 'string' ? person.displayName : '',
    field,
    kind: address === '' ? 'unresolved' : isList ? 'list' : 'person',
  };
}

/** True when a field may hold more people than Outlook gave. */
export function mayHoldMore(count: number): boolean {
  return CAPS.includes(count);
}
