import { polishPlural } from '../../text';
import { english } from './english';
import type { Words } from './english';
import { whyNot } from './why-not';

/** Picks one of the three forms that Polish has. */
const count = (number: number, one: string, few: string, many: string): string => [one, few, many][polishPlural(number)] as string;

const days: { readonly [day: string]: string } = {
  today: 'dziś', tomorrow: 'jutro', Monday: 'w poniedziałek', Tuesday: 'we wtorek', Wednesday: 'w środę', Thursday: 'w czwartek',
  Friday: 'w piątek', Saturday: 'w sobotę', Sunday: 'w niedzielę', January: 'stycznia', February: 'lutego', March: 'marca', April: 'kwietnia',
  May: 'maja', June: 'czerwca', July: 'lipca', August: 'sierpnia', September: 'września', October: 'października', November: 'listopada',
  December: 'grudnia',
};

const reasons: Words['reasons'] = {
  'recipient-entitled': 'Odbiorca ma prawo to otrzymać.',
  'own-child-only': 'Są tu tylko dane dziecka odbiorcy.',
  'partner-agreement': 'To partner, z którym mamy umowę.',
  'child-at-risk': 'Dziecku grozi teraz niebezpieczeństwo.',
  'wrong-match': 'To nie są dane wrażliwe: Heed się pomylił.',
  'manager-agreed': 'Zgodził się na to mój przełożony lub moja przełożona.',
};

const roles: { readonly [role: string]: string } = {
  it: 'dział IT',
  dpo: 'inspektor ochrony danych (DPO)',
  dsl: 'osoba odpowiedzialna za ochronę dzieci (DSL)',
  hr: 'dział kadr (HR)',
  head: 'dyrekcja szkoły',
};

