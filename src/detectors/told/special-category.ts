import { columnKind, tellsSomething } from '../tables/columns';
import { CONCERN_DETAILS } from '../words/concerns';
import type { Concern } from '../words/concerns';
import { reasonsOf, why } from '../detector';
import type { Detector, DetectorNotes, Proposal } from '../detector';
import { once } from '../once';
import { linkOwn } from './own-words';
import { tablePlaceOf } from '../page';
import type { Page } from '../page';
import { lastAtOrBefore } from '../spans';
import { nameInRow } from '../people/people';
import type { Table } from '../tables/tables';
import { toldIn } from './told';
import { isWrittenSo } from '../words/words';
import { worksIn } from '../tables/works';
import type { Hit } from '../words/words';

/*
 * Details about a person that the law or the DfE treats with most care: safeguarding, SEND, health, being looked after,
 * free school meals and pupil premium, behaviour, staff matters, ethnicity, religion and sexuality. A word alone is a
 * newsletter or a policy; it counts where the text says it of somebody: in a sentence (“Amelia has an EHCP”), in the
 * field of a form (“SEN status: K”), or in a column of a table whose rows are people.
 *
 * Sources: UK GDPR article 9; DfE, “Data protection in schools”; DfE, “Keeping children safe in education”; the code
 * sets of the school census.
 */
/** For the docs; no runtime reads it. */
export const specialCategoryNotes: DetectorNotes = {
  title: 'Special category details about a person',
  source: 'UK GDPR article 9; DfE, Data protection in schools; DfE, Keeping children safe in education',
  certainty:
    'The words must be said of a person who is named or numbered. Policies, training, newsletters and empty forms are let go.',
};

export const specialCategory: Detector = { id: 'special-category', details: 'personal details' };

/** Detectors whose values identify somebody, a date of birth among them. */
const NUMBERS_OF_SOMEBODY: readonly string[] = ['upn', 'temporary-upn', 'uln', 'uci', 'nhs-number', 'nino', 'date-of-birth', 'passport'];
/** The least a sentence must come to. There is no low level: half a suspicion about a person is none. */
const LEAST = 65;

function propose(page: Page, start: number, end: number, concern: Concern, score: number, reasons: readonly string[], person: string | null): Proposal {
  return {
    detector: specialCategory,
    details: CONCERN_DETAILS[concern],
    start,
    end,
    value: `${concern}:${page.text.slice(start, end).toLowerCase()}:${person === null ? '' : person}`,
    score: Math.min(100, score),
    reasons,
    person,
  };
}

