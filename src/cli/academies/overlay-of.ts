import type { Academy } from './read-rows';

type Raw = { readonly [key: string]: unknown };

function recordOf(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/**
 * The overlay of one academy: its row in the place of what a row can say, and everything else of the overlay that is there
 * (rules, documents, what the office has added) as it was.
 */
export function overlayOf(academy: Academy, trust: string, before: Raw | null): Raw {
  const old = recordOf(before?.['organisation']);
  const others = listOf(old['groups']).filter((group) => recordOf(group)['school'] !== academy.id);
  const organisation: { [key: string]: unknown } = { ...old, schools: [academy.school, ...listOf(old['schools']).filter((school) => recordOf(school)['id'] !== academy.id)] };
  const set = (key: string, entries: readonly unknown[]): void => {
    if (entries.length > 0) organisation[key] = entries;
    else delete organisation[key];
  };
  set('groups', [...academy.groups, ...others]);
  set('pupilDomains', academy.pupilDomains);
  set('safeguardingLeads', academy.safeguardingLeads);
  return { ...before, extends: before?.['extends'] ?? trust, name: academy.school['name'], organisation };
}

const DAY_NAMES: { readonly [day: string]: string } = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' };

function hoursText(hours: unknown): string {
  const [start, end] = listOf(hours).map(String);
  return start === undefined || end === undefined ? 'off' : `${start} to ${end}`;
}

/** Texts as they are, everything else as JSON. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function itemText(item: unknown): string {
  const { from, to, address, size, url } = recordOf(item);
  if (from !== undefined) return `${plain(from)} to ${plain(to)}`;
  if (address !== undefined) return typeof size === 'number' ? `${plain(address)} (${size})` : plain(address);
  return plain(url ?? item);
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'not set';
  if (!Array.isArray(value)) return plain(value);
  return value.length === 0 ? 'none' : value.map(itemText).join(', ');
}

/** What a new overlay changes of the old one, each change in words; for a new academy, what it will have. */
export function changesOf(before: Raw | null, after: Raw): readonly string[] {
  const changes: string[] = [];
  const say = (what: string, old: string, now: string): void => {
    if (old !== now) changes.push(before === null ? `${what}: ${now}` : `${what}: ${old} → ${now}`);
  };
  const [was, is] = [before, after].map((overlay) => recordOf(overlay?.['organisation']));
  const [oldSchool, school] = [was, is].map((organisation) => recordOf(listOf(organisation?.['schools'])[0]));
  for (const key of ['name', 'domains', 'staff', 'terms', 'alternatives']) {
    const what = key === 'alternatives' ? 'bulletin' : key;
    say(what, inWords(oldSchool?.[key]), inWords(school?.[key]));
  }
  const [oldHours, hours] = [recordOf(oldSchool?.['hours']), recordOf(school?.['hours'])];
  const hasHours = Object.keys(hours).length > 0;
  if (!hasHours && Object.keys(oldHours).length > 0) changes.push("hours: its own → the trust's");
  else if (hasHours) {
    const days = Object.keys(DAY_NAMES);
    const areNew = Object.keys(oldHours).length === 0;
    for (const day of days) say(`hours on ${DAY_NAMES[day] ?? day}`, areNew ? 'not set' : hoursText(oldHours[day]), hoursText(hours[day]));
  }
  const [oldContacts, contacts] = [recordOf(oldSchool?.['contacts']), recordOf(school?.['contacts'])];
  const roles = [...Object.keys(oldContacts), ...Object.keys(contacts).filter((role) => !(role in oldContacts))];
  for (const role of roles) say(`contact ${role}`, inWords(oldContacts[role]), inWords(contacts[role]));
  for (const [key, what] of [['groups', 'groups'], ['pupilDomains', 'pupil domains'], ['safeguardingLeads', 'safeguarding leads']] as const) {
    say(what, inWords(was?.[key]), inWords(is?.[key]));
  }
  return changes.filter((change) => !change.endsWith(': not set'));
}
