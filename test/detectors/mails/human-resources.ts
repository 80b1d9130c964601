import { holds, says } from './mail-writer';
import type { SchoolMail } from './mail-writer';

export const humanResources: readonly SchoolMail[] = [
  holds('HR', 'a new starter for payroll', (w) => `New starter details\n\nName: Bronwen Pugh\nDOB: ${w.value('date-of-birth', '9 Jan 1988')}\nNI: ${w.nino(' ')}\nSort code: ${w.value('bank-account', '08-99-99')}\nAccount no: ${w.value('bank-account', '66374958')}\nStart date: 01/01/2027`, 1),
  holds('HR', 'bank details over two lines in prose', (w) => `Hi, Bronwen Pugh's new account is\nsort code ${w.value('bank-account', '089999')}\naccount number ${w.value('bank-account', '66374958')}\nThanks`),
  holds('HR', 'a NINO in small letters', (w) => `her nino is ${w.value('nino', 'jk 12 45 73 b')}, can you add it? Name's Bronwen Pugh`),
  holds('HR', 'sickness by name', (w) => `Absence review Tuesday: Graham Tilley has been ${w.special('off sick with depression')} since half term; fit note ends 30/11.`),
  holds('HR', 'a disciplinary', (w) => `Confidential. Denise Fowler's ${w.special('disciplinary hearing')} is on the 9th at 2pm with Chair of Governors.`),
  holds('HR', 'a settlement', (w) => `Draft ${w.special('settlement agreement')} for Karl Jessop attached for your comments before it goes to his solicitor.`),
  holds('HR', 'a teacher reference number', (w) => `Teacher ref no: ${w.value('trn', '2134567')} for Bronwen Pugh, QTS confirmed.`),
  holds('HR', 'a TRN with a slash', (w) => `Prohibition check done for Bronwen Pugh, TRN ${w.value('trn', '21/34567')}.`),
  holds('HR', 'a passport for right to work', (w) => `Right to work: Ana Ferreira, passport number ${w.value('passport', '533401372')}, expires 2031.`),
  holds('HR', 'a driving licence for the minibus', (w) => `D1 check please. Licence ${w.value('driving-licence', 'PUGHB851098B99IJ')} (Bronwen Pugh).`),
  holds('HR', 'a salary', (w) => `Pay review: Denise Fowler moves from ${'M4'} to M5, ${w.special('salary')} £38,330 from September.`),
  holds('HR', 'a payroll table', (w) => `Name, NI Number, Salary, Sick days\nBronwen Pugh, ${w.nino()}, ${w.special('38330')}, 2\nKarl Jessop, ${w.nino()}, ${w.special('31450')}, 14\nDenise Fowler, ${w.nino()}, ${w.special('42100')}, 0`, 3),
  holds('HR', 'occupational health', (w) => `${w.special('Occupational health')} referral for Graham Tilley: stress and a bad back, please see the two questions below.`),
  holds('HR', 'a UTR from a contractor', (w) => `For IR35 I need your UTR. Mine is ${w.utr(' ')} says Paul Ridge of Ridge Coaching.`),
  says('HR', 'a vacancy', 'Midday supervisor, 7.5 hours a week, Grade 2 (£12.60 an hour), term time only. Closing date 11 December. An enhanced DBS check is required. Ref OAK/2026/0417.'),
  says('HR', 'the sickness policy', 'Reminder: call the absence line (01632 960 140) before 7:15. From day 8 a fit note is needed. Stage 1 is triggered by three absences in a term; a return to work interview follows every absence.'),
  says('HR', 'a pay date', 'December pay day is Friday 18 December. Claims in by noon on the 4th please. Payroll reference 4471902.'),
  says('HR', 'an invitation to a union meeting', 'The branch meeting is on Thursday at 3:45 in the library. All members welcome, cake provided.'),
  says('HR', 'a supply agency', 'Please find timesheets for w/c 16/11/26, PO 4500123456, cost code 08-14-22, nominal 66374958. Two staff, 9 days.'),
];
