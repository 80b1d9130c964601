import type { Organisation, Recipient, RecipientField, Recipients, School, Sender } from '../../src/domain';

const DAY = ['08:00', '17:00'] as const;

/** An invented trust; what is given replaces its own. */
export function organisationWith(changes: Partial<Organisation> = {}): Organisation {
  return {
    timeZone: 'Europe/London',
    hours: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: null, sun: null },
    terms: [],
    bankHolidays: 'england',
    internalDomains: ['trust.example'],
    pupilDomains: ['pupils.trust.example'],
    personalDomains: ['villagemail.example'],
    schools: [],
    groups: [],
    partners: [],
    allowedAddresses: [],
    protectedCorrespondents: [],
    contacts: {},
    contactFor: {},
    alternatives: [],
    delegations: {},
    sharedMailboxes: [],
    pupilAddresses: [],
    registeredContacts: [],
    audiences: {},
    safeguardingLeads: [],
    fileShares: [],
    safeNumbers: [],
    ...changes,
  };
}

export function schoolWith(changes: Partial<School>): School {
  return { id: 'oakfield', name: 'Oakfield', domains: [], hours: null, terms: [], staff: null, contacts: {}, ...changes };
}

export const JO: Sender = { address: 'jo.reed@trust.example', name: 'Jo Reed', signedIn: null };

export function recipient(address: string, field: RecipientField = 'to', kind: Recipient['kind'] = 'person', name = ''): Recipient {
  return { address, name, field, kind };
}

export function recipientsAt(...addresses: readonly string[]): Recipients {
  return { all: addresses.map((address) => recipient(address)), atLeast: false };
}
