import type { ContactStory } from './contact-lists.cases';

export const others: readonly ContactStory[] = [
  {
    name: 'helplines',
    text: `Useful contacts for parents
Childline 0800 1111
NSPCC helpline 0808 800 5000
Family Lives 0808 157 0100
Marlow Parenting Service 01632 960700
School nurse team 01632 960701
Young Carers Hub 01632 960702`,
  },
  {
    name: 'colleagues on a trip',
    text: `Staff mobile list for Friday's trip (for colleagues only)
Sara Khan 07700 900101
Tom Reed 07700 900102
Anna Bell 07700 900103
Ivor Price 07700 900104
Mel Shaw 07700 900105
Kit Owen 07700 900106`,
  },
  {
    name: 'coach firms',
    text: `Coaches for the residential, quotes so far:
Thornby Coaches, Dave Lunn, 01632 960310
Marlow Travel, Jean Hicks, 01632 960311
Bluebird Minibuses, Raj Sohal, 07700 900312
Eastcliff Cars, Paul Dent, 01632 960313
Harbour Hire, Kim Yates, 01632 960314`,
  },
  {
    name: 'venues',
    text: `Venues we looked at
Marlow Leisure Centre, 12 Mill Road, CB25 4XA
Eastcliff Hall, 4 Station Road, CB24 1PL
Thornby Arts Centre, 88 High Street, CB23 2AB
Fen Farm Park, Fen Lane, CB25 9ZZ
Harbour Museum, 1 Quay Street, CB22 5DD`,
  },
  {
    name: 'club leaders',
    text: `Clubs this term (parents can contact the leaders)
Netball - Miss Hart 07700 900401
Football - Coach Dan 07700 900402
Chess - Mr Osei 07700 900403
Choir - Mrs Lamb 07700 900404
Judo - Sensei Kay 07700 900405`,
  },
  {
    name: 'a footer',
    text: `Kind regards

Sara Khan, Headteacher, 01632 960501
Tim Lee, Deputy Head, 01632 960502
Jo Platt, SENCO, 01632 960503
Ann Coe, School Business Manager, 01632 960504
Oakfield Academy, Mill Lane, PE4 6HN`,
  },
  {
    name: 'departments',
    text: `Department extensions
Maths office 01632 960601
English office 01632 960602
Science prep room 01632 960603
PE 01632 960604
Reception 01632 960600`,
  },
  {
    name: 'form tutors',
    text: `Dear parents and carers

Your child's class has a new form tutor. You can reach tutors as follows: 7A Miss Dean 01632 960810, 7B Mr Voss 01632 960811, 7C Mrs Hale 01632 960812, 7D Mr Quinn 01632 960813, 7E Ms Byrd 01632 960814.

Kind regards
The office`,
  },
  {
    name: 'suppliers',
    text: `Suppliers
Name\tPhone\tEmail
Marlow Catering\t01632 960151\torders@marlowcatering.example
Fen Paper Co\t01632 960152\tsales@fenpaper.example
Harbour IT\t01632 960153\thelp@harbourit.example
Thornby Signs\t01632 960154\tinfo@thornbysigns.example
Eastcliff Plumbing\t07700 900155\tjobs@eastcliffplumbing.example`,
  },
  {
    name: 'schools of the trust',
    text: `Schools in the trust
Oakfield Academy, Mill Lane, PE4 6HN, 01632 960171
Marlow Primary, 2 Fen Road, PE5 7AA, 01632 960172
Eastcliff Infants, Quay Street, PE6 8BB, 01632 960173
Thornby High, 14 Kiln Drive, PE7 9DD, 01632 960174
Harbour Nursery, Dock Road, PE8 1AE, 01632 960175`,
  },
  {
    name: 'work placements',
    text: `Placements for Year 10 work experience
Marlow Vets - ask for Dr Finch - 01632 960221
Eastcliff Garage - Mr Pugh - 01632 960222
Harbour Cafe - Tina - 01632 960223
Fen Solicitors - Ms Gray - 01632 960224
Thornby Library - Mr Ince - 01632 960225`,
  },
  {
    name: 'governors',
    text: `Governors' contact list
Chair: Ruth Amos 07700 900251
Vice chair: Dean Coles 07700 900252
Parent governor: Ola Bright 07700 900253
Staff governor: Ken Ito 07700 900254
Clerk: Mary Wood 07700 900255`,
  },
  {
    name: 'open evenings',
    text: `Local secondary open evenings
Thornby High School, Tuesday 6pm, 01632 960271
Marlow College, Wednesday 6pm, 01632 960272
Eastcliff Academy, Thursday 5pm, 01632 960273
St Bede's School, Thursday 6pm, 01632 960274`,
  },
  {
    name: 'holiday clubs',
    text: `Newsletter: Dates for families

Half term holiday clubs near us:
Camp Adventure - book with Ellie on 07700 900281
Kick Start Football - call Ryan 07700 900282
Tiny Chefs - Maria 07700 900283
Splash Swim School - 01632 960284
Drama Den - Zoe 07700 900285`,
  },
  {
    name: 'minutes',
    text: `Minutes: present were Ms Bell (bell@oakfield.example), Mr Shaw (shaw@oakfield.example), Mrs Todd (todd@oakfield.example) and Mr Yeo (yeo@oakfield.example). Pupils' work was looked at.`,
  },
  {
    name: 'orders',
    text: `Orders: PO 07700900 for the class set, ref 01632 960555, invoice 01632 960556 to Reading Tree, 01632 960557 to Maths Box`,
  },
  {
    name: 'whom pupils can talk to',
    text: `Who can pupils talk to?
Mrs Dale, pastoral lead, 01632 960291
Mr Fox, school counsellor, 01632 960292
Nurse Penny, 01632 960293
Kooth, online
Shout, text 85258`,
  },
  {
    name: 'speakers',
    text: `Visiting speakers for careers week (Year 9 pupils)
Dr Amy Tan, vet, amy@tanvets.example, 01632 960321
Rob Ellis, Ellis Builders Ltd, rob@ellis.example, 01632 960322
Nadia Aziz, solicitor, nadia@azizlaw.example, 01632 960323
PC Jones, Fenshire Police, jones@fenpolice.example, 101`,
  },
  {
    name: 'other schools',
    text: `Sports fixtures - other schools' PE contacts
Marlow: Mr Tye 01632 960331
Thornby: Miss Orr 01632 960332
Eastcliff: Mr Lal 01632 960333
Harbour: Ms Eve 01632 960334
Fen: Mr Gow 01632 960335`,
  },
  {
    name: 'the lines of the school',
    text: `Dear families, term dates are below. If your child is ill ring the absence line on 01632 960341. For dinners ring Mrs Cook on 01632 960342, for the nursery Miss Pear on 01632 960343 and for lost property the site team on 01632 960344.`,
  },
  {
    name: 'contractors',
    text: `Contractors on site this summer
Roof: Alan Pike, Pike Roofing, 07700 900101
Boiler: Steve Dale, Dale Heating, 07700 900102
Painting: Maria Costa, Costa Decor, 07700 900103
Fire doors: Ken Shaw, SafeDoor, 07700 900104
Grounds: Lee Fox, Green Edge, 07700 900105`,
  },
  {
    name: 'who is on call',
    text: `On call this week
Mon Sara Khan 07700 900111
Tue Tom Reed 07700 900112
Wed Anna Bell 07700 900113
Thu Ivor Price 07700 900114
Fri Mel Shaw 07700 900115`,
  },
  {
    name: 'an emergency plan',
    text: `Our school's emergency plan: who rings whom
Headteacher Sara Khan 07700 900121
Deputy Tom Reed 07700 900122
Caretaker Bill Oake 07700 900123
Chair of governors Ruth Amos 07700 900124
Trust estates Nina Ward 07700 900125`,
  },
  {
    name: 'days out',
    text: `Places to visit in the holidays with the children
Fen Farm Park, Fen Lane, CB25 9ZZ, 01632 960211
Marlow Lido, 2 Quay Road, CB24 1PL, 01632 960212
Thornby Castle, Castle Hill, CB23 2AB, 01632 960213
Eastcliff Beach Huts, The Front, CB22 5DD, 01632 960214`,
  },
  {
    name: 'heads of year elsewhere',
    text: `Year 6 transition: heads of Year 7
Thornby High: Mr Blunt, 01632 960221, blunt@thornby.example
Marlow College: Mrs Sharp, 01632 960222, sharp@marlow.example
Eastcliff Academy: Ms Keen, 01632 960223, keen@eastcliff.example
Fen School: Mr Wise, 01632 960224, wise@fen.example`,
  },
  {
    name: 'hotels',
    text: `Interview panel and candidates' travel: hotel options
Station Inn, 4 Station Road, PE1 1AA, 01733 000111
Bridge Hotel, 9 Bridge Street, PE1 1AB, 01632 960232
Old Mill, Mill Lane, PE2 7AA, 01632 960233`,
  },
  {
    name: 'childcare near the school',
    text: `Childcare near the school for parents
Little Acorns nursery, Tracy, 01632 960241
Busy Bees, Donna, 01632 960242
Jan's childminding, Jan, 07700 900243
Sunshine club, Mo, 01632 960244
Tiny Steps, Lorraine, 01632 960245`,
  },
  {
    name: 'a therapy team',
    text: `Speech and language team
Priya Nair, therapist, 01632 960251
Holly Lowe, assistant, 01632 960252
Gareth Rhys, team manager, 01632 960253
Duty desk 01632 960254`,
  },
  {
    name: 'agencies',
    text: `Supply agency bookings
Teach Now - Gary - 01632 960261
Class Cover - Lisa - 01632 960262
Edu People - Omar - 01632 960263
Term Time Staff - Jo - 07700 900264`,
  },
  {
    name: 'exam boards',
    text: `Exam board contacts for the exams office
AQA 0800 197 7162
OCR 01223 553998
Pearson 0344 463 2535
WJEC 029 2026 5000
JCQ 020 7638 4132`,
  },
  {
    name: 'visiting teachers',
    text: `Peripatetic music teachers
Flute - Ms Airey - 07700 900271
Brass - Mr Tubb - 07700 900272
Strings - Mrs Bow - 07700 900273
Drums - Mr Stick - 07700 900274`,
  },
  {
    name: "form teachers' addresses",
    text: `Dear parents

Sports day is on Friday. Reply to your child's teacher: 3A hill@oakfield.example, 3B shah@oakfield.example, 4A dunn@oakfield.example, 4B pope@oakfield.example, 5A reyes@oakfield.example.`,
  },
  {
    name: 'fax numbers',
    text: `Old fax numbers to take off the website
Oakfield 01632 960281
Marlow 01632 960282
Thornby 01632 960283
Eastcliff 01632 960284`,
  },
  {
    name: 'a sentence about a meeting',
    text: `Parent governors' meeting: apologies from Mr Bell. Please ring the clerk, Mary Wood, on 01632 960291. The venue is Marlow Hall, Fen Road, CB25 4XA.`,
  },
  {
    name: 'social care',
    text: `Social care and health for our pupils
Fenshire MASH 01632 960301
Early Help, Dawn Pryce 01632 960302
CAMHS duty, Neil Grant 01632 960303
School nurse, Amy Holt 01632 960304
Virtual school, Rob Tate 01632 960305`,
  },
  {
    name: 'drivers among the staff',
    text: `Minibus drivers (staff)
Sara Khan - D1 - 07700 900311
Tom Reed - MiDAS - 07700 900312
Anna Bell - MiDAS - 07700 900313
Ivor Price - D1 - 07700 900314`,
  },
  {
    name: 'advertisers',
    text: `Estate agents who asked to advertise in the newsletter to families
Hart & Co, Julie, 01632 960321
Fen Homes, Mark, 01632 960322
Marlow Lets, Asha, 01632 960323`,
  },
  {
    name: 'academies',
    text: `Registered addresses of our academies
Oakfield Academy, Mill Lane, PE4 6HN
Marlow Primary Academy, Fen Road, PE5 7AA
Thornby Infant Academy, Kiln Drive, PE7 9DD
Eastcliff Junior Academy, Quay Street, PE6 8BB`,
  },
  {
    name: 'the press',
    text: `Press list
Fenshire Gazette - Ellen Price - news@fengazette.example - 01632 960331
Marlow FM - Josh Lane - studio@marlowfm.example - 01632 960332
BBC local - desk - 01632 960333
Thornby Times - Ray Coe - ray@thornbytimes.example - 01632 960334`,
  },
  {
    name: 'order numbers',
    text: `Tickets for the Year 4 play: seats 07700 to 07790. Order refs 01632960341, 01632960342, 01632960343 for Ava, Ben and Cy.`,
  },
];