/** The pane in Polish. */
export const polish: Words = {
  product: 'Heed',
  severity: (severity) => ({ inform: 'Do wiadomości', warn: 'Sprawdź przed wysłaniem', justify: 'Potrzebny powód', block: 'Nie można tak wysłać' })[severity],
  basis: (basis) => ({ direct: 'Regulamin', related: 'Powiązane wskazówki', 'good-practice': 'Dobra praktyka' })[basis],
  role: (role) => roles[role] ?? role,
  reasons,

  checking: 'Sprawdzanie wiadomości',
  checkingDetail: 'Trwa odczytywanie wiadomości.',
  reading: (number, of, name) => `Odczytywanie załącznika ${number} z ${of}: ${name}`,
  nothing: 'Brak uwag do tej wiadomości',
  nothingDetail: 'Nie ma nic do poprawienia.',
  toNobody: 'Outlook jeszcze nie podaje, do kogo ją wysyłasz. Gdy poda, Heed sprawdzi ją ponownie.',
  headline: (verdict, findings) => {
    switch (verdict) {
      case 'inform':
        return count(findings, 'Można wysłać, jest jedna uwaga', `Można wysłać, są ${findings} uwagi`, `Można wysłać, jest ${findings} uwag`);
      case 'warn':
        return count(findings, 'Jedna rzecz do sprawdzenia przed wysłaniem', `${findings} rzeczy do sprawdzenia przed wysłaniem`, `${findings} rzeczy do sprawdzenia przed wysłaniem`);
      case 'justify':
        return count(findings, 'Jedna rzecz do poprawienia lub uzasadnienia', `${findings} rzeczy do przejrzenia przed wysłaniem`, `${findings} rzeczy do przejrzenia przed wysłaniem`);
      case 'block':
        return 'Tej wiadomości nie można wysłać w tej postaci';
    }
  },
  headlineUnchecked: 'Nie wszystko udało się sprawdzić',
  headlineJustified: 'Powód zapisany: naciśnij ponownie Wyślij',
  whatNowUnasked: 'Popraw to tutaj przed wysłaniem.',
  whatNow: (verdict) => {
    switch (verdict) {
      case 'allow':
      case 'inform':
        return null;
      case 'warn':
        return 'Popraw to tutaj. Jeśli wszystko jest w porządku, naciśnij Wyślij i wybierz wysłanie mimo to.';
      case 'justify':
        return 'Popraw to tutaj. Jeśli wszystko jest w porządku, wybierz powód poniżej i naciśnij ponownie Wyślij.';
      case 'block':
        return 'Popraw to tutaj, a potem naciśnij ponownie Wyślij.';
    }
  },
  noPolicy: (reason) => `Nic nie jest tu sprawdzane. Powód: ${reason}.`,
  failed: 'Heed nie mógł sprawdzić tej wiadomości',
  failedDetail: 'Wiadomość nie została sprawdzona. Przed wysłaniem przejrzyj odbiorców i załączniki lub sprawdź ją jeszcze raz.',
  checkAgain: 'Sprawdź tę wiadomość ponownie',
  notCheckedAtSend: 'W tej wersji Outlooka wysyłanie nie jest sprawdzane',
  notCheckedAtSendDetail: 'Ta wersja Outlooka nie pozwala Heed sprawdzić wiadomości po naciśnięciu Wyślij. Heed sprawdza ją tutaj, po każdym otwarciu tego panelu.',

  ofThese: (findings) => `razem: ${findings}`,
  findings: 'Co znaleziono',
  evidence: 'Gdzie',
  showMore: (more) => count(more, 'Pokaż jeszcze jedną pozycję', `Pokaż jeszcze ${more} pozycje`, `Pokaż jeszcze ${more} pozycji`),
  quoted: (document) => `Z dokumentu: ${document}`,
  liveLink: (document) => `Przeczytaj aktualny dokument „${document}” (otwiera się w przeglądarce)`,
  goodPractice: 'To dobra praktyka, a nie punkt regulaminu.',

  removeAttachment: (name) => `Usuń „${name}”`,
  attachmentRemoved: (name) => `Usunięto „${name}”.`,
  protectAttachment: (name) => `Zastąp „${name}” kopią z hasłem`,
  attachmentProtected: (name, zip) => `Zamiast „${name}” jest teraz plik z hasłem „${zip}”. Hasło jest poniżej.`,
  attachmentBoth: (name, zip, reason) => `Plik „${zip}” jest dołączony, ale „${name}” nadal tu jest. Powód: ${reason}. Usuń „${name}” samodzielnie.`,
  removeIt: 'Usuń',
  protectIt: 'Dodaj hasło',
  deedFor: (deed, name) => `${deed}: „${name}”`,
  removeAllAttachments: (files) => files === 2 ? 'Usuń oba te załączniki' : `Usuń wszystkie te załączniki (${files})`,
  attachmentsRemoved: (files) => `Usunięte załączniki: ${files}.`,
  protectAllAttachments: (files) => `Zastąp ${files === 2 ? 'oba te załączniki' : `wszystkie te załączniki (${files})`} jednym plikiem z hasłem`,
  attachmentsProtected: (files, zip) => `Zamiast załączników (${files}) jest teraz plik z hasłem „${zip}”. Hasło jest poniżej.`,
  protectedFiles: 'Pliki z hasłem',
  stillThere: (names) => `Nadal tu są: ${names}. Usuń je samodzielnie.`,
  removeRecipient: (address) => `Usuń ${address}`,
  recipientRemoved: (address) => `Usunięto adres ${address}.`,
  removeAllRecipients: (addresses) => addresses === 2 ? 'Usuń oba te adresy' : `Usuń wszystkie te adresy (${addresses})`,
  recipientsRemoved: (addresses) => `Usunięte adresy: ${addresses}.`,
  moveToBcc: 'Przenieś wszystkich do UDW, aby nie widzieli nawzajem swoich adresów',
  movedToBcc: 'Wszyscy są teraz w polu UDW.',
  replyToSenderOnly: 'Odpowiedz tylko nadawcy',
  repliesToSender: 'Wiadomość trafi teraz tylko do nadawcy.',
  subjectLabel: 'Temat',
  subjectMissing: 'Napisz w kilku słowach, czego dotyczy wiadomość.',
  addSubject: 'Użyj tego tematu',
  subjectAdded: (subject) => `Temat to teraz „${subject}”.`,
  schedule: (when) => `Zaplanuj wysłanie: ${when}`,
  scheduled: (when) => `Wysłanie zaplanowane: ${when}. Naciśnij Wyślij: Outlook przechowa wiadomość do tego czasu.`,
  when: (day, time) => `${day.split(' ').map((word) => days[word] ?? word).join(' ')} o ${time}`,
  removePassword: 'Usuń hasło z treści',
  passwordRemoved: 'Hasła nie ma już w treści.',
  passwordRemovedFrom: (line) => `Hasła nie ma już w treści. Przeczytaj ponownie wiersz ${line}: słowa wokół hasła zostały.`,
  passwordRemovedAlone: 'Hasła nie ma już w treści. Przeczytaj ją ponownie: słowa wokół hasła zostały.',
  removeDetails: 'Usuń te dane z treści',
  detailsRemoved: 'Tych danych nie ma już w treści. Przeczytaj ją ponownie: słowa wokół nich zostały.',
  changeFrom: (address) => `Aby wysłać od siebie, otwórz pole Od nad wiadomością i wybierz ${address}. Potem sprawdź wiadomość ponownie.`,
  saveDraft: 'Zapisz jako wersję roboczą',
  draftSaved: 'Zapisano w folderze Wersje robocze.',
  openOneDrive: 'Otwórz OneDrive, aby udostępnić link (otwiera się w przeglądarce)',
  openSharing: 'Przeczytaj, jak u nas udostępnia się pliki (otwiera się w przeglądarce)',
  useInstead: (label: string): string => `Umieść to raczej tutaj: ${label} (otwiera się w przeglądarce)`,
  tellOfData: (role) => `Coś podobnego zostało już kiedyś wysłane? Powiadom: ${role}`,
  reportSlip: (role) => `Zgłoś pomyłkę: ${role}`,
  told: 'Nowa wiadomość jest otwarta i wypełniona. Nic nie zostanie wysłane, dopóki jej nie wyślesz.',
  tellSubject: english.tellSubject,
  tellBody: english.tellBody,
  slipSubject: english.slipSubject,
  slipBody: english.slipBody,
  notMine: (address) => `${address} nie jest mój`,
  notMineKept: (address) => `Zapisano: adres ${address} nie będzie już w tej skrzynce uznawany za Twój.`,
  family: (address) => `${address} to moja rodzina`,
  familyKept: (address) => `Zapisano w tej skrzynce, tylko dla Ciebie: ${address} to Twoja rodzina.`,
  notDoneFor: (name, reason) => `To się nie udało dla „${name}”. Powód: ${reason}. Nic nie zostało zmienione.`,
  notDone: (reason) => `To się nie udało. Powód: ${reason}.`,
  because: whyNot({
    'Outlook gave no draft to read': 'Outlook nie udostępnił wiadomości',
    'Outlook gave recipients that make no sense': 'Outlook podał niezrozumiałą listę odbiorców',
    'there may be more recipients than Outlook shows here': 'odbiorców może być więcej, niż pokazuje tu Outlook',
    'one of the other recipients has no address that can be set again': 'jeden z pozostałych odbiorców nie ma adresu, który można ustawić ponownie',
    'one of the recipients has no address that can be moved': 'jeden z odbiorców nie ma adresu, który można przenieść',
    'nobody with that address is among the recipients': 'nikogo z tym adresem nie ma wśród odbiorców',
    'a meeting has no Bcc': 'spotkanie nie ma pola UDW',
    'a meeting is no reply': 'spotkanie nie jest odpowiedzią',
    'this is not a reply': 'to nie jest odpowiedź',
    'there is nobody under To': 'w polu Do nikogo nie ma',
    'a list stands first under To, so it is not known who wrote': 'w polu Do pierwsza jest lista, więc nie wiadomo, kto napisał',
    'it is larger than Outlook takes': 'jest większy, niż przyjmuje Outlook',
    'an invitation cannot be scheduled': 'wysłania zaproszenia nie można zaplanować',
    'it is no longer attached': 'nie jest już załączony',
    'that time has passed': 'ten czas już minął',
    'the words are no longer there': 'tych słów już tam nie ma',
    'the draft has changed since it was checked': 'wiadomość zmieniła się po sprawdzeniu',
    'they could not be taken out and the rest kept': 'nie dało się ich usunąć bez zmiany reszty tekstu',
    'this Outlook keeps no settings of yours': 'ten Outlook nie zapisuje ustawień',
    'nothing is kept about this email': 'o tej wiadomości nic się nie zapisuje',
    'a part of the draft could not be read': 'części wiadomości nie udało się odczytać',
    'a part of the draft could not be read, so no reason can be kept with it': 'części wiadomości nie udało się odczytać, więc nie można zapisać powodu',
    late: 'Outlook nie odpowiedział na czas',
    refused: 'Outlook tego nie wykonał',
    missing: 'ten Outlook tego nie potrafi',
  }),
  working: 'Zmienianie wiadomości…',

  copyAttached: 'Plik z hasłem jest dołączony',
  copyDetail: (zip) => `Plik „${zip}” można otworzyć tylko tym hasłem. Hasło pokazujemy tylko raz i nigdzie go nie zapisujemy.`,
  copiesAttached: 'Pliki z hasłem są dołączone',
  copiesDetail: (zips) => `Te pliki można otworzyć tylko tym hasłem: ${zips}. Hasło pokazujemy tylko raz i nigdzie go nie zapisujemy.`,
  password: 'Hasło',
  copyPassword: 'Kopiuj hasło',
  passwordCopied: 'Hasło skopiowane.',
  passwordNotCopied: 'Nie udało się skopiować. Zaznacz hasło i skopiuj je samodzielnie.',
  passOn: 'Podaj je przez telefon, w Teams lub osobiście, nigdy w e-mailu.',
  whatItNeeds:
    'Odbiorca potrzebuje programu 7-Zip lub WinZip w Windows albo Keka lub The Unarchiver na Macu. Folder zip wbudowany w Windows, zwłaszcza starszy, może go nie otworzyć.',
  passwordDone: 'Mam hasło: ukryj je',
  passwordHidden: 'Hasło jest ukryte. Nie można go pokazać ponownie.',

  giveReason: 'Wyślij mimo to',
  emergency: 'Dziecku grozi teraz niebezpieczeństwo: wyślij natychmiast',
  chooseReason: 'Dlaczego można to wysłać?',
  note: 'Notatka, jeśli jest potrzebna',
  noteHelp: (longest) => `Najwyżej znaków: ${longest}. Nie podawaj nazwisk uczniów.`,
  reasonMissing: 'Najpierw wybierz powód.',
  useReason: 'Podaj ten powód',
  reasonGiven: (reason) => `Podany powód: ${reason}`,
  reasonIsGiven: 'Podano powód',
  reasonGivenDetail: 'Dotyczy wiadomości w obecnej postaci. Po każdej zmianie przestaje obowiązywać.',
  reasonVoid: 'Wiadomość się zmieniła, więc podany wcześniej powód już nie obowiązuje. Heed sprawdził ją ponownie.',
  draftChanged: 'Wiadomość się zmieniła. Heed sprawdził ją ponownie.',
  reasonNotKept: 'Wiadomość się zmieniła, więc powód nie został zapisany. Heed sprawdził ją ponownie: podaj powód jeszcze raz, jeśli nadal obowiązuje.',

  blocked: 'W tej postaci nie da się jej wysłać.',
  callIfWrong: (role, contact) => `Jeśli to pomyłka, ${contact.includes('@') ? 'kontakt' : 'zadzwoń'}: ${role}, ${contact}.`,
  callIt: 'Jeśli to pomyłka, zadzwoń do działu IT.',

  unchecked: 'Nie sprawdzono',
  uncheckedAttachment: (name) => `„${name}”`,

  whoToAsk: 'Masz wątpliwości?',
  lineManager: 'Zapytaj bezpośredniego przełożonego.',
  askThem: 'Zapytaj bezpośredniego przełożonego lub:',
  languageHelp: 'Potrzebujesz pomocy w innym języku? Skontaktuj się z działem kadr (HR Department).',
  policyIsEnglish: 'Regulamin Twojej szkoły jest po angielsku, dlatego cytaty z niego są po angielsku.',
  unreviewed: 'Tego tłumaczenia nie sprawdził jeszcze rodzimy użytkownik języka.',
  privacy: 'Prywatność',
  privacyDetail: 'Heed czyta tę wiadomość na tym komputerze. Nic o niej go nie opuszcza i nikomu nic nie jest zgłaszane.',
  privacyReason: 'Podany powód pozostaje przy wiadomości do chwili wysłania.',
  about: (policy, version) => `Regulamin: ${policy}, ${version}`,
  policyBuiltIn: 'Jest częścią tego dodatku.',
  policySigned: (number, when) => `Ma numer ${number}, podpisano go ${when}.`,
  policyConfirmed: (minutes) => {
    if (minutes < 2) return 'Twoja organizacja potwierdziła go przed chwilą.';
    if (minutes < 120) return `Twoja organizacja potwierdziła go ${minutes} min temu.`;
    return minutes < 2880 ? `Twoja organizacja potwierdziła go ${Math.round(minutes / 60)} godz. temu.` : `Twoja organizacja potwierdziła go ${Math.round(minutes / 1440)} dni temu.`;
  },
  policyRefused: 'Nowszy regulamin nie został przyjęty',
  policyRefusedDetail: (reason) => `Nadal obowiązuje poprzedni (${reason}). Może to naprawić dział IT.`,
  policyStale: 'Heed na razie tylko informuje',
  policyStaleDetail: (days) => `Od ponad ${days} dni nie ma wiadomości o swoim regulaminie, więc niczego nie zatrzymuje. Może to naprawić dział IT.`,
  triedOut: 'Heed jest wypróbowywany: nic, co znajdzie, nie zatrzymuje wiadomości.',
  silent: 'Heed może nie sprawdzać wiadomości',
  silentDetail: 'Dzisiejszy autotest, zmyślony szkic, nie został zatrzymany, a powinien. Nie polegaj na Heed, dopóki nie przyjrzy się temu dział IT.',
  whatWorks: 'Co tutaj działa',
  makeTrace: 'Przygotuj ślad dla działu IT',
  traceDetail: 'W śladzie są liczby, rozmiary, czasy i wyniki. Nie ma w nim żadnego adresu, nazwiska, tematu ani słowa z wiadomości.',
  copyTrace: 'Skopiuj ślad',
  traceCopied: 'Ślad został skopiowany. Wklej go do wiadomości do działu IT.',
  traceMarked: 'Ten Outlook nie pozwala Heed kopiować. Ślad jest zaznaczony: naciśnij Ctrl+C, a na Macu Command+C.',
  build: (version, build) => `Heed ${version}, kompilacja ${build}`,
};
