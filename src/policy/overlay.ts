import type * as v from 'valibot';
import { overlayRules, TRUST_ONLY_OF_A_RULE } from './overlay-rules';
import { hasOwn, listIn, objectIn } from './raw';
import type { RawObject } from './raw';
import { makeChange, refuseAsTrustOnly, sayAnothersDocument } from './change';
import type { Change, Overlay } from './change';
import { lockAt, schemaAt } from './schema-parts';
import { serviceEntries } from './schema-service';
import { quoted } from './problem';
import type { Path } from './problem';
import type { Layers } from './layers';
import type { Pack } from './schema';

type PackOrganisation = Pack['organisation'];
type PackSchool = PackOrganisation['schools'][number];

/** Keys of an overlay that say what it is and change nothing. */
const ABOUT = ['$schema', 'extends', 'name', 'version', 'formerly'];

/** True when the overlay gives an empty list where there are entries; it is told that this takes nothing away. */
function isEmptyList(change: Change, raw: RawObject, key: string, path: Path, current: readonly unknown[]): boolean {
  if (!hasOwn(raw, key) || listIn(raw, key).length > 0) return false;
  if (current.length > 0) {
    change.faults.add(path, () => 'an empty list takes nothing away from the list before it. Remove it here, or ask the trust to change it.');
  }
  return true;
}

/** Adds entries at the end of a list, those that are there already left out. */
function withAdded<Item>(change: Change, path: Path, current: readonly Item[], added: readonly Item[]): Item[] {
  const known = new Set(current.map((item) => JSON.stringify(item)));
  const result = [...current];
  for (const item of added) {
    if (known.has(JSON.stringify(item))) continue;
    change.set([...path, result.length]);
    result.push(item);
  }
  return result;
}

/** As `withAdded` for entries with an address, where an entry for the same address may not be given a second meaning. */
function withListed<Item extends { readonly address: string }>(
  change: Change,
  path: Path,
  current: readonly Item[],
  added: readonly Item[],
): Item[] {
  const known = new Map(current.map((item) => [item.address.toLowerCase(), JSON.stringify(item)]));
  const fresh = added.filter((item, index) => {
    const earlier = known.get(item.address.toLowerCase());
    if (earlier === undefined) return true;
    if (earlier !== JSON.stringify(item)) {
      change.faults.add(
        [...path, index, 'address'],
        () => `${quoted(item.address)} is already listed by ${change.ownerOf(path)}. Remove it here, or ask the trust to change it.`,
      );
    }
    return false;
  });
  return withAdded(change, path, current, fresh);
}

/** True when the domain, or a wildcard above it, is among those listed. */
function isCovered(domain: string, listed: ReadonlySet<string>): boolean {
  let at = domain.toLowerCase();
  if (listed.has(at)) return true;
  for (let dot = at.indexOf('.'); dot !== -1; dot = at.indexOf('.')) {
    at = at.slice(dot + 1);
    if (listed.has(`*.${at}`)) return true;
  }
  return false;
}

/** What is inside as far as the layers below say; null when they leave it open. */
function insideDomains({ internalDomains, schools }: PackOrganisation): ReadonlySet<string> | null {
  if (internalDomains.length === 0) return null;
  const inside = new Set(internalDomains.map((domain) => domain.toLowerCase()));
  for (const school of schools) school.domains.forEach((domain) => inside.add(domain.toLowerCase()));
  return inside;
}

/**
 * Speaks of a school's domain that would be inside although the trust, which lists what is inside, does not list it. A
 * trust that lists nothing leaves it to the schools.
 */
function checkInside(change: Change, inside: ReadonlySet<string> | null, domains: readonly string[], at: Path): void {
  domains.forEach((domain, index) => {
    const path: Path = [...at, 'domains', index];
    if (inside === null || isCovered(domain, inside) || change.faults.has(path)) return;
    change.faults.add(path, () => `${quoted(domain)} is not among the domains the trust lists as inside. Remove it here, or ask the trust to add it to organisation.internalDomains.`);
  });
}

