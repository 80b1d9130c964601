import { numberOf } from '../words/notation';
import { stemOf } from '../words/text-words';

/*
 * What single words tell beside their weight: that somebody is spoken of, that a sensitive word is about work or a lesson
 * rather than a person, or that the text is of school life. Words are looked up by their numbers, so that none is made a
 * string of.
 */

/** Stands for one person: a pronoun, or kin. */
export const PRONOUN = 1;
export const THEY = 2;
/** May stand before `SOMEBODY`, at most this many words ahead, and makes a person of it: “the new Y4 lad”. */
export const DETERMINER = 4;
export const SOMEBODY = 8;
export const REACH_OF_DETERMINER = 3;
/** Of many people, or of what somebody does at work. */
export const WORK = 16;
/** Just after a word it makes a role, a service, a text or an event of it: “SEN lead”, “dyslexia training”. */
export const HEAD = 32;
/** A lesson or a story, whose people are public figures or made up. */
export const LESSON = 64;
/** At home in schools. */
export const SCHOOL = 128;
/** Said in schools and elsewhere. */
export const MAYBE_SCHOOL = 256;

/** Words as they are. */
const EXACT: readonly (readonly [bits: number, words: string])[] = [
  [PRONOUN, 'he she him her his hers himself herself mum dad mam nan son daughter brother brothers sister twins'],
  [THEY, 'they their them'],
  [DETERMINER, 'the a an this one our my your'],
  [SOMEBODY, 'boy girl lad pupil student child kid family twins ta teacher colleague caretaker cook head deputy'],
  [WORK, 'pupils children students people persons families schools teachers those anyone everyone colleagues adults learners clients patients members women men boys girls individuals someone article book research study studies course charity policy lead leads leading leader responsible expert teaches taught writes wrote supports supporting studying helps helping runs secretary minister which keeps chairs met contact spoke consultant professor trained buying bought essay poster play plays leaflet explains order ordered ordering print printed send'],
  [HEAD, 'day days week weeks law laws act acts code services studies companies pupils children students people families parents learners adults women men rights pills training teaching ta tas lsa lsas hlta hltas job jobs bay bays hub hubs unit units base bases site sites page pages list lists form forms group groups team teams post posts duty codes fields figures numbers data times thresholds uk action appeal paragraph percentage information headings drop paperwork targets admin lead leads panel panels board boards quality network networks minutes'],
  [SCHOOL, 'pupil student tutor headteacher dsl ddsl senco sendco mum nan dad cpoms arbor ehcp camhs ewo ta tas playground payroll lunchtime pastoral slt gcse reception'],
  [MAYBE_SCHOOL, 'pupils students son daughter child children class form mother father parent parents carer carers attendance governor governors staff colleague hr maternity lunch trip residential pe break lesson lessons school starter exam exams mr mrs miss ward sen send cover maths nurse teacher worried referral referred confidential discreet mocks timetable pls'],
  [LESSON, 'novel novels story stories film films character characters chapter author poem poems essay play plays podcast slides display rehearsal rehearsals scene scenes costumes narrates movie biography timeline poster slide textbook documentary history macbeth romeo juliet hamlet othello shylock lennie curley scrooge cratchit jekyll heathcliff frankenstein tudor tudors boleyn hitler stalin mandela malala turing nightingale seacole churchill shakespeare dickens orwell priestley steinbeck pankhurst gandhi queen prince throne books isbn objectives president superpower'],
];

/** Words in all their endings: “train” stands for “training” and “trained” too. */
const STEMS: readonly (readonly [bits: number, words: string])[] = [
  [WORK, 'conference seminar webinar awareness campaign specialise specialist interest advise manage oversee coordinate develop deliver provide publish announce launch qualified train work laminate invigilate design organise collect present visit booked translate'],
  [HEAD, 'leader leadership officer advise adviser advisor ordinator coordinator governor manage champion specialist charity policy department awareness assembly workshop course conference webinar guidance provision clinic resource society association foundation research expert consultant teacher nurse poster leaflet application newsletter newspaper magazine museum university college legislation activist movement community funding reform insurance patients sufferer survivor victim network forum helpline toolkit inspector inspection register software system outreach experience expertise cupboard badge parking toilet template statement vacancy surgery'],
];

let exact: Map<number, number> | null = null;
const stems = new Map<number, number>();

function add(map: Map<number, number>, number: number, bits: number): void {
  map.set(number, (map.get(number) || 0) | bits);
}

/** The bits of a word, by its number and that of its stem. */
export function bitsOf(word: number, stem: number): number {
  if (exact === null) {
    exact = new Map();
    for (const [bits, words] of EXACT) for (const one of words.split(' ')) add(exact, numberOf(one), bits);
    for (const [bits, words] of STEMS) for (const one of words.split(' ')) add(stems, stemOf(one), bits);
  }
  return (exact.get(word) || 0) | (stems.get(stem) || 0);
}
