import * as v from 'valibot';
import { SEVERITIES } from '../domain';
import type { AnyRule, Severity } from '../domain';
import { addressOrDomainProblem, addressProblem, ADDRESS, DATE, dateProblem, DOMAIN, domainProblem, TIME, timeProblem, WEB_ADDRESS, urlProblem } from './formats';
import { quoted, shown } from './problem';
import { nearest, suggestion } from './nearest';
import { NO_NAMES } from './names';
import type { Lock, Names } from './names';

/** Marks a value with who may change it and what it means; the overlay, the docs and the studio read it from here. */
function key<Schema extends v.GenericSchema>(lock: Lock, description: string, schema: Schema) {
  return v.pipe(schema, v.description(description), v.metadata({ lock }));
}

function text(longest: number, empty = 'this text is empty. Write it, or leave it out.') {
  return v.pipe(v.string(), v.regex(/\S/, empty), v.maxLength(longest));
}

/** A text of a fixed form: `problem` says why another does not fit, `write` what to write. */
function formatted(pattern: RegExp, problem: (text: string) => string | null, write: string) {
  const say = (issue: { readonly input: string }): string => problem(issue.input) ?? `Write ${write}.`;
  return v.pipe(
    v.string(),
    v.regex(pattern, say),
    v.check((value) => problem(value) === null, say),
    v.metadata({ write }),
  );
}

function wholeNumber(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

function list<Item extends v.GenericSchema>(item: Item, longest: number) {
  return v.pipe(v.array(item), v.maxLength(longest));
}

const ID = 'letters a to z, digits and hyphens, starting with a letter';
const schoolId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, (issue) => `${quoted(issue.input)} is not an id. Write small ${ID}, such as "oakfield".`),
  v.metadata({ write: 'an id, such as "oakfield"' }),
);
const role = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, (issue) => `${quoted(issue.input)} is not a role. Write small ${ID}, such as "it" or "dpo".`),
);
const documentId = v.pipe(
  v.string(),
  v.regex(/^[A-Z][A-Za-z0-9-]{0,39}$/, (issue) => `${quoted(issue.input)} is not a document id. Write ${ID}, the first one a capital, such as "ICT".`),
);
// Capitals alone, so that no clause can bear the name of something every object has.
const clauseId = v.pipe(
  v.string(),
  v.regex(/^[A-Z][A-Z0-9.-]{0,39}$/, (issue) => `${quoted(issue.input)} is not a clause id. Write capitals, digits and hyphens, such as "ICT-4-06".`),
  v.metadata({ write: 'a clause id, such as "ICT-4-06"' }),
);
const domain = formatted(DOMAIN, domainProblem, 'a domain, such as "oakfield.example"');
const address = formatted(ADDRESS, addressProblem, 'an address, such as "office@oakfield.example"');
const addressOrDomain = formatted(/[^\s@]/, addressOrDomainProblem, 'an address or a domain');
const date = formatted(DATE, dateProblem, 'a date, year-month-day, such as "2026-09-30"');
const time = formatted(TIME, timeProblem, 'a time, such as "07:30"');
const webAddress = formatted(WEB_ADDRESS, urlProblem, 'a web address, such as "https://www.oakfield.example/policies"');

const day = v.nullable(
  v.pipe(
    v.strictTuple([time, time]),
    v.check(
      ([start, end]) => start < end && start !== '24:00',
      ({ input: [start, end] }) =>
        start === end
          ? `the day starts and ends at ${start}. Write null for a day off, or a later end.`
          : `the day ends (${end}) before it starts (${start}). Write the start first; hours cannot run over midnight.`,
    ),
    v.metadata({ write: 'a start and an end, such as ["07:30", "18:00"], or null for a day off' }),
  ),
);
const week = v.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });

const dateRange = v.pipe(
  v.strictObject({ from: date, to: date }),
  v.check(
    ({ from, to }) => from <= to,
    ({ input: { from, to } }) => `the last day (${to}) is before the first (${from}). Swap them.`,
  ),
);
const contacts = v.record(role, text(120));

const quotation = v.strictObject({ leadIn: text(120), text: text(600, 'this quotation is empty. Copy the words from the document.') });

const clause = v.strictObject({
  heading: key('T', 'The heading it stands under in the document.', text(200)),
  section: key('T', 'The part of the document as a sender knows it, such as “section 5”.', text(80)),
  text: key('T', 'The quotation, word for word.', text(1000, 'the quotation is empty. Copy the words from the document.')),
  leadIn: v.optional(
    key('T', 'The document’s own words before the quotation, for a clause that is not a sentence: “You must not:”.', v.nullable(text(80))),
    null,
  ),
  relatedLeadIn: v.optional(
    key('T', 'What stands before the quotation where it is only related: “users should not”.', v.nullable(text(80))),
    null,
  ),
});

