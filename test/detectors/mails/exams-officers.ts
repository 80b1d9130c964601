import { holds, says } from './mail-writer';
import type { SchoolMail } from './mail-writer';

export const examsOfficers: readonly SchoolMail[] = [
  holds('exams officer', 'an entry', (w) => `Late entry for Rosie Quinn please: UCI ${w.uci()}, candidate 4021, 8700 English Language.`, 1),
  holds('exams officer', 'a list of ULNs', (w) => `ULNs for the BTEC group\nRosie Quinn ${w.uln()}\nMax Adeyemi ${w.uln()}\nCora Lind ${w.uln()}\nIvan Petrov ${w.uln()}\nJude Kerr ${w.uln()}`, 5),
  holds('exams officer', 'a table of results with names', (w) => `Candidate Name,UCI,ULN,8700\nQuinn Rosie,${w.uci()},${w.uln()},6\nAdeyemi Max,${w.uci()},${w.uln()},4\nLind Cora,${w.uci()},${w.uln()},9`, 3),
  holds('exams officer', 'a UCI on its own line', (w) => `Dear exams office,\nMy daughter Cora Lind has lost her results slip. Her unique candidate identifier is\n${w.uci()}\nCan you resend it?`, 1),
  holds('exams officer', 'a ULN asked for', (w) => `What is Jude's ULN? I have ${w.uln()} but UCAS says no.`),
  holds('exams officer', 'special consideration', (w) => `Special consideration for Max Adeyemi (4.5%): ${w.special('broke his wrist')} on the morning of paper 2.`),
  says('exams officer', 'the timetable', '8700/1 English Language P1 Tue 20 May 9:00 1h45 Hall\n8300/1F Maths P1 Thu 15 May 9:00 1h30 Hall, Gym\n7402/1 Biology Tue 3 June 13:30 2h S4\nCentre 68999. Clashes to me by 2 May.'),
  says('exams officer', 'boundaries', 'Grade boundaries 8300H: 9 219, 8 186, 7 153, 6 121, 5 89, 4 58. Entry codes 8300H 8300F, see AQA 9991000.'),
  says('exams officer', 'invigilators', 'Invigilators wanted, £12.21 an hour. Candidates must be checked against the photo list; candidates with access arrangements sit in rooms 101 to 106.'),
  says('exams officer', 'an order of papers', 'Order 5550123456: 210 × 8700/2 large print 4, modified A3 2. Delivery Friday, tracking 1Z999AA10123456784.'),
];
