import { once } from '../once';
import type { Concern } from '../words/concerns';

/** What a column of a table holds, told by its header. */
export type ColumnKind =
  | { readonly holds: 'name' }
  /** Values of these detectors. */
  | { readonly holds: 'value'; readonly detectors: readonly string[] }
  | { readonly holds: 'concern'; readonly concern: Concern }
  /** Free words about whoever stands in the row. */
  | { readonly holds: 'notes' };

/** What a list calls the people in it, in lower case. */
export const PERSON =
  '(?:pupil|student|learner|patient|candidate|employee|colleague|staff member|teacher|player|participant|swimmer|member|delegate|attendee|athlete|runner|gymnast|dancer|performer|entrant|competitor|cadet|rider|passenger|traveller|camper|boarder|resident|tutee|mentee|apprentice|trainee|applicant|volunteer|helper|governor|service user)s?|child(?:ren)?|staff|members? of staff|young (?:person|people)|person|people';

/**
 * Headers of school exports and hand-made lists, after `simplify`, as parts of one RegExp: the first that fits decides.
 * Beginnings of words stand for the whole word where no other word begins so.
 */
const HEADERS: readonly (readonly [what: string, header: string])[] = [
  ['date-of-birth', '^(?:do ?b|d o b|date of birth|birth ?da(?:te|y)|born)\\b'],
  ['upn temporary-upn', '\\bupn\\b|unique pupil'],
  ['uln', '^uln\\b|unique learner|^learner (?:no|num|ref)'],
  ['uci', '^uci\\b|candidate (?:no|num|id)|^exam n'],
  ['trn', '^trn\\b|teacher (?:ref|no|num|id)|^dfe (?:no|num|ref)'],
  ['nhs-number', '^nhs\\b'],
  ['nino', '^(?:ni|nino|n i)\\b|nat(?:ional)? ins|insurance n'],
  ['utr', '^utr\\b|tax(?:payer)? ref'],
  ['passport', 'passport|^(?:travel )?doc(?:ument)? (?:no|num)'],
  ['driving-licence', 'driving lic|^driver n'],
  ['iban', '^iban'],
  ['payment-card', '^(?:credit|debit|payment)? ?card (?:no|num)'],
  ['bank-account', 'sort ?code|^sort$|^s ?c$|^a ?c(?: n.*)?$|bank|^acc(?:oun)?t?(?:$| ?n(?!am))'],
  ['phone', 'phone|mobile|\\btel\\b|^mob$|^(?:parent |emergency )?contacts?(?: \\d)?$|^emergency n'],
  ['email-list', 'e ?mail'],
  ['postcode', 'post ?code|^p ?code|^(?:home )?addr'],
  ['sen', '^(?:sen|send|sen d|ehcp?|aen|aln|iep)\\b|special (?:ed|need)|additional need|(?:primary|secondary|learning) need|^needs?(?: type)?$|access arr|^barriers'],
  ['health', 'medic|^injur|^treatments?$|allerg|^health|diagnos|disab|^diet|inhaler|epi ?pen|asthma|care plan|mental|camhs|counsel|^conditions?$|^epilep|^diabet'],
  ['safeguarding', 'safeguard|self ?harm|suicid|child prot|^(?:cp|cin)\\b|child in need|social (?:work|care)|early help|^concern|cpoms|vulnerab|young carer|^prevent$'],
  ['care', '^(?:p?lac|pla|cla)\\b|looked after|in care|foster|adopted|^care status'],
  ['meals', '\\bfsm\\b|^(?:fsm|ppg?)\\d?\\b|ever ?6|free (?:school )?meal|pupil prem|disadvant|^benefits|universal credit|service child'],
  ['behaviour', 'behavio|exclu[ds]|suspen|detention|^incidents?\\b|sanction|negative p'],
  ['staff', 'salary|^(?:gross |net )?pay\\b|spine|^sick|days sick|absence reason|reason for (?:abs|leav)|disciplin|capabil|^warning|^dbs|perf\\w* rating|criminal|convict|matern'],
  ['belief', 'ethnic|relig|^faith|sexual|gender id|nationality|asylum|refugee|trade union|(?:first|home) lang|^eal\\b'],
  ['private', 'arrears|\\b(?:debts?|owe[sd]|owing)\\b'],
  ['name', `^(?:full |sur|last |family |fore|first |given |middle |legal |preferred |chosen )?names?$|^(?:initials?|payee|acc(?:oun)?t? (?:name|holder))$|(?:legal|preferred|chosen) (?:sur|fore)name|^(?:${PERSON})(?: s)?(?: (?:full |sur|fore|first |last )?names?)?$|^(?:name of .*|known as|(?:parents?|carers?|guardians?|contact|mother|father|mum|dad)(?: s)?(?: (?:full |first |sur)?names?)?)$`],
  ['notes', '^(?:(?:any|other|further|additional|key|extra|support|parents?) )*(?:notes?|comments?|info(?:rmation)?|remarks|background|issues?|support)$|^(?:main )?reason|^(?:details|other|anything .*|important)$'],
];

