import type { Audience, AudienceMember, Organisation, Recipient, RecipientClass, RecipientField, Recipients, Sender } from '../domain';
import { comparableAddress, domainOf, matchesAddress, matchesDomain } from './addresses';
import { providerAt } from './personal-domains';
import { ownAddresses } from './protected';

const FIELDS: readonly RecipientField[] = ['to', 'cc', 'bcc'];

/** True until the end of the day that is named, in UTC; with no day, always. */
function isCurrent(expires: string | null, now: number): boolean {
  return expires === null || new Date(now).toISOString().slice(0, 10) <= expires;
}

function isAtAny(domains: readonly string[], domain: string): boolean {
  return domains.some((pattern) => matchesDomain(pattern, domain));
}

/** True for a provider of personal mailboxes, Heed's own list and the organisation's together. */
function isPersonalDomain(domain: string, organisation: Organisation): boolean {
  return providerAt(domain) !== null || isAtAny(organisation.personalDomains, domain);
}

/**
 * How the organisation stands to an address at the moment `now` (milliseconds since 1970 UTC). Pupils' domains win over
 * inside ones, and an organisation that lists no domain of its own or of a school has its sender's, unless that is a
 * provider's. A partner whose time has run out is outside. An address that cannot be used is unknown, never inside.
 */
export function classOf(address: string, organisation: Organisation, senderAddress: string, now: number): RecipientClass {
  const domain = domainOf(address);
  if (domain === null) return 'unknown';
  if (isAtAny(organisation.pupilDomains, domain) || reachesPupils(address, organisation)) return 'pupil';
  if (isInside(domain, organisation, senderAddress)) return 'inside';
  if (isPersonalDomain(domain, organisation)) return 'personal';
  const isPartner = organisation.partners.some((partner) => isCurrent(partner.expires, now) && matchesDomain(partner.domain, domain));
  return isPartner ? 'partner' : 'outside';
}

function reachesPupils(address: string, organisation: Organisation): boolean {
  return organisation.groups.some((group) => group.reaches === 'pupils' && matchesAddress(group.address, address));
}

/** The organisation's own domains and its schools', gathered once. */
const insideDomains = new WeakMap<Organisation, readonly string[]>();

function insideDomainsOf(organisation: Organisation): readonly string[] {
  let domains = insideDomains.get(organisation);
  if (domains === undefined) {
    domains = organisation.schools.reduce((all, school) => all.concat(school.domains), organisation.internalDomains);
    insideDomains.set(organisation, domains);
  }
  return domains;
}

function isInside(domain: string, organisation: Organisation, senderAddress: string): boolean {
  const domains = insideDomainsOf(organisation);
  if (domains.length > 0) return isAtAny(domains, domain);
  return domain === domainOf(senderAddress) && !isPersonalDomain(domain, organisation);
}

/** True when the organisation lists the address as allowed, and its time has not run out at `now`. */
function isAllowedAddress(address: string, organisation: Organisation, now: number): boolean {
  return organisation.allowedAddresses.some((listed) => isCurrent(listed.expires, now) && matchesAddress(listed.address, address));
}

/** The provider of personal mailboxes that an address is at, as people call it (`Gmail`); null when it is not known as one. */
export function providerOf(address: string): string | null {
  const domain = domainOf(address);
  return domain === null ? null : providerAt(domain);
}

/** True for what may stand for anybody: an unresolved name, and a distribution list that the organisation has not listed. */
function isOpaque(recipient: Recipient, organisation: Organisation): boolean {
  if (recipient.kind === 'unresolved') return true;
  return recipient.kind === 'list' && !organisation.groups.some((group) => matchesAddress(group.address, recipient.address));
}

/**
 * The recipients as rules see them: each address once, whatever its case and however many fields it is in (To counts before
 * Cc, Cc before Bcc), with its class. `jo+trips@` and `jo@` are two addresses. Those without a usable address are told apart
 * by what they are called. `hashOf` hashes a compared address as the lists of hashes in a pack were made.
 */
export function audienceOf(
  recipients: Recipients,
  sender: Sender,
  organisation: Organisation,
  now: number,
  hashOf: (address: string) => string = () => '',
): Audience {
  const { pupilAddresses, registeredContacts } = organisation;
  const hasHashes = pupilAddresses.length + registeredContacts.length > 0;
  const own = ownAddresses(sender);
  const members = new Map<string, AudienceMember>();
  const inField = (field: RecipientField): readonly Recipient[] => recipients.all.filter((recipient) => recipient.field === field);
  const inOrder = FIELDS.reduce<readonly Recipient[]>((all, field) => all.concat(inField(field)), []);
  for (const recipient of inOrder) {
    const address = comparableAddress(recipient.address);
    const written = recipient.address.trim().toLowerCase();
    const key = address ?? `?${written}?${recipient.name.trim().toLowerCase()}`;
    const known = members.get(key);
    // An address that is resolved in one field is resolved.
    if (known !== undefined && (known.kind !== 'unresolved' || recipient.kind === 'unresolved')) continue;
    const hash = hasHashes && address !== null ? hashOf(address) : null;
    members.set(key, {
      address: address ?? written,
      name: recipient.name,
      field: known?.field ?? recipient.field,
      class: isOpaque(recipient, organisation) ? 'unknown' : classOf(recipient.address, organisation, sender.address, now),
      isSender: address !== null && own.includes(address),
      isAllowed: address !== null && isAllowedAddress(address, organisation, now),
      isRegistered: hash !== null && registeredContacts.includes(hash),
      isPupilsOwn: hash !== null && pupilAddresses.includes(hash),
      kind: recipient.kind,
    });
  }
  return { members: Array.from(members.values()), atLeast: recipients.atLeast };
}
