import type { AnyRule, Policy, TipValue } from '../../domain';
import { placeholdersIn } from '../../text';

/** What may stand in a place of a message, and what the place is. */
type Sample = readonly [value: string | number, meaning: string];

/** By the place, or by rule and place where rules put different things there. */
const SAMPLES: { readonly [place: string]: Sample } = {
  file: ['Y5 support list.xlsx', 'the file’s name'],
  what: ['14 pupils’ SEN needs', 'what was found'],
  What: ['14 pupils’ SEN needs', 'what was found, at the start of a sentence'],
  recipient: ['a Gmail address', 'who would get it'],
  path: ['Trip.zip > Y5 support list.xlsx', 'where it lies'],
  example: [', such as one date', 'an example of how little is enough'],
  name: ['Sam Ward', 'the name it is signed with'],
  tag: ['[encrypt]', 'the tag in the subject'],
  more: ['', 'how many more there are; often empty'],
  place: ['Line 2', 'where it stands'],
  count: [58, 'how many'],
  person: ['Dee Marlow', 'the person'],
  address: ['k.example.parent@gmail.com', 'the address'],
  looks: ['looks like', '“is” or “looks like”'],
  anyway: ['choose Send Anyway', 'how to send all the same'],
  Anyway: ['Choose Send Anyway', 'how to send all the same, at the start of a sentence'],
  files: [1, 'how many files'],
  pupils: [1, 'how many pupils'],
  phone: ['the school office', 'whom to use instead'],
  lead: ['your DSL', 'the safeguarding lead'],
  fields: ['To', 'To, Cc, or both'],
  from: ['head@oakfield.example', 'the address it comes from'],
  asker: ['the head', 'who may have asked for it'],
  domain: ['oakfeild.example', 'the domain that is odd'],
  known: ['oakfield.example', 'the domain it looks like'],
  to: ['office@elsewhere.example', 'where the answer goes'],
  mark: ['EXTERNAL', 'what the email is marked with'],
  list: ['Oakfield All Staff', 'the list it goes to'],
  size: [58, 'how many people are on it'],
  bulletin: ['the staff bulletin', 'the other way to reach all staff'],
  times: [3, 'how often'],
  people: [24, 'how many people'],
  host: ['files.example', 'the file service'],
  suggestion: ['Open evening rota', 'a subject that would fit'],
  subject: ['RE:', 'the subject as it is'],
  words: ['attached', 'the words that were seen'],
  time: ['21:40', 'the time of sending'],
  start: ['07:30', 'when the day starts'],
  end: ['18:00', 'when the day ends'],
  next: ['07:30 tomorrow', 'when the next working day starts'],
  nextTime: ['07:30', 'the next start, shorter'],
  startTime: ['07:30', 'the next start, as a time'],
  later: ['at 07:30 tomorrow', 'when to send it instead'],
  kind: ['a song', 'what kind of file it is'],
  'sensitive-attachment.name': ['SEN register.xlsx', 'the name inside the file'],
  'sensitive-body.what': ['a pupil’s health details', 'what was found'],
  'sensitive-body.recipient': ['an outside address', 'who would get it'],
  'credentials.what': ['a password', 'what was found'],
  'credentials.file': ['Case bundle.zip', 'the file’s name'],
  'credentials.count': [1, 'how many'],
  'credentials.person': ['them', 'who needs the account'],
  'credentials.more': ['', 'where else it stands; often empty'],
  'own-personal-account.address': ['dee.marlow@gmail.com', 'the address'],
  'own-personal-account.count': [1, 'how many'],
  'pupil-contact.what': ['your own phone number', 'what was found'],
  'pupil-contact.count': [1, 'how many details'],
  'pupil-contact.address': ['billy.example@gmail.com', 'the address'],
  'personal-recipient.count': [3, 'how many'],
  'new-domain-on-reply.address': ['office@elsewhere.example', 'the address'],
  'new-domain-on-reply.count': [2, 'how many'],
  'executable-attachment.file': ['Tool.zip', 'the file’s name'],
  'executable-attachment.what': ['a program', 'what it is'],
  'executable-attachment.path': ['Tool.zip > setup.exe', 'where it lies'],
  'suspicious-reply.from': ['office@oakfeild.example', 'who it came from'],
  'large-attachment.size': [38, 'how many megabytes'],
  'out-of-hours.whom': ['1 colleague', 'how many colleagues, or people of a list'],
  'unapproved-file-share.count': [1, 'how many links'],
  'media-file.file': ['Track 03.mp3', 'the file’s name'],
};

function sampleOf(rule: string, place: string): Sample | undefined {
  return SAMPLES[`${rule}.${place}`] ?? SAMPLES[place];
}

/** Working hours of a Wednesday, where the policy has them. */
function hoursOf(policy: Policy): { readonly [place: string]: string } {
  const day: unknown = policy.organisation.hours.wed;
  return Array.isArray(day) ? { start: String(day[0]), end: String(day[1]), nextTime: String(day[0]), startTime: String(day[0]), next: `${String(day[0])} tomorrow`, later: `at ${String(day[0])} tomorrow` } : {};
}

/** What an ordinary draft may put into some texts of a rule, to show a message as a sender could meet it. */
export function sampleValues(rule: AnyRule, policy: Policy, templates: readonly (string | null | undefined)[]): { readonly [name: string]: TipValue } {
  const hours = rule.id === 'out-of-hours' ? hoursOf(policy) : {};
  return Object.fromEntries(placeholdersIn(templates.map((template) => template ?? '').join(' ')).map((place) => [place, hours[place] ?? sampleOf(rule.id, place)?.[0] ?? '']));
}

/** A place that a message may name. */
export interface Placeholder {
  /** As it is written in the words: `{list}`, or `{size: # person|# people}` where the number decides. */
  readonly written: string;
  readonly meaning: string;
}

/** The places a message of a rule has, as Heed's own words write them. */
export function placeholdersOf(rule: AnyRule, tip: string): readonly Placeholder[] {
  const words = rule.tips[tip];
  const all = [words?.saw, words?.advice, words?.brief, words?.note].map((each) => each ?? '').join(' ');
  const written = all.match(/\{\w+(?::[^}]*)?\}/g) ?? [];
  return placeholdersIn(all).map((place) => ({ written: written.find((each) => each.startsWith(`{${place}}`) || each.startsWith(`{${place}:`)) ?? `{${place}}`, meaning: sampleOf(rule.id, place)?.[1] ?? place }));
}
