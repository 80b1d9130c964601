import type { Story } from '../story';

/** An ordinary mail of a school day, and what may be said of it: nothing, unless `finds` says so. */
export interface SchoolMail {
  readonly name: string;
  readonly draft: Story;
  /** `rule: situation` of what a tired teacher would agree with. */
  readonly finds?: readonly string[];
  /** The same under TEAL, where it differs. */
  readonly findsInTeal?: readonly string[];
}

const parent = 'j.okafor82@gmail.com';
const supplier = 'orders@northmoor-catering.example';
const agency = 'bookings@brightdesk-supply.example';
const council = 'admissions@fellside-council.example';
const text = (name: string, words: string) => ({ name, text: words });
const quotedFrom = (who: string, words: string): string => `From: ${who}\nSent: 17 November 2026 15:40\nTo: Dee Marlow <dee.marlow@oakfield.example>\nSubject: Re: Thursday\n\n${words}`;

const trips: readonly SchoolMail[] = [
  {
    name: 'a class trip, to one parent',
    draft: { to: [parent], subject: 'Year 5 trip to the museum', body: 'Dear Mr Okafor,\n\nThank you for the consent form. We leave at 8:45 and are back by 15:15. A packed lunch and a coat, please; no phones.\n\nKind regards,\nDee Marlow' },
    finds: ['personal-recipient: plain'],
  },
  { name: 'a trip letter to parents in Bcc', draft: { to: ['office@oakfield.example'], bcc: Array.from({ length: 28 }, (_, index) => `parent${index}@gmail.com`), subject: 'Museum trip on 3 December', body: 'Dear parents and carers,\n\nPlease pay by Friday on the app. The coach leaves at 8:45 sharp.', attachments: [text('Trip letter.txt', 'Museum trip, 3 December. Cost: 12 pounds. Bring a packed lunch.')] }, finds: ['personal-recipient: with-file'] },
  { name: 'a coach firm asked for a price', draft: { to: ['hello@dales-coaches.example'], subject: 'Quote for a 53-seater', body: 'Hello, could you quote for 53 seats on 3 December, Oakfield to the museum and back, 8:45 to 15:15? Thanks, Dee' } },
  { name: 'a risk assessment sent to the visits adviser', draft: { to: ['visits@fellside-council.example'], subject: 'Risk assessment for Bewerley', body: 'Please find the risk assessment attached for your approval.', attachments: [text('Risk assessment Bewerley.txt', 'Hazard: water. Control: qualified leader, buoyancy aids. Hazard: allergies. Control: leaders carry adrenaline pens and know who needs them.')] } },
  { name: 'a count of diets to a residential centre', draft: { to: ['bookings@bewerley-lodge.example'], subject: 'Diets for 7 December', body: 'For 58 pupils: 4 vegetarian, 3 halal, 2 nut allergies, 1 coeliac. No names needed at this point, I hope.' } },
  { name: 'a PE kit reminder', draft: { to: [parent], subject: 'PE kit', body: 'Dear Mr Okafor, could Femi bring his PE kit on Tuesdays and Thursdays? He has borrowed a shirt three times now. Best wishes, Dee Marlow' }, finds: ['personal-recipient: plain'] },
  { name: 'lost property', draft: { to: [parent], subject: 'Lost coat', body: 'A blue coat, age 9 to 10, was handed in. Is it by any chance Femi’s?' }, finds: ['personal-recipient: plain'] },
  { name: 'an answer about a late bus', draft: { to: [parent], thread: 'reply', subject: 'RE: Bus', body: 'Thanks for letting us know. The 14 was late again; we have told the company.', quoted: quotedFrom('Joy Okafor <j.okafor82@gmail.com>', 'The bus came at 8:50 today.') } },
];

