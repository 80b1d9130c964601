import { holds, says } from './mail-writer';
import type { SchoolMail } from './mail-writer';

export const governors: readonly SchoolMail[] = [
  holds('governor', 'an exclusion panel', (w) => `Panel on the 12th to consider the ${w.special('permanent exclusion')} of Jordan Pike. Papers are in GovernorHub.`),
  holds('governor', 'a complaint with a name', (w) => `Confidential: the complaint is from the mother of Zac Lowe, who ${w.special('has ADHD')} and was restrained twice.`),
  holds('governor', 'a staff grievance', (w) => `The Chair has received a ${w.special('grievance')} from Denise Fowler against the Head.`),
  says('governor', 'minutes', "Minutes of the LGB, 18 November 2026. Present: Helen Marsh (Chair), Raj Patel, Dr Ann Lowe, Tim Booth (Head). The Head reported 3 suspensions and no permanent exclusions this term. SEND: 61 pupils at SEN support. Safeguarding: audit complete. Pupil premium strategy approved. Next meeting 3 February 2027."),
  says('governor', 'the risk register', 'R7 Safeguarding: likelihood 2, impact 5. R8 Budget deficit. R9 Exclusions rising. Actions with named leads by 31/01/2027.'),
  says('governor', 'an agenda', '1 Apologies 2 Declarations 3 Minutes of 16/09/2026 4 Head’s report (attendance, behaviour, exclusions, SEND, safeguarding) 5 Finance: carry-forward £41,220 6 Policies: medical needs, looked-after children 7 AOB'),
  says('governor', 'a skills audit', 'Please fill in the skills audit: finance, HR, safeguarding, SEND, health and safety. Score 1 to 5. Return to clerk@oakfield.example.'),
  says('governor', 'an inspection', 'URN 141234, inspection number 10254321. Ofsted arrived at 8:05. Lead inspector will want the SCR, behaviour log and the list of pupils with EHCPs on site (not by email).'),
];