const policyDocument = v.strictObject({
  title: key('T', 'The document’s title.', text(200)),
  version: key('T', 'Its version as it is printed: “V1”.', text(20)),
  approved: v.optional(key('T', 'The day it was approved; null when it does not say.', v.nullable(date)), null),
  implemented: v.optional(key('T', 'The day it came into force; null when it does not say.', v.nullable(date)), null),
  reviewBy: v.optional(key('T', 'The last day of the month or the day by which it is to be reviewed; null when it does not say.', v.nullable(date)), null),
  liveUrl: v.optional(key('T', 'Where the live document is; null when there is none to link.', v.nullable(webAddress)), null),
  lastVerified: v.optional(key('T', 'The day someone last compared this copy with the live document.', v.nullable(date)), null),
  owner: key('T', 'The role that owns the document; not a person’s name.', text(120)),
  upkeep: v.optional(
    v.strictObject({
      verifyEveryDays: v.optional(key('T', 'How often this copy is to be compared with the live document.', wholeNumber(7, 90)), 30),
      reviewWarnDays: v.optional(key('T', 'How long before the review date the owner is reminded.', wholeNumber(30, 180)), 90),
      liveCopy: v.optional(key('T', 'Where the live document is, in words: “the VLE”.', text(60)), 'the live document'),
      reviewQuotation: v.optional(key('T', 'What the document says about its own review.', v.nullable(quotation)), null),
      copyQuotation: v.optional(key('T', 'What the document says about copies of itself.', v.nullable(quotation)), null),
    }),
    {},
  ),
  clauses: v.optional(key('T', 'The clauses quoted, by id.', v.record(clauseId, clause)), {}),
});

const school = v.strictObject({
  id: key('S', 'A short name for other places in the pack.', schoolId),
  name: v.optional(key('S', 'As people say it.', text(120))),
  domains: v.optional(key('S', 'The domains its staff send from.', list(domain, 50)), []),
  hours: v.optional(key('S', 'Its working hours; null for the organisation’s.', v.nullable(week)), null),
  terms: v.optional(key('S', 'Its term dates; empty for the organisation’s.', list(dateRange, 60)), []),
  staff: v.optional(key('S', 'How many staff have a mailbox; null when not known.', v.nullable(wholeNumber(1, 5000))), null),
  contacts: v.optional(key('S', 'Whom to ask, by role.', contacts), {}),
});

const group = v.strictObject({
  address: key('S', 'The list’s address.', address),
  name: v.optional(key('S', 'As senders see it.', text(120))),
  size: v.optional(key('S', 'How many people it reaches; null when not known.', v.nullable(wholeNumber(1, 100000))), null),
  school: v.optional(key('S', 'The id of the school it belongs to; null for the whole trust.', v.nullable(schoolId)), null),
  allStaff: v.optional(key('S', 'True when it reaches all staff of its school or of the trust.', v.boolean()), false),
});

const partner = v.strictObject({
  domain: key('T', 'The partner’s own domain.', domain),
  purpose: key('T', 'What is shared, and under which agreement.', text(300)),
  expires: v.optional(key('T', 'The last day of the agreement; null for a body that has none.', v.nullable(date)), null),
});

const listedAddress = v.strictObject({
  address: key('S', 'One address.', address),
  why: key('S', 'Why it may be written to.', text(300)),
  expires: v.optional(key('S', 'The last day it counts; null for no end.', v.nullable(date)), null),
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

function organisation({ zones }: Names) {
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
  });
}

const uncheckedSeverity = v.picklist(
  ['inform', 'warn'],
  (issue) => `${shown(issue.input)} cannot be set here: what could not be checked is always said and never stops a send for good. Choose "inform" or "warn".`,
);

const attachments = v.strictObject({
  maxDepth: v.optional(key('T', 'Files inside files, this many deep.', wholeNumber(1, 8)), 5),
  maxUnpackedMB: v.optional(key('T', 'Megabytes unpacked in one draft.', wholeNumber(5, 100)), 25),
  maxEntries: v.optional(key('T', 'Files in the archives of one draft.', wholeNumber(10, 2000)), 200),
});

