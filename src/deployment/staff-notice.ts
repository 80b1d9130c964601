import type { Policy, School } from '../domain';
import { rulesInWords } from './rules-in-words';
import type { RuleWords } from './rules-in-words';

const ROLES: { readonly [role: string]: string } = { dpo: 'Data protection officer', it: 'IT Services', hr: 'HR Department', dsl: 'Safeguarding lead', head: 'Headteacher' };

/**
 * What staff are told before Heed speaks to anybody, in Markdown, filled with what the policy says: to those of one school
 * under its own name and with its own contacts, or to those of the trust for null.
 */
export function staffNotice(policy: Policy, titles: readonly RuleWords[], school: School | null): string {
  const { organisation, audit } = policy;
  const contacts = Object.entries({ ...organisation.contacts, ...school?.contacts }).map(([role, contact]) => `- ${ROLES[role] ?? role}: ${contact}`);
  const documents = Object.values(policy.documents).map(({ title, version, liveUrl }) => `“${title}”, ${version}${liveUrl === null ? '' : ` (${liveUrl})`}`);
  const lines = [
    `# A second look before an email goes: Heed at ${school?.name ?? policy.name}`,
    '',
    'From ______ Heed looks at your email when you press Send in Outlook. It is there to catch a slip: the wrong file, a missing',
    'password, a list of pupils to a private address.',
    '',
    '## What you see',
    '',
    'Most of the time nothing. Otherwise one short box: what was found, which clause it is about, and a button that helps you put it',
    'right. Unless the trust has said that an email cannot go, you decide.',
    '',
    '## What it looks for',
    '',
    ...rulesInWords(policy, titles).map((line) => `- ${line}`),
    '',
    `The clauses are from ${documents.join(' and ') || 'the trust’s policy, ______'}.`,
    '',
    '## What happens to your email',
    '',
    '- Heed reads the draft on your own computer. Nothing about it leaves your computer, and nobody is told.',
    `- ${audit.level === 'none' ? 'Nothing is counted.' : audit.level === 'totals' ? 'At most, totals are counted: how often a rule spoke, never for whom.' : `What is kept has no names and no content, and is deleted after ${audit.retentionDays} days.`}`,
    '- A reason you give stays with the draft until it is sent.',
    '- **An email to a union, a regulator or a whistleblowing line alone is not looked at at all.** Nothing is shown, counted or kept.',
    '- Heed keeps no record of when anybody works.',
    '',
    '## Where it does not look',
    '',
    '- Outlook on phones and tablets, other mail programs, and “Send to” from a folder while Outlook is closed: there you take the second look yourself.',
    '- Meetings sent from the small form of the calendar on the web.',
    '- Pictures and scans: Heed cannot read what is in them, and says so.',
    '- A file with a password: that is what the policy asks for. Heed does not open it.',
    '',
    '## If a child is at risk now',
    '',
    'Choose “A child is at risk now”, and the email goes at once, unless Heed says that it can’t be sent at all. Data protection never stands in the way of keeping a child safe.',
    '',
    '## Whom to ask',
    '',
    ...(contacts.length === 0 ? ['- ______'] : contacts),
    '- If Heed is wrong, say so there, or choose “wrong match” as your reason.',
    '',
    `This notice was given on ______. Unions were consulted on ______. The impact assessment is ______. Policy: ${policy.name} ${policy.version}.`,
  ];
  return `${lines.join('\n')}\n`;
}
