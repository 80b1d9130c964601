import { holds, says } from './mail-writer';
import type { SchoolMail } from './mail-writer';

export const teachers: readonly SchoolMail[] = [
  holds('teacher', 'a diagnosis in passing', (w) => `Hi Jo,\n\nJust a heads up before tomorrow's trip: Callum Reeve ${w.special('has type 1 diabetes')} and his mum says he'll need a snack at 11.\n\nThanks,\nMel`),
  holds('teacher', 'an inhaler list in prose', (w) => `Evening all\n\nInhalers for Friday: Priya Nair and Tom Ashby both ${w.special('have asthma')}. Everyone else is fine.\n\nBeth`),
  holds('teacher', 'a first name and an EHCP', (w) => `Dear Mr Osei,\n\nThank you for coming in. As discussed Kofi's ${w.special('EHCP')} review will be on the 14th and we will talk about his transition to Year 7.\n\nMrs R Lane\nYear 6`),
  holds('teacher', 'a concern told at break', (w) => `DSL team,\n\nAt break Lacey Trent told me that her stepdad ${w.special('hits her')}. I have not asked any questions. Please can someone see her before home time.\n\nSent from my phone`),
  holds('teacher', 'a pupil by initials', (w) => `Hi both, can we move JT in Year 9 out of set 3? He is ${w.special('on the SEN register')} for SEMH and the group is too much for him.`),
  holds('teacher', 'a report in two sentences', (w) => `Morning. I saw Hannah Prior in reception. She ${w.special('has been self-harming')} again and her parents don't know. What shall I do?`),
  holds('teacher', 'exclusion told to a parent of another child', (w) => `Dear Mrs Bell,\nI can't say much, but Jordan Pike was ${w.special('excluded')} for three days for what happened to your son.\nMr Hale`),
  holds('teacher', 'pupil premium by name', (w) => `Sorry, forgot: Mia Dunne and Owen Clay ${w.special('are pupil premium')} so the trip is free for them.`),
  holds('teacher', 'a list of children with needs', (w) => `5H needs for cover:\n- Ayaan Malik: ${w.special('ASD')}, needs visual timetable\n- Ellie Frost: ${w.special('dyslexia')}, blue overlay\n- Sam Obi: ${w.special('epilepsy')}, see care plan\nWork is on my desk.`),
  says('teacher', 'a lesson plan on asthma', 'Hi all\n\nYear 8 science next week: the lungs. Objectives: explain what asthma does to the airways; describe how an inhaler works; recall that about 1 in 11 children has asthma. Resources in the shared area.\n\nMel'),
  says('teacher', 'an RSE lesson plan', "RSE Year 10 lesson 4\n\nStarter: myths about pregnancy and contraception.\nMain: students discuss a scenario in which Alex and Sam think about having sex for the first time. What does consent mean? What if one of them is gay and not ready to come out?\nPlenary: where to get help (Childline 0800 1111, school nurse)."),
  says('teacher', 'grades without names', 'Set 2 mock results: 7 6 6 5 5 5 4 4 4 3 3 2. Mean 4.5. Two below target, intervention on Thursdays in room 214.'),
  says('teacher', 'a trip letter', "Dear Parents and Carers,\n\nOn Friday 17 July Year 4 will visit Deep Dale Farm, Mill Lane, LN4 2XX. The cost is £14.50; if your child receives free school meals the trip is free. Please tell the office about any medical conditions, allergies or medication and send inhalers in a named bag. Reply by 3 July using ParentPay reference 20418.\n\nMrs Lane"),
  says('teacher', 'cover for a class', 'Cover please P3 Tues 10X/Ma2 in M14, work set on Teams, textbook pp 112-118 Ex 7B Q1-15. Seating plan on desk.'),
  says('teacher', 'lost property', 'A Clarks shoe, size 3, and a blue lunchbox with 0417 written on the bottom are in lost property. Unclaimed things go to charity on Friday 12/12.'),
  says('teacher', 'praise for a pupil', 'Dear Mr and Mrs Osei, I just wanted to say how proud we are of Kofi. He read to the whole school this morning and was brilliant. Mrs Lane'),
  says('teacher', 'homework in dates', 'Homework: learn the causes of the First World War (28/06/1914 to 04/08/1914) and the dates on p 1112 for the test on 09/11/26.'),
];
