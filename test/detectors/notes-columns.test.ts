import { scanText } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';

/*
 * Lists in which what is told of people stands in a column of free words: “Notes”, “Reason”, “Comments”.
 */

const toldIn = (text: string): { readonly said: readonly string[]; readonly people: number } => {
  const scan = scanText(text, DEFAULT_DETECTION);
  const said = scan.matches.filter(({ detector }) => detector === 'special-category').map(({ start, end }) => text.slice(start, end));
  return { said, people: scan.people };
};

const TABLES: readonly (readonly [name: string, text: string, said: readonly string[], people: number])[] = [
  [
    'a trip list with notes, of whom some have any',
    'Trip list\n\nName\tClass\tNotes\nPoppy Lane\t4B\tEpilepsy, carries midazolam\nTheo Khan\t4B\tvegetarian\nAmelia Clarke\t4C\tlives with foster carers, no photos\nJude Whitlock\t4C\t',
    ['Epilepsy', 'midazolam', 'foster carers'],
    2,
  ],
  ['a csv with info', 'Name,Form,Info\nPoppy Lane,7A,has EHCP\nSam Reed,7B,child protection plan\nAna Diaz,7B,ok', ['EHCP', 'child protection plan'], 2],
  ['a reason beside a forename and a surname', 'Forename\tSurname\tYear\tReason\nAmara\tOsei\t9\ton the CAMHS list\nJude\tWhitlock\t9\tIn foster care since Oct', ['CAMHS', 'foster care'], 2],
  ['the reason for a call home', 'Student | Form | Reason for call\nSana Qureshi | 9C | sickle cell admission\nTom Hale | 9C | holiday', ['sickle cell'], 1],
  ['comments of parents', 'Child;Session;Parent comments\nIris Moss;Mon;type 1 diabetes, check before lunch\nLeo Marsh;Tue;collected by gran', ['type 1', 'diabetes'], 1],
];

/** Words that say little alone, but a good deal in such a list. */
const WEAKER: readonly (readonly [name: string, text: string, people: number])[] = [
  ['what pupils take and do', 'Pupil | Info\nPoppy Lane | on tablets, prescription at reception\nTheo Khan | smoking again, mum told', 2],
  ['how pupils are', 'Year 9 - for pastoral team\n\nName,Comment\nPoppy Lane,mum says she is very anxious and not sleeping\nTheo Khan,dad in hospital so he is upset', 2],
  ['whom a pupil fears', 'Student\tReason\nPoppy Lane\tbullying, she is scared of them\nTheo Khan\tfuneral of his nan', 1],
];

const SILENT: readonly (readonly [name: string, text: string])[] = [
  ['an order with notes', 'Item\tQty\tNotes\nEpilepsy posters\t4\tfor reception\nFoster carer leaflets\t20\tfor library'],
  ['the speakers of a day', 'Session\tSpeaker\tNotes\n9.00\tDr Jane Doe\tautism awareness\n10.00\tSam Hill\tchild protection'],
  ['who was trained', 'Name\tComments\nSam Hill\tchild protection update booked\nAnn Lee\tepilepsy training done\nRob Fell\tEHCP workshop'],
  ['who leads on what', 'Staff\tInfo\nMs Lowe\tlead for looked after children\nMr Diaz\tEHCP coordinator'],
  ['notes without a person', 'Name\tNotes\n\tepilepsy\n-\tEHCP'],
  ['a list with ordinary notes', 'Name\tNotes\nPoppy Lane\tbring a coat\nTheo Khan\tpaid in full'],
];

test.each(TABLES)('%s tells of people', (_name, text, said, people) => {
  expect(toldIn(text)).toEqual({ said, people });
});

test.each(WEAKER)('%s is told by the words around it', (_name, text, people) => {
  expect(toldIn(text).people).toBe(people);
});

test.each(SILENT)('%s tells of nobody', (_name, text) => {
  expect(toldIn(text).said).toEqual([]);
});
