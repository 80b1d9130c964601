import { foldForComparison } from './fold';

/**
 * The words that mail programs write where a quotation begins, in English, Welsh and the languages that staff of British
 * schools set their mail program to. Read without case and accents, as `foldForComparison` leaves them.
 */

export type HeaderKind = 'from' | 'date' | 'to' | 'copy' | 'subject' | 'other';

const LABELS: { readonly [kind in HeaderKind]: string } = {
  from: 'from,oddi wrth,od,nadawca,de,von,da,van,de la,fra,fran,kimden',
  date:
    'sent,date,sent on,anfonwyd,dyddiad,wyslano,data,envoye,date d’envoi,gesendet,datum,enviado,enviado el,fecha,inviato,' +
    'enviada em,verzonden,trimis,sendt,skickat,tarih',
  to: 'to,at,i,do,a,an,para,aan,catre,til,till,kime',
  copy: 'cc,bcc,copi,dw,udw,kopie,copie a,kopia,kopi',
  subject: 'subject,pwnc,testun,temat,objet,betreff,asunto,oggetto,assunto,onderwerp,subiect,emne,amne,konu',
  other: 'importance,attachments,reply-to,reply to,when,where,pwysigrwydd,atodiadau,wichtigkeit,anlagen,pieces jointes',
};

const KIND_OF_LABEL = new Map<string, HeaderKind>();
for (const kind of Object.keys(LABELS) as HeaderKind[]) {
  for (const label of LABELS[kind].split(',')) KIND_OF_LABEL.set(foldForComparison(label), kind);
}

const LONGEST_LABEL = 24;

/** The kind of a line of a header block (`Sent: Monday …`); null when it is not one. */
export function headerKind(line: string): HeaderKind | null {
  const colon = line.slice(0, LONGEST_LABEL + 8).indexOf(':');
  if (colon < 1) return null;
  const label = foldForComparison(line.slice(0, colon).replace(/\*/g, ' '));
  return KIND_OF_LABEL.get(label) ?? null;
}

/** True for `Word: something` in any language. */
export function looksLikeHeader(line: string): boolean {
  return /^[^\s:.,;]{1,20}(?: [^\s:.,;]{1,12})?\s?:\s+\S/.test(line);
}

const DIVIDERS = [
  'original (?:message|appointment|e-?mail)',
  'forwarded (?:message|mail|e-?mail|by .{1,80})',
  'reply message|reply above this line',
  'neges wreiddiol|neges a anfonwyd ymlaen|apwyntiad gwreiddiol',
  'wiadomosc oryginalna|oryginalna wiadomosc|wiadomosc przekazana|przekazana wiadomosc',
  'message d.?origine|message original|message transfere|courriel original',
  'ursprungliche nachricht|original-?nachricht|weitergeleitete nachricht|ursprunglicher termin',
  'mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato',
  'mensagem original|mensagem encaminhada',
  'oorspronkelijk bericht|doorgestuurd bericht|mesaj original|mesaj redirectionat',
  'opprinnelig melding|ursprungligt meddelande',
].join('|');

const DIVIDER = new RegExp(`^[-_=*> ]{2,}(?:begin )?(?:${DIVIDERS})[-_=*: ]{2,}$`);

const ANNOUNCEMENT = new RegExp(
  '^(?:begin forwarded message|dechrau(?:.r)? neges a anfonwyd ymlaen|poczatek przekazywanej wiadomosci|debut du message (?:transfere|reexpedie)|' +
    'anfang der weitergeleiteten (?:nachricht|e-mail)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht) ?:$',
);

const LONGEST_DIVIDER = 160;

/** A line that announces the message below it: `-----Original Message-----`, `Begin forwarded message:`. */
export function isDivider(line: string): boolean {
  if (line.length > LONGEST_DIVIDER || line.length < 8) return false;
  const folded = foldForComparison(line);
  return DIVIDER.test(folded) || ANNOUNCEMENT.test(folded);
}

/** A line drawn with underscores, as Outlook draws it in plain text. */
export function isDrawnLine(line: string): boolean {
  return /^\s*_{10,80}\s*$/.test(line);
}

/** How an attribution ends: the verb, with a name or a time after it where the language has it so. */
const WROTE = new RegExp(
  '(?:^|[ ,>)])(?:wrote|writes|a ecrit|ecrit|napisala?|napisal\\(a\\)|pisze|escribio|ha scritto|escreveu|a scris|skrev|yazdi|' +
    '(?:wrote|ysgrifennodd|ysgrifenodd|schrieb|schreef|skrev) [^:]{1,120}(?::\\d\\d[^:]{0,20}){0,2}|ysgrifennodd|ysgrifenodd|schrieb|schreef) ?:? ?-{0,4}$',
);

/** How an attribution that goes over several lines begins. */
const OPENER =
  /^(?:-{2,4} )?(?:on|ar|le|am|w dniu|dnia|el|il|op|em|den|pa|pe|(?:mon|tue|wed|thu|fri|sat|sun|pon|wt|sr|czw|pt|sob|niedz)[a-z]*\.?,?) |^\d{1,4}[-/.]\d/;

const DATE_OR_ADDRESS = /(?:19|20)\d\d|\d[:.]\d\d|@/;
const YEAR_OR_ADDRESS = /(?:19|20)\d\d|@/;

const LONGEST_ATTRIBUTION = 400;
const MOST_ATTRIBUTION_LINES = 4;
const LONGEST_OPENER = 24;

/**
 * How many lines from `start` on are an attribution such as “On Monday, 3 March 2025 at 10:00, Jo wrote:”; 0 when none.
 * `isSure` is false when the words alone might be the sender's own, so that only a quotation right after them decides.
 */
export function attributionLength(lines: readonly string[], start: number): { readonly count: number; readonly isSure: boolean } {
  const opens = OPENER.test(foldForComparison((lines[start] ?? '').slice(0, LONGEST_OPENER)));
  let joined = '';
  for (let count = 1; count <= (opens ? MOST_ATTRIBUTION_LINES : 1); count++) {
    const line = lines[start + count - 1];
    if (line === undefined || line.trim() === '' || joined.length + line.length > LONGEST_ATTRIBUTION) break;
    joined += ` ${line}`;
    if (!/[:：-]\s?$/.test(line.slice(-2))) continue;
    const folded = foldForComparison(joined);
    if (WROTE.test(folded) && (count === 1 || DATE_OR_ADDRESS.test(folded))) {
      return { count, isSure: opens && YEAR_OR_ADDRESS.test(folded) };
    }
  }
  return { count: 0, isSure: false };
}
