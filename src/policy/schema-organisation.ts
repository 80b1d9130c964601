import * as v from 'valibot';
import { suggestion } from './nearest';
import type { Names } from './names';
import { shown } from './problem';
import { address, addressOrDomain, contacts, date, dateRange, domain, hashedAddress, key, list, phoneNumber, role, schoolId, text, webAddress, week, wholeNumber } from './schema-values';

const alternative = v.strictObject({
  label: key('S', 'What it is called: “the staff bulletin”.', text(60)),
  url: v.optional(key('S', 'Where it is; null to name it only.', v.nullable(webAddress)), null),
});

const school = v.strictObject({
  id: key('S', 'A short name for other places in the pack.', schoolId),
  name: v.optional(key('S', 'As people say it. Needed where the school is first listed.', text(120))),
  domains: v.optional(key('S', 'The domains its staff send from.', list(domain, 50)), []),
  hours: v.optional(key('S', 'Its working hours; null for the organisation’s.', v.nullable(week)), null),
  terms: v.optional(key('S', 'Its term dates; empty for the organisation’s.', list(dateRange, 60)), []),
  staff: v.optional(key('S', 'How many staff have a mailbox; null when not known.', v.nullable(wholeNumber(1, 5000))), null),
  contacts: v.optional(key('S', 'Whom to ask, by role.', contacts), {}),
  alternatives: v.optional(key('S', 'Other ways to reach all its staff; empty for the organisation’s.', list(alternative, 10)), []),
});

const group = v.strictObject({
  address: key('S', 'The list’s address.', address),
  name: v.optional(key('S', 'As senders see it.', text(120))),
  size: v.optional(key('S', 'How many people it reaches; null when not known.', v.nullable(wholeNumber(1, 100000))), null),
  school: v.optional(key('S', 'The id of the school it belongs to; null for the whole trust.', v.nullable(schoolId)), null),
  allStaff: v.optional(key('S', 'True when it reaches all staff of its school or of the trust.', v.boolean()), false),
  reaches: v.optional(key('S', 'Whom it reaches; null when nobody has said.', v.nullable(v.picklist(['staff', 'parents', 'pupils', 'governors']))), null),
  members: v.optional(key('S', 'Who is in it, where an exemption or an audience names it.', list(address, 2000)), []),
});

const partner = v.strictObject({
  domain: key('T', 'The partner’s own domain.', domain),
  purpose: key('T', 'What is shared, and under which agreement.', text(300)),
  basis: v.optional(key('T', 'What the trust in it rests on; null when nobody has said.', v.nullable(v.picklist(['agreement', 'tls']))), null),
  expires: v.optional(key('T', 'The last day of the agreement; null for a body that has none.', v.nullable(date)), null),
});

const listedAddress = v.strictObject({
  address: key('S', 'One address.', address),
  why: key('S', 'Why it may be written to.', text(300)),
  expires: v.optional(key('S', 'The last day it counts; null for no end.', v.nullable(date)), null),
});

const sharedMailbox = v.strictObject({
  address: key('S', 'The mailbox.', address),
  members: v.optional(key('S', 'Who shares it; empty for whoever Exchange lets send as it.', list(addressOrDomain, 500)), []),
});

const safeNumber = v.strictObject({
  number: key('S', 'A number pupils may be given.', phoneNumber),
  what: key('S', 'Whose it is: “Childline”.', text(80)),
});

/** Childline's own number (childline.org.uk), which nobody should have to look up. */
const DEFAULT_SAFE_NUMBERS = [{ number: '0800 1111', what: 'Childline' }];

/** The places TEAL-4-24 names, by the hosts that their links have. */
const DEFAULT_FILE_SHARES = ['*.sharepoint.com', 'onedrive.live.com', '1drv.ms', 'drive.google.com', 'docs.google.com', '*.foldr.io'];

const inAudience = v.optional(key('S', 'Addresses, domains or groups.', list(addressOrDomain, 2000)), []);
const audiences = v.strictObject({
  staff: inAudience,
  leader: inAudience,
  governor: inAudience,
  trainee: inAudience,
  agency: inAudience,
  contractor: inAudience,
  volunteer: inAudience,
  visitor: inAudience,
});

