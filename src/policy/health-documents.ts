import { daysBetween } from './formats';
import type { Layers } from './layers';
import type { Note, Said } from './health-note';
import type { Pack } from './schema';
import { STATUTE_SLIPS } from './statute-names';
import { days, fullDate, howLongAgo, monthAndYear } from './words';

type PackDocument = Pack['documents'][string];

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

function reviewNote(document: PackDocument, today: string): Said | null {
  const { reviewBy, version, upkeep } = document;
  const quotes = `This rule set quotes ${nameOf(document)}`;
  if (reviewBy === null) {
    const message = `${quotes}${sinceWhen(document)}. The document does not say when it must be reviewed. Set a review date so we can remind you.`;
    return { message, level: 'medium', remedy: 'Set review date' };
  }
  const left = daysBetween(today, reviewBy);
  const date = `The policy's own review date, ${monthAndYear(reviewBy)},`;
  if (left < 0) {
    const quotation = upkeep.reviewQuotation;
    const says = quotation === null ? '' : ` ${quotation.leadIn} “${quotation.text}”`;
    const message =
      `${quotes}. ${date} passed ${howLongAgo(reviewBy, today)}.${says} Rules still run. ` +
      `Review the policy, or record why ${version} still stands and until when.`;
    return { message, level: 'high', remedy: 'Record a review' };
  }
  if (left > upkeep.reviewWarnDays) return null;
  return { message: `${quotes}. ${date} is ${left === 0 ? 'today' : `${days(left)} away`}. Plan its review.`, level: 'medium', remedy: 'Plan the review' };
}

function copyNote(document: PackDocument, today: string): Said | null {
  const { lastVerified, version, upkeep } = document;
  const quotation = upkeep.copyQuotation;
  const copy = quotation === null ? `This rule set is a copy of ${nameOf(document)}.` : `${quotation.leadIn} “${quotation.text}” This rule set is a copy.`;
  const remedy = `Open the live document and confirm it is still ${version}.`;
  const said = (message: string): Said => ({ message, level: 'medium', remedy: 'Check version now' });
  if (lastVerified === null) return said(`${copy} It has never been checked against ${upkeep.liveCopy}. ${remedy}`);
  const age = daysBetween(lastVerified, today);
  if (age <= upkeep.verifyEveryDays) return null;
  return said(`${copy} Last checked against ${upkeep.liveCopy}: ${fullDate(lastVerified)} (${days(age)} ago). ${remedy}`);
}

/** Words without a meaning of their own, and what the owner should look at when the document is next changed. */
function noteWording(id: string, document: PackDocument, note: Note): void {
  const { undefinedTerms, observations, sendChecksClause } = document.upkeep;
  undefinedTerms.forEach(({ term, settledBy, agreed }, index) => {
    if (agreed !== null) return;
    note(['documents', id, 'upkeep', 'undefinedTerms', index, 'agreed'], {
      message: `“${term}” is not defined in ${nameOf(document)}, so Heed goes by ${settledBy}. Agree that with the policy's owner, and write the day here.`,
      level: 'high',
      remedy: 'Record the agreement',
    });
  });
  if (sendChecksClause === null) {
    note(['documents', id, 'upkeep', 'sendChecksClause'], {
      message: `No clause of ${nameOf(document)} says that drafts are checked by software before they are sent. Have its section on monitoring say so before the checks are switched on.`,
      level: 'high',
      remedy: 'Name the clause',
    });
  }
  observations.forEach(({ level, says }, index) => {
    note(['documents', id, 'upkeep', 'observations', index], { message: says, level, remedy: 'Tell the policy’s owner' });
  });
}

function noteClauses(id: string, document: PackDocument, note: Note): void {
  for (const clause of Object.keys(document.clauses)) {
    const text = document.clauses[clause]?.text ?? '';
    const path = ['documents', id, 'clauses', clause, 'text'];
    if (text.length > LONG_QUOTATION) {
      note(path, {
        message: `The quotation has ${text.length} characters, and an Outlook dialog holds 500 in all. Quote only the sentence that applies.`,
        level: 'low',
        remedy: 'Shorten the quotation',
      });
    }
    for (const { slip, says } of STATUTE_SLIPS) {
      if (slip.test(text)) note(path, { message: `${says} Quote it as it stands, and suggest the correction to the policy's owner.`, level: 'medium', remedy: 'Tell the policy’s owner' });
    }
  }
}

/** What there is to say of each document that is quoted. */
export function noteDocuments({ pack }: Layers, today: string, note: Note): void {
  for (const id of Object.keys(pack.documents)) {
    const document = pack.documents[id];
    if (document === undefined) continue;
    const review = reviewNote(document, today);
    if (review !== null) note(['documents', id, 'reviewBy'], review);
    const copy = copyNote(document, today);
    if (copy !== null) note(['documents', id, 'lastVerified'], copy);
    if (document.liveUrl === null) {
      note(['documents', id, 'liveUrl'], { message: `There is no link to the live ${document.title}, so a sender cannot read on. Add its web address.`, level: 'medium', remedy: 'Add the link' });
    }
    noteWording(id, document, note);
    noteClauses(id, document, note);
  }
}
