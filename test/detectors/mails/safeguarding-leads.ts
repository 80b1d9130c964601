import { holds, says } from './mail-writer';
import type { SchoolMail } from './mail-writer';

export const safeguardingLeads: readonly SchoolMail[] = [
  holds('safeguarding lead', 'a referral to MASH', (w) => `Referral to MASH\n\nChild: Tyler Booth, ${w.value('date-of-birth', '02/11/2013')}\nConcern: ${w.special('Neglect')}, arrives hungry and unwashed. Mum has a history of domestic abuse with a former partner.`, 1),
  holds('safeguarding lead', 'a case conference', (w) => `ICPC for Tyler and Amber Booth moved to 10am. Both ${w.special('remain on a child protection plan')} under neglect.`),
  holds('safeguarding lead', 'a strategy meeting', (w) => `Confirming the ${w.special('strategy meeting')} for Kayleigh Marsh, Monday 2pm by Teams. Police will attend.`),
  holds('safeguarding lead', 'a CPOMS summary', (w) => `Summary for social care. Kayleigh Marsh ${w.special('disclosed')} to her form tutor that an older man has been sending her pictures. She is 13. ${w.special('CSE')} screening tool attached separately.`),
  holds('safeguarding lead', 'a looked-after child', (w) => `PEP meeting: Reece Nolan ${w.special('is a looked after child')} placed with carers in Hull since August. Social worker Ms Bright.`),
  holds('safeguarding lead', 'Operation Encompass', (w) => `${w.special('Operation Encompass')} call this morning for Ella Finch, Y2. Please keep an eye on her today.`),
  holds('safeguarding lead', 'a Prevent referral', (w) => `We have made a ${w.special('Prevent referral')} about Dominic Shaw after what he posted online.`),
  holds('safeguarding lead', 'a young carer', (w) => `Amelie Grant ${w.special('is a young carer')} for her dad, who is terminally ill. Please don't chase homework.`),
  holds('safeguarding lead', 'an allegation about staff', (w) => `LADO contacted. The ${w.special('allegation')} against Mr P Dunn by a Y8 pupil is being investigated; he is not to be on site.`),
  says('safeguarding lead', 'a training reminder', 'All staff must complete the KCSIE Part 1 quiz and the Prevent and FGM modules by 30 September. If you have a concern about a child, log it on CPOMS and tell a DSL the same day; call MASH on 01632 960 555 out of hours.'),
  says('safeguarding lead', 'a policy on disclosures', 'If a child discloses abuse, listen, do not promise confidentiality, and report it to the DSL. A child in need plan or a child protection plan may follow a section 47 enquiry.'),
  says('safeguarding lead', 'a poster', 'Worried about a friend who self-harms? Talk to someone you trust, or call Childline on 0800 1111.'),
  says('safeguarding lead', 'minutes of a network', 'DSL network minutes. Apologies: Sarah Green, Tom Hall. 1. Contextual safeguarding update. 2. CSE and county lines: police briefing. 3. Early help thresholds. 4. AOB: next meeting 5 March, Haven Centre, HU3 2AB.'),
];
