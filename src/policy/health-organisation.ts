import { daysBetween } from './formats';
import { layerOf, PRODUCT } from './layers';
import type { Layers } from './layers';
import type { Note } from './health-note';
import { listed, quoted } from './problem';
import type { Path } from './problem';
import type { Pack } from './schema';
import { fullDate } from './words';

/** How long before the last term ends the next year's dates are asked for. */
const TERM_DAYS = 60;
/** How long before the bank holidays run out: the time a new version takes to reach everyone. */
const HOLIDAY_DAYS = 180;

/** Whom messages name (catalogue A.3). */
const ROLES: readonly string[] = ['it', 'dsl', 'dpo', 'hr', 'head'];

type SayMedium = (path: Path, remedy: string, message: string) => void;

/** Whom messages cannot name, in the organisation and in its schools. */
function noteContacts({ contacts, schools }: Pack['organisation'], note: SayMedium): void {
  if (Object.keys(contacts).length === 0 && schools.every((school) => Object.keys(school.contacts).length === 0)) {
    note(['organisation', 'contacts'], 'Add the contacts', 'No contacts are set, so no message can say whom to ask. Set at least “it”, “dpo” and “dsl”.');
    return;
  }
  for (const role of ROLES) {
    if (contacts[role] !== undefined) continue;
    const without = schools.filter((school) => school.contacts[role] === undefined).map(({ id }) => id);
    if (schools.length > 0 && without.length === 0) continue;
    const whose = schools.length === 0 || without.length === schools.length ? '' : ` at ${listed(without.slice(0, 5), 'and')}${without.length > 5 ? ' and others' : ''}`;
    note(['organisation', 'contacts', role], 'Add the contact', `No contact is set for “${role}”${whose}, so messages there cannot name one. Set it for the trust or for the school.`);
  }
}

/** Whose mail must not be held up, or looked at. */
function noteCorrespondents({ protectedCorrespondents, safeguardingLeads }: Pack['organisation'], note: SayMedium): void {
  if (protectedCorrespondents.length === 0) {
    note(
      ['organisation', 'protectedCorrespondents'],
      'Add the addresses',
      "Only the correspondents Heed always protects are listed. Add the trust's own whistleblowing mailbox, the local authority's designated officer, occupational health and the assistance provider.",
    );
  }
  if (safeguardingLeads.length === 0) {
    note(['organisation', 'safeguardingLeads'], 'Add the leads', 'No safeguarding leads are listed, so their referrals are asked for a reason like any other mail. List each lead and deputy.');
  }
}

function noteTerms({ organisation }: Pack, today: string, note: SayMedium): void {
  const without = organisation.schools.filter((school) => school.terms.length === 0);
  if (organisation.terms.length === 0 && (organisation.schools.length === 0 || without.length > 0)) {
    const whose = organisation.schools.length === 0 ? '' : ` for ${listed(without.slice(0, 5).map((school) => school.id), 'and')}${without.length > 5 ? ' and others' : ''}`;
    note(['organisation', 'terms'], 'Add the dates', `No term dates are set${whose}, so school holidays are not known as days off. Add each term's first and last day.`);
  }
  const noteEnd = (path: Path, terms: readonly { readonly to: string }[]): void => {
    const last = terms.reduce((latest, term) => (term.to > latest ? term.to : latest), '');
    const left = last === '' ? Infinity : daysBetween(today, last);
    if (left < 0) note(path, 'Add the dates', `The last term ended on ${fullDate(last)}. Add the next school year's dates.`);
    else if (left <= TERM_DAYS) note(path, 'Add the dates', `The last term ends on ${fullDate(last)}. Add the next school year's dates.`);
  };
  noteEnd(['organisation', 'terms'], organisation.terms);
  organisation.schools.forEach((school, index) => noteEnd(['organisation', 'schools', index, 'terms'], school.terms));
}

/** Lists without which a rule says less than it could. */
function noteLists({ groups, alternatives, schools, registeredContacts }: Pack['organisation'], note: SayMedium): void {
  const hasOther = alternatives.length > 0 || schools.some((school) => school.alternatives.length > 0);
  if (groups.some((group) => group.allStaff) && !hasOther) {
    note(['organisation', 'alternatives'], 'Name the other way', 'No other way to reach all staff is set, so a sender to everyone is told of none. Name the bulletin or the channel that your staff read, with its link.');
  }
  if (registeredContacts.length === 0) {
    note(['organisation', 'registeredContacts'], 'Add the contacts', "No contacts on record are listed, so a parent's personal address looks like any other one. Make the list with “heed policy hash”.");
  }
}