const absences: readonly SchoolMail[] = [
  { name: 'a parent’s note of absence, answered', draft: { to: [parent], thread: 'reply', subject: 'RE: Femi absent today', body: 'Thank you, I have let the office know. I hope he feels better soon.', quoted: quotedFrom('Joy Okafor <j.okafor82@gmail.com>', 'Femi was sick in the night and will stay at home today.') } },
  { name: 'an absence passed to the office', draft: { to: ['office@oakfield.example'], thread: 'forward', subject: 'FW: Femi absent today', body: 'See below. Code I, I think.', quoted: quotedFrom('Joy Okafor <j.okafor82@gmail.com>', 'Femi was sick in the night and will stay at home today.') } },
  { name: 'a colleague who is ill asks for cover', draft: { to: ['cover@oakfield.example'], subject: 'Not in today', body: 'Morning, I have been up all night with a stomach bug and will not be in. Work for 8B is in the shared drive under Week 9. Sorry!' } },
  { name: 'a doctor’s appointment of one’s own', draft: { to: ['head@oakfield.example'], subject: 'Leave request: Tuesday', body: 'May I leave at 14:30 on Tuesday for a hospital appointment? Ana can take my Year 9s.' } },
  { name: 'the attendance of a school as a number', draft: { to: ['governors@oakfield.example'], subject: 'Attendance this half term', body: 'Whole school 94.1 %, pupil premium 91.3 %, SEN support 92.0 %. Persistent absence 14.8 %.' } },
  { name: 'a fine explained to a parent', draft: { to: [parent], subject: 'Holiday in term time', body: 'Dear Mr Okafor, the council decides about penalty notices. The form is on its website. Yours sincerely, Dee Marlow' }, finds: ['personal-recipient: plain'] },
];

const staff: readonly SchoolMail[] = [
  { name: 'a question about pay', draft: { to: ['payroll@oakfield.example'], subject: 'November pay', body: 'Hi, my overtime for the open evening does not seem to be on my payslip. Could you check? Thanks, Dee' } },
  { name: 'a question about pay to the provider outside', draft: { to: ['payroll@paywright.example'], subject: 'Overtime claims for November', body: 'Morning, could you confirm the cut-off for overtime claims this month, and whether the pay award is in? Regards, Oakfield HR' } },
  { name: 'a tax code asked about', draft: { to: ['payroll@oakfield.example'], subject: 'Tax code', body: 'It says 1257L M1 on the payslip. Should it not be 1257L? Thanks' } },
  { name: 'a supply teacher booked', draft: { to: [agency], subject: 'Cover on Thursday', body: 'Hi both, could we have a KS2 teacher on Thursday 26th, 8:30 to 15:45? Mrs Reed at reception will meet them. Parking is behind the hall.' } },
  { name: 'a supply agency’s timesheet approved', draft: { to: [agency], thread: 'reply', subject: 'RE: Timesheet w/c 16 November', body: 'Approved, thanks. Invoice number 4512 7781 is for the week before, isn’t it?', quoted: quotedFrom('Bookings <bookings@brightdesk-supply.example>', 'Please approve the attached timesheet: 3 days at 165.00.') } },
  { name: 'a reference requested', draft: { to: ['head@marsh-hill-primary.example'], subject: 'Reference request', body: 'Dear colleague, Kit Lowe has applied for the post of class teacher and has named you as a referee. Could you reply by 27 November? The form is linked below.\nhttps://oakfield.sharepoint.com/sites/hr/reference' } },
  { name: 'an interview timetable', draft: { to: ['kit.lowe@marsh-hill.example'], subject: 'Interview on 2 December', body: 'Dear Kit, we look forward to meeting you at 9:00. Bring proof of identity and your certificates. There is a 20-minute lesson with Year 4.' } },
  { name: 'a birthday cake in the staff room', draft: { to: ['tas@oakfield.example'], subject: 'Cake!', body: 'There is cake in the staff room for Ana’s fortieth. First come, first served.' } },
  { name: 'a lift offered', draft: { to: ['kit@oakfield.example'], subject: 'Lift on Thursday', body: 'I can take two to the training in Fellside. Ring me if you need picking up, 07700 900461.' } },
  { name: 'union business to a colleague', draft: { to: ['kit@oakfield.example'], subject: 'Meeting about workload', body: 'There is a meeting in the hall on Thursday at 15:45 about the directed-time calendar. All members welcome.' } },
  { name: 'a grumble about the photocopier', draft: { to: ['kit@oakfield.example'], subject: 'That machine again', body: 'The blasted photocopier has eaten my mock papers again. What a shambles. I could have killed it.' } },
  { name: 'a cover request at short notice', draft: { to: ['ana@oakfield.example', 'kit@oakfield.example'], subject: 'P3 today', body: 'Could either of you take 9C period 3? Mel has been called to the front office.' } },
];

