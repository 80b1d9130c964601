import { EMERGENCY_REASON } from '../domain';
import type { AnyRule } from '../domain';
import type { FaultList } from './faults';
import { addMonths, addressOrDomainProblem, addressProblem, DATE, domainProblem } from './formats';
import { nearest } from './nearest';
import { quoted } from './problem';
import type { Path } from './problem';
import { hasOwn, isRawObject, listIn, objectIn, textIn, textsIn } from './raw';
import type { RawObject } from './raw';
import { childSchema, markOf } from './schema-parts';
import { optionSchemaOf } from './schema-rules';

export interface ReferenceContext {
  readonly rules: readonly AnyRule[];
  /** Providers of personal mailboxes. */
  readonly personalDomains: readonly string[];
  /** The files an overlay stands on, whose clauses and schools it may name; none for the trust's own pack. */
  readonly below: readonly RawObject[];
  /** An ISO date from which the twelve months of an exemption count; null to leave them unjudged. */
  readonly today: string | null;
}

/** The longest an exemption may run, in months (catalogue D.2). */
const LONGEST_EXEMPTION = 12;

interface FoundClause {
  readonly clause: RawObject;
  readonly document: string;
}

/** Gathers the clauses of documents by id; with `faults`, speaks of an id that is taken already. */
function addClauses(
  documents: RawObject,
  found: Map<string, FoundClause>,
  check: { readonly faults: FaultList; readonly documentsBelow: RawObject } | null,
): void {
  for (const document of Object.keys(documents)) {
    // The overlay is told of the whole document, so not of each clause in it as well.
    if (check !== null && hasOwn(check.documentsBelow, document)) continue;
    const clauses = objectIn(documents[document], 'clauses');
    for (const id of Object.keys(clauses)) {
      const earlier = found.get(id);
      if (earlier === undefined) found.set(id, { clause: objectIn(clauses, id), document });
      else check?.faults.add(['documents', document, 'clauses', id], () => `${earlier.document} already has a clause of this id. Give one of them another.`);
    }
  }
}