/** Says of an address or a domain whether it is at a domain that the organisation has listed; null when it has listed none. */
function insideOf({ internalDomains, schools }: Pack['organisation']): ((address: string) => boolean) | null {
  const inside = schools.reduce<readonly string[]>((all, school) => [...all, ...school.domains], internalDomains).map((each) => each.toLowerCase());
  if (inside.length === 0) return null;
  return (address) => {
    const domain = address.slice(address.indexOf('@') + 1).toLowerCase();
    return inside.some((each) => (each.startsWith('*.') ? domain.endsWith(each.slice(1)) : domain === each));
  };
}

/** Exemptions for whoever writes from a domain that nobody has listed: a rule looks at the sender, so they never apply. */
function noteExemptionsOutside({ organisation, rules }: Pack, note: SayMedium): void {
  const isInside = insideOf(organisation);
  if (isInside === null) return;
  for (const id of Object.keys(rules)) {
    (rules[id]?.exemptions ?? []).forEach((exemption, index) => {
      // Of several domains at once some may be listed.
      if (exemption.for.startsWith('*.') || isInside(exemption.for)) return;
      note(['rules', id, 'exemptions', index, 'for'], 'Name who sends', `${quoted(exemption.for)} is not among the domains that are listed, and an exemption is for who sends, so it leaves nobody alone. Name the colleagues in “for” and whom they write to in “recipients”, or list the domain.`);
    });
  }
}

/** All-staff lists at a domain that nobody has listed: their mail would count as mail to outsiders. */
function noteGroupsOutside(organisation: Pack['organisation'], note: SayMedium): void {
  const isInside = insideOf(organisation);
  if (isInside === null) return;
  organisation.groups.forEach((group, index) => {
    const domain = group.address.slice(group.address.indexOf('@') + 1).toLowerCase();
    if (!group.allStaff || isInside(domain)) return;
    note(['organisation', 'groups', index, 'address'], 'List the domain', `${quoted(group.address)} is a list for all staff, and ${quoted(domain)} is not among the domains that are listed, so it counts as outside. Correct the address, or list the domain.`);
  });
}

/** What the organisation has not said of itself. */
export function noteOrganisation(layers: Layers, today: string, bankHolidaysUntil: string | null, said: Note): void {
  const { organisation } = layers.pack;
  const note: SayMedium = (path, remedy, message) => said(path, { message, level: 'medium', remedy });
  const hasDomains = organisation.internalDomains.length > 0 || organisation.schools.some((school) => school.domains.length > 0);
  if (!hasDomains) {
    note(['organisation', 'internalDomains'], 'List the domains', "No internal domains are listed, so only the sender's own domain counts as inside. List every domain your schools send from.");
  }
  if (!organisation.groups.some((group) => group.allStaff)) {
    note(['organisation', 'groups'], 'List the groups', 'No all-staff group is listed, so a message to everyone shows only by its name or its many addresses. List each group with its size.');
  }
  if (organisation.pupilDomains.length === 0) {
    note(['organisation', 'pupilDomains'], 'List the domains', "No pupil domains are listed, so a pupil's mailbox looks like any other. List the domains your pupils use.");
  }
  if (layerOf(layers, ['organisation', 'hours']) === PRODUCT) {
    note(['organisation', 'hours'], 'Set the hours', 'Working hours are not set, so 07:30 to 18:00 on weekdays is used. Set your own.');
  }
  noteGroupsOutside(organisation, note);
  noteExemptionsOutside(layers.pack, note);
  noteLists(organisation, (path, remedy, message) => said(path, { message, level: 'low', remedy }));
  noteContacts(organisation, note);
  noteCorrespondents(organisation, note);
  noteTerms(layers.pack, today, note);
  if (organisation.bankHolidays === 'none' || bankHolidaysUntil === null) return;
  const left = daysBetween(today, bankHolidaysUntil);
  if (left > HOLIDAY_DAYS) return;
  const verb = left < 0 ? 'ended' : 'ends';
  note(['organisation', 'bankHolidays'], 'Update Heed', `The table of bank holidays in this version of Heed ${verb} on ${fullDate(bankHolidaysUntil)}. Install a newer version.`);
}
