import { holds, says } from './mail-writer';
import type { SchoolMail } from './mail-writer';

export const sencos: readonly SchoolMail[] = [
  holds('SENCO', 'a referral with everything', (w) => `Dear Dr Amin\n\nRe: Daisy Holt, DOB ${w.value('date-of-birth', '14.03.2015')}, NHS No. ${w.nhs(' ')}\n\nDaisy ${w.special('has an EHCP')} for speech and language needs. She is known to CAMHS.\n\nWith thanks\nR Moss, SENCO`, 1),
  holds('SENCO', 'a table pasted from a sheet', (w) => `Hi Sue, the list you wanted:\n\nSurname\tForename\tYear\tSEN Status\tPrimary Need\nHolt\tDaisy\t5\t${w.special('E')}\tSLCN\nPatel\tJay\t5\t${w.special('K')}\tASD\nO'Brien\tFinn\t6\t${w.special('K')}\tSEMH\nZhang\tLi\t6\t${w.special('E')}\tHI\n\nR`, 4),
  holds('SENCO', 'a table with bars', (w) => `| Pupil | Need | Provision |\n|---|---|---|\n| Daisy Holt | ${w.special('Autism')} | 1:1 mornings |\n| Jay Patel | ${w.special('Dyspraxia')} | OT fortnightly |\n| Finn Doyle | ${w.special('Hearing impairment')} | radio aid |`, 3),
  holds('SENCO', 'a form filled in', (w) => `Request for EP involvement\n\nChild's name: Daisy Holt\nDate of birth: ${w.value('date-of-birth', '14 March 2015')}\nUPN: ${w.upn()}\nDiagnosis: ${w.special('Autism spectrum disorder')}\nMedication: ${w.special('Melatonin at night')}\nParental consent: Yes`, 1),
  holds('SENCO', 'a list in a letter to the local authority', (w) => `Please note the annual reviews due this half term: Daisy Holt (UPN ${w.upn()}), Jay Patel (UPN ${w.upn()}) and Finn Doyle (UPN ${w.upn()}).`, 3),
  holds('SENCO', 'access arrangements', (w) => `Exams: Rosie Quinn ${w.special('has dyslexia')} and gets 25% extra time; her candidate number is 4021.`),
  holds('SENCO', 'a temporary UPN', (w) => `The new starter has no UPN yet. Her temporary UPN is ${w.temporaryUpn()}, please use that in the CTF.`),
  holds('SENCO', 'a former UPN', (w) => `Former UPN ${w.upn()} - now replaced. Could you merge the two records?`),
  holds('SENCO', 'a medical plan in short lines', (w) => `Pupil: Harvey Stone\nClass: 3B\nCondition: ${w.special('Severe nut allergy')}\nWhat to do: EpiPen, then 999\nParents: 07700 900417`),
  says('SENCO', 'an empty form', "Individual healthcare plan\n\nChild's name: ____________\nDate of birth: __/__/____\nUPN:\nDiagnosis:\nMedication:\nAllergies (please list):\nParent signature: ............"),
  says('SENCO', 'training on autism', 'Twilight on Wednesday: Autism in girls, led by the ASD outreach team. Room 12, 3:30. We will look at masking, anxiety and how pupils with an EHCP can be supported in lessons.'),
  says('SENCO', 'a policy quoted', '“Pupils at SEN support (K) and those with an EHCP (E) are reviewed termly. Where a pupil has a medical condition, an individual healthcare plan is drawn up with parents.” SEND policy 2026, section 4.'),
  says('SENCO', 'numbers of needs', 'Governors asked for the breakdown: 14 EHCP, 61 SEN support, of whom ASD 18, SEMH 22, SLCN 16, MLD 5. FSM 31 per cent, LAC 3.'),
  says('SENCO', 'a job advert', 'We are looking for a teaching assistant to work with pupils with autism and ADHD in our resource base. Experience of speech and language programmes an advantage. Apply to hr@oakfield.example by 4 December.'),
  says('SENCO', 'a meeting invitation without people', 'EHCP annual review paperwork must be with the local authority within two weeks of each meeting. SENCO network: Thursday 1pm, https://teams.example/l/meetup-join/19%3ameeting_9991000003'),
];