/** A field of a form, `label: value`, at the beginning of a line. */
const FIELD = /^[ \t>*•|-]*([A-Za-z][^:=\t\n]{0,46}?)[ \t]*(?:[:=]|\t|\?)[ \t]*([^\n]{1,200})/;
/** The field that says whose form it is, or whose they are, side by side. */
const NAME_FIELD =
  /^[ \t>*•|-]*(?:[\w']{1,12} ){0,2}(?:name|pupil|student|child|forename|surname)(?: of \w+)?[ \t]*(?:[:=]|\t)[ \t]*([A-Z\u00c0-\u017f][^\n\t:]{1,60})(?:\t[A-Z][\w'-]{1,30} [A-Z][\w'-]{1,30})*$/gim;
const FORM_LENGTH = 1500;
/** How far into its line a label may reach before the word that says what it is. */
const LABEL_REACH = 40;
/** Sensitive words that are looked at in one text: a book of them is not read to its end. */
const MOST_LOOKED_AT = 5000;

interface NamedForm {
  readonly start: number;
  readonly person: string;
}

function findForms(text: string): readonly NamedForm[] {
  const forms: NamedForm[] = [];
  NAME_FIELD.lastIndex = 0;
  for (let match = NAME_FIELD.exec(text); match !== null; match = NAME_FIELD.exec(text)) {
    const person = (match[1] as string).replace(/[,;(\d].*/, '').trim();
    if (tellsSomething(person)) forms.push({ start: match.index, person: person.toLowerCase() });
  }
  return forms;
}

function fieldAt(page: Page, hit: Hit, formsOf: () => readonly NamedForm[]): Proposal | null {
  const before = page.text.slice(Math.max(0, hit.start - LABEL_REACH), hit.start);
  const lineBreak = before.lastIndexOf('\n');
  if (lineBreak < 0 && hit.start > LABEL_REACH) return null;
  const lineStart = hit.start - before.length + lineBreak + 1;
  const field = FIELD.exec(page.text.slice(lineStart, lineStart + 260));
  if (field === null) return null;
  const label = field[1] as string;
  const kind = columnKind(label);
  const value = (field[2] as string).trim();
  if (kind === null || kind.holds !== 'concern' || !tellsSomething(value)) return null;
  const forms = formsOf();
  const index = lastAtOrBefore(forms, lineStart);
  const form = [forms[index], forms[index + 1]].find((one) => one !== undefined && Math.abs(one.start - lineStart) <= FORM_LENGTH);
  if (form === undefined) return null;
  const start = lineStart + field[0].length - (field[2] as string).length;
  const reasons = reasonsOf(() => [why('filled', 45, label.trim()), why('form', 40)]);
  return propose(page, start, start + value.length, kind.concern, 85, reasons, form.person);
}

/** What a field holds whose label has a word in it, up to the next label on the line. */
const REST_OF_FIELD = /^[^\n:.\d]{0,30}:[ \t]*([^\n]*?)(?=[ \t]+[A-Z][a-z]+(?: [a-z]+){0,3}:|\n|$)/;

/** The first cell of a row whose others are empty. */
const FIRST_CELL = /(?:^|\n)[^\n\t]*$/;
const NO_CELL_AFTER = /^[^\n\t]{0,30}\t\s*?(?:\n|$)/;

/** True for a word in the label of a field that is left empty or says no. */
function isEmptyField({ text }: Page, { start, end }: Hit): boolean {
  if (NO_CELL_AFTER.test(text.slice(end, end + LABEL_REACH)) && FIRST_CELL.test(text.slice(Math.max(0, start - LABEL_REACH), start))) return true;
  const rest = REST_OF_FIELD.exec(text.slice(end, end + 80));
  if (rest === null) return false;
  const value = (rest[1] as string).trim();
  // “He takes this medication:” may go on in the next line.
  return value === '' ? /(?:^|\n)[^\n.:]*$/.test(text.slice(Math.max(0, start - LABEL_REACH), start)) : !tellsSomething(value);
}

/** Cells of columns such as SEN and Medical, in rows that name or number a person. */
function proposeCells(page: Page, table: Table, proposals: Proposal[]): void {
  table.columns.forEach((column, i) => {
    if (column === null || column.holds !== 'concern') return;
    const header = table.headers[i] as string;
    // Elsewhere a number is a count.
    const isPay = /salary|\bpay\b|gross|\bnet\b/i.test(header);
    const reasons = reasonsOf(() => [why('column', 50, header), why('row', 40)]);
    for (const row of table.rows) {
      const cell = row.cells[i];
      if (cell === undefined || cell[0] === cell[1] || !(tellsSomething(page.text.slice(cell[0], cell[1])) || (isPay && /\d{4}/.test(page.text.slice(cell[0], cell[1]).replace(',', ''))))) continue;
      const isNumbered = table.columns.some((other, k) => {
        const place = row.cells[k];
        return other !== null && other.holds === 'value' && place !== undefined && /\d{4}/.test(page.text.slice(place[0], place[1]));
      });
      const isPerson = isNumbered || nameInRow(page, table, row) !== '';
      if (isPerson) proposals.push(propose(page, cell[0], cell[1], column.concern, 90, reasons, null));
    }
  });
}

/** The least weight of a word that says something of whoever stands in the row. */
const LEAST_IN_NOTES = 35;
/** Longer notes are cut before and after the word, in characters. */
const NOTES_AROUND = 80;
/** What is done or taught, not had. */
const OF_WORK = /\b(?:train|course|policy|update|awareness|lesson|assembl|lead|leaflet|poster|refresh|module|certif|workshop|cpd|coordinator|senco)/i;

/** A sensitive word in a column of notes, in a row that names somebody. */
function inNotes(page: Page, hit: Hit): Proposal | null {
  const term = hit.word.concern;
  const place = tablePlaceOf(page, hit.start);
  if (term === null || term.concern === 'own' || term.weight < LEAST_IN_NOTES || (term.isOfNotes === true && !page.isNote()) || place?.table.columns[place.column]?.holds !== 'notes' || !isWrittenSo(page.text, hit)) return null;
  const [from, to] = place.row.cells[place.column] as readonly [number, number];
  if (OF_WORK.test(page.text.slice(Math.max(from, hit.start - NOTES_AROUND), Math.min(to, hit.end + NOTES_AROUND))) || nameInRow(page, place.table, place.row) === '') return null;
  return propose(page, hit.start, hit.end, term.concern, 85, reasonsOf(() => [why('word', term.weight, page.text.slice(hit.start, hit.end)), why('row', 40)]), null);
}

/** Adds what the text says of people in tables, forms and sentences. False when it stopped before the end. */
export function findSpecialCategories(page: Page, proposals: Proposal[], most: number): boolean {
  const { hits } = page;
  for (const table of page.tables) if (proposals.length < most) proposeCells(page, table, proposals);
  const formsOf = once(() => findForms(page.text));
  const isWork = worksIn(page.text);
  const values = proposals.filter(({ detector }) => NUMBERS_OF_SOMEBODY.includes(detector.id));
  const silent = new Set<Hit>();
  let table = 0;
  let looks = 0;
  for (const hit of hits) {
    const term = hit.word.concern;
    if (term === null && !hit.word.isColumn) continue;
    while (table < page.tables.length && (page.tables[table] as Table).end <= hit.start) table += 1;
    const current = page.tables[table];
    if (current !== undefined && hit.start >= current.start) {
      const noted = inNotes(page, hit);
      if (noted !== null && proposals.length < most) proposals.push(noted);
      continue;
    }
    looks += 1;
    if (looks > MOST_LOOKED_AT || proposals.length >= most) return false;
    const field = fieldAt(page, hit, formsOf);
    if (field !== null) proposals.push(field);
    if (field !== null || term === null || isEmptyField(page, hit) || isWork(hit.start)) silent.add(hit);
    else if (term.concern === 'own' || term.isReweighed === true) {
      silent.add(hit);
      const link = isWrittenSo(page.text, hit) ? linkOwn(page, hit) : null;
      if (link !== null && term.weight + link.weight >= LEAST) {
        const reasons = reasonsOf(() => [why('word', term.weight, page.text.slice(hit.start, hit.end).replace(/\s+/g, ' ')), why(link.code, link.weight, link.about)]);
        proposals.push(propose(page, hit.start, hit.end, term.concern, term.weight + link.weight, reasons, link.person));
      }
    }
  }
  for (const { start, end, concern, score, reasons, person } of toldIn(page, values, (hit) => silent.has(hit))) {
    if (proposals.length < most) proposals.push(propose(page, start, end, concern, score, reasons, person));
  }
  return proposals.length < most;
}
