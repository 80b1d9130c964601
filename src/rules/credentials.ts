import * as v from 'valibot';
import { aboveText, maskIdentifiers } from '../detectors';
import { defineRule } from '../domain';
import type { AttachmentContent, AudienceMember, Body, Evidence, Finding, PlacedMatch, RuleContext, Scan, Thread, Wording } from '../domain';
import { matchesAddress } from '../recipients';
import { capitalised } from '../text';
import { secretsAfter } from './secret-words';
import { addressesOption, wordsOption } from './option-kinds';

type Situation = 'with-file' | 'with-file-inside' | 'outside' | 'inside' | 'pupil' | 'code' | 'entry';
type Kind = 'pair' | 'password' | 'code' | 'key' | 'entry';

/** A secret in the draft: where a person would look, and where it is in the new text when it is there. */
interface Secret {
  readonly match: PlacedMatch;
  /** In a sentence: `line 3 of the email below`. */
  readonly place: string;
  /** As evidence: `Thread below > line 3`. */
  readonly where: string;
  readonly kind: Kind;
  readonly isInNewText: boolean;
}

const WORDS_FOR: { readonly [K in Kind]: string } = {
  pair: 'a username and password',
  password: 'a password',
  code: 'a log-in code',
  key: 'a key or token',
  entry: 'a door or alarm code',
};