const suppliers: readonly SchoolMail[] = [
  { name: 'a catering order', draft: { to: [supplier], subject: 'Order for Friday', body: 'Please deliver 40 sandwiches (10 vegetarian, 4 gluten free) and fruit for the governors’ lunch. PO 20261118-07.' } },
  { name: 'a purchase order attached', draft: { to: [supplier], subject: 'PO 45127781', body: 'Please find the order attached.', attachments: [text('PO 45127781.txt', 'Order 4512 7781\nQuantity: 40\nUnit price: 3.20\nTotal: 128.00\nDeliver to: Oakfield Academy, Mill Lane, LS1 4AB')] } },
  { name: 'an invoice that is late', draft: { to: ['accounts@bright-blinds.example'], thread: 'reply', subject: 'RE: Overdue invoice 99012', body: 'This was paid on 12 November, reference OAK99012. Could you check again?', quoted: quotedFrom('Accounts <accounts@bright-blinds.example>', 'Account 12345678, sort code 12-34-56, amount 412.80.') } },
  { name: 'a quotation accepted', draft: { to: ['sales@fellside-fencing.example'], subject: 'Quotation Q-2211', body: 'We are happy with your quotation of 2,310 pounds plus VAT. When could you start?' } },
  { name: 'a book order for the library', draft: { to: ['schools@pagewell-books.example'], subject: 'Library order', body: 'Please send: 3 copies, ISBN 978-1-4028-9462-6; 2 copies, ISBN 978-0-306-40615-7. Account OAK221.' } },
  { name: 'a boiler that does not work', draft: { to: ['help@warmspace.example'], subject: 'Boiler 2 is off', body: 'Error E119, serial number 2019 0004 8812. The hall is at 12 degrees. Could someone come today? Ask for Sam on 01632 960 221.' } },
  { name: 'parking passes', draft: { to: ['events@fellside-town.example'], subject: 'Coach parking on 3 December', body: 'Could we reserve two coach bays from 9:30 to 14:30? Registrations AB12 CDE and AB13 FGH.' } },
];

const academic: readonly SchoolMail[] = [
  { name: 'exam entries asked about', draft: { to: ['entries@northern-exams.example'], subject: 'Centre 37451: late entries', body: 'Could you tell us the fee for late entries for 8300/2H? We expect four. Many thanks, Exams Office' } },
  { name: 'exam entries with candidates’ numbers', draft: { to: ['entries@northern-exams.example'], subject: 'Centre 37451: entries', body: 'Attached as agreed.', attachments: [text('Entries.csv', 'Candidate,Name,ULN\n1001,Ada Testperson,1000000019\n1002,Ben Testperson,1000000027\n')] }, finds: ['sensitive-attachment: outside'] },
  { name: 'a mark scheme to a colleague', draft: { to: ['kit@oakfield.example'], subject: 'Mark scheme, paper 2', body: 'Here you are. Question 7 needs a second marker.', attachments: [text('Mark scheme P2.txt', 'Q1: 2 marks. Q2: 3 marks for method.')] } },
  { name: 'a lesson on slavery shared', draft: { to: ['kit@oakfield.example'], subject: 'Y8 lesson 4', body: 'The sources use the language of the time, so read the content warning first. The word is printed on slide 6; we do not say it aloud.' } },
  { name: 'a set text with strong language', draft: { to: ['ana@oakfield.example'], subject: 'Of Mice and Men', body: 'Chapter 2 has “bastard” and “son of a bitch”. The GCSE class can handle it; put it in the letter home all the same.' } },
  { name: 'homework to a pupil', draft: { to: ['femi.o@pupils.oakfield.example'], subject: 'Worksheet 6', body: 'Hi Femi, here is the worksheet you missed. Hand it in on Teams by Monday. Mr Marlow', attachments: [text('Worksheet 6.txt', 'Simplify 6/8.')] } },
  { name: 'a pupil told where to ask for help', draft: { to: ['femi.o@pupils.oakfield.example'], subject: 'Coursework', body: 'If Teams plays up, ring the school office on 01632 960 100 or message me on Teams.' } },
  { name: 'a model answer with invented people', draft: { to: ['kit@oakfield.example'], subject: 'PSHE case studies', body: 'Case study 1: Ali, 15, is being bullied online. Case study 2: Beth, 14, is worried about a friend who does not eat. Discuss.' } },
  { name: 'data for the governors without names', draft: { to: ['clerk@oakfield.example'], subject: 'Outcomes 2026', body: 'KS2: reading 74 %, writing 70 %, maths 76 %. Disadvantaged gap: 9 points.' } },
  { name: 'a school report sent to a parent who asked', draft: { to: [parent], thread: 'reply', subject: 'RE: Report', body: 'As you asked, here is the copy of the autumn report.', quoted: quotedFrom('Joy Okafor <j.okafor82@gmail.com>', 'Could you send the report again?'), attachments: [text('Autumn report.txt', 'English: working at the expected standard. Maths: above. Behaviour for learning: very good.')] } },
];

