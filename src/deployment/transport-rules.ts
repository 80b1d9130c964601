import type { Policy } from '../domain';

/** A value in single quotes as PowerShell takes it. */
function quoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, (mark) => mark + mark)}'`;
}

const list = (values: readonly string[]): string => `@(${values.map(quoted).join(', ')})`;

/** Exchange compares the domain and all below it, so a star in front says nothing more. */
function domains(values: readonly string[]): readonly string[] {
  return [...new Set(values.map((value) => value.replace(/^\*\./, '').toLowerCase()))].sort();
}

interface Command {
  readonly comment: string;
  readonly lines: readonly string[];
}

/** One rule in audit mode: what it would do is written down, and no mail is touched before somebody says so. */
function rule(name: string, comment: string, clause: string, conditions: readonly string[]): Command {
  return {
    comment,
    lines: [`New-TransportRule -Name ${quoted(`Heed backstop: ${name}`)}`, '-FromScope InOrganization', ...conditions, '-SetAuditSeverity Medium -Mode Audit', `-Comments ${quoted(`Written by heed export transport-rules. ${clause}`)}`],
  };
}

/** Where the first clause that a rule upholds stands, for the words a sender gets back. */
function clauseFor(policy: Policy, ruleId: string): string {
  const [reference] = policy.rules[ruleId]?.clauses ?? [];
  if (reference === undefined) return policy.name;
  const document = Object.values(policy.documents).find(({ clauses }) => clauses[reference.id] !== undefined);
  return document === undefined ? policy.name : `${policy.name} policy ${document.version}, ${document.clauses[reference.id]?.section ?? reference.id}`;
}

function isOn(policy: Policy, ruleId: string): boolean {
  return policy.rules[ruleId]?.on === true;
}

/** The longest rule that Exchange takes, in characters (Microsoft: “Journal, transport, and inbox rule limits”). */
const LONGEST_RULE = 8192;

/** One of these letters: Exchange Online knows groups and strokes, and neither sets in square brackets nor counts in braces. */
const oneOf = (letters: string): string => `(${[...letters].join('|')})`;

const digits = (count: number): string => '\\d'.repeat(count);

/**
 * A number where no letter or digit touches it: inside a text, at its beginning, at its end. Of patterns Exchange Online documents only
 * \\d \\D \\s \\S \\w \\W | * ( ) ^ $ (Microsoft: “Regular expressions in mail flow rules in Exchange Online”).
 */
const apart = (number: string): readonly string[] => [`\\W${number}\\W`, `^${number}\\W`, `\\W${number}$`];

/** Numbers as Exchange's patterns can see them: a shape, without the check digit. It makes no difference between capitals and small letters. */
const NUMBERS: readonly (readonly [name: string, patterns: readonly string[], comment: string])[] = [
  ['pupil numbers', apart(`${oneOf('ABCDEFGHJKLMNPQRTUVWXYZ')}${digits(11)}\\w`), 'A UPN is a letter, eleven digits and one more. Exchange cannot work out its check letter, so it finds more than there is.'],
  ['national insurance numbers', apart(`${oneOf('ABCEGHJKLMNOPRSTWXYZ')}${oneOf('ABCEGHJKLMNPRSTWXYZ')}\\s*${[2, 2, 2].map((count) => `${digits(count)}\\s*`).join('')}${oneOf('ABCD')}`), 'Two letters, six digits, a letter.'],
  ['NHS numbers', apart([3, 3, 4].map(digits).join('\\s')), 'Ten digits in groups of three, three and four: telephone numbers look like that too.'],
];