const USER_NAME = /\b(?:user ?name|user(?: ?id)?|log ?-?[io]ns?|account)\b/i;
/** The address that one logs in with, before its password. */
const ADDRESS = /@[\w.-]+(?:\W{1,5}\w+){0,3}\W{1,5}$/;
const CODE = /\b(?:codes?|otp|pin|passcode|pincode)\b[^\n]{0,60}$|\b(?:digits?|one[- ]time)\b[^\n]{0,90}$/i;
const CODE_AFTER = /^[^\n.?!]{0,40}\b(?:codes?|otp|pin)\b/i;
const KEY = /\b(?:key|token|secret)\b[^\n]{0,24}$/i;
/** A number of a door, a code from a telephone, the turns of a dial. */
const NUMBER = /^(?:[A-Z]?\d[\d -]{1,14}[A-Z#*]{0,2}|(?:left|right|[lr]|(?:anti-?)?clockwise)\b.{2,80})$/i;

/** What keeps strangers out. */
const ENTRY = 'doors?|gates?|alarm|entry|entrance|keypad|key ?safe|safe|locker|padlock|combination|building|barrier|car ?park|bike|shed';
const BEFORE_ENTRY = new RegExp(`\\b(?:${ENTRY})\\b[^\\n]{0,40}$`, 'i');
const FAR_BEFORE_ENTRY = new RegExp(`\\b(?:${ENTRY})\\b[^\\n]{0,90}$`, 'i');
const AFTER_ENTRY = new RegExp(`^[^\\n.?!]{0,30}\\b(?:${ENTRY})\\b`, 'i');

/** What opens a machine, and what is made to be handed out, are no log-in. */
const NO_LOG_IN =
  /\b(?:till|photocopier|copier|printer|room)\b[^\n]{0,40}$|\b(?:guest|visitor)s?\b[^\n]{0,30}\b(?:wi-?fi|wireless|network)\b[^\n]{0,70}$|\b(?:wi-?fi|wireless|network)\b[^\n]{0,30}\b(?:guest|visitor)s?\b[^\n]{0,30}$/i;

/** Whose mailbox the words before `@` say that it is, in a support team. */
const IT_NAME = /^(?:it|ict|it[-.]?(?:support|services|team|help(?:desk)?)|ict[-.]?(?:support|services)|help[-.]?desk|service[-.]?desk|technicians?|network[-.]?manager|support)$/;

/** True for the code of a door, a gate, an alarm or a safe; told nearby of a number, close by of anything else. */
function isOfEntry(text: string, { start, end }: PlacedMatch): boolean {
  const before = text.slice(Math.max(0, start - 120), start);
  if (!NUMBER.test(text.slice(start, end))) return BEFORE_ENTRY.test(before);
  return FAR_BEFORE_ENTRY.test(before) || AFTER_ENTRY.test(text.slice(end, end + 50));
}

function kindOf(text: string, match: PlacedMatch): Kind {
  const { start, end } = match;
  if (isOfEntry(text, match)) return 'entry';
  if (match.reasons.some((reason) => /^(?:service|entra|key) /.test(reason))) return 'key';
  const before = text.slice(Math.max(0, start - 120), start);
  const isNumber = NUMBER.test(text.slice(start, end));
  if ((isNumber && (CODE.test(before) || CODE_AFTER.test(text.slice(end, end + 50)))) || CODE.test(before.slice(-28))) return 'code';
  const line = text.slice(text.lastIndexOf('\n', text.lastIndexOf('\n', start) - 1) + 1, !text.includes('\n', end) ? undefined : text.indexOf('\n', end));
  if (USER_NAME.test(line) || ADDRESS.test(before)) return 'pair';
  return KEY.test(before.slice(-60)) ? 'key' : 'password';
}

function mayBeMentioned(text: string, match: PlacedMatch): boolean {
  return isOfEntry(text, match) || !NO_LOG_IN.test(text.slice(Math.max(0, match.start - 120), match.start));
}

function secretsIn(scan: Scan): readonly PlacedMatch[] {
  return scan.matches.filter(({ detector }) => detector === 'credentials');
}

/** A text with the subject above it, which the offsets of what was found in it count from 0 downwards. */
interface Page {
  readonly text: string;
  readonly lead: number;
}

function under(subject: string, text: string): Page {
  const above = aboveText(subject);
  return { text: above + text, lead: above.length };
}

/** A match by its place in the page. */
function onPage(match: PlacedMatch, { lead }: Page): PlacedMatch {
  return { ...match, start: match.start + lead, end: match.end + lead };
}

/** What the policy's own names for a secret lead to, by its place in the text. */
function namedSecrets(words: readonly string[], subject: string, text: string): readonly PlacedMatch[] {
  const { length } = aboveText(subject);
  const above = secretsAfter(words, subject).map((match) => ({ ...match, start: match.start - length, end: match.end - length, where: 'subject' }));
  return [...above, ...secretsAfter(words, text)];
}

/** What is in the sender's own words, and, for a mail that is passed on, in the thread below them: a reply's reader has that already. */
function secretsOf(wording: Wording, body: Body, subject: string, thread: Thread | undefined, words: readonly string[]): readonly Secret[] {
  const page = under(subject, body.newText);
  const found = secretsIn(wording.newText);
  // The subject of an answer or of what is passed on is somebody else's.
  const named = namedSecrets(words, thread === undefined || thread.kind === 'new' ? subject : '', body.newText);
  const covers = (match: PlacedMatch, { start }: PlacedMatch): boolean => match.start <= start && start < match.end;
  const further = named.filter((one) => !found.some((match) => covers(match, one)));
  // What the policy names itself counts like a password, whatever it opens.
  const kindOfOwn = (match: PlacedMatch): Kind => {
    const kind = kindOf(page.text, onPage(match, page));
    return kind === 'entry' && named.some((one) => covers(match, one)) ? 'password' : kind;
  };
  const own = [...found.filter((match) => mayBeMentioned(page.text, onPage(match, page))), ...further];
  const quoted = under(subject, body.quotedText);
  const below = thread?.kind === 'forward' ? secretsIn(wording.quotedText).filter((match) => mayBeMentioned(quoted.text, onPage(match, quoted))) : [];
  const inSubject = ({ start }: PlacedMatch): boolean => start < 0;
  return [
    ...own.map((match) => ({ match, place: inSubject(match) ? 'the subject' : match.where, where: `Message > ${match.where}`, kind: kindOfOwn(match), isInNewText: !inSubject(match) })),
    ...below.map((match) => ({
      match,
      place: inSubject(match) ? 'the subject' : `${match.where} of the email below`,
      where: `Thread below > ${match.where}`,
      kind: kindOf(quoted.text, onPage(match, quoted)),
      isInNewText: false,
    })),
  ];
}

/** A file that a password keeps shut; what opens with a key or a licence has none to give away. */
function lockedFile(contents: readonly AttachmentContent[]): AttachmentContent | undefined {
  return contents.find(({ attachment, inspection }) => attachment.kind !== 'link' && inspection.protection === 'protected' && /password/i.test(inspection.reason));
}

/** A password in another file of the same email. */
function secretInFile(contents: readonly AttachmentContent[]): Secret | undefined {
  for (const { attachment, scan } of contents) {
    const match = secretsIn(scan).find(({ level }) => level !== 'low');
    if (match !== undefined) return { match, place: `'${maskIdentifiers(attachment.name)}'`, where: `${maskIdentifiers(attachment.name)} > ${maskIdentifiers(match.where)}`, kind: 'password', isInNewText: false };
  }
  return undefined;
}

/** True for a mailbox of those who set up log-ins: a colleague the owner lists, or one whose name says so. */
function isIt(member: AudienceMember, listed: readonly string[], { organisation, school }: Pick<RuleContext, 'organisation' | 'school'>): boolean {
  if (member.class !== 'inside') return false;
  const contacts = [organisation.contacts['it'], school?.contacts['it']].filter((contact): contact is string => contact !== undefined && contact.includes('@'));
  return IT_NAME.test(member.address.slice(0, member.address.indexOf('@'))) || [...listed, ...contacts].some((pattern) => matchesAddress(pattern, member.address));
}

function evidenceOf(secrets: readonly Secret[], maxItems: number): readonly Evidence[] {
  return secrets.slice(0, maxItems).map(({ match, where, kind }) => ({ where, masked: `${WORDS_FOR[kind].replace(/^a /, '')} ${match.masked}`, count: secrets.length }));
}

/** How many places hold a secret, and where the further ones are, in a sentence: " See line 4 too." */
function furtherPlaces(told: readonly Secret[]): { readonly more: string; readonly count: number } {
  const [, ...further] = Array.from(new Set(told.map(({ place }) => place)));
  const shown = further.length > 2 ? `${further.length} more places` : further.join(' and ');
  return { more: shown && ` See ${shown} too.`, count: further.length + 1 };
}

/** Who is to have an account of their own, in the words of the email. */
function whoNeedsIt(body: Body): string {
  return /\bsupply\b/i.test(body.newText) ? 'the supply teacher' : 'whoever needs it';
}

export const credentials = defineRule({
  id: 'credentials',
  title: 'Password or log-in details',
  why: 'Whoever reads a password can use it, and an email is read in more places than it was sent to.',
  tips: {
    'with-file': {
      saw: "The password for '{file}' is in the same email as the file. Anyone who gets one gets both.{more}",
      advice: 'take the password out ({place}) and give it by phone.',
      brief: "The password for '{file}' is in the same email.",
      button: 'Remove password',
    },
    outside: {
      saw: '{place} looks like {what}, and this is going outside the Trust.{more}',
      advice: 'remove {count: it|them} and ask IT to set up an account for {person}. If you have sent it before, change the password today.',
      brief: '{place} looks like {what}.',
      button: 'Remove password',
    },
    inside: {
      saw: '{place} looks like {what}.{more}',
      advice: 'remove {count: it|them} and ask IT to set up an account for {person}. If the password is yours, change it today.',
      brief: '{place} looks like {what}.',
      button: 'Remove password',
    },
    pupil: {
      saw: '{place} looks like {what}, and a pupil can read it.{more}',
      advice: 'remove {count: it|them}. IT gives pupils their own log-ins.',
      brief: '{place} looks like {what}, and a pupil can read it.',
      button: 'Remove password',
    },
    code: {
      saw: '{place} looks like {what}.{more}',
      advice: 'remove {count: it|them}. A log-in code is for you alone, and IT never asks for it.',
      brief: '{place} looks like {what}.',
      button: 'Remove code',
    },
    entry: {
      saw: '{place} looks like {what}. People who do not work here will have it.{more}',
      advice: 'remove {count: it|them} and let them in yourself, or tell them by phone.',
      brief: '{place} looks like {what}.',
      button: 'Remove code',
    },
  },
  allowances: { file: 40, place: 36, what: 24, person: 20, more: 68 },
  situations: { 'with-file': 'justify', 'with-file-inside': 'warn', outside: 'justify', inside: 'warn', pupil: 'justify', code: 'warn', entry: 'warn' },
  appliesTo: ['message', 'appointment'],
  weight: 'serious',
  needs: ['audience', 'body', 'wording'],
  wants: ['contents', 'thread', 'subject'],
  options: v.strictObject({
    secretWords: wordsOption([], 50, 'Words before a secret', 'Your own names for a secret, such as “memorable word”: what follows one of them and “is”, “=” or a colon counts like a password.', 'T'),
    itAddresses: addressesOption(50, 'Those who set up log-ins', 'Addresses inside, beside mailboxes named as a help desk: a password for them alone is not mentioned.', 'S', 'addresses'),
  }),
  check: ({ audience, body, wording, contents, thread, subject }, options, context): readonly Finding<Situation>[] => {
    const others = audience.members.filter(({ isSender }) => !isSender);
    if (others.length === 0 || others.every((member) => isIt(member, options.itAddresses, context))) return [];
    const hasPupil = others.some((member) => member.class === 'pupil' || member.isPupilsOwn);
    const isInside = others.every((member) => member.class === 'inside');
    // A colleague needs the code of the door; that is no log-in of anybody's.
    const all = secretsOf(wording, body, subject ?? '', thread, options.secretWords).filter(({ kind }) => kind !== 'entry' || !isInside || hasPupil);
    const locked = lockedFile(contents ?? []);
    const forFile = locked === undefined ? undefined : (all.find(({ kind }) => kind === 'password') ?? secretInFile(contents ?? []));
    // Alone a weak sign says nothing; beside a locked file “password: sunshine” is its password.
    const sure = all.filter(({ match }) => match.level !== 'low');
    const secret = forFile ?? sure.find(({ kind }) => kind !== 'code' && kind !== 'entry') ?? sure[0];
    if (secret === undefined) return [];
    const told = [secret, ...sure.filter((other) => other !== secret)];
    const situation = situationOf(secret, forFile !== undefined, isInside, hasPupil);
    const places = told.filter(({ isInNewText }) => isInNewText).map(({ match: { start, end } }) => ({ start, end }));
    return [
      {
        situation,
        tip: situation === 'with-file-inside' ? 'with-file' : situation,
        values: {
          file: maskIdentifiers(locked?.attachment.name ?? ''),
          place: forFile === undefined ? capitalised(secret.place) : secret.place,
          what: WORDS_FOR[secret.kind],
          person: whoNeedsIt(body),
          ...furtherPlaces(told),
        },
        evidence: evidenceOf(told, context.evidence.maxItems),
        fixes: places.length === 0 ? [] : [{ do: 'remove-words', what: 'password', places }],
        concerns: ['credentials', ...(forFile === undefined ? [] : [`password:${locked?.attachment.id ?? ''}`])],
      },
    ];
  },
});

function situationOf(secret: Secret, isForFile: boolean, isInside: boolean, hasPupil: boolean): Situation {
  if (isForFile) return isInside ? 'with-file-inside' : 'with-file';
  if (secret.kind === 'code' || secret.kind === 'entry') return secret.kind;
  if (hasPupil) return 'pupil';
  return isInside ? 'inside' : 'outside';
}
