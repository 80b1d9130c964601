import type { SchoolMail } from './school-mails';

/** What school staff attach to mails that go outside: lists that tell of people, and lists that only look like it. */

const to = ['projects@northmoor-data.example'];
const FOUND = ['sensitive-attachment: outside'];
const NAMES = ['Theo Khan', 'Ivy Ross', 'Max Cole', 'Zara Bright', 'Hugo Tan', 'Maya Patel', 'Leo Bennett', 'Ruby Okafor', 'Yusuf Ali', 'Grace Davies', 'Rhys Evans', 'Amelia Clarke'];
const born = (i: number): string => `${i < 9 ? '0' : ''}${i + 1}/04/2014`;

function list(name: string, file: string, rows: readonly string[], finds?: readonly string[]): SchoolMail {
  return { name, draft: { to, subject: 'As discussed', body: 'Attached as discussed. Thanks, Dee', attachments: [{ name: file, text: rows.join('\n') }] }, ...(finds === undefined ? {} : { finds }) };
}

const told: readonly SchoolMail[] = [
  list('gala entries with dates of birth', 'entries.csv', ['Swimmer,DOB,Event', ...NAMES.map((name, i) => `${name},${born(i)},50m free`)], FOUND),
  list('music entries with dates of birth', 'music.csv', ['Candidate,DOB,Instrument,Grade', ...NAMES.map((name, i) => `${name},${born(i)},Violin,3`)], FOUND),
  list('access arrangements for another centre', 'hosting.tsv', ['Candidate name\tCandidate no\tPaper\tAccess arrangements', 'Theo Khan\t1023\t1H\t25% extra time, reader', 'Ivy Ross\t1044\t1H\tRest breaks'], FOUND),
  list('starters for the payroll firm', 'starters.csv', ['Employee,NI Number,DOB,Sort Code,Account Number', 'Karen Wade,AB123456C,12/03/1984,20-09-15,66374958'], FOUND),
  list('dinner debts for the caterer', 'debts.csv', ['Pupil,Class,Arrears', 'Theo Khan,5M,3.50', 'Ivy Ross,5M,12.00'], FOUND),
  list('who stays away, for the council', 'absence.csv', ['Pupil,UPN,Attendance,Absence reason', 'Theo Khan,H801200001001,71.2,Illness', 'Ivy Ross,D001200026002,64.0,Holiday'], FOUND),
  list('a seating plan for a supply teacher', 'plan.tsv', ['Seat\tName\tSEN\tPP\tNotes', '1\tTheo Khan\tE\tY\tNear the door', '2\tIvy Ross\t\tN\t'], FOUND),
  list('a group list for a residential', 'group.tsv', ['Participant\tDOB\tMedical\tDiet', ...NAMES.slice(0, 6).map((name, i) => `${name}\t${born(i)}\t${i % 2 === 0 ? 'asthma' : ''}\tnone`)], FOUND),
  list('needs of delegates, for a hotel', 'delegates.tsv', ['Delegate\tDietary\tDisability', 'Ruth Hale\tCoeliac\tUses a wheelchair', 'Brian Moss\tDiabetic\tNone'], FOUND),
  list('long absences of staff', 'sick.tsv', ['Employee\tPost\tFirst day\tDays lost\tReason for absence', 'Karen Wade\tTeacher\t14/09/2026\t46\tStress'], FOUND),
  list('the single central record', 'scr.tsv', ['Name\tRole\tDBS number\tDBS date', 'Karen Wade\tTeacher\t001234567891\t01/09/2019', 'Owen Price\tTA\t001234567892\t03/09/2021'], FOUND),
  list('injuries, for an insurer', 'log.csv', ['Date,Child,Injury,Treatment', '03/11/2026,Theo Khan,Broken wrist,Splint and ambulance', '03/11/2026,Ivy Ross,Nose bleed,Tissue'], FOUND),
  list('an export with underscores', 'dump.csv', ['pupil_name,date_of_birth,sen_status,fsm_eligible', 'Theo Khan,12/03/2016,K,Y', 'Ivy Ross,02/04/2016,E,N'], FOUND),
  list('an export with words run together', 'dump.csv', ['PupilName,DateOfBirth,SENStatus,FSMEligible', 'Theo Khan,12/03/2016,K,Y', 'Ivy Ross,02/04/2016,E,N'], FOUND),
  list('headers as questions', 'sheet.tsv', ['Student Name (Legal)\tSEN?\tPP?\tFSM (Y/N)', 'Theo Khan\tK\tY\tY', 'Ivy Ross\tE\tN\tN'], FOUND),
  list('a list without headers', 'list.csv', ['Khan,Theo,12/03/2016,H801200001001', 'Clarke,Amelia,02/04/2016,D001200026002', 'Bright,Zara,04/05/2016,P207000016049'], FOUND),
  list('three pupils side by side', 'cases.tsv', ['Pupil\tTheo Khan\tIvy Ross\tMax Cole', 'Year\t7\t7\t8', 'SEN need\tAutism\tADHD\tDyslexia'], FOUND),
  list('books, and a remark about who has them', 'loans.csv', ['Borrower,Title,Remark', 'Theo Khan,War Horse,Theo has dyslexia and needs large print', 'Ivy Ross,Skellig,'], FOUND),
  list('runs of a taxi firm', 'runs.tsv', ['Run\tPassenger\tPick up\tNeeds', 'A\tTheo Khan\t14 Mill Lane\tWheelchair, seizures', 'A\tMax Cole\t2 Dale Road\tHarness'], FOUND),
  list('accounts for an app, passwords and all', 'users.csv', ['First name,Last name,Username,Password', 'Theo,Khan,tkhan,Otter-71-Lamp', 'Ivy,Ross,iross,Comet-42-Field'], FOUND),
];

