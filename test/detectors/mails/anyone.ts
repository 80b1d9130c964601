import { holds, says } from './mail-writer';
import type { SchoolMail } from './mail-writer';

export const anyone: readonly SchoolMail[] = [
  holds('anyone', 'a number asked for above and given below', (w) => `${w.upn()}\n\n> On Mon, Sue wrote:\n> What is Aria Shah's UPN?`),
  holds('anyone', 'a list in sentences with and', (w) => `On ${w.special('free school meals')} in Year 11: Aria Shah, Ben Booth and Cal Marsh.`),
  holds('anyone', 'a table with semicolons', (w) => `Name;DOB;FSM\nAria Shah;${w.value('date-of-birth', '2014-09-01')};${w.special('Y')}\nBen Booth;${w.value('date-of-birth', '2014-10-02')};N\nCal Marsh;${w.value('date-of-birth', '2015-01-03')};${w.special('Y')}`, 3),
  holds('anyone', 'text from a PDF list', (w) => `Name UPN DOB SEN\nAria Shah ${w.upn()} ${w.value('date-of-birth', '01/09/2014')} K\nBen Booth ${w.upn()} ${w.value('date-of-birth', '02/10/2014')} N\nCal Marsh ${w.upn()} ${w.value('date-of-birth', '03/01/2015')} E`, 3),
  holds('anyone', 'the same child twice', (w) => {
    const upn = w.upn();
    return `Aria Shah UPN ${upn}. As I said, Aria Shah (UPN ${w.value('upn', upn)}) starts Monday.`;
  }, 1),
  holds('anyone', 'ethnicity and religion in columns', (w) => `Pupil\tEthnicity\tReligion\nAria Shah\t${w.special('Pakistani')}\tMuslim\nBen Booth\t${w.special('White British')}\tNone`, 2),
  holds('anyone', 'a birthday list told to be for a party', (w) => `Dates of birth for the cards: Aria Shah ${w.value('date-of-birth', '1/9/14')}, Ben Booth ${w.value('date-of-birth', '2/10/14')}`),
  says('anyone', 'a thank you', 'Thanks so much for yesterday, it was lovely. See you on the 4th!'),
  says('anyone', 'an out of office', 'I am on leave until 04/01/2027. For urgent matters call 01632 960 100 or 07700 900100. Kind regards, Sarah Green, Deputy Head, Oakfield Academy, HU10 6UE'),
  says('anyone', 'a sports fixture', 'U13 netball v Wolfreton, Tues 4pm. Squad: Aria, Eve, Fay, Dee, Cora, Mia, Ellie. Back by 5:45.'),
  says('anyone', 'a cast list', 'Oliver! Oliver: Ben Booth. Nancy: Cora Lind. Fagin: Max Adeyemi. Bill: Jude Kerr. Rehearsals Mondays.'),
  says('anyone', 'a reading list', 'Children who enjoyed The Curious Incident, in which Christopher is autistic, may like A Kind of Spark. ISBN 9781788951678.'),
  says('anyone', 'a charity appeal', 'This year we are raising money for the Brain Tumour Charity in memory of all who have lost someone to cancer. JustGiving page below.'),
  says('anyone', 'a history of a building', 'Oakfield opened in 1887 as an asylum school. In 1944 the school was evacuated; registers show 312 children.'),
  says('anyone', 'assembly', 'Assembly theme: overcoming barriers. Helen Keller was deaf and blind and wrote 12 books. Stephen Hawking had motor neurone disease.'),
  says('anyone', 'a code', 'Kahoot game pin 482913, join at kahoot.example. House points code H801.'),
  says('anyone', 'budget', 'E01 teaching staff 1,234,567 E03 support 456,789 I01 funds 2,345,678.00; cost centre 100200 300400. PO 4500987654.'),
  says('anyone', 'a staff birthday', 'Cake in the staff room: Tom Hall turns 50 on Friday!'),
];
