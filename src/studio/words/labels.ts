/** What keys of a pack are called for somebody who has never seen one: by the key, or with the key it stands under. */
const LABELS: { readonly [key: string]: string } = {
  'unchecked': 'What could not be checked',
  'unchecked.outside': 'In an email that leaves the organisation',
  'unchecked.inside': 'In an email to colleagues or partners',
  'attachments': 'How much of an attachment is opened',
  'attachments.maxDepth': 'Files inside files',
  'attachments.maxUnpackedMB': 'Unpacked size in MB',
  'attachments.maxEntries': 'Files in archives',
  'appointments': 'Invitations',
  'appointments.enabled': 'Check invitations too',
  'reasons': 'Reasons a sender may choose',
  'emergencyReason': 'A child is at risk now',
  'emergencyReason.enabled': 'This reason sends at once',
  'personalUse': 'Personal use',
  'personalUse.permitted': 'Some personal use is permitted',
  'fatigue': 'How often Heed may ask',
  'fatigue.maxDialogsPerDay': 'Questions a day',
  'fatigue.maxNuisanceDialogsPerDay': 'Of these, about habits',
  'fatigue.sameDraftRepeat': 'The same question on the same draft',
  'evidence': 'What a message shows',
  'evidence.maxItems': 'Places shown',
  'audit': 'What is recorded',
  'audit.level': 'Recorded',
  'audit.retentionDays': 'Days events are kept',
  'audit.notes': 'Notes beside a reason',
  'languageHelp': 'Help in another language',
  'offlinePackMaxDays': 'Days without a word from your server',
  'detection': 'What counts as sensitive',
  'detection.off': 'Not looked for',
  'detection.minCount': 'How many make it count',
  'detection.ignoreTestNumbers': 'Let test numbers go',
  'detection.specialCategoryTerms': 'Weights of sensitive words',
  'detection.dictionary': 'Your own sensitive words',
  'detection.ignore': 'Phrases that never count',
  'detection.patterns': 'Your own numbers',
  'detection.tableMinRows': 'People who make a list',
  'detection.minScore': 'How sure a match must be',
  'detection.quotedThread': 'The thread below the message',
  'protection': 'What counts as protected',
  'protection.accept': 'Accepted protection',
  'protection.subjectTags': 'Words in the subject that encrypt',
  'organisation.internalDomains': 'Your own domains',
  'organisation.pupilDomains': 'Pupils’ domains',
  'organisation.personalDomains': 'Personal mail providers',
  'organisation.hours': 'Working hours',
  'organisation.groups': 'Distribution lists',
  'organisation.partners': 'Trusted partners',
  'organisation.contactFor': 'Whom each rule names',
  'organisation.alternatives': 'Other ways to reach all staff',
  'organisation.delegations': 'Who may send as a mailbox',
  'organisation.pupilAddresses': 'Pupils’ own addresses',
  'organisation.registeredContacts': 'Parents and other contacts on record',
  'organisation.audiences': 'Who is a leader, a governor, a visitor …',
  'organisation.fileShares': 'Approved file services',
  'organisation.safeNumbers': 'Numbers a pupil may be given',
  'blockAgreedBy': 'Roles that agreed to “Stop”',
  'reviewBy': 'Review by',
  'lastVerified': 'Last compared with the live document',
  'liveUrl': 'Web address of the live document',
  'upkeep': 'Upkeep',
  'undefinedTerms': 'Words it does not define',
  'observations': 'For its owner to look at',
  'sendChecksClause': 'The clause that says drafts are checked',
  'verifyEveryDays': 'Compare every',
  'reviewWarnDays': 'Remind before the review',
  'liveCopy': 'Where the live document is, in words',
  'reviewQuotation': 'What it says of its review',
  'copyQuotation': 'What it says of copies',
  'leadIn': 'Words before the quotation',
  'relatedLeadIn': 'Words before it, where it is only related',
  'text': 'Text',
  'for': 'Who',
  'why': 'Why',
  'expires': 'Last day',
  'exemptions.for': 'Who sends it',
  'exemptions.recipients': 'To whom',
  'exemptions.situations': 'In which situations',
  'dictionary.term': 'Word or phrase',
  'dictionary.near': 'Words that go with it',
  'options.recipients': 'Whose evening counts',
};

/** `directRecipients` as people write it: `Direct recipients`. Ids in capitals and names of places stay as they are. */
export function humanised(key: string): string {
  if (/^[A-Z0-9][A-Z0-9.-]*$/.test(key) || key.includes('/')) return key;
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1).replace(/\burl\b/g, 'web address').replace(/\bmb\b/g, 'MB');
}

/** What the setting at a path is called. */
export function labelAt(path: readonly (string | number)[]): string {
  const last = path[path.length - 1] ?? '';
  if (typeof last === 'number') return `Entry ${last + 1}`;
  const above = path[path.length - 2];
  const list = typeof above === 'number' ? path[path.length - 3] : undefined;
  return (path.length === 2 ? LABELS[`${above ?? ''}.${last}`] : list === undefined ? undefined : LABELS[`${list}.${last}`]) ?? LABELS[last] ?? humanised(last);
}

/** Help where the schema has none, by the list and the key. */
const HELP: { readonly [key: string]: string } = {
  'exemptions.for': 'One of your senders: an address, or a domain for everybody in it.',
  'exemptions.why': 'Which agreement, or who asked for it.',
  'exemptions.expires': 'Within 12 months. After it the rule counts again.',
  'dictionary.near': 'A word counts beside a person’s name. For what is secret by itself, such as a project, write words here that stand near it, and no person is needed. One of them is enough.',
  'exemptions.recipients': 'The addresses or domains it may go to. Empty: to everybody.',
};

/** Help for the setting at a path that describes itself nowhere else; empty where there is none. */
export function ownHelp(path: readonly (string | number)[]): string {
  return typeof path[path.length - 2] === 'number' ? (HELP[`${path[path.length - 3] ?? ''}.${path[path.length - 1] ?? ''}`] ?? '') : '';
}

/** A schema's description as a form has it, where nobody writes null or true. */
export function helpWords(description: string): string {
  return description.replace(/; null\b/g, '; empty').replace(/^True when/, 'Yes when');
}