const parents: readonly SchoolMail[] = [
  { name: 'parents’ evening times', draft: { to: [parent], subject: 'Parents’ evening', body: 'Dear Mr Okafor, you are down for 17:20 on Thursday with Mrs Reed in room 12. The car park fills up quickly.' }, finds: ['personal-recipient: plain'] },
  { name: 'a newsletter to the mailing service', draft: { to: ['oakfield@newsletters.example'], subject: 'Newsletter 9', body: 'Dear families, the Christmas fair is on 4 December. Year 6 raised 214 pounds for the hospice. INSET day: 4 January.' } },
  { name: 'the parents’ list told about the fair', draft: { to: ['all-parents@oakfield.example'], lists: ['all-parents@oakfield.example'], subject: 'Christmas fair', body: 'Dear parents and carers,\n\nThe fair is on 4 December from 14:00. Cakes are welcome; nut free, please.' } },
  { name: 'a complaint answered', draft: { to: [parent], thread: 'reply', subject: 'RE: Complaint', body: 'Dear Mr Okafor, I am sorry that this upset you. I have spoken to the member of staff and to the boys. Could we meet on Tuesday at 15:30?', quoted: quotedFrom('Joy Okafor <j.okafor82@gmail.com>', 'I am furious. Somebody called my son an idiot at lunch.') } },
  { name: 'a thank-you to a volunteer', draft: { to: ['margaret.hughes@btinternet.com'], subject: 'Thank you', body: 'Dear Margaret, the children loved the reading afternoon. See you after half term!' }, finds: ['personal-recipient: plain'] },
  { name: 'a music lesson moved', draft: { to: ['tom@fellside-music.example'], subject: 'Lessons on Monday', body: 'Hi Tom, the hall is taken on Monday. Could the three cello lessons be in room 4?' } },
  { name: 'a parent governor invited', draft: { kind: 'appointment', to: ['clerk@oakfield.example', 'joy.okafor@governors.oakfield.example'], subject: 'Finance committee', body: 'Agenda: 1. Apologies 2. Minutes 3. Budget 4. Any other business' } },
];