/** Public bodies schools write to every week (D.2), without a blanket `*.gov.uk`. The local authority is the trust's to add. */
const DEFAULT_PARTNERS = [
  { domain: 'nhs.net', purpose: 'NHSmail' },
  { domain: '*.cjsm.net', purpose: 'Criminal Justice Secure eMail' },
  { domain: '*.police.uk', purpose: 'Police forces' },
  { domain: 'education.gov.uk', purpose: 'Department for Education' },
  { domain: 'ofsted.gov.uk', purpose: 'Ofsted' },
];

const DEFAULT_DAY: [string, string] = ['07:30', '18:00'];
const DEFAULT_HOURS = {
  mon: DEFAULT_DAY,
  tue: DEFAULT_DAY,
  wed: DEFAULT_DAY,
  thu: DEFAULT_DAY,
  fri: DEFAULT_DAY,
  sat: null,
  sun: null,
};

function zoneName(zones: readonly string[] | null): v.GenericSchema<string> {
  if (zones === null) return text(60);
  return v.picklist(
    zones,
    (issue) => `${shown(issue.input)} is not a time zone Heed has a table for. ${suggestion(String(issue.input), zones, 'zones')}`,
  );
}

export function organisation({ zones }: Names) {
  return v.strictObject({
    timeZone: v.optional(key('T', 'The schools’ time zone, not the laptop’s; one Heed has a table for.', zoneName(zones)), 'Europe/London'),
    hours: v.optional(key('S', 'Working hours; the start counts, the end does not.', week), DEFAULT_HOURS),
    terms: v.optional(key('S', 'Term dates, both days included.', list(dateRange, 60)), []),
    bankHolidays: v.optional(key('T', 'Whose bank holidays are days off.', v.picklist(['england', 'none'])), 'england'),
    internalDomains: v.optional(key('T', 'Every domain that is inside; empty for the sender’s own alone.', list(domain, 2000)), []),
    pupilDomains: v.optional(key('S', 'The domains pupils’ mailboxes are at.', list(domain, 500)), []),
    personalDomains: v.optional(key('T', 'Providers of personal mailboxes beside those Heed knows.', list(domain, 500)), []),
    schools: v.optional(key('S', 'The schools.', list(school, 500)), []),
    groups: v.optional(key('S', 'Distribution lists, with their sizes.', list(group, 5000)), []),
    partners: v.optional(key('T', 'Organisations that sensitive data may go to.', list(partner, 1000)), DEFAULT_PARTNERS),
    allowedAddresses: v.optional(key('S', 'Single addresses outside that may be written to.', list(listedAddress, 5000)), []),
    protectedCorrespondents: v.optional(
      key('T+', 'Whistleblowing, union and regulator addresses beside the list Heed always keeps.', list(addressOrDomain, 1000)),
      [],
    ),
    contacts: v.optional(key('S', 'Whom to ask, by role.', contacts), {}),
    contactFor: v.optional(key('S', 'Whom the pane names beside what a rule found, by rule: a role that has a contact.', v.record(role, role)), {}),
    alternatives: v.optional(key('S', 'Other ways to reach all staff: the bulletin, Teams. The first is what a sender is told to use.', list(alternative, 10)), []),
    delegations: v.optional(key('S', 'By mailbox: who may send as it.', v.record(address, list(addressOrDomain, 100))), {}),
    sharedMailboxes: v.optional(key('S', 'Mailboxes several people send from.', list(sharedMailbox, 1000)), []),
    pupilAddresses: v.optional(key('S', 'Pupils’ own addresses, as hashes that “heed policy hash” makes.', list(hashedAddress, 20000)), []),
    registeredContacts: v.optional(key('S', 'Contacts on the school’s record, such as parents, as hashes that “heed policy hash” makes.', list(hashedAddress, 40000)), []),
    audiences: v.optional(key('S', 'Who is what, where severities differ by audience.', audiences), {}),
    safeguardingLeads: v.optional(key('S', 'Safeguarding leads and deputies: nothing but a block holds up their mail.', list(address, 200)), []),
    fileShares: v.optional(key('T', 'Hosts that files may be shared from.', list(domain, 200)), DEFAULT_FILE_SHARES),
    safeNumbers: v.optional(key('S', 'Numbers pupils may be given.', list(safeNumber, 500)), DEFAULT_SAFE_NUMBERS),
  });
}
