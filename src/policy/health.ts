import { daysBetween } from './formats';
import { layerOf, PRODUCT } from './layers';
import type { Layers } from './layers';
import { listed, pathText } from './problem';
import type { Path } from './problem';
import type { Pack } from './schema';
import { days, fullDate, howLongAgo, monthAndYear } from './words';

/** Something the owner of a policy should know; the policy works all the same. */
export interface HealthNote {
  readonly path: string;
  readonly message: string;
}

export interface HealthFacts {
  /** Today as an ISO date. */
  readonly today: string;
  /** The last date the built-in table of bank holidays covers; null leaves it unjudged. */
  readonly bankHolidaysUntil: string | null;
}

type PackDocument = Pack['documents'][string];
type Note = (path: Path, message: string) => void;

/** How long before an exemption, a partner or an allowed address ends it is spoken of (catalogue A.1, “due”). */
const ENDING_DAYS = 90;
/** How long before the last term ends the next year's dates are asked for. */
const TERM_DAYS = 60;
/** How long before the bank holidays run out: the time a new version takes to reach everyone. */
const HOLIDAY_DAYS = 180;
/** A longer quotation may not fit a dialog of 500 characters with the words around it. */
const LONG_QUOTATION = 300;

function nameOf({ title, version }: PackDocument): string {
  return `${title} ${version}`;
}

/** `, approved June 2025`, or what else the document says of its beginning. */
function sinceWhen({ approved, implemented }: PackDocument): string {
  if (approved !== null) return `, approved ${monthAndYear(approved)}`;
  return implemented === null ? '' : `, in force since ${monthAndYear(implemented)}`;
}

function reviewNote(document: PackDocument, today: string): string | null {
  const { reviewBy, version, upkeep } = document;
  const quotes = `This rule set quotes ${nameOf(document)}`;
  if (reviewBy === null) {
    return `${quotes}${sinceWhen(document)}. The document does not say when it must be reviewed. Please set a review date so we can remind you.`;
  }
  const left = daysBetween(today, reviewBy);
  const date = `The policy's own review date, ${monthAndYear(reviewBy)},`;
  if (left < 0) {
    const quotation = upkeep.reviewQuotation;
    const says = quotation === null ? '' : ` ${quotation.leadIn} “${quotation.text}”`;
    return (
      `${quotes}. ${date} passed ${howLongAgo(reviewBy, today)}.${says} Rules still run. ` +
      `Please review the policy, or record why ${version} still stands and until when.`
    );
  }
  return left > upkeep.reviewWarnDays ? null : `${quotes}. ${date} is ${left === 0 ? 'today' : `${days(left)} away`}. Plan its review.`;
}

function copyNote(document: PackDocument, today: string): string | null {
  const { lastVerified, version, upkeep } = document;
  const quotation = upkeep.copyQuotation;
  const copy = quotation === null ? `This rule set is a copy of ${nameOf(document)}.` : `${quotation.leadIn} “${quotation.text}” This rule set is a copy.`;
  const remedy = `Open the live document and confirm it is still ${version}.`;
  if (lastVerified === null) return `${copy} It has never been checked against ${upkeep.liveCopy}. ${remedy}`;
  const age = daysBetween(lastVerified, today);
  if (age <= upkeep.verifyEveryDays) return null;
  return `${copy} Last checked against ${upkeep.liveCopy}: ${fullDate(lastVerified)} (${days(age)} ago). ${remedy}`;
}

function noteDocuments({ pack }: Layers, today: string, note: Note): void {
  for (const id of Object.keys(pack.documents)) {
    const document = pack.documents[id];
    if (document === undefined) continue;
    const review = reviewNote(document, today);
    if (review !== null) note(['documents', id, 'reviewBy'], review);
    const copy = copyNote(document, today);
    if (copy !== null) note(['documents', id, 'lastVerified'], copy);
    if (document.liveUrl === null) {
      note(['documents', id, 'liveUrl'], `There is no link to the live ${document.title}, so a sender cannot read on. Add its web address.`);
    }
    for (const clause of Object.keys(document.clauses)) {
      const length = document.clauses[clause]?.text.length ?? 0;
      if (length <= LONG_QUOTATION) continue;
      note(['documents', id, 'clauses', clause, 'text'], `The quotation has ${length} characters, and an Outlook dialog holds 500 in all. Quote only the sentence that applies.`);
    }
  }
}

function noteTerms({ organisation }: Pack, today: string, note: Note): void {
  const without = organisation.schools.filter((school) => school.terms.length === 0);
  if (organisation.terms.length === 0 && (organisation.schools.length === 0 || without.length > 0)) {
    const whose = organisation.schools.length === 0 ? '' : ` for ${listed(without.slice(0, 5).map((school) => school.id), 'and')}${without.length > 5 ? ' and others' : ''}`;
    note(['organisation', 'terms'], `No term dates are set${whose}, so school holidays are not known as days off. Add each term's first and last day.`);
  }
  const noteEnd = (path: Path, terms: readonly { readonly to: string }[]): void => {
    const last = terms.reduce((latest, term) => (term.to > latest ? term.to : latest), '');
    const left = last === '' ? Infinity : daysBetween(today, last);
    if (left < 0) note(path, `The last term ended on ${fullDate(last)}. Add the next school year's dates.`);
    else if (left <= TERM_DAYS) note(path, `The last term ends on ${fullDate(last)}. Add the next school year's dates.`);
  };
  noteEnd(['organisation', 'terms'], organisation.terms);
  organisation.schools.forEach((school, index) => noteEnd(['organisation', 'schools', index, 'terms'], school.terms));
}

