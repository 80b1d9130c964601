import type { Organisation, Recipient, Recipients, Sender } from '../domain';
import { comparableAddress, matchesAddress } from './addresses';

/**
 * Correspondents that nobody may be watched or hindered in writing to, in every organisation. A domain stands for itself
 * and those below it. The list is the vendor's minimum: an owner may add to it and cannot take from it. It is by recipient
 * alone; nothing is ever read to guess that a mail is a disclosure.
 *
 * A whole domain is listed where the body's work is to hear, advise or stand for workers, or where any of its staff may be
 * the right person to tell and schools send it little else. Where schools write for other reasons daily, and with pupils'
 * data, only the mailbox for disclosures is:
 * - Department for Education (education.gov.uk): returns, exclusions and funding go there. Its mailbox for allegations is
 *   listed (gov.uk, “Report fraud or financial irregularity to DfE”).
 * - NSPCC (nspcc.org.uk): training, events and fundraising too. The helpline's mailbox answers the whistleblowing line.
 * - Charity Commission: accounts and annual returns. Its whistleblowing mailbox is listed.
 * - Police forces: they have no mailbox for workers' disclosures, are no prescribed person for schools, and DSLs send them
 *   pupils' data every day. None is listed; forces are trusted partners instead.
 * - Local authority designated officers: each authority has its own address, often at its general domain. Owners add theirs.
 * - An employee assistance provider, occupational health, a solicitor: each organisation has its own. Owners add theirs.
 *
 * Sources: the Public Interest Disclosure (Prescribed Persons) Order 2014 for the regulators, and the bodies' own pages.
 */
export const PROTECTED_CORRESPONDENTS: readonly string[] = [
  // Advice for whistleblowers.
  'protect-advice.org.uk',
  'help@nspcc.org.uk',
  // Regulators and prescribed persons.
  'ofsted.gov.uk',
  'estyn.gov.wales',
  'ofqual.gov.uk',
  'ico.org.uk',
  'hse.gov.uk',
  'equalityhumanrights.com',
  'equalityadvisoryservice.com',
  'acas.org.uk',
  'allegations.mailbox@education.gov.uk',
  'whistleblowing@charitycommission.gov.uk',
  // Trade unions and professional associations that represent people who work in schools.
  'neu.org.uk',
  'nasuwt.org.uk',
  'naht.org.uk',
  'ascl.org.uk',
  'community-tu.org',
  'voicetheunion.org.uk',
  'unison.co.uk',
  'unison.org.uk',
  'gmb.org.uk',
  'unitetheunion.org',
  'prospect.org.uk',
  'pcs.org.uk',
  'ucu.org.uk',
  'ucac.cymru',
  'aep.org.uk',
  'tuc.org.uk',
  // The charity that counsels people who work in education.
  'educationsupport.org.uk',
  'edsupport.org.uk',
];

const PROTECTED = new Set(PROTECTED_CORRESPONDENTS);

/** True for an address that is protected in every organisation, or that this one has listed as such. */
export function isProtected(address: string, organisation: Organisation): boolean {
  const comparable = comparableAddress(address);
  if (comparable === null) return false;
  if (PROTECTED.has(comparable)) return true;
  let domain = comparable.slice(comparable.lastIndexOf('@') + 1);
  for (; domain !== ''; domain = domain.slice(domain.indexOf('.') + 1)) {
    if (PROTECTED.has(domain)) return true;
    if (!domain.includes('.')) break;
  }
  return organisation.protectedCorrespondents.some((pattern) => matchesAddress(pattern, comparable));
}

export interface Guarded {
  /** Everyone else, the sender included. */
  readonly others: Recipients;
  readonly protectedCount: number;
  /** True when nobody but protected correspondents, and the sender, gets the draft. */
  readonly areAllProtected: boolean;
}

/**
 * Takes protected correspondents out, before anything else is read. A copy to the sender changes nothing; a recipient
 * without a usable address, or a list that the client cut short, means that not all are known to be protected.
 */
export function withoutProtected(recipients: Recipients, organisation: Organisation, sender: Sender): Guarded {
  const own = ownAddresses(sender);
  const others: Recipient[] = [];
  let protectedCount = 0;
  let isAnyoneElse = recipients.atLeast;
  for (const recipient of recipients.all) {
    if (recipient.kind !== 'unresolved' && isProtected(recipient.address, organisation)) {
      protectedCount++;
      continue;
    }
    others.push(recipient);
    const address = comparableAddress(recipient.address);
    if (address === null || !own.includes(address)) isAnyoneElse = true;
  }
  return {
    others: { all: others, atLeast: recipients.atLeast },
    protectedCount,
    areAllProtected: protectedCount > 0 && !isAnyoneElse,
  };
}

/** The sender's addresses, as compared: the one the draft goes out from, and that of the person who sends for another. */
export function ownAddresses(sender: Sender): readonly string[] {
  return [sender.address, sender.signedIn?.address ?? '']
    .map(comparableAddress)
    .filter((address): address is string => address !== null);
}
