/** The words on the dialog's button when a finding has none of its own. */
export const USUAL_BUTTON = 'Fix this email';

/** Words that a time follows. */
const SCHEDULE = 'Schedule ';

/** The rules' buttons in each language that is offered beside English, at most 20 characters, in the order of `ENGLISH`. */
const ENGLISH =
  'Fix this email|Back to email|Change From|Change the name|Move to Bcc|Open fixes|Remove code|Remove details|Remove password|Save as draft|Show details|Show options|Use school account|Choose recipients|Remove attachment|Show attachment|Add subject|Check recipient|Schedule '.split('|');
const OTHERS: { readonly [language: string]: readonly string[] } = {
  cy: 'Trwsio’r e-bost|Yn ôl i’r e-bost|Newid Oddi wrth|Newid yr enw|Symud i Bcc|Agor atebion|Tynnu’r cod|Tynnu’r manylion|Tynnu’r cyfrinair|Cadw fel drafft|Dangos manylion|Dangos dewisiadau|Cyfrif yr ysgol|Dewis derbynwyr|Tynnu’r atodiad|Dangos yr atodiad|Ychwanegu pwnc|Gwirio’r derbynnydd|Trefnu am '.split('|'),
  pl: 'Popraw wiadomość|Wróć do wiadomości|Zmień nadawcę|Zmień nazwę|Przenieś do UDW|Otwórz poprawki|Usuń kod|Usuń dane|Usuń hasło|Zapisz szkic|Pokaż szczegóły|Pokaż możliwości|Konto szkolne|Wybierz odbiorców|Usuń załącznik|Pokaż załącznik|Dodaj temat|Sprawdź odbiorcę|Zaplanuj na '.split('|'),
};

/** The words on a button in another language (`cy`, `pl`); an organisation's own words stay as they are. */
export function buttonIn(language: string | null, english: string): string {
  const others = language === null ? undefined : OTHERS[language];
  if (others === undefined) return english;
  const time = english.startsWith(SCHEDULE) ? english.slice(SCHEDULE.length) : '';
  const words = others[ENGLISH.indexOf(english.slice(0, english.length - time.length))];
  return words === undefined ? english : words + time;
}