const nobody: readonly SchoolMail[] = [
  list('fixtures', 'fixtures.csv', ['Date,Home,Away,Pitch,Referee', '12/01/2027,Oakfield,Marsh Hill,3G,J Stone', '19/01/2027,Fellside,Oakfield,Grass 2,A Byrne']),
  list('shirts and sizes', 'shirts.csv', ['Player,Size,Shirt number', 'Theo Khan,M,4', 'Ivy Ross,S,7']),
  list('a class list for the photographer', 'classes.csv', ['Class,Surname,Forename', '5M,Khan,Theo', '5M,Ross,Ivy']),
  list('music entries', 'entries.csv', ['Candidate,Instrument,Grade', 'Theo Khan,Violin,3', 'Ivy Ross,Cello,5']),
  list('an order', 'order.csv', ['Item,Code,Qty,Price', 'Glue sticks,9998245915,100,0.45', 'Medical tape,9991230015,12,1.99']),
  list('a trial balance', 'tb.csv', ['Code,Account,Debit,Credit', '5100,Teaching staff,3120044.00,', '5305,Pupil premium income,,221000.00']),
  list('journals', 'journals.csv', ['Date,Ref,Description,Amount', '12/10/2026,JNL00113,Sickness insurance premium,1240.00', '13/10/2026,JNL00114,Supply cover maternity,820.00']),
  list('orders that are open', 'pos.csv', ['PO,Supplier,Ordered,Value,Ordered by', '4500123456,Labstock,12/10/2026,240.00,Karen Wade']),
  list('machines', 'assets.csv', ['Asset,Serial,Model,Location,User', 'OAK-0113,CN0F4K2V7444531,P2419H,Room 12,Science']),
  list('a menu', 'menu.tsv', ['Day\tDish\tAllergens\tDietary', 'Mon\tPasta bake\tGluten, milk\t', 'Tue\tDhal and rice\tNone\tVegan, halal', 'Wed\tChicken curry\tMilk\tHalal']),
  list('a blank list with an example', 'transition.tsv', ['Name\tDOB\tUPN\tSEN status\tMedical', '\t\t\t\t', 'e.g. Jo Bloggs\t01/01/2015\t\tK\tAsthma']),
  list('an empty form', 'form.tsv', ['EHC request', 'Child’s name\t', 'Date of birth\t', 'Diagnosis\t', 'Social worker\t']),
  list('progress by group', 'groups.csv', ['Group,Pupils,Attainment 8,Progress 8', 'FSM,41,38.1,-0.40', 'SEN K,22,33.0,-0.51', 'EHCP,6,21.4,-1.10']),
  list('who was trained', 'training.tsv', ['Staff\tSafeguarding L2\tFirst aid\tEpiPen\tPrevent', 'Ruth Hale\t01/09/2026\t12/10/2025\tYes\t01/09/2026']),
  list('who owns which policy', 'policies.tsv', ['Policy\tOwner\tReview date', 'Child protection\tJo Reed\t01/09/2027', 'SEND\tAna Hart\t01/10/2027', 'Medical needs\tRuth Hale\t01/11/2027']),
  list('trainees and their mentors', 'trainees.tsv', ['Trainee\tSubject\tPlacement school\tMentor', 'Kit Lowe\tEnglish\tOakfield\tAna Hart']),
  list('stock of the medical room', 'stock.csv', ['Item,In stock,Order', 'Inhaler spacers,4,10', 'EpiPen trainer,1,1']),
  list('books that are overdue', 'loans.csv', ['Borrower,Title,Due', 'Theo Khan,The Asthma Boy,12/11/2026', 'Ivy Ross,Autism and Me,12/11/2026']),
  list('courses that staff asked for', 'cpd.tsv', ['CPD requests, autumn', 'Name\tCourse\tCost', 'Ana Hart\tUnderstanding ADHD\t120.00', 'Ruth Hale\tSelf-harm and suicide prevention\t90.00']),
  list('clubs', 'clubs.csv', ['Child,Club,Day', 'Theo Khan,Judo,Mon', 'Ivy Ross,Choir,Tue']),
  list('sponsors', 'sponsors.csv', ['Name,Amount', 'Jo Okafor,£23.50', 'Ann Hale,£12.00']),
  list('photo consent', 'consent.csv', ['Class,Child,Photo consent', '5M,Theo Khan,Yes', '5M,Ivy Ross,No']),
  list('a risk assessment', 'ra.tsv', ['Hazard\tWho\tControl', 'Asthma attack\tPupils with asthma\tInhalers on poolside', 'Epilepsy\tPupils with epilepsy\t1:1 adult in water']),
  list('accidents in numbers', 'hs.csv', ['Month,Accidents,Head injuries,Ambulance', 'Sept,14,3,0', 'Oct,11,2,1']),
];

export const SCHOOL_LISTS: readonly SchoolMail[] = [...told, ...nobody];
