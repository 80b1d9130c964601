/** Contact details of several people, and whether they are families whose details should not go outside. */
export interface ContactStory {
  readonly name: string;
  readonly text: string;
}

export const families: readonly (ContactStory & { readonly people: number })[] = [
  {
    name: 'in streets that are named after schools',
    people: 5,
    text: `Parents' numbers and addresses for 3B

Amara Byrne 07700 900101, 4 School Lane, PE4 6HN
Tom Eze 07700 900102, 17 College Road, PE4 6HP
Zofia Kowalski 07700 900103, 9 Academy Court, PE4 6HQ
Sam Okafor 07700 900104, 22 Trust Street, PE4 6HR
Priya Patel 07700 900105, 31 Council Road, PE4 6HS`,
  },
  {
    name: "a minibus driver's list",
    people: 6,
    text: `Hi Coach Dan

Here are the numbers you wanted for Saturday's minibus in case anyone is late:

Leo Marsh - 07700 900114 (dad, Pete)
Ayaan Butt - 07700 900226
Daisy Crane - 07700 900338 (gran)
Reece Odell - 07700 900440
Milo Frost - 07700 900552
Hari Gill - 07700 900664

Cheers
Jo`,
  },
  {
    name: 'address labels',
    people: 5,
    text: `Reception class address labels

Mr & Mrs A Whitlock
14 Fen View
Marlow Bay
CB25 4XA

Ms J Oduya
3 Canal Close
Marlow Bay
CB25 7TQ

Mr K Lindgren
88 Station Road
Eastcliff
CB24 1PL

The Rahimi family
2 Poplar Walk
Eastcliff
CB24 3DD

Mrs S Pereira
51 Fen View
Marlow Bay
CB25 4XB`,
  },
  {
    name: 'a contact sheet',
    people: 5,
    text: `Child,DOB,Parent 1,Parent 1 mobile,Parent 2,Parent 2 mobile,Address
Ada Finch,02/03/2016,Ruth Finch,07700 900301,Ian Finch,07700 900302,"4 Elm Row, PE4 6HN"
Ben Osei,14/09/2015,Abena Osei,07700 900303,,,"19 Elm Row, PE4 6HP"
Cleo Hart,30/11/2015,Mia Hart,07700 900304,Jon Hart,07700 900305,"6 Mill Lane, PE4 7AA"
Dev Nair,08/06/2016,Sunita Nair,07700 900306,,,"71 Mill Lane, PE4 7AD"
Eli Stone,21/12/2015,Beth Stone,07700 900307,,,"2 Ash Court, PE4 8BB"`,
  },
  {
    name: 'parents in one sentence',
    people: 5,
    text: `Mums whatsapp for Y2: Kate (Ollie) 07700 900811, Shabnam (Zara) 07700 900822, Kirsty (Mac) 07700 900833, Lou (Bea & Ted) 07700 900844, Ngozi (Chidi) 07700 900855. Can you add yourself?`,
  },
  {
    name: 'whom to ring',
    people: 5,
    text: `Breakfast club - who to ring if not collected
1. Tommy Weir: mum 07700 900121, nan 01632 960121
2. Elsie Pugh: dad 07700 900131
3. Omar Aziz: mum 07700 900141, aunt 07700 900142
4. Skye Boyd: carer 07700 900151
5. Finn Ross: mum 07700 900161`,
  },
  {
    name: 'hampers at home',
    people: 5,
    text: `To whom it may concern

The families below have asked for hampers to be delivered at home.

Harrison, 12 Orchard Way, LS25 7QY, 07700 900410
Begum, 9b Orchard Way, LS25 7QY, 07700 900411
Mulligan, Flat 3, 40 Kiln Drive, LS24 7PR, 07700 900412
Tran, 7 Harbour Terrace, LS24 7PS, 07700 900413
Costa, 15 Harbour Terrace, LS24 7PS, 07700 900414`,
  },
  {
    name: 'e-mail addresses line by line',
    people: 6,
    text: `Parents who have said yes to reading help
Louise Grant louise.grant@home.example
Pavel Novak pnovak77@mail.example
Aisha Siddique aisha.s@inbox.example
Marek Zielinski marekz@home.example
Tina Holloway tinah@example.org
Ravi Menon ravi.menon@example.net`,
  },
  {
    name: 'an export with three numbers each',
    people: 6,
    text: `Surname\tForename\tReg\tHome phone\tEmergency 1\tEmergency 2
Adams\tNell\t8B\t01632 960201\t07700 900201\t07700 900202
Bakshi\tArun\t8B\t01632 960203\t07700 900203\t
Cole\tJess\t8B\t\t07700 900205\t07700 900206
Diaz\tLuca\t8B\t01632 960207\t07700 900207\t
Ellis\tMay\t8B\t01632 960209\t07700 900209\t
Farah\tIdil\t8B\t\t07700 900211\t07700 900212`,
  },
  {
    name: 'whoever stays the night',
    people: 5,
    text: `Hi, the sleepover kids and their grown ups: Rosa Vega (Carmen 07700 900701), Jack Dunn (Shelley 07700 900702), Imani Cole (Grandma Pat 07700 900703), Teddy Shaw (Mark 07700 900704) and Niamh Daly (Orla 07700 900705). They're all stopping at mine Friday.`,
  },
  {
    name: 'contacts in blocks',
    people: 5,
    text: `EMERGENCY CONTACTS - YEAR 6 RESIDENTIAL (give to centre)

Name: Holly Banks
Contact: Dawn Banks (mother)
Mobile: 07700 900901
Home: 01632 960901

Name: Jaydon Price
Contact: Leanne Price (mother)
Mobile: 07700 900902
Home: 01632 960902

Name: Mina Karimi
Contact: Reza Karimi (father)
Mobile: 07700 900903

Name: Otis Bell
Contact: Gloria Bell (grandmother)
Mobile: 07700 900904

Name: Ewa Sobczak
Contact: Anna Sobczak (mother)
Mobile: 07700 900905`,
  },
  {
    name: 'an export parted by semicolons',
    people: 5,
    text: `student_name;guardian_email;guardian_mobile
Kai Jensen;m.jensen@home.example;07700900611
Lily Choi;choi.family@mail.example;07700900612
Max Stein;rstein@inbox.example;07700900613
Nora Quist;quist4@home.example;07700900614
Oscar Pym;pympam@mail.example;07700900615`,
  },
  {
    name: 'pick-ups for a taxi firm',
    people: 5,
    text: `For the taxi firm, pick ups from Monday
07:40 Alfie Dodd, 4 Weavers Court, L24 9AR, mum 07700 900511
07:50 Hamza Iqbal, 18 Tanners Row, L24 8BT, dad 07700 900512
08:00 Poppy Lowe, 33 Quay Street, L19 2AA, mum 07700 900513
08:10 Samir Haddad, 7 Dock Road, L19 3BB, mum 07700 900514
08:15 Grace Obi, 61 Dock Road, L19 3BC, carer 07700 900515`,
  },
  {
    name: 'carers',
    people: 5,
    text: `Carers for our LAC cohort:
Jade (foster carer Sue Platt) 07700 900641
Kyle (foster carer Tom Reeve) 07700 900642
Amber (aunt, Jan Moss) 07700 900643
Dean (foster carer Bev Hill) 07700 900644
Troy (gran, Iris Cobb) 07700 900645`,
  },
  {
    name: 'postcodes and distances',
    people: 5,
    text: `New starters Sept (nursery)
| Child | Postcode | Distance |
| Aria Webb | NR5 8RE | 0.4 |
| Bodhi Lane | NR5 8RF | 0.6 |
| Coco Sims | NR6 1AB | 1.2 |
| Dexter Hale | NR5 9PL | 0.3 |
| Edie Knox | NR7 2JD | 2.0 |`,
  },
  {
    name: 'a committee of pupils',
    people: 5,
    text: `Prom committee (Y11)
Ellie Marsh, 07700 900360, ellie.m@mail.example
Joshua Tan, 07700 900361, jtan@mail.example
Paige Rudd, 07700 900362, paige.rudd@home.example
Sahil Khan, 07700 900363, sahilk@inbox.example
Tess Wynn, 07700 900364, tesswynn@mail.example`,
  },
  {
    name: 'parents who help',
    people: 5,
    text: `Subject: PTA stalls

Parents running stalls and how to get hold of them
Cakes: Nicola Frame 07700 900910
Tombola: Derek Salt 07700 900920
BBQ: Iwan Rees 07700 900930
Raffle: Fatou Diallo 07700 900940
Face paint: Kelly Brand 07700 900950`,
  },
  {
    name: 'home numbers of absent pupils',
    people: 5,
    text: `Absent and not rung in, Tuesday. Home numbers from Arbor:
7C Rowan Pike 07700 900621
7C Talia Roth 07700 900622
8A Kian Doran 07700 900623
9D Mercy Ansah 07700 900624
10F Joel Finch 07700 900625`,
  },
  {
    name: "a squad's home addresses",
    people: 5,
    text: `Dear Gymnastics Wales,
Squad list with home addresses as asked for the insurance.
Anwen Price (11), 3 Heol Las, CF10 1AA
Carys Lloyd (12), 27 Bryn Road, CF10 2BB
Efa Morgan (11), 9 Ty Gwyn, CF11 3BB
Gwen Parry (13), 14 Heol Las, CF10 1AB
Lowri Jones (12), 52 Bryn Road, CF10 2BD`,
  },
  {
    name: 'a group chat',
    people: 5,
    text: `[12:01] ~Steph (Noah's mum): can someone collect, I'm 07700 900231
[12:02] ~Bilal (Hana's dad): I can, 07700 900232
[12:04] ~Jess (Arlo's mum): or me +44 7700 900233
[12:09] ~Mags (Ted's nan): 07700 900234 if stuck
[12:11] ~Ania (Ola's mum): 07700 900235`,
  },
  {
    name: 'reports to be posted',
    people: 5,
    text: `Could you post the reports to these five please, they never collect

Bartosz Wilk - 6 Cinder Path, BD8 6SR
Rhianna Poole - 41 Cinder Path, BD8 6ST
Javed Malik - 12a Loom Street, BD9 4AA
Tegan Frost - 3 Loom Street, BD9 4AB
Obi Nwosu - Flat 9, Dye House, BD9 5HH`,
  },
  {
    name: 'who is what to a child',
    people: 6,
    text: `Name,Tel,Relationship to child
Carla Dunn,07700900701,mother
Pete Sharma,07700900702,father
Lin Zhou,07700900703,mother
Agnes Boateng,07700900704,grandmother
Will Harte,07700900705,stepfather
Rosie Quinn,07700900706,mother`,
  },
  {
    name: 'payers of lessons',
    people: 5,
    text: `Music lessons Autumn - payer details
Flute: Isla Grant (mum: Fiona Grant, fiona.grant@home.example, 07700 900141)
Cello: Hugo Peel (dad: Martin Peel, mpeel@mail.example, 07700 900142)
Drums: Zak Amin (mum: Nasreen Amin, n.amin@inbox.example, 07700 900143)
Piano: Bea Lund (dad: Erik Lund, erik@home.example, 07700 900144)
Voice: Cora Dell (mum: Jo Dell, jodell@mail.example, 07700 900145)`,
  },
  {
    name: 'a list in capitals',
    people: 6,
    text: `YEAR 5 SWIM - IN CASE OF EMERGENCY
AARON BLAKE 07700900811
BETHANY COX 07700900812
CARLOS DIAZ 07700900813
DEMI EVANS 07700900814
ERIN FOX 07700900815
FATIMA GUL 07700900816`,
  },
  {
    name: 'families by surname',
    people: 5,
    text: `Can you add these families to the food parcel round?
* The Lunns, 3 Forge Row, S15 8PF (07700 900501)
* The Adeyemis, 18 Forge Row, S15 8PF (07700 900502)
* The Costellos, 7 Anvil Close, S15 9AA (07700 900503)
* The Mahmoods, 22 Anvil Close, S15 9AB (07700 900504)
* The Pikes, 1 Smithy Lane, S15 9BD (07700 900505)`,
  },
  {
    name: 'lifts to a match',
    people: 6,
    text: `Here's who said they'd drive to the match and their mobiles so you can sort lifts, all parents of U11s: Nick Barlow 07700 900121, Saima Raja 07700 900122, Gemma Todd 07700 900123, Piotr Lis 07700 900124, Jen Ogden 07700 900125 and Clive Marsh 07700 900126.`,
  },
  {
    name: 'siblings at home',
    people: 5,
    text: `Sibling list for admissions appeal bundle
Pupil | Sibling | Home address
Harry Voss | Lily Voss | 14 Beech Drive, NG18 5JH
Maya Iyer | Rohan Iyer | 2 Beech Drive, NG18 5JH
Luke Tonks | Amy Tonks | 67 Pear Tree Road, NG18 6AA
Sana Qadir | Bilal Qadir | 9 Pear Tree Road, NG18 6AA
Joe Hallam | Eve Hallam | 31 Orchard Rise, NG18 7BB`,
  },
  {
    name: 'a list without capitals',
    people: 5,
    text: `sian (tomos mam) 07700 900731
kelly (brook mum) 07700 900732
dave (ellie dad) 07700 900733
marta (kuba mum) 07700 900734
shaz (amina mum) 07700 900735`,
  },
  {
    name: 'referrals with numbers',
    people: 5,
    text: `Dear Thornby Counselling,

Referrals this half term, with a parent's number for each:

1) Ruby Slade, Y8 - 07700 900221 (Karen)
2) Theo Banks, Y9 - 07700 900222 (Paul)
3) Aleena Shah, Y9 - 07700 900223 (Rukhsana)
4) Connor Hope, Y10 - 07700 900224 (Debbie)
5) Lola West, Y7 - 07700 900225 (Mick)

Regards
SENCO`,
  },
  {
    name: 'an export with quotes',
    people: 5,
    text: `"Pupil Name","Legal Surname","Contact 1 Name","Contact 1 Tel","Contact 1 Email"
"Mia Rowe","Rowe","Kim Rowe","07700 900311","kim.rowe@home.example"
"Eli Sands","Sands","Tara Sands","07700 900312","tsands@mail.example"
"Noor Aslam","Aslam","Hina Aslam","07700 900313","hina@inbox.example"
"Finn Carey","Carey","Sean Carey","07700 900314","scarey@home.example"
"Jude Okoro","Okoro","Ada Okoro","07700 900315","ada.okoro@mail.example"`,
  },
  {
    name: 'first names alone',
    people: 5,
    text: `Y1 party class list (please dont share)
Ava - Gemma - 07700900411
Ben - Toyin - 07700900412
Cyrus - Leila - 07700900413
Dotty - Hannah - 07700900414
Ezra - Naomi - 07700900415`,
  },
  {
    name: 'home visits',
    people: 5,
    text: `Home visits w/c 7 Sept, nursery
Mon 9.30 Aria Flynn 16 Wharf Lane L16 5DQ tel 07700 900621
Mon 10.30 Baraka Otieno 40 Wharf Lane L16 5DR tel 07700 900622
Mon 1.15 Cassie Bird 5 Rope Walk L16 6AA tel 07700 900623
Tue 9.30 Daniel Rusu 27 Rope Walk L16 6AB tel 07700 900624
Tue 10.30 Elin Vaughan 8 Mast Court L16 7BB tel 07700 900625`,
  },
  {
    name: 'addresses to paste',
    people: 6,
    text: `Bcc didn't work so here are the parents' emails to paste in: g.frost@home.example; amir.h@mail.example; lucyandtom@inbox.example; pkaur81@home.example; the.bensons@mail.example; oleg.v@inbox.example`,
  },
  {
    name: 'a table with needs',
    people: 5,
    text: `Pupil,Medical,Parent phone
Asa Kirk,asthma,07700 900901
Bo Leigh,none,07700 900902
Cal Munro,epilepsy,07700 900903
Dee Nash,none,07700 900904
Eve Orme,nut allergy,07700 900905`,
  },
  {
    name: 'guardians of boarders',
    people: 5,
    text: `Boarders - guardians in the UK
Chen Wei: Mrs Lau, 21 Park Crescent, LE15 3UE, 07700 900841
Adaeze Obi: Mr Obi, 4 Park Crescent, LE15 3UE, 07700 900842
Mikhail Orlov: Ms Brook, 9 Hall Drive, LE15 4AA, 07700 900843
Sofia Rossi: Mrs Dunn, 2 Hall Drive, LE15 4AB, 07700 900844
Tariq Nasser: Mr Saleh, 60 Vale Road, LE15 5BB, 07700 900845`,
  },
  {
    name: 'absences with landlines',
    people: 5,
    text: `Lates this week, no answer at home
Tom Birch   Y7   0113 496 0211
Ada Cross   Y7   0113 496 0212
Sid Drew    Y8   0113 496 0213
Uma Ellis   Y8   0113 496 0214
Val Finch   Y9   0113 496 0215`,
  },
  {
    name: 'markup',
    people: 5,
    text: `<ul><li>Hana Sato's mum Yuki: 07700 900551</li><li>Ivo Petrov's dad Georgi: 07700 900552</li><li>Jess Upton's nan Maureen: 07700 900553</li><li>Kofi Ansah's mum Efua: 07700 900554</li><li>Lena Weiss's dad Jonas: 07700 900555</li></ul>`,
  },
  {
    name: 'deliveries',
    people: 5,
    text: `To: photos@snapcompany.example
School photo orders not collected, please deliver home:
Leah Bond, 2 The Green, Upper Thornby, CB25 4XA
Max Hurst, 15 The Green, Upper Thornby, CB25 4XA
Nell Ivory, 8 Pound Lane, Upper Thornby, CB25 4XB
Otto Jarvis, 23 Pound Lane, Upper Thornby, CB25 4XB
Pip Kemp, 1 Mill Cottages, Upper Thornby, CB25 4XD`,
  },
];