function withContacts(change: Change, path: Path, current: PackSchool['contacts'], added: PackSchool['contacts']): PackSchool['contacts'] {
  const result = { ...current };
  for (const role of Object.keys(added)) {
    const contact = added[role];
    if (contact !== undefined && change.claim([...path, role], [...path, role])) result[role] = contact;
  }
  return result;
}

/** Adds to each list of a record, and the lists that are not there yet. */
function withLists(
  change: Change,
  path: Path,
  current: { readonly [name: string]: string[] },
  added: { readonly [name: string]: string[] },
  raw: unknown,
): { [name: string]: string[] } {
  const result = { ...current };
  for (const name of Object.keys(objectIn({ raw }, 'raw'))) {
    result[name] = withAdded(change, [...path, name], current[name] ?? [], added[name] ?? []);
  }
  return result;
}

/** One school's entry, laid on the trust's entry for the same school. `at` is its place in the overlay. */
function withSchool(change: Change, current: PackSchool, index: number, added: PackSchool, raw: RawObject, at: Path): PackSchool {
  const path: Path = ['organisation', 'schools', index];
  const result = { ...current };
  for (const key of Object.keys(raw)) {
    switch (key) {
      case 'name':
        if (added.name !== current.name) {
          change.faults.add([...at, key], () => `the school is called ${quoted(current.name ?? current.id)} already. Remove it here, or ask the trust to change it.`);
        }
        break;
      case 'domains':
        if (!isEmptyList(change, raw, key, [...at, key], current.domains)) {
          result.domains = withAdded(change, [...path, key], current.domains, added.domains);
        }
        break;
      case 'hours':
        if (change.claim([...path, key], [...at, key])) result.hours = added.hours;
        break;
      case 'terms':
        if (!isEmptyList(change, raw, key, [...at, key], current.terms) && change.claim([...path, key], [...at, key])) result.terms = added.terms;
        break;
      case 'staff':
        if (change.claim([...path, key], [...at, key])) result.staff = added.staff;
        break;
      case 'alternatives':
        if (!isEmptyList(change, raw, key, [...at, key], current.alternatives) && change.claim([...path, key], [...at, key])) result.alternatives = added.alternatives;
        break;
      case 'contacts':
        result.contacts = withContacts(change, [...path, key], current.contacts, added.contacts);
        break;
    }
  }
  return result;
}

function withSchools(change: Change, current: readonly PackSchool[], added: readonly PackSchool[], raw: readonly unknown[]): PackSchool[] {
  const result = [...current];
  const inside = insideDomains(change.base.organisation);
  added.forEach((school, index) => {
    const at: Path = ['organisation', 'schools', index];
    const known = result.findIndex((each) => each.id === school.id);
    const existing = result[known];
    checkInside(change, inside, school.domains, at);
    if (existing === undefined) {
      change.set(['organisation', 'schools', result.length]);
      result.push(school);
    } else {
      result[known] = withSchool(change, existing, known, school, objectIn({ raw: raw[index] }, 'raw'), at);
    }
  });
  return result;
}