const itAndNews: readonly SchoolMail[] = [
  { name: 'an IT ticket', draft: { to: ['helpdesk@oakfield.example'], subject: 'Projector in room 12', body: 'It says “no signal” since the update. Laptop OAK-LT-0231. I have tried another cable.' } },
  { name: 'a password reset asked for', draft: { to: ['helpdesk@oakfield.example'], subject: 'Locked out', body: 'I have forgotten my password again, could you reset it? I am in until 16:00.' } },
  { name: 'a supplier’s support asked about a log-in page', draft: { to: ['support@learnwell.example'], subject: 'Single sign-on', body: 'Staff see “invalid password” when they use the Microsoft button. Which permission does the app need?' } },
  { name: 'the guest Wi-Fi for a visitor', draft: { to: ['trainer@fellside-training.example'], subject: 'Thursday', body: 'Sign in at reception. The guest Wi-Fi password is on the board in the hall.' } },
  { name: 'a scam reported to IT', draft: { to: ['helpdesk@oakfield.example'], thread: 'forward', subject: 'FW: Your mailbox is full', body: 'Is this real?', quoted: quotedFrom('Admin <admin@mailbox-verify.example>', 'Verify your password within 24 hours or your account will be closed.') } },
  { name: 'software news passed on', draft: { to: ['kit@oakfield.example'], thread: 'forward', subject: 'FW: What’s new this term', body: 'Slide 4 may be of use.', quoted: quotedFrom('News <news@learnwell.example>', 'You get this email because you signed up. Unsubscribe here.') } },
  { name: 'a link to the shared drive', draft: { to: ['visits@fellside-council.example'], subject: 'Plan for the visit', body: 'It is here: https://oakfield.sharepoint.com/:w:/s/trips/plan' } },
  { name: 'Ofsted: the phone call', draft: { to: ['ana@oakfield.example', 'kit@oakfield.example'], subject: 'Inspection tomorrow', body: 'The call came at 10:20: two inspectors, two days, from 8:00. Briefing in the library at 15:30. Do not stay late tonight, please.', at: '2026-11-18T14:00:00Z' } },
  { name: 'a long chain of replies about a date', draft: { to: ['ana@oakfield.example'], thread: 'reply', subject: 'RE: RE: FW: RE: Date for the carol service', body: 'The 16th then. Ana', quoted: [1, 2, 3, 4].map((turn) => quotedFrom('Kit Lowe <kit@oakfield.example>', `Could we say the ${turn + 12}th?`)).join('\n\n') } },
  { name: 'a calendar invitation to colleagues', draft: { kind: 'appointment', to: ['ana@oakfield.example', 'kit@oakfield.example'], subject: 'Planning, Year 5', body: 'Week 10: fractions. Bring the marked books.' } },
  { name: 'a calendar invitation to a parent and the SENCO', draft: { kind: 'appointment', to: [parent, 'senco@oakfield.example'], subject: 'Meeting on Tuesday', body: 'We will meet in room 3. Reception will let you in.' }, finds: ['personal-recipient: plain'] },
  { name: 'a fire drill told to a neighbour', draft: { to: ['warden@st-annes-church.example'], subject: 'Fire drill on Wednesday', body: 'The alarm will sound at about 10:10 for five minutes. Apologies for the noise.' } },
  { name: 'the council asked about admissions', draft: { to: [council], subject: 'In-year admissions', body: 'We have two places in Year 4 and none in Year 2. Could you update the list?' } },
  { name: 'the local paper told about a prize', draft: { to: ['news@fellside-gazette.example'], subject: 'Science prize', body: 'Our Year 9 team won the regional science prize with a bridge made of spaghetti. Photographs are on the school’s website.' } },
];

