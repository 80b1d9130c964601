import type { Concern } from './concerns';

/** What a column of a table holds, told by its header. */
export type ColumnKind =
  | { readonly holds: 'name' }
  /** Values of these detectors. */
  | { readonly holds: 'value'; readonly detectors: readonly string[] }
  | { readonly holds: 'concern'; readonly concern: Concern };

/** Headers of school exports and hand-made lists, after `simplify`. Where a header could mean two things, it is left out. */
const HEADERS: readonly (readonly [what: string, headers: string])[] = [
  [
    'name',
    'name|names|full name|surname|last name|family name|forename|forenames|first name|given name|legal name|preferred name|known as|pupil|pupils|student|child|children|learner|young person|patient|candidate|employee|staff member|member of staff|colleague|legal surname|legal forename|preferred surname|preferred forename|chosen name|middle name|middle names|name of',
  ],
  ['upn temporary-upn', 'upn|unique pupil|former upn|upn 13|pupil number'],
  ['uln', 'uln|unique learner|learner number|learner reference'],
  ['uci', 'uci|candidate number|exam number|unique candidate identifier'],
  ['trn', 'trn|teacher reference|teacher ref|dfe number|dfe ref'],
  ['nhs-number', 'nhs|nhs id'],
  ['nino', 'ni|nino|national insurance|nat ins|n i'],
  ['utr', 'utr|unique taxpayer reference|tax reference|tax ref'],
  ['passport', 'passport|passport id'],
  ['driving-licence', 'driving licence|licence|driver|driving license'],
  ['bank-account', 'sort code|sortcode|account|bank account|acc|acct|bank details'],
  ['iban', 'iban'],
  ['payment-card', 'card|credit card|debit card'],
  ['date-of-birth', 'dob|d o b|date of birth|birth date|birthdate|birthday|born|birth'],
  ['phone', 'phone|telephone|tel|mobile|mob|home phone|home tel|home telephone|contact|parent contact|emergency contact|contact 1|contact 2|parent mobile|parent phone|mum mobile|dad mobile|mobile phone|emergency phone'],
  ['postcode', 'postcode|post code|address|home address|home postcode'],
  ['email-list', 'email|e mail|email address|parent email|home email|personal email|contact email|e mail address'],
  ['sen', 'sen|send|sen need|send need|sen provision|sen stage|ehcp|ehc plan|ehc|additional needs|special educational needs|special needs|primary need|secondary need|need type|sen primary need|learning needs|aen|aln|sen support|sen need type|barriers to learning|diagnosis sen|access arrangements|exam access arrangements'],
  [
    'health',
    'medical|medical condition|medical conditions|medical needs|medical notes|health|health condition|health conditions|health needs|allergy|allergies|allergens|medication|medications|medicine|diagnosis|diagnoses|disability|disabilities|condition|conditions|dietary|dietary needs|dietary requirements|medical dietary|inhaler|epipen|care plan|healthcare plan|asthma|mental health|medical allergies|allergies medical|allergies dietary|counselling|camhs',
  ],
  ['safeguarding', 'safeguarding|child protection|cp|cin|cp cin|cin cp|child in need|cp plan|social worker|social care|early help|cause for concern|concern|concerns|safeguarding concern|cpoms|vulnerable|vulnerability|young carer|prevent'],
  ['care', 'lac|cla|looked after|in care|lac cla|plac|looked after child|child looked after|care status|post lac|previously looked after|pla|foster care|adopted'],
  ['meals', 'fsm|fsm6|ever 6|ever6|ever 6 fsm|fsm ever 6|free school meals|free school meal|free meals|pp|ppg|pupil premium|pp fsm|fsm pp|disadvantaged|benefits|universal credit|service child'],
  ['behaviour', 'behaviour|behaviour points|exclusions|exclusion|suspensions|suspension|detentions|behaviour incidents|incident|incidents|sanction|sanctions|negative points'],
  ['staff', 'salary|pay|pay scale|annual salary|gross pay|net pay|spine point|pay point|sickness|sickness absence|days sick|sick days|absence reason|reason for absence|reason for leaving|disciplinary|capability|warning|dbs|dbs certificate|performance rating|criminal record|convictions|maternity'],
  ['belief', 'ethnicity|ethnic origin|ethnic group|ethnic|ethnic background|religion|faith|religious belief|sexual orientation|sexuality|gender identity|nationality|asylum|refugee|union|trade union|first language|home language|eal'],
];

/** Words about a column that do not change what it holds. */
const FILLER = /\b(?:pupil|student|child|learner|patient|employee|staff|candidate|member|teacher|pupils|students|children|s|the|of|status|flag|flags|number|numbers|no|num|code|codes|type|details|detail|info|information|notes|note|comments|comment|y|n|yes|current|main|indicator|eligible|eligibility|known|description|record|id)\b/g;

const kinds = new Map<string, ColumnKind>();
for (const [what, headers] of HEADERS) {
  const kind: ColumnKind =
    what === 'name'
      ? { holds: 'name' }
      : /^(?:sen|health|safeguarding|care|meals|behaviour|staff|belief)$/.test(what)
        ? { holds: 'concern', concern: what as Concern }
        : { holds: 'value', detectors: what.split(' ') };
  for (const header of headers.split('|')) kinds.set(header, kind);
}

/** Headers that send us looking for a table; names are left out, since every letter has them. */
export const COLUMN_WORDS: readonly string[] = HEADERS.filter(([what]) => what !== 'name' && what !== 'phone' && what !== 'email-list' && what !== 'postcode')
  .reduce<string[]>((all, [, headers]) => all.concat(headers.split('|')), [])
  .filter((header) => !/^(?:n i|account|acc|card|contact|birth|driver|concern|concerns|incident|incidents|pay|need type|condition|conditions|health|union|warning|acct|benefits|send|born|prevent|ni|licence|condition)$/.test(header));

/** The longest header that is looked at, in characters. */
const LONGEST_HEADER = 48;

/** What a column holds, or null when its header does not say. A share or a count of pupils is no pupil's detail. */
export function columnKind(header: string): ColumnKind | null {
  if (header.length > LONGEST_HEADER || /[%£]|\b(?:total|count|average|how many|school|team|file|event|company|user)\b/i.test(header)) return null;
  const simple = header
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const kind = kinds.get(simple);
  if (kind !== undefined) return kind;
  const bare = simple.replace(FILLER, ' ').replace(/ +/g, ' ').trim();
  return (bare === '' ? null : kinds.get(bare)) || null;
}

/** Values that say “no” or nothing: an empty field, a dash, the N of a SEN column, the blanks of a form. */
const SAYS_NOTHING = /^(?:[\s_.\-–—…*?/]*|no?|none(?: known)?|nil|false|0|n\/?a|not applicable|nka|nkda|null|unknown|no known .*|no sen\b.*|no special .*|not (?:known|sen|obtained|eligible)|refused|tbc|\[.*\]|<.*>|\{.*\}|☐|y\s?\/\s?n|yes\s?\/\s?no|e\.?g\.?\b.*)$/i;

/** True when a cell tells something about the person in its row. Numbers are counts, but for the flag 1. */
export function tellsSomething(cell: string): boolean {
  return cell.length <= 400 && !SAYS_NOTHING.test(cell) && (cell === '1' || /[A-Za-z☑✓✔√£]/.test(cell));
}
