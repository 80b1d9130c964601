import { once } from '../once';

/*
 * Person names by their shape: a title and a capitalised word, or two or three capitalised words in a row, that are not among the words letters and school
 * papers capitalise. No list of names: it would know some communities better than others.
 */

const WORD = "(?:(?:Mac|Mc|O'|D'|De|Al-|El-)?[A-Z\\u00c0-\\u00de][a-z\\u00df-\\u00ff\\u0100-\\u017f]+(?:'[A-Z][a-z]+|-[A-Z]?[a-z\\u00df-\\u00ff]+){0,2})";
const BIGRAM = new RegExp(`${WORD}(?: (?:[A-Z]\\.? )?(?:(?:van|von|de|da|del|bin|al|el|ben) )?${WORD}){1,2}`, 'g');
/** “Mrs Khan” is a name as well; “Dr Khan” is more often the one who writes the report. */
const TITLE = /^(?:Mr|Mrs|Ms|Miss|Mx)$/;

/** Capitalised words that are part of no person's name, in lower case. */
const NOT_NAMES =
  'a an the and or of in on at to for from by with is was has had are be re fw fwd cc bcc subject sent date dear hi hello good morning afternoon evening kind best warm many regards wishes thanks thank you your yours sincerely faithfully ' +
  'please could would should does did find ask tell ring call give bring put make check see attached he she they his her their our we it this that these those what when where who how why if as but not no yes all any new old ' +
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun am pm lunch subject minutes agenda item action cover trip parking site rota order stock monday tuesday wednesday thursday friday saturday sunday january february march july september october november december ' +
  'spring summer autumn winter term easter half year years week class form key stage reception nursery sixth early primary secondary junior infant infants high middle upper lower college university academy academies school schools trust multi federation foundation county council borough city london north south east west england english wales welsh scotland scottish ireland irish britain british great united kingdom states america american europe european ' +
  'headteacher deputy assistant principal executive director officer manager business teacher teaching learning support senior leader lead leadership team staff pupil pupils student students children parent parents carer carers governor governors governing body board chair clerk secretary office administrator coordinator department service services group centre center authority local national international association society committee union agency ministry minister government state royal ' +
  'special educational needs need disability education health care plan plans safeguarding protection policy policies data privacy notice information act code practice guidance framework report review assessment statement strategy programme program project scheme curriculum subject maths mathematics science music drama history geography computing physical sports sport religious studies design technology languages language literacy numeracy phonics reading writing ' +
  'unique number reference insurance medical details contact emergency address phone email mobile home account sort card passport licence driving taxpayer learner candidate exam exams gcse level ofsted dfe nhs mr mrs miss ms dr st sir madam prof rev road street avenue site ' +
  'microsoft windows outlook teams word excel google apple linux internet explorer web server java open source public license mail list news press world times post guardian bbc ' +
  'free meals premium universal credit operation encompass strategy meeting social worker annual family police hospital clinic fund bank first second third last next name names surname forename full signed confidential private urgent important note notes reminder action required update newsletter issue page section part appendix table version draft final bloggs child baby';

const notNames = once(() => new Set(NOT_NAMES.split(' ')));

/** True for a word that is part of no person's name. */
export function isNotName(word: string): boolean {
  return notNames().has(word.toLowerCase());
}

export interface PersonName {
  readonly start: number;
  readonly end: number;
  /** Lower case, one space between words: equal for equal names. */
  readonly key: string;
}

/** The names in text[from..to), in order of place. */
export function findNames(text: string, from: number, to: number): readonly PersonName[] {
  const names: PersonName[] = [];
  const slice = text.slice(Math.max(0, from), to);
  const offset = Math.max(0, from);
  BIGRAM.lastIndex = 0;
  for (let match = BIGRAM.exec(slice); match !== null; match = BIGRAM.exec(slice)) {
    const words = match[0].split(' ');
    // A capital that opens a sentence, or a title, may stand before the name: the words after it may still be one.
    let first = 0;
    while (first < words.length && isNotName(words[first] as string)) first += 1;
    let last = words.length;
    while (last > first && isNotName(words[last - 1] as string)) last -= 1;
    if (first > 0 && last - first > 0 && TITLE.test(words[first - 1] as string)) first -= 1;
    const kept = words.slice(first, last);
    const isTitled = kept.length > 1 && TITLE.test(kept[0] as string);
    if (kept.length < 2 || kept.some((word, i) => isNotName(word) && !(i === 0 && isTitled))) {
      // “Dear Amelia Clarke Thompson” must not lose its end: look again from the word after the one that failed.
      BIGRAM.lastIndex = match.index + (words[0] as string).length;
      continue;
    }
    const start = match.index + words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
    const name = kept.join(' ');
    names.push({ start: offset + start, end: offset + start + name.length, key: name.toLowerCase() });
  }
  return names;
}