function commands(policy: Policy, { personal, guarded }: KnownDomains): readonly Command[] {
  const { organisation } = policy;
  const all: Command[] = [];
  const partners = organisation.partners.map(({ domain }) => domain);
  const own = organisation.protectedCorrespondents.map((entry) => entry.slice(entry.indexOf('@') + 1));
  const exceptPartners = `-ExceptIfRecipientDomainIs ${list(domains([...partners, ...own, ...guarded]))}`;
  const exceptGuarded = `-ExceptIfRecipientDomainIs ${list(domains([...own, ...guarded]))}`;
  if (isOn(policy, 'sensitive-attachment') || isOn(policy, 'sensitive-body')) {
    const clause = clauseFor(policy, 'sensitive-attachment');
    for (const [name, patterns, comment] of NUMBERS) {
      all.push(rule(`${name} in the text`, comment, clause, ['-SentToScope NotInOrganization', `-SubjectOrBodyMatchesPatterns ${list(patterns)}`, exceptPartners]));
      all.push(rule(`${name} in a file`, 'The same, in files that Exchange can open.', clause, ['-SentToScope NotInOrganization', `-AttachmentMatchesPatterns ${list(patterns)}`, exceptPartners]));
    }
    all.push(rule('files it cannot open', 'What Exchange cannot look into, pictures among it.', clause, ['-SentToScope NotInOrganization', '-AttachmentIsUnsupported $true', exceptPartners]));
  }
  if (isOn(policy, 'personal-recipient')) {
    const providers = list(domains([...personal, ...organisation.personalDomains]));
    all.push(rule('a file to a personal mailbox', 'Consumer mail providers, by domain. Exchange cannot tell a parent who may have the file from a stranger.', clauseFor(policy, 'personal-recipient'), ['-AttachmentSizeOver 1KB', `-RecipientDomainIs ${providers}`, exceptGuarded]));
  }
  const staffLists = organisation.groups.filter(({ allStaff }) => allStaff).map(({ address }) => address);
  if (isOn(policy, 'all-staff') && staffLists.length > 0) {
    all.push(rule('everybody at once', 'The lists that reach all staff, as the pack has them.', clauseFor(policy, 'all-staff'), [`-AnyOfToCcHeader ${list(staffLists)}`]));
  }
  if (isOn(policy, 'large-attachment')) {
    all.push(rule('a very large email', 'By the size of the whole email.', clauseFor(policy, 'large-attachment'), ['-MessageSizeOver 20MB', exceptGuarded]));
  }
  return all;
}

/** What is said of a rule that Exchange would not take. */
function tooLong(command: readonly string[]): readonly string[] {
  const length = command.join(' ').length;
  return length <= LONGEST_RULE ? [] : [`# It has ${length} characters, and Exchange takes ${LONGEST_RULE}: shorten its lists, or make two rules of it.`];
}

/** Domains that Heed knows by itself: providers of personal mailboxes, and correspondents whose mail nobody looks at. */
export interface KnownDomains {
  readonly personal: readonly string[];
  readonly guarded: readonly string[];
}

/**
 * Example Exchange Online transport rules made from a policy: a backstop for phones and for every other way past the add-in.
 * They begin in audit mode.
 */
export function transportRules(given: Policy, known: KnownDomains): string {
  // A line break in a name would end the comment that it stands in.
  const policy = { ...given, name: given.name.replace(/\s+/g, ' '), version: given.version.replace(/\s+/g, ' ') };
  const made = commands(policy, known);
  const notMade = Object.keys(policy.rules).filter((id) => isOn(policy, id) && !['sensitive-attachment', 'sensitive-body', 'personal-recipient', 'all-staff', 'large-attachment'].includes(id)).sort();
  const lines = [
    `# Exchange Online transport rules for ${policy.name} ${policy.version}: a backstop behind Heed, not in its place.`,
    '#',
    '# Read this first:',
    '# - Every rule is in audit mode: it writes to the message trace and stops nothing. Look at a fortnight of it, then decide.',
    '#   Set-TransportRule -Identity NAME -Mode Enforce puts one in force; Disable-TransportRule takes it out.',
    '# - Mail to unions, regulators and whistleblowing lines is excepted by domain, as far as Heed and the pack know them. Exchange',
    '#   excepts a mail when one recipient is among them, and knows no single mailbox inside the trust: add yours, and have the data',
    '#   protection officer agree before you run this.',
    '# - They see the mail on the server: phones, scripts, Outlook without the add-in, mail merge.',
    '# - They cannot see who a file is about, how many people are in it, whether a password opens it, when the sender is at work,',
    '#   what the sender would have said, or anything inside an encrypted mail. They ask nothing and fix nothing.',
    `# - No rule stands for: ${notMade.length === 0 ? 'nothing that is on in this policy' : notMade.join(', ')}.`,
    '#',
    '# Rules of the same names may be there already, and then it stops at the first. Note which of them are in force, and take them out:',
    "#   Get-TransportRule | Where-Object Name -like 'Heed backstop:*' | Remove-TransportRule",
    '#',
    '# Needs: Install-Module ExchangeOnlineManagement; Connect-ExchangeOnline; the role "Transport Rules".',
    '# To tell personal numbers by their check digits takes Microsoft Purview, which is another licence.',
    '',
    "$ErrorActionPreference = 'Stop'",
    '',
    ...made.flatMap(({ comment, lines: command }) => [`# ${comment}`, ...tooLong(command), command.join(' `\n  '), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
