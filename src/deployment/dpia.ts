import type { Policy } from '../domain';
import { rulesInWords } from './rules-in-words';
import type { RuleWords } from './rules-in-words';

function orBlank(text: string | undefined): string {
  return text === undefined || text === '' ? '______' : text;
}

/**
 * A data protection impact assessment to begin with, in Markdown, filled with what the policy says. What only the trust
 * can know is a blank line.
 */
export function dpia(policy: Policy, titles: readonly RuleWords[]): string {
  const { organisation } = policy;
  const documents = Object.values(policy.documents);
  const kept = policy.audit.level;
  const lines = [
    `# Data protection impact assessment: Heed at ${policy.name}`,
    '',
    '*A template. Blanks are for the trust to fill; the data protection officer signs it before Heed leaves monitor-only.*',
    '',
    `Reference ______ · Written by ______ · Date ______ · Policy in Heed: ${policy.name} ${policy.version}`,
    '',
    '## 1. What is done, and why',
    '',
    'When a member of staff presses Send in Outlook, Heed looks at the draft on that person’s own computer: recipients, subject, text,',
    'attachments and the time. It compares them with the trust’s own policy. When something stands against it, one dialog says what',
    'was found and quotes the clause. Nothing of the mail leaves the computer.',
    '',
    `The purpose is to keep personal data from reaching the wrong people (${documents.map(({ title, version }) => `${title}, ${version}`).join('; ') || '______'}).`,
    '',
    'What it looks for:',
    '',
    ...rulesInWords(policy, titles).map((line) => `- ${line}`),
    '',
    '## 2. Whose data, which data',
    '',
    '- Staff who send mail: while the draft is checked. Pupils, parents, staff and others who are written about: what stands in the draft.',
    '- Special categories may stand in a draft (health, SEND, safeguarding). They are looked for so that they are protected.',
    `- Kept afterwards: ${kept === 'none' ? 'nothing' : kept === 'totals' ? 'at most totals by rule, without anybody’s name' : `event rows without content, for ${policy.audit.retentionDays} days`}. Never: subject, text, addresses, file names, what was found, time to click.`,
    '- With the draft, while it is open: a reason that its sender gave, and what its files held, masked.',
    '- In the sender’s browser: digests of what was answered, for ten minutes, a count of the day’s boxes, and the trust’s signed policy.',
    '- In the sender’s own mailbox: what they told Heed of themself (own addresses, family, hours), until they take it back.',
    '- In the log of the trust’s web server, as of any: that a device asked for a file, from which address and when. No file is named for a mail. Kept for ______ days.',
    '',
    '## 3. Lawful basis and fairness',
    '',
    '- Lawful basis: ______ (commonly: a task in the public interest, UK GDPR article 6(1)(e); security of processing, article 32).',
    '- Condition for special categories: ______ (commonly: substantial public interest, safeguarding; Data Protection Act 2018, schedule 1).',
    '- It is monitoring of workers, also in monitor-only (ICO, Monitoring workers, 2023). Staff are told first: date of the notice ______.',
    '- Trade unions were consulted on ______; what they said: ______.',
    '- The least intrusive means: it runs on the sender’s machine, stops only for what the policy names, and reports nobody to anybody.',
    '',
    '## 4. Risks, and what is done about them',
    '',
    '| risk | what is done | left over |',
    '|---|---|---|',
    '| A disclosure in the public interest, or a member writing to a union, is looked at | Mail to protected correspondents alone is not looked at and leaves no trace; the list cannot be shortened below Heed’s own | ______ |',
    `| A correspondent is missing from the list | The trust’s own are added to it (now ${organisation.protectedCorrespondents.length}) | ______ |`,
    '| A warning is wrong, and people learn to click it away | It is tried out in monitor-only, then 5, 25, 50 and 100 per cent; a reason “wrong match” is offered | ______ |',
    '| Heed is silent, and people think they are safe | What could not be checked is said; phones and other gaps are in the staff notice | ______ |',
    '| Safeguarding is held up | “A child is at risk now” sends at once, whatever is found below a block; a safeguarding lead is never asked for a reason | ______ |',
    '| Working hours become watched | Nothing is kept by person about hours | none |',
    '| Somebody changes the policy on the server | Clients take up only what is signed with the trust’s key, and never an older one | loss of the key: ______ |',
    '',
    '## 5. Rights, sharing, deletion',
    '',
    `- No processor and no transfer: the trust’s own web server hands out files; Microsoft 365 is processor already. Kept data: ${kept}.`,
    `- Questions and objections: ${orBlank(organisation.contacts['dpo'])} (data protection officer).`,
    '',
    '## 6. Decision',
    '',
    '| | name of the role | date | |',
    '|---|---|---|---|',
    '| Assessed by | ______ | ______ | |',
    '| Data protection officer’s advice | ______ | ______ | |',
    '| Authorised by (minute) | ______ | ______ | |',
    '| To be looked at again on | ______ | | at the latest in a year, or before severity rises or more is kept |',
    '',
    'Before Heed leaves monitor-only, `publish.html` (and `heed policy sign`) asks for the role, the day and the minute, the reference of this assessment, and the day staff were told.',
  ];
  return `${lines.join('\n')}\n`;
}