/** True for a column of a detector's values. */
export function holdsValuesOf(column: ColumnKind | null | undefined, detectorId: string): boolean {
  return column?.holds === 'value' && column.detectors.includes(detectorId);
}

const headerPattern = once(() => new RegExp(HEADERS.map(([, header]) => `(${header})`).join('|')));

/** Words whose line may be the header of a table, beside the detectors' labels and the sensitive terms. */
export const COLUMN_WORDS: readonly string[] =
  'injury|injuries|treatment|sen|send|ehc|aen|additional needs|primary need|learning needs|medical|medication|allergies|dietary|health|diagnosis|disability|care plan|safeguarding|cp|cin|lac|cla|plac|fsm|pp|ppg|ever6|disadvantaged|behaviour|exclusions|suspensions|detentions|incidents|sanctions|salary|pay|sickness|sick days|absence reason|dbs|ethnicity|religion|faith|nationality|home language|first language|eal|sexual orientation|vulnerable|social worker|concerns|nino|dob'.split(
    '|',
  );

const kinds = new Map<string, ColumnKind | null>();

function kindOf(simple: string): ColumnKind | null {
  const match = headerPattern().exec(simple);
  if (match === null) return null;
  const [what] = HEADERS[match.findIndex((part, i) => i > 0 && part !== undefined) - 1] as (typeof HEADERS)[number];
  if (what === 'name' || what === 'notes') return { holds: what };
  return /^(?:sen|health|safeguarding|care|meals|behaviour|staff|belief|private)$/.test(what) ? { holds: 'concern', concern: what as Concern } : { holds: 'value', detectors: what.split(' ') };
}

/** The longest header that is looked at, in characters. */
const LONGEST_HEADER = 48;
/** Headers remembered at most, so that odd input cannot fill the memory. */
const MOST_REMEMBERED = 500;

/** A header in words: `pupil_name`, `PupilName` and `SENStatus` as exports write them. */
export function inWords(header: string): string {
  return header.replace(/([A-Za-z0-9])_(?=[A-Za-z0-9])/g, '$1 ').replace(/([a-z])(?=[A-Z])|([A-Z]{2})(?=[A-Z][a-z])/g, '$& ');
}

/** What a column holds, or null when its header does not say. A share or a count of pupils is no pupil's detail. */
export function columnKind(written: string): ColumnKind | null {
  if (written.length > LONGEST_HEADER || written.length < 2) return null;
  const header = inWords(written);
  if (/[%£_]|[:=]\s*\S|\b(?:total|count|average|how many|school|team|file|event|company|user|train(?:ing|ed)|course|refresher)\b/i.test(header)) return null;
  const simple = header
    .toLowerCase()
    // “Student name (legal)”, “FSM (Y/N)”
    .replace(/ ?\([^)]{1,12}\)$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    // D.O.B. and S.E.N.
    .replace(/\b([a-z]) (?=[a-z]\b)/g, '$1')
    .replace(/^(?:the |pupil(?: s)? |student(?: s)? |child(?: s)? |learner |current |main )+(?=\w{2,})(?!names?$|surname|forename)/, '');
  let kind = kinds.get(simple);
  if (kind === undefined) {
    if (kinds.size >= MOST_REMEMBERED) kinds.clear();
    kind = kindOf(simple);
    kinds.set(simple, kind);
  }
  return kind;
}

/** Values that say “no” or nothing: an empty field, a dash, the N of a SEN column, the blanks of a form. */
const SAYS_NOTHING =
  /^(?:[\s_.\-–—…*?/]*|no?|none(?: known)?|nil|false|£?0(?:\.00?)?|n\/?a|nka|nkda|null|unknown|not? (?:known|sen|special|obtained|eligible|applicable)\b.*|refused|tbc|\[.*\]|<.*>|\{.*\}|☐|y\s?\/\s?n|yes\s?\/\s?no|e\.?g\.?\b.*)$/i;

/** True when a cell tells something about the person in its row. Numbers are counts, but for the flag 1, sums of money, dates and long numbers. */
export function tellsSomething(cell: string): boolean {
  return cell.length <= 400 && !SAYS_NOTHING.test(cell) && (cell === '1' || /[A-Za-z☑✓✔√£]|^-?\d{1,6}\.\d\d$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{8,}$/.test(cell));
}