/** Mails that hold words, numbers or names which a hasty check would take for something else. */
const nearMisses: readonly SchoolMail[] = [
  { name: 'the safeguarding policy sent to a parent who asked', draft: { to: [parent], thread: 'reply', subject: 'RE: Policies', body: 'Attached, as you asked.', attachments: [text('Safeguarding and child protection policy.txt', 'All staff must report a concern about a child at once to the designated safeguarding lead. A child in need or with a child protection plan is reviewed weekly.')], quoted: quotedFrom('Joy Okafor <j.okafor82@gmail.com>', 'Could I see the policy?') } },
  { name: 'the SEN information report sent to a school', draft: { to: ['senco@marsh-hill-primary.example'], subject: 'SEN information report', body: 'Here is ours for comparison.', attachments: [text('SEN information report 2026.txt', 'Of 412 pupils 58 are on SEN support and 11 have an EHCP. Needs: autism, ADHD, speech and language.')] } },
  { name: 'a blank medical form to a trip provider', draft: { to: ['bookings@bewerley-lodge.example'], subject: 'Your form', body: 'Is this the current version?', attachments: [text('Medical form BLANK.txt', 'Name of child: ________ Date of birth: ________ Allergies: ________ Medication: ________ Doctor: ________ NHS number: ________')] } },
  { name: 'an invoice that shows the school’s own bank account', draft: { to: ['accounts@fellside-council.example'], subject: 'Invoice 2026/114', body: 'Please find our invoice attached.', attachments: [text('Invoice 2026-114.txt', 'Hall hire: 120.00. Please pay Oakfield Academy, sort code 20-00-00, account 55779911, reference 114.')] } },
  { name: 'how to pay the school, in the words of a mail', draft: { to: ['hall.hire@fellside-dance.example'], subject: 'Hall hire', body: 'Please pay 120 pounds to Oakfield Academy, sort code 20-00-00, account number 55779911, by Friday.' } },
  { name: 'an online meeting with its passcode', draft: { kind: 'appointment', to: ['visits@fellside-council.example'], subject: 'Review call', body: 'Microsoft Teams meeting\nJoin: https://teams.microsoft.com/l/meetup-join/19abc\nMeeting ID: 312 445 889 10\nPasscode: aB3dEf' } },
  { name: 'a Zoom link with a passcode', draft: { to: ['author@pagewell-books.example'], subject: 'Author visit', body: 'Join Zoom Meeting\nhttps://zoom.example/j/99887766554\nMeeting ID: 998 8776 6554\nPasscode: 441208' } },
  { name: 'a quiz code for a class', draft: { to: ['femi.o@pupils.oakfield.example'], subject: 'Quiz', body: 'Go to the quiz page and use game pin 4412089. The code works until Friday.' } },
  { name: 'a discount code', draft: { to: [supplier], subject: 'Offer', body: 'Does the code SCHOOL10 still work for orders over 100 pounds?' } },
  { name: 'a file that is locked, with the password to follow', draft: { to: ['j.alder@alder-law.example'], subject: 'Papers', body: 'The papers are password protected. I will ring you with the password at 14:00.' } },
  { name: 'how user names are made', draft: { to: ['support@learnwell.example'], subject: 'Rollover', body: 'Usernames are first name and surname with a dot; passwords come from Microsoft. Nothing else to load.' } },
  { name: 'a team sheet for a match', draft: { to: ['pe@marsh-hill-primary.example'], subject: 'Thursday’s match', body: 'Our team: Femi, Ben, Ada, Carla, Dev, Ella and Gus. Kick-off at 15:45. Could you bring the bibs?' } },
  { name: 'six adrenaline pens ordered', draft: { to: ['orders@dales-pharmacy.example'], subject: 'Order', body: 'Please send six adrenaline auto-injectors (0.3 mg) and four salbutamol inhalers for our emergency kits, on headed paper as attached.', attachments: [text('Order.txt', 'Six adrenaline auto-injectors 0.3 mg; four salbutamol inhalers with spacers.')] } },
  { name: 'a relationships-education workshop booked', draft: { to: ['workshops@healthy-talk.example'], subject: 'RSE day', body: 'Could you run the sessions on consent, contraception and sexual health for Year 10 on 8 December?' } },
  { name: 'an assembly about faiths', draft: { to: ['imam@fellside-mosque.example'], subject: 'Assembly', body: 'Thank you for coming to speak about Ramadan. Most of Year 7 had never met a Muslim leader, and the Hindu and Sikh visitors were as good.' } },
  { name: 'the union’s election', draft: { to: ['kit@oakfield.example'], subject: 'Rep election', body: 'Nominations for the union rep close on Friday. Mel and Ana are standing.' } },
  { name: 'an operation in one’s own family', draft: { to: ['head@oakfield.example'], subject: 'Thursday', body: 'My mum has her operation on Thursday. Could I have the morning off, unpaid if need be?' } },
  { name: 'a nosebleed told to a parent', draft: { to: [parent], subject: 'First aid today', body: 'Dear Mr Okafor, Femi had a nosebleed in PE. It stopped after five minutes and he went back to class.' }, finds: ['personal-recipient: plain'] },
  { name: 'a bump told to a parent', draft: { to: [parent], subject: 'Bumped head', body: 'Femi bumped his head at lunch and had a cold pack. He seems fine. Please keep an eye on him tonight.' }, finds: ['personal-recipient: plain'] },
  { name: 'free school meals explained', draft: { to: [parent], subject: 'School meals', body: 'If you get one of the benefits listed on the council’s page you can apply for free school meals there. It takes ten minutes.' }, finds: ['personal-recipient: plain'] },
  { name: 'a place called Penistone, and Mr Dick', draft: { to: ['hire@penistone-minibus.example'], subject: 'Minibus', body: 'Could Mr Dick drive us from Penistone to Cockermouth, and Mrs Fanny Hancock back?' } },
  { name: 'a joke between friends', draft: { to: ['kit@oakfield.example'], subject: 'Coffee', body: 'I would kill for a coffee. If you eat the last biscuit again I shall never forgive you.' } },
  { name: 'a request to pass on a notice', draft: { to: ['ana@oakfield.example', 'kit@oakfield.example'], subject: 'For your forms', body: 'Please pass this on to your form groups: the library is closed on Wednesday.' } },
  { name: 'a blood-donor day', draft: { to: ['tas@oakfield.example'], subject: 'Blood donors', body: 'The van is in the car park on Friday. Share it with anyone who might come.' } },
  { name: 'a raffle at the fair', draft: { to: ['tas@oakfield.example'], subject: 'Raffle', body: 'Tickets are a pound a strip; the draw is at 15:00. First prize is a hamper.' } },
  { name: 'a letter that is linked and not attached', draft: { to: ['visits@fellside-council.example'], subject: 'The letter', body: 'The letter is attached as a link: https://oakfield.sharepoint.com/:w:/s/letters/1', attachments: [{ name: 'Letter.docx', kind: 'link' }] } },
  { name: 'a question about somebody else’s attachment', draft: { to: ['ana@oakfield.example'], thread: 'reply', subject: 'RE: Minutes', body: 'Thanks. I could not open the attached file; could you send it again?', quoted: quotedFrom('Ana Reed <ana@oakfield.example>', 'Minutes attached.') } },
  { name: 'a signature with a logo and a mobile number', draft: { to: [supplier], subject: 'Delivery', body: 'Is 9:30 all right?\n\nDee Marlow\nSENCO, Oakfield Academy\nT 01632 960 100 | M 07700 900321', attachments: [{ name: 'logo.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), inline: true }] } },
  { name: 'a trainee’s placement, to a university', draft: { to: ['partnership@fellside-university.example'], subject: 'Placement', body: 'Kit Lowe has settled in well. The mentor meeting is on Tuesdays, and the first formal observation is on 24 November.' } },
  { name: 'a photograph order', draft: { to: ['orders@smile-schools.example'], subject: 'Photographs', body: '412 pupils in 14 classes. Siblings at 8:30. Could you leave the proofs at reception?' } },
  { name: 'scores of a class, to a colleague', draft: { to: ['ana@oakfield.example'], subject: 'Times tables', body: 'Here are this week’s.', attachments: [text('Scores.csv', 'Name,Score\nFemi,22\nBen,25\nAda,19\nCarla,25\nDev,24\nElla,21\n')] } },
  { name: 'a child’s asthma pump that runs out', draft: { to: [parent], subject: 'Inhaler', body: 'Dear Mr Okafor, Femi Okafor’s asthma inhaler runs out this week. Could you send a new one with his name on it?' }, finds: ['sensitive-body: personal', 'personal-recipient: with-sensitive'] },
  { name: 'a review meeting about a child, to the parent', draft: { to: [parent], subject: 'Review on 3 December', body: 'Dear Mr Okafor, the annual review of Femi Okafor’s EHCP is on 3 December at 9:30.' }, finds: ['sensitive-body: personal', 'personal-recipient: with-sensitive'] },
  { name: 'immunisation numbers for the NHS team', draft: { to: ['immunisations@nhs.net'], subject: 'Flu, Year 5', body: 'We have 28 consents of 30. The hall is free from 9:00.' } },
];

export const SCHOOL_MAILS: readonly SchoolMail[] = [...trips, ...absences, ...staff, ...suppliers, ...academic, ...parents, ...itAndNews, ...nearMisses];