function detection({ detectors }: Names) {
  const detector: v.GenericSchema<string> = detectors === null ? text(60) : v.picklist(detectors);
  const term = v.strictObject({
    term: key('T+', 'The word or phrase.', v.pipe(text(80), v.minLength(2))),
    weight: v.optional(key('T+', 'What it adds to the score; 45 is a word said of one person only, 25 one of ordinary talk.', wholeNumber(1, 100)), 45),
  });
  return v.strictObject({
    off: v.optional(key('T', 'Detectors that are switched off.', list(detector, 100)), []),
    dictionary: v.optional(key('T+', 'The organisation’s own words that are sensitive near a person.', list(term, 2000)), []),
    ignore: v.optional(key('T', 'Phrases that never count, such as the titles of forms.', list(v.pipe(text(200), v.minLength(2)), 2000)), []),
  });
}

function wrongBasis({ input }: { readonly input: unknown }): string {
  if (input === 'good-practice') return 'good practice has no clause behind it. Remove this entry, or choose "direct" or "related".';
  const meant = typeof input === 'string' ? nearest(input, ['direct', 'related']) : null;
  return `${shown(input)} is not a basis. ${meant === null ? 'Choose "direct" or "related".' : `Did you mean "${meant}"?`}`;
}

/** A rule's own option schema. */
export function optionSchemaOf(rule: AnyRule): v.GenericSchema {
  // Rules write their options with valibot; the domain names the convention, so as not to depend on the library.
  return rule.options as unknown as v.GenericSchema;
}

function ruleSetting(rule: AnyRule) {
  const situations = Object.keys(rule.situations);
  const severity: { [situation: string]: v.GenericSchema<Severity | undefined, Severity> } = {};
  for (const situation of situations) {
    severity[situation] = v.optional(
      key('T+', `When the finding is “${situation}”.`, v.picklist(SEVERITIES)),
      rule.situations[situation] ?? 'off',
    );
  }
  const reference = v.strictObject({
    id: clauseId,
    basis: v.picklist(['direct', 'related'], wrongBasis),
    situations: v.optional(v.nullable(list(v.picklist(situations), situations.length)), null),
  });
  const exemption = v.strictObject({
    for: addressOrDomain,
    why: text(300),
    expires: date,
  });
  return v.strictObject({
    on: v.optional(key('T+', 'Whether the rule runs.', v.boolean()), true),
    locked: v.optional(key('T', 'True when no academy may change anything about the rule.', v.boolean()), false),
    clauses: v.optional(key('T+', 'The clauses it upholds and how firmly.', list(reference, 50)), []),
    severity: v.optional(v.strictObject(severity), {}),
    blockAgreedBy: v.optional(key('T+', 'The two roles that agreed to “block”.', list(text(120), 10)), []),
    exemptions: v.optional(key('T', 'Senders the rule leaves alone for a while.', list(exemption, 500)), []),
    options: v.optional(optionSchemaOf(rule), {}),
  });
}

function ruleSettings(rules: readonly AnyRule[]) {
  const entries: { [id: string]: v.OptionalSchema<ReturnType<typeof ruleSetting>, undefined> } = {};
  for (const rule of rules) entries[rule.id] = v.optional(v.pipe(ruleSetting(rule), v.title(rule.title), v.description(rule.why)));
  return v.strictObject(entries);
}

/**
 * The shape of a pack and of an overlay, with the options of every rule: for validation here, and for the JSON Schema,
 * the studio's forms and the docs elsewhere. What needs more than one place to judge is in `checkReferences`.
 */
export function packSchema(rules: readonly AnyRule[], names: Names = NO_NAMES) {
  return v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('For editors.'))),
    extends: v.optional(v.pipe(text(60), v.description('In an overlay: the name of the trust’s pack.'))),
    name: v.optional(v.pipe(text(60), v.description('The name senders see before the word “policy”.'))),
    version: v.optional(v.pipe(text(20), v.description('The pack’s own version.'))),
    formerly: v.optional(v.pipe(list(text(60), 20), v.description('Earlier names of the pack, which overlays may still extend.')), []),
    unchecked: v.optional(
      v.strictObject({
        outside: v.optional(key('T', 'A part that could not be checked, in a draft that leaves the organisation.', uncheckedSeverity), 'warn'),
        inside: v.optional(key('T', 'The same in a draft that stays inside or goes to partners.', uncheckedSeverity), 'inform'),
      }),
      {},
    ),
    documents: v.optional(v.record(documentId, policyDocument), {}),
    organisation: v.optional(organisation(names), {}),
    attachments: v.optional(attachments, {}),
    detection: v.optional(detection(names), {}),
    rules: v.optional(ruleSettings(rules), {}),
  });
}

export type PackSchema = ReturnType<typeof packSchema>;
/** A pack with the defaults of this product filled in. */
export type Pack = v.InferOutput<PackSchema>;