function checkLeadIns(pack: RawObject, faults: FaultList): void {
  const documents = objectIn(pack, 'documents');
  for (const document of Object.keys(documents)) {
    const clauses = objectIn(documents[document], 'clauses');
    for (const id of Object.keys(clauses)) {
      const related = textIn(clauses[id], 'relatedLeadIn');
      if (related === null || !/must\s+not|mustn['’]t/i.test(related)) continue;
      faults.add(
        ['documents', document, 'clauses', id, 'relatedLeadIn'],
        () => `${quoted(related)} forbids, but a related clause only bears on the matter. Write it as advice, such as "users should not".`,
      );
    }
  }
}

/** A fragment needs the words that make it a sentence in each way it is quoted, or it could read as its opposite. */
function checkBasis(reference: RawObject, { clause }: FoundClause, path: Path, faults: FaultList): void {
  const [leadIn, related] = [textIn(clause, 'leadIn'), textIn(clause, 'relatedLeadIn')];
  const basis = textIn(reference, 'basis');
  const id = textIn(reference, 'id') ?? '';
  if (basis === 'related' && leadIn !== null && related === null) {
    faults.add(path, () => `${id} is quoted as related, but has only a leadIn. Give the clause a relatedLeadIn as well.`);
  }
  if (basis === 'direct' && leadIn === null && related !== null) {
    faults.add(path, () => `${id} is quoted as direct, but has only a relatedLeadIn. Give the clause a leadIn as well.`);
  }
}

function addUnknownClause(path: Path, id: string, clauses: ReadonlyMap<string, FoundClause>, faults: FaultList): void {
  faults.add(path, () => {
    const meant = nearest(id, Array.from(clauses.keys()));
    const remedy = meant === null ? 'Add it under documents, or remove it here.' : `Did you mean "${meant}"?`;
    return `no document has a clause ${quoted(id)}. ${remedy}`;
  });
}

function checkClauseReferences(rule: AnyRule, setting: RawObject, clauses: ReadonlyMap<string, FoundClause>, faults: FaultList): void {
  const seen = new Set<string>();
  listIn(setting, 'clauses').forEach((reference, index) => {
    const id = textIn(reference, 'id');
    if (!isRawObject(reference) || id === null) return;
    const path: Path = ['rules', rule.id, 'clauses', index];
    const found = clauses.get(id);
    if (found === undefined) {
      addUnknownClause([...path, 'id'], id, clauses, faults);
    } else {
      checkBasis(reference, found, path, faults);
    }
    const named = listIn(reference, 'situations').length === 0 ? Object.keys(rule.situations) : textsIn(reference, 'situations');
    const twice = named.filter((situation) => seen.has(`${id} ${situation}`));
    if (twice.length > 0) {
      faults.add(path, () => `${id} is already given for ${twice.slice(0, 5).map(quoted).join(', ')}. Keep one of the two.`);
    }
    for (const situation of named) seen.add(`${id} ${situation}`);
  });
}

/** `block` where the rule itself does not suggest it needs the word of two roles (catalogue D.1). */
function checkBlocks(rule: AnyRule, setting: RawObject, faults: FaultList): void {
  const severity = objectIn(setting, 'severity');
  const agreedBy = textsIn(setting, 'blockAgreedBy').map((role) => role.trim().toLowerCase());
  if (new Set(agreedBy).size >= 2) return;
  for (const situation of Object.keys(severity)) {
    if (severity[situation] !== 'block' || rule.situations[situation] === 'block') continue;
    faults.add(
      ['rules', rule.id, 'severity', situation],
      () => `"block" leaves the sender no way to send, so two roles must agree to it. Name both in rules.${rule.id}.blockAgreedBy, or choose "justify".`,
    );
  }
}

/** Where the policy permits personal use, what is no more than that is met with a note at most. */
function checkPersonalUse(rule: AnyRule, setting: RawObject, isPermitted: boolean, isLocked: boolean, faults: FaultList): void {
  if (!isPermitted || isLocked) return;
  const byAudience = objectIn(setting, 'severityByAudience');
  const places: readonly Path[] = [['severity'], ...Object.keys(byAudience).map((audience) => ['severityByAudience', audience])];
  for (const situation of rule.personalUse ?? []) {
    for (const place of places) {
      const severity = textIn(place.reduce<unknown>((at, step) => objectIn(at, String(step)), setting), situation);
      if (severity === null || severity === 'off' || severity === 'inform') continue;
      faults.add(
        ['rules', rule.id, ...place, situation],
        () => `the policy permits personal use, which is met with a note at most. Choose "inform" or "off", or set personalUse.permitted to false if the policy forbids it.`,
      );
    }
  }
}

function checkExemptions(rule: AnyRule, setting: RawObject, today: string | null, faults: FaultList): void {
  if (today === null) return;
  const last = addMonths(today, LONGEST_EXEMPTION);
  listIn(setting, 'exemptions').forEach((exemption, index) => {
    const expires = textIn(exemption, 'expires');
    if (expires === null || !DATE.test(expires) || expires <= last) return;
    faults.add(
      ['rules', rule.id, 'exemptions', index, 'expires'],
      () => `${expires} is more than 12 months away. Choose ${last} or earlier, and renew it then.`,
    );
  });
}

function checkSchoolsAndGroups(pack: RawObject, below: readonly RawObject[], faults: FaultList): void {
  const organisation = objectIn(pack, 'organisation');
  const idsBelow = new Set<string | null>();
  for (const file of below) listIn(objectIn(file, 'organisation'), 'schools').forEach((school) => idsBelow.add(textIn(school, 'id')));
  const ids = new Set<string>();
  listIn(organisation, 'schools').forEach((school, index) => {
    const id = textIn(school, 'id');
    if (id === null) return;
    if (ids.has(id)) {
      faults.add(['organisation', 'schools', index, 'id'], () => `another school already has the id ${quoted(id)}. Give each school its own.`);
    }
    ids.add(id);
    if (!idsBelow.has(id) && isRawObject(school) && !hasOwn(school, 'name')) {
      faults.add(['organisation', 'schools', index, 'name'], () => 'missing. Add the name people say.');
    }
  });
  idsBelow.forEach((id) => {
    if (id !== null) ids.add(id);
  });
  const addresses = new Set<string>();
  listIn(organisation, 'groups').forEach((group, index) => {
    const path: Path = ['organisation', 'groups', index];
    const [school, address] = [textIn(group, 'school'), textIn(group, 'address')];
    if (school !== null && !ids.has(school)) {
      faults.add([...path, 'school'], () => {
        const meant = nearest(school, Array.from(ids));
        const remedy = meant === null ? 'Add it to organisation.schools, or write null for the whole trust.' : `Did you mean "${meant}"?`;
        return `no school has the id ${quoted(school)}. ${remedy}`;
      });
    }
    if (address === null) return;
    if (addresses.has(address.toLowerCase())) {
      faults.add([...path, 'address'], () => `${quoted(address)} is already listed. Keep one of the two.`);
    }
    addresses.add(address.toLowerCase());
  });
}

/** The rules that the pane names somebody for. */
function checkContactFor(pack: RawObject, rules: readonly AnyRule[], faults: FaultList): void {
  const known = rules.reduce<readonly string[]>((all, { id, formerly = [] }) => [...all, id, ...formerly], []);
  for (const rule of Object.keys(objectIn(objectIn(pack, 'organisation'), 'contactFor'))) {
    if (known.indexOf(rule) !== -1) continue;
    faults.add(['organisation', 'contactFor', rule], () => {
      const meant = nearest(rule, known);
      return `no such rule. ${meant === null ? 'Remove it.' : `Did you mean "${meant}"?`}`;
    });
  }
}

/** Where the emergency reason is on, it must be among those offered. */
function checkReasons(pack: RawObject, faults: FaultList): void {
  const codes = listIn(pack, 'reasons').map((reason) => textIn(reason, 'code'));
  codes.forEach((code, index) => {
    if (code !== null && codes.indexOf(code) < index) faults.add(['reasons', index, 'code'], () => `another reason already has the code ${quoted(code)}. Give each its own.`);
  });
  if (!hasOwn(pack, 'reasons') || objectIn(pack, 'emergencyReason')['enabled'] === false || codes.indexOf(EMERGENCY_REASON) !== -1) return;
  faults.add(['reasons'], () => `the emergency reason is on, but no reason has the code ${quoted(EMERGENCY_REASON)}. Add one, or set emergencyReason.enabled to false.`);
}

interface ListedDomain {
  readonly written: string;
  readonly domain: string;
  readonly path: Path;
  readonly as: 'inside' | 'partner' | 'personal';
}

/** Where each domain is listed, and what being listed there makes of an address. */
function domainsOf(pack: RawObject): readonly ListedDomain[] {
  const organisation = objectIn(pack, 'organisation');
  const found: ListedDomain[] = [];
  const add = (domain: unknown, path: Path, as: ListedDomain['as']): void => {
    if (typeof domain === 'string') found.push({ written: domain, domain: domain.toLowerCase(), path: ['organisation', ...path], as });
  };
  listIn(organisation, 'internalDomains').forEach((domain, index) => add(domain, ['internalDomains', index], 'inside'));
  listIn(organisation, 'pupilDomains').forEach((domain, index) => add(domain, ['pupilDomains', index], 'inside'));
  listIn(organisation, 'schools').forEach((school, index) => {
    listIn(school, 'domains').forEach((domain, inner) => add(domain, ['schools', index, 'domains', inner], 'inside'));
  });
  listIn(organisation, 'partners').forEach((partner, index) => add(textIn(partner, 'domain'), ['partners', index, 'domain'], 'partner'));
  listIn(organisation, 'personalDomains').forEach((domain, index) => add(domain, ['personalDomains', index], 'personal'));
  return found;
}

/** A domain cannot be two things at once, and a provider of personal mailboxes is neither inside nor a partner. */
function checkDomains(pack: RawObject, below: readonly RawObject[], known: readonly string[], faults: FaultList): void {
  const personal = new Set(known);
  const listedAs = new Map<string, string>();
  for (const file of below) domainsOf(file).forEach(({ domain, as }) => listedAs.set(domain, as));
  for (const { written, domain, path, as } of domainsOf(pack)) {
    const bare = domain.slice(0, 2) === '*.' ? domain.slice(2) : domain;
    if (as !== 'personal' && personal.has(bare)) {
      faults.add(path, () => `${quoted(written)} gives mailboxes to anyone. Remove it; single addresses may be listed in organisation.allowedAddresses.`);
      continue;
    }
    const earlier = listedAs.get(domain);
    if (earlier !== undefined && earlier !== as) {
      faults.add(path, () => `${quoted(written)} is listed as ${earlier} already and cannot be ${as} too. Keep one of the two.`);
    }
    listedAs.set(domain, as);
  }
}

/** Whoever is at a protected domain is written to unseen, so it can be neither the organisation's own nor one where anyone has a mailbox. */
function checkProtected(pack: RawObject, below: readonly RawObject[], known: readonly string[], faults: FaultList): void {
  const listed = [...below, pack].reduce<readonly ListedDomain[]>((all, file) => [...all, ...domainsOf(file)], []);
  const at = (as: ListedDomain['as']): readonly string[] => listed.filter((each) => each.as === as).map(({ domain }) => domain.replace(/^\*\./, ''));
  const [personal, inside] = [new Set([...known, ...at('personal')]), new Set(at('inside'))];
  listIn(objectIn(pack, 'organisation'), 'protectedCorrespondents').forEach((entry, index) => {
    if (typeof entry !== 'string' || entry.indexOf('@') !== -1) return;
    const domain = entry.toLowerCase().replace(/^\*\./, '');
    const why = personal.has(domain) ? 'gives mailboxes to anyone' : inside.has(domain) ? 'is inside' : null;
    if (why !== null) faults.add(['organisation', 'protectedCorrespondents', index], () => `${quoted(entry)} ${why}, and mail to it would not be looked at. List single addresses.`);
  });
}

/** Pupils' domains win over inside ones, so some of these have to be left for staff. */
function checkPupils(pack: RawObject, below: readonly RawObject[], faults: FaultList): void {
  const organisations = [...below, pack].map((file) => objectIn(file, 'organisation'));
  const all = (key: string): readonly string[] => organisations.reduce<readonly string[]>((found, each) => [...found, ...textsIn(each, key).map((domain) => domain.toLowerCase())], []);
  const pupils = new Set(all('pupilDomains'));
  const inside = all('internalDomains');
  const isAllPupils = inside.length > 0 && inside.every((domain) => pupils.has(domain));
  textsIn(objectIn(pack, 'organisation'), 'pupilDomains').forEach((domain, index) => {
    if (isAllPupils && inside.indexOf(domain.toLowerCase()) !== -1) {
      faults.add(['organisation', 'pupilDomains', index], () => `${quoted(domain)} leaves no domain for staff, so every colleague would count as a pupil. List only domains where nobody but pupils has a mailbox.`);
    }
  });
}

/** What an entry of an option's list has to be, by what the list holds. */
const ENTRY_PROBLEMS: { readonly [holds: string]: (text: string) => string | null } = {
  domains: domainProblem,
  addresses: addressProblem,
  'addresses and domains': addressOrDomainProblem,
};

/** Lists of addresses and domains among a rule's options: what can never match would switch off part of the rule unseen. */
function checkOptionLists(rule: AnyRule, setting: RawObject, faults: FaultList): void {
  const options = objectIn(setting, 'options');
  for (const key of Object.keys(options)) {
    const schema = childSchema(optionSchemaOf(rule), key);
    const problemOf = schema === null ? undefined : ENTRY_PROBLEMS[String(markOf(schema, 'holds'))];
    if (problemOf === undefined) continue;
    listIn(options, key).forEach((entry, index) => {
      const path: Path = ['rules', rule.id, 'options', key, index];
      const problem = typeof entry === 'string' ? problemOf(entry) : null;
      if (problem !== null && !faults.has(path)) faults.add(path, () => problem);
    });
  }
}

/** The clause that says drafts are checked by software, which each document may name. */
function checkSendChecks(pack: RawObject, clauses: ReadonlyMap<string, FoundClause>, faults: FaultList): void {
  const documents = objectIn(pack, 'documents');
  for (const document of Object.keys(documents)) {
    const id = textIn(objectIn(documents[document], 'upkeep'), 'sendChecksClause');
    if (id !== null && !clauses.has(id)) addUnknownClause(['documents', document, 'upkeep', 'sendChecksClause'], id, clauses, faults);
  }
}

/** Adds what only shows when two places of a pack, or of a pack and an overlay, are held side by side. */
export function checkReferences(pack: RawObject, { rules, personalDomains, below, today }: ReferenceContext, faults: FaultList): void {
  const clauses = new Map<string, FoundClause>();
  const documentsBelow = below.reduce<RawObject>((all, file) => ({ ...all, ...objectIn(file, 'documents') }), {});
  addClauses(documentsBelow, clauses, null);
  addClauses(objectIn(pack, 'documents'), clauses, { faults, documentsBelow });
  checkLeadIns(pack, faults);
  checkSchoolsAndGroups(pack, below, faults);
  checkDomains(pack, below, personalDomains, faults);
  checkProtected(pack, below, personalDomains, faults);
  checkPupils(pack, below, faults);
  checkContactFor(pack, rules, faults);
  checkSendChecks(pack, clauses, faults);
  checkReasons(pack, faults);
  const settings = objectIn(pack, 'rules');
  const isPersonalUsePermitted = objectIn(below[0] ?? pack, 'personalUse')['permitted'] !== false;
  // A rule that is locked is answered for that alone.
  const isLockedBelow = (rule: AnyRule): boolean => below.some((file) => objectIn(objectIn(file, 'rules'), rule.id)['locked'] === true);
  for (const rule of rules) {
    const setting = objectIn(settings, rule.id);
    checkClauseReferences(rule, setting, clauses, faults);
    checkOptionLists(rule, setting, faults);
    checkBlocks(rule, setting, faults);
    checkExemptions(rule, setting, today, faults);
    checkPersonalUse(rule, setting, isPersonalUsePermitted, isLockedBelow(rule), faults);
  }
}
