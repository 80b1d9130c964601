import type { Path } from '../../policy';
import { humanised } from './labels';
import { situationWords } from './situations';

/** What the choices of a setting are called, by the setting's own key; those that are plain words stand for themselves. */
const CHOICES: { readonly [key: string]: { readonly [choice: string]: string } } = {
  outside: { inform: 'Note', warn: 'Ask once' },
  inside: { inform: 'Note', warn: 'Ask once' },
  sameDraftRepeat: { always: 'Always', ifChanged: 'When the draft has changed' },
  level: { none: 'Nothing', totals: 'Totals', events: 'Single events' },
  languages: { cy: 'Welsh', pl: 'Polish' },
  basis: { agreement: 'An agreement', tls: 'Encryption on the way (TLS)', direct: 'The clause says it', related: 'The clause bears on it' },
  off: {
    upn: 'Pupil number (UPN)',
    'temporary-upn': 'Temporary pupil number',
    uln: 'Learner number (ULN)',
    uci: 'Exam candidate number (UCI)',
    trn: 'Teacher number (TRN)',
    'nhs-number': 'NHS number',
    nino: 'National Insurance number',
    utr: 'Tax reference (UTR)',
    'bank-account': 'Bank account',
    iban: 'International bank account (IBAN)',
    phone: 'Phone numbers',
    postcode: 'Addresses and postcodes',
    'email-list': 'List of email addresses',
    credentials: 'Passwords and log-ins',
    'special-category': 'Health, SEN, safeguarding and other sensitive words',
  },
  quotedThread: { all: 'All of it', 'new-text-only': 'Only what is new' },
  accept: {
    'office-encrypted': 'Password in Word, Excel or PowerPoint',
    'pdf-user-password': 'Password to open a PDF',
    'zip-aes': 'Password on a zip, strong (AES)',
    'zip-zipcrypto': 'Password on a zip, weak (ZipCrypto)',
    '7z': 'Password on a 7z archive',
    smime: 'Encrypted email (S/MIME)',
    'purview-label': 'Sensitivity label that encrypts',
    'subject-tag': 'Word in the subject that encrypts',
    link: 'Link in place of a file',
  },
  nameMatch: { off: 'Only addresses a person has said are theirs', strict: 'Surname with first name or initial', loose: 'Surname alone, too' },
  recipients: { internalOnly: 'Colleagues only', any: 'Colleagues and people outside' },
  nonTermDays: { ignore: 'Days like any other', inform: 'A note', outOfHours: 'Out of hours' },
  scheduleTo: { 'next-start': 'When the next working day starts', 'next-start-plus-30': 'Half an hour after it starts', fixed: 'At the time below' },
};

/** Settings whose choices say all that the help of the pack says. */
const SELF_EXPLAINED = ['nameMatch', 'recipients', 'scheduleTo'];

/** The key of the setting that a path leads to, past positions in lists. */
function keyAt(path: Path): string {
  const keys = path.filter((step): step is string => typeof step === 'string');
  return keys[keys.length - 1] ?? '';
}

/** What a choice of the setting at a path is called. */
export function choiceAt(path: Path, choice: string): string {
  const key = keyAt(path);
  if (key === 'situations' && path[0] === 'rules') return situationWords(String(path[1]), choice);
  return CHOICES[key]?.[choice] ?? humanised(choice);
}

/** Help in which the pack's own names of the choices are what the form calls them. */
export function helpAt(path: Path, help: string, choices: readonly string[]): string {
  if (SELF_EXPLAINED.includes(keyAt(path))) return '';
  const named = [...choices].filter((choice) => CHOICES[keyAt(path)]?.[choice] !== undefined).sort((a, b) => b.length - a.length);
  if (named.length === 0) return help;
  const words = new RegExp(`“?(?<![\\w-])(${named.map((choice) => choice.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w-])”?`, 'g');
  return help.replace(words, (_, choice: string) => `“${choiceAt(path, choice)}”`);
}