function noteUndefined(layers: Layers, { today, bankHolidaysUntil }: HealthFacts, note: Note): void {
  const { organisation } = layers.pack;
  const hasDomains = organisation.internalDomains.length > 0 || organisation.schools.some((school) => school.domains.length > 0);
  if (!hasDomains) {
    note(['organisation', 'internalDomains'], "No internal domains are listed, so only the sender's own domain counts as inside. List every domain your schools send from.");
  }
  if (!organisation.groups.some((group) => group.allStaff)) {
    note(['organisation', 'groups'], 'No all-staff group is listed, so a message to everyone shows only by its name or its many addresses. List each group with its size.');
  }
  if (organisation.pupilDomains.length === 0) {
    note(['organisation', 'pupilDomains'], "No pupil domains are listed, so a pupil's mailbox looks like any other. List the domains your pupils use.");
  }
  if (layerOf(layers, ['organisation', 'hours']) === PRODUCT) {
    note(['organisation', 'hours'], 'Working hours are not set, so 07:30 to 18:00 on weekdays is used. Set your own.');
  }
  if (Object.keys(organisation.contacts).length === 0) {
    note(['organisation', 'contacts'], 'No contacts are set, so no message can say whom to ask. Set at least it, dpo and dsl.');
  }
  noteTerms(layers.pack, today, note);
  if (organisation.bankHolidays === 'none' || bankHolidaysUntil === null) return;
  const left = daysBetween(today, bankHolidaysUntil);
  if (left > HOLIDAY_DAYS) return;
  const verb = left < 0 ? 'ended' : 'ends';
  note(['organisation', 'bankHolidays'], `The table of bank holidays in this version of Heed ${verb} on ${fullDate(bankHolidaysUntil)}. Install a newer version.`);
}

/** Says that something has ended, or ends within 90 days. */
function noteEnd(path: Path, expires: string | null, today: string, note: Note, words: { readonly what: string; readonly renew: string }): void {
  if (expires === null) return;
  const left = daysBetween(today, expires);
  if (left < 0) note(path, `${words.what} ended on ${fullDate(expires)} and no longer counts. Renew it, or remove it.`);
  else if (left <= ENDING_DAYS) note(path, `${words.what} ends on ${fullDate(expires)}, ${left === 0 ? 'today' : `in ${days(left)}`}. ${words.renew}`);
}

function noteEndings({ pack }: Layers, today: string, note: Note): void {
  const { partners, allowedAddresses } = pack.organisation;
  const endless = partners.filter((partner) => partner.expires === null).map((partner) => partner.domain);
  if (endless.length > 0) {
    const shown = endless.slice(0, 8);
    const others = endless.length > shown.length ? ` and ${endless.length - shown.length} more` : '';
    note(['organisation', 'partners'], `No last day is set for ${others === '' ? listed(shown, 'and') : shown.join(', ') + others}. Set one within 12 months where an agreement stands behind it.`);
  }
  partners.forEach(({ domain, expires }, index) => {
    noteEnd(['organisation', 'partners', index, 'expires'], expires, today, note, {
      what: `The partnership with ${domain}`,
      renew: 'Renew the agreement and the date, or remove the partner.',
    });
  });
  allowedAddresses.forEach(({ address, expires }, index) => {
    noteEnd(['organisation', 'allowedAddresses', index, 'expires'], expires, today, note, {
      what: `The entry for ${address}`,
      renew: 'Renew it if it is still needed.',
    });
  });
  for (const id of Object.keys(pack.rules)) {
    (pack.rules[id]?.exemptions ?? []).forEach((exemption, index) => {
      noteEnd(['rules', id, 'exemptions', index, 'expires'], exemption.expires, today, note, {
        what: `The exemption for ${exemption.for}`,
        renew: 'Renew it, or tell them that the rule will speak again.',
      });
    });
  }
}

function noteUnmentioned({ pack, trust, setBy }: Layers, note: Note): void {
  for (const id of Object.keys(pack.rules)) {
    const rules = trust.raw['rules'];
    const isMentioned = typeof rules === 'object' && rules !== null && Object.prototype.hasOwnProperty.call(rules, id);
    if (isMentioned || setBy.has(pathText(['rules', id, 'on']))) continue;
    note(['rules', id], 'The pack does not mention this rule, so it does not run. Add it, with "on": false if that is meant.');
  }
}

/** What the owner should look into, document by document and then in the order of the pack. Problems are apart. */
export function policyHealth(layers: Layers, facts: HealthFacts): readonly HealthNote[] {
  const notes: HealthNote[] = [];
  const note: Note = (path, message) => {
    notes.push({ path: pathText(path), message });
  };
  noteDocuments(layers, facts.today, note);
  noteUndefined(layers, facts, note);
  noteEndings(layers, facts.today, note);
  noteUnmentioned(layers, note);
  return notes;
}
