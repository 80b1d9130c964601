import * as v from 'valibot';
import type { AttachmentLimits, Clause, Detection, Group, Organisation, OwnPattern, Policy, PolicyDocument, RuleSetting, School } from '../domain';
import type { Pack } from './schema';

type PackOrganisation = Pack['organisation'];
type PackRule = NonNullable<Pack['rules'][string]>;

function lower(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.toLowerCase());
}

function mapped<From, To>(record: { readonly [key: string]: From }, change: (from: From) => To): { [key: string]: To } {
  const result: { [key: string]: To } = {};
  for (const key of Object.keys(record)) result[key] = change(record[key] as From);
  return result;
}

function toDocument(document: Pack['documents'][string]): PolicyDocument {
  const { title, version, approved, implemented, reviewBy, liveUrl, lastVerified, owner, clauses } = document;
  return {
    title,
    version,
    approved,
    implemented,
    reviewBy,
    liveUrl,
    lastVerified,
    owner,
    clauses: mapped(clauses, ({ heading, section, text, leadIn, relatedLeadIn }): Clause => ({ heading, section, text, leadIn, relatedLeadIn })),
  };
}

function toSchool(school: PackOrganisation['schools'][number]): School {
  return {
    id: school.id,
    name: school.name ?? school.id,
    domains: lower(school.domains),
    hours: school.hours,
    terms: school.terms,
    staff: school.staff,
    contacts: school.contacts,
    alternatives: school.alternatives,
  };
}

function toGroup(group: PackOrganisation['groups'][number]): Group {
  return {
    address: group.address.toLowerCase(),
    name: group.name ?? group.address,
    size: group.size,
    school: group.school,
    allStaff: group.allStaff,
    reaches: group.reaches,
    members: lower(group.members),
  };
}

/** `+44 1632 960123` as `01632960123`. */
function digitsOf(number: string): string {
  return number.replace(/[^+0-9]/g, '').replace(/^(?:\+|00)44/, '0');
}

function toDelegations(written: PackOrganisation['delegations']): Organisation['delegations'] {
  const delegations: { [mailbox: string]: readonly string[] } = {};
  for (const mailbox of Object.keys(written)) delegations[mailbox.toLowerCase()] = lower(written[mailbox] ?? []);
  return delegations;
}

function toOrganisation(organisation: PackOrganisation): Organisation {
  return {
    timeZone: organisation.timeZone,
    hours: organisation.hours,
    terms: organisation.terms,
    bankHolidays: organisation.bankHolidays,
    internalDomains: lower(organisation.internalDomains),
    pupilDomains: lower(organisation.pupilDomains),
    personalDomains: lower(organisation.personalDomains),
    schools: organisation.schools.map(toSchool),
    groups: organisation.groups.map(toGroup),
    partners: organisation.partners.map((partner) => ({ ...partner, domain: partner.domain.toLowerCase() })),
    allowedAddresses: organisation.allowedAddresses.map((listed) => ({ ...listed, address: listed.address.toLowerCase() })),
    protectedCorrespondents: lower(organisation.protectedCorrespondents),
    contacts: organisation.contacts,
    contactFor: organisation.contactFor,
    alternatives: organisation.alternatives,
    delegations: toDelegations(organisation.delegations),
    sharedMailboxes: organisation.sharedMailboxes.map(({ address, members }) => ({ address: address.toLowerCase(), members: lower(members) })),
    pupilAddresses: organisation.pupilAddresses,
    registeredContacts: organisation.registeredContacts,
    audiences: mapped<string[], readonly string[]>(organisation.audiences, lower),
    safeguardingLeads: lower(organisation.safeguardingLeads),
    fileShares: lower(organisation.fileShares),
    safeNumbers: organisation.safeNumbers.map(({ number, what }) => ({ number: digitsOf(number), what })),
  };
}

function toRuleSetting(rule: PackRule): RuleSetting {
  const { on, locked, clauses, severity, severityByAudience, exemptions, options, wording, button } = rule;
  return {
    on,
    locked,
    clauses: clauses.map((reference) => ({
      ...reference,
      situations: reference.situations === null || reference.situations.length === 0 ? null : reference.situations,
    })),
    severity,
    severityByAudience: severityByAudience,
    exemptions: exemptions.map((exemption) => ({ ...exemption, for: exemption.for.toLowerCase(), recipients: exemption.recipients === null ? null : lower(exemption.recipients) })),
    options,
    wording: wording as RuleSetting['wording'],
    button,
  };
}

/** A rule that no layer of a pack speaks of: off, so that a new version of Heed stops no send that passed before. */
export function unmentionedRule(schema: v.GenericSchema): PackRule {
  return { ...(v.parse(schema, {}) as PackRule), on: false };
}

function toDetection(detection: Pack['detection'], patterns: readonly OwnPattern[]): Detection {
  const minCount: { [detector: string]: number } = {};
  for (const detector of Object.keys(detection.minCount)) {
    const count = detection.minCount[detector];
    if (count !== undefined) minCount[detector] = count;
  }
  return { ...detection, minCount, patterns };
}

/** The pack as the rest of Heed reads it. Domains and addresses are in lower case; everything else is as written. */
export function toPolicy(pack: Pack, patterns: readonly OwnPattern[]): Policy {
  const rules: { [id: string]: RuleSetting } = {};
  for (const id of Object.keys(pack.rules)) {
    const rule = pack.rules[id];
    if (rule !== undefined) rules[id] = toRuleSetting(rule);
  }
  const attachments: AttachmentLimits = pack.attachments;
  return {
    name: pack.name ?? '',
    version: pack.version ?? '',
    unchecked: pack.unchecked,
    documents: mapped(pack.documents, toDocument),
    organisation: toOrganisation(pack.organisation),
    attachments,
    detection: toDetection(pack.detection, patterns),
    protection: { ...pack.protection, labels: lower(pack.protection.labels) },
    rules,
    reasons: pack.reasons,
    emergencyReason: pack.emergencyReason.enabled,
    fatigue: pack.fatigue,
    evidence: pack.evidence,
    audit: pack.audit,
    appointments: pack.appointments,
    languageHelp: pack.languageHelp,
    languages: pack.languages,
    offlinePackMaxDays: pack.offlinePackMaxDays,
  };
}

/**
 * The policy with one school's hours, terms and contacts in the place of the organisation's, and of every other
 * school's; null when no school has that id.
 */
export function forAcademy(policy: Policy, academy: string): Policy | null {
  const { organisation } = policy;
  const school = organisation.schools.find((each) => each.id === academy);
  if (school === undefined) return null;
  return {
    ...policy,
    organisation: {
      ...organisation,
      hours: school.hours ?? organisation.hours,
      terms: school.terms.length > 0 ? school.terms : organisation.terms,
      contacts: { ...organisation.contacts, ...school.contacts },
      alternatives: (school.alternatives ?? []).length > 0 ? (school.alternatives ?? []) : organisation.alternatives,
      schools: organisation.schools.map((each) => ({ ...each, hours: null, terms: [] })),
    },
  };
}
