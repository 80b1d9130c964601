import { humanised } from './labels';

/** What each situation of each rule is, for somebody who has never seen its name. A rule that is new shows the name. */
const SITUATIONS: { readonly [rule: string]: { readonly [situation: string]: string } } = {
  'sensitive-attachment': {
    outside: 'To an outside or personal address',
    partner: 'To a trusted partner',
    inside: 'To colleagues',
    'name-only': 'Only the file’s name sounds sensitive',
    unread: 'The file could not be read',
    picture: 'A picture whose words cannot be read',
    tagged: 'The subject has a tag that a gateway encrypts on',
  },
  'sensitive-body': {
    personal: 'To a personal mailbox',
    'several-outside': 'About two or more people, to an outside address',
    'one-outside': 'About one person, to an outside address',
    partner: 'To a trusted partner',
    inside: 'To colleagues',
  },
  credentials: {
    'with-file': 'A password in the same email as the file it opens, to outside',
    'with-file-inside': 'A password in the same email as the file it opens, to colleagues',
    outside: 'A password or log-in, to outside',
    inside: 'A password or log-in, to colleagues',
    pupil: 'A pupil’s log-in',
    code: 'A one-time code',
  },
  'own-personal-account': {
    bulk: 'Many people’s details',
    'with-sensitive': 'Somebody’s sensitive details',
    work: 'Work, without such details',
    plain: 'Nothing that looks like work',
    'replies-there': 'Answers are sent to the personal account',
  },
  'pupil-contact': { details: 'A personal number, address or name is given', 'own-address': 'To a pupil’s own address', invitation: 'A pupil is invited to a meeting' },
  'external-bulk-cc': { visible: 'Many outside addresses see each other', 'sensitive-group': 'Being on the list tells something by itself' },
  'send-as': { from: 'From a mailbox the person is not on record for', 'sign-off': 'Signed with another name' },
  'personal-recipient': { 'with-sensitive': 'With sensitive details', 'with-file': 'With a file', plain: 'With neither' },
  'lookalike-domain': { own: 'Nearly one of ours', partner: 'Nearly a partner’s', personal: 'Nearly a known mail service' },
  'new-domain-on-reply': { added: 'Somebody outside is added' },
  'suspicious-reply': { 'answers-elsewhere': 'The answer goes to another place', lookalike: 'The sender’s address is nearly one you know', marked: 'The email was marked as suspicious' },
  'all-staff': { list: 'A list for all staff', many: 'Many colleagues, written one by one', reply: 'A reply to everyone' },
  'wrong-list': { 'parents-list': 'Words for staff, on a list of parents', 'staff-list': 'Words for parents, on a list of staff' },
  'inappropriate-language': { threat: 'A threat', slur: 'A slur', explicit: 'Explicit words', abuse: 'Abusive words', gambling: 'Gambling' },
  'chain-mail': { chain: 'It asks to be passed on', 'passed-on': 'Passed on many times already' },
  'unapproved-file-share': { link: 'A link to a service that is not approved' },
  'executable-attachment': { program: 'A program', macros: 'A document with macros' },
  'missing-subject': { blank: 'The subject is blank', 'prefix-only': 'Nothing but “RE:” or “FW:”', placeholder: 'A word that says nothing, such as “hello”' },
  'forgotten-attachment': { missing: 'A file is spoken of, and none is there' },
  'large-attachment': { total: 'Large files', reach: 'Large files, to many people' },
  'out-of-hours': { colleagues: 'To colleagues', 'outside-urgent': 'To outside, with urgent words', outside: 'To outside', 'own-hours': 'Outside the sender’s own hours', holiday: 'In the school holidays' },
  'media-file': { published: 'Somebody’s published work' },
};

export function situationWords(rule: string, situation: string): string {
  return SITUATIONS[rule]?.[situation] ?? humanised(situation);
}

/** True when the situation has words of its own here. */
export function isWorded(rule: string, situation: string): boolean {
  return SITUATIONS[rule]?.[situation] !== undefined;
}