function withOrganisation(change: Change): PackOrganisation {
  const raw = objectIn(change.raw, 'organisation');
  const { organisation: current } = change.base;
  const { organisation: added } = change.parsed;
  const result: PackOrganisation = { ...current };
  for (const key of Object.keys(raw)) {
    const path: Path = ['organisation', key];
    if (lockAt(change.schema, path) === 'T') {
      refuseAsTrustOnly(change, path);
      continue;
    }
    const list = current[key as keyof PackOrganisation];
    if (Array.isArray(list) && isEmptyList(change, raw, key, path, list)) continue;
    switch (key) {
      case 'hours':
        if (change.claim(path, path)) result.hours = added.hours;
        break;
      case 'terms':
        if (change.claim(path, path)) result.terms = added.terms;
        break;
      case 'contacts':
        result.contacts = withContacts(change, path, current.contacts, added.contacts);
        break;
      case 'schools':
        result.schools = withSchools(change, current.schools, added.schools, listIn(raw, key));
        break;
      case 'groups':
        result.groups = withListed(change, path, current.groups, added.groups);
        break;
      case 'allowedAddresses':
        result.allowedAddresses = withListed(change, path, current.allowedAddresses, added.allowedAddresses);
        break;
      case 'sharedMailboxes':
        result.sharedMailboxes = withListed(change, path, current.sharedMailboxes, added.sharedMailboxes);
        break;
      case 'alternatives':
        result.alternatives = withAdded(change, path, current.alternatives, added.alternatives);
        break;
      case 'safeNumbers':
        result.safeNumbers = withAdded(change, path, current.safeNumbers, added.safeNumbers);
        break;
      case 'contactFor':
        result.contactFor = withContacts(change, path, current.contactFor, added.contactFor);
        break;
      case 'delegations':
        result.delegations = withLists(change, path, current.delegations, added.delegations, raw[key]);
        break;
      case 'audiences':
        result.audiences = { ...current.audiences, ...withLists(change, path, current.audiences ?? {}, added.audiences ?? {}, raw[key]) };
        break;
      case 'pupilDomains':
      case 'protectedCorrespondents':
      case 'pupilAddresses':
      case 'registeredContacts':
      case 'safeguardingLeads':
        result[key] = withAdded(change, path, current[key], added[key]);
        break;
    }
  }
  return result;
}

function withDocuments(change: Change): Pack['documents'] {
  const result = { ...change.base.documents };
  for (const id of Object.keys(change.parsed.documents)) {
    const document = change.parsed.documents[id];
    if (document === undefined) continue;
    if (hasOwn(result, id)) {
      change.faults.add(['documents', id], () => sayAnothersDocument(change.ownerOf(['documents', id])));
      continue;
    }
    change.set(['documents', id]);
    result[id] = document;
  }
  return result;
}

function withDetection(change: Change): Pack['detection'] {
  const raw = objectIn(change.raw, 'detection');
  const result = { ...change.base.detection };
  for (const key of Object.keys(raw)) {
    const path: Path = ['detection', key];
    if (lockAt(change.schema, path) === 'T') refuseAsTrustOnly(change, path);
    else if (key === 'dictionary') result.dictionary = withAdded(change, path, result.dictionary, change.parsed.detection.dictionary);
  }
  return result;
}

/** The place, at or above this one, that only the trust may set, whatever stands there; null where an overlay may say something. */
export function trustOnlyPlace(schema: v.GenericSchema, path: Path): Path | null {
  const [top, second, third] = path;
  if (typeof top !== 'string') return null;
  if (top === 'protection' || hasOwn(serviceEntries, top)) return [top];
  const place = path.slice(0, 2);
  if ((top === 'organisation' || top === 'detection') && second !== undefined) return schemaAt(schema, place) !== null && lockAt(schema, place) === 'T' ? place : null;
  return top === 'rules' && TRUST_ONLY_OF_A_RULE.indexOf(String(third)) !== -1 ? path.slice(0, 3) : null;
}

/**
 * Lays an academy's overlay on the layers below. What it may not change stays as it was and is answered with a sentence
 * in `overlay.faults`; nothing is dropped in silence.
 */
export function layOver(layers: Layers, overlay: Overlay): Layers {
  const change = makeChange(layers, overlay);
  for (const key of Object.keys(overlay.raw)) {
    if (ABOUT.indexOf(key) !== -1) continue;
    if (key === 'protection' || hasOwn(serviceEntries, key)) refuseAsTrustOnly(change, [key]);
  }
  const pack: Pack = {
    ...layers.pack,
    documents: withDocuments(change),
    organisation: withOrganisation(change),
    detection: withDetection(change),
    rules: overlayRules(change),
  };
  return { ...layers, pack, setBy: change.setBy };
}
