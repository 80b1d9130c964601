import { scanSegments, scanText, sensitiveData } from '../../src/detectors';
import { DEFAULT_DETECTION, EMPTY_SCAN } from '../../src/domain';
import type { Scan, TextSegment } from '../../src/domain';

const NO_TUNING = DEFAULT_DETECTION;

const PUPILS = ['Amelia Clarke', 'Theo Khan', 'Olivia Singh', 'Noah Begum', "Zara O'Connor", 'Kacper Nowak', 'Isla Green', 'Leo MacDonald', 'Ruby Okafor', 'Yusuf Ali', 'Grace Davies', 'Rhys Evans'];
const NEEDS = ['K', 'E', 'N', 'K', 'N', 'E', 'K', 'N', 'N', 'K', 'E', 'N'];
const REGISTER = [['Name', 'Year', 'SEN', 'FSM', 'Notes'], ...PUPILS.map((name, i) => [name, '4', NEEDS[i] as string, 'N', ''])];

interface SheetOptions {
  readonly path?: readonly string[];
  readonly place?: string;
  readonly hidden?: string;
  readonly notation?: 'cell' | 'row';
  readonly firstRow?: number;
  readonly firstColumn?: number;
}

function sheet(rows: readonly (readonly string[])[], options: SheetOptions = {}): TextSegment {
  const { path = [], place = 'Sheet2', hidden, notation = 'cell', firstRow = 1, firstColumn = 1 } = options;
  return {
    path,
    place,
    text: rows.map((row) => row.join('\t')).join('\n'),
    ...(hidden === undefined ? {} : { hidden }),
    table: { rows: rows.map((_row, i) => firstRow + i), columns: (rows[0] as readonly string[]).map((_cell, i) => firstColumn + i), notation },
  };
}

function summary({ people, kinds, where }: Scan): string {
  return `${people} people's ${kinds.join(' and ')} in ${where}`;
}

const inSheets = (...segments: readonly TextSegment[]): string => summary(scanSegments(segments, NO_TUNING));
const inText = (text: string): string => summary(scanText(text, NO_TUNING));

describe('tables in files', () => {
  test('a register in a sheet: every row is a person, an N included, and the place is the table', () => {
    expect(inSheets(sheet(REGISTER))).toBe("12 people's SEN needs in Sheet2!B2:F13");
  });

  test('a match names its own cell', () => {
    expect(scanSegments([sheet(REGISTER)], NO_TUNING).matches[0]).toMatchObject({ detector: 'special-category', where: 'Sheet2!D2', masked: '•', level: 'high' });
  });

  test('a title and an empty row above the header', () => {
    expect(inSheets(sheet([['Support list', '', '', '', ''], ['', '', '', '', ''], ...REGISTER]))).toBe("12 people's SEN needs in Sheet2!B4:F15");
  });

  test('columns beyond Z', () => {
    expect(inSheets(sheet(REGISTER, { firstColumn: 25, firstRow: 99 }))).toBe("12 people's SEN needs in Sheet2!Z100:AD111");
  });

  test('a hidden sheet says so', () => {
    expect(inSheets(sheet(REGISTER, { hidden: 'hidden sheet' }))).toBe("12 people's SEN needs in Sheet2 (hidden sheet)!B2:F13");
  });

  test('a CSV in an archive is told by its lines', () => {
    expect(inSheets(sheet(REGISTER, { path: ['b.zip', 'c.csv'], place: '', notation: 'row' }))).toBe("12 people's SEN needs in b.zip > c.csv > lines 2–13");
  });

  test('a table in a document is told by its rows', () => {
    expect(inSheets(sheet(REGISTER, { place: 'table 2', notation: 'row' }))).toBe("12 people's SEN needs in table 2, rows 2–13");
  });

  test('the same pupils in two sheets are counted once', () => {
    expect(inSheets(sheet(REGISTER, { place: 'Autumn' }), sheet(REGISTER, { place: 'Spring' }))).toBe("12 people's SEN needs in Autumn!B2:F13 and Spring!B2:F13");
  });

  test('many places are counted, not listed', () => {
    const pages = [1, 2, 3, 4].map((page) => ({ path: [], place: `page ${page}`, text: `${PUPILS[page] as string} has an EHCP.` }));
    expect(summary(scanSegments(pages, NO_TUNING))).toBe("4 people's SEN needs in page 1 and 3 other places");
  });

  test('a pupil with a UPN in one sheet and a name in another is one', () => {
    const numbers = sheet([['Name', 'UPN'], ['Theo Khan', 'H801200001001'], ['Amelia Clarke', 'D001200026002']], { place: 'A' });
    const needs = sheet([['Name', 'SEN'], ['Theo Khan', 'K'], ['Ruby Okafor', 'E']], { place: 'B' });
    expect(scanSegments([numbers, needs], NO_TUNING).people).toBe(3);
  });

  test('two pupils of one name with two UPNs are two', () => {
    const rows = [['Name', 'UPN'], ['Theo Khan', 'H801200001001'], ['Theo Khan', 'D001200026002']];
    expect(scanSegments([sheet(rows)], NO_TUNING).people).toBe(2);
  });

  test('a page and a comment', () => {
    const segments: TextSegment[] = [
      { path: ['forms.zip', 'a.pdf'], place: 'page 3', text: 'Theo Khan has asthma.' },
      { path: ['forms.zip', 'a.pdf'], place: '', hidden: 'document properties', text: 'UPN H801200001001' },
    ];
    expect(scanSegments(segments, NO_TUNING).matches.map(({ where }) => where)).toEqual(['forms.zip > a.pdf > page 3', 'forms.zip > a.pdf > document properties']);
  });
});

describe('tables in text', () => {
  const rows = (separator: string): string => PUPILS.map((name, i) => [...name.split(' ').reverse(), '12/03/2011', NEEDS[i]].join(separator)).join('\n');

  test.each([
    ['tabs', '\t'],
    ['commas', ','],
    ['semicolons', ';'],
    ['bars', ' | '],
    ['single spaces, as a PDF gives them', ' '],
  ])('parted by %s', (_name, separator) => {
    expect(inText(`Class list below\n${['Surname', 'Forename', 'DOB', 'SEN'].join(separator)}\n${rows(separator)}\n`)).toBe("12 people's SEN needs and dates of birth in lines 3–14");
  });

  test('parted by wide gaps, with empty cells', () => {
    const text = 'Name             DOB         SEN  Medical\nAmelia Clarke    12/03/2011  K    asthma\nTheo Khan        13/04/2011       nut allergy\nIsla Green       14/05/2011  E';
    expect(inText(text)).toBe("3 people's SEN needs and health details and dates of birth in lines 2–4");
  });

  test.each([
    ['a team sheet', 'Player\tDOB\tPosition\nTheo Khan\t12/03/2011\tWing\nZara Bright\t13/03/2011\tCentre', "2 people's dates of birth in lines 2–3"],
    ['a team sheet with a longer head', 'Name of player,Date of birth\nTheo Khan,12/03/2011\nZara Bright,13/03/2011', "2 people's dates of birth in lines 2–3"],
    ['a gala', 'Swimmers       DOB         Stroke\nTheo Khan      12/03/2011  Back\nZara Bright    13/03/2011  Fly', "2 people's dates of birth in lines 2–3"],
    ['a trip', 'Participant;Medical;Contact\nTheo Khan;asthma;Mum\nZara Bright;none;Dad', "2 people's health details in lines 2–3"],
    ['a club', 'Member | Date of birth\nTheo Khan | 12/03/2011\nZara Bright | 13/03/2011', "2 people's dates of birth in lines 2–3"],
    ['a conference', 'Delegate\tDate of birth\tDisability\nTheo Khan\t12/03/1981\tnone\nZara Bright\t13/03/1982\twheelchair', "2 people's health details and dates of birth in lines 2–3"],
    ['who owes what', 'Pupil\tDinner debt\nJo Okafor\t23.50\nAnn Hale\t£12.00\nSam Field\t0.00', "3 people's confidential details in lines 2–4"],
    ['the single central record', 'Name,Role,DBS number,DBS date\nKaren Wade,Teacher,001234567891,01/09/2019\nOwen Price,TA,001234567892,03/09/2021', "2 people's HR details in lines 2–3"],
    ['an export with underscores', 'pupil_name,date_of_birth,sen_status\nTheo Khan,12/03/2016,K\nIvy Ross,02/04/2016,E', "2 people's SEN needs and dates of birth in lines 2–3"],
    ['an export in one word each', 'PupilName,DateOfBirth,SENStatus\nTheo Khan,12/03/2016,K\nIvy Ross,02/04/2016,E', "2 people's SEN needs and dates of birth in lines 2–3"],
    ['headers with full stops', 'PUPIL NAME,D.O.B.,S.E.N.\nTheo Khan,12/03/2016,K\nIvy Ross,02/04/2016,E', "2 people's SEN needs and dates of birth in lines 2–3"],
    ['answers to a survey', 'Name,Form,How often do you feel sad?,Do you self-harm?\nTheo Khan,8A,Often,Yes\nIvy Ross,8B,Never,No', "2 people's safeguarding details in lines 2–3"],
    ['who is in arrears', 'Name,Class,Arrears\nJo Okafor,4B,£23.50\nAnn Hale,4B,£0.00', "2 people's confidential details in lines 2–3"],
  ])('people by what they do: %s', (_name, text, found) => {
    expect(inText(text)).toBe(found);
  });

  test.each([
    ['an order', 'Item\tQty\tPrice\nGlue sticks\t40\t23.50\nMedical tape\t2\t12.00'],
    ['goals', 'Player\tGoals\tAssists\nTheo Khan\t4\t2\nZara Bright\t1\t1'],
    ['fixtures', 'Player\tMatch date\tOpponent\nTheo Khan\t12/03/2026\tFellside\nZara Bright\t13/03/2026\tMarsh Lane'],
    ['a menu', 'Dish\tDietary\tPrice\nDhal\tvegan\t2.50\nPie\tcontains egg\t2.70'],
    ['terms of governors', 'Member\tTerm ends\nTheo Khan\t12/03/2026\nZara Bright\t13/03/2026'],
    ['results by candidate number, which name nobody', 'Candidate no\tGrade\n1023\t7\n1024\t5\n1030\t9'],
    ['what suppliers are owed', 'Supplier\tAmount owed\nEdu Books Ltd\t£230.50\nMarsh Paper\t£12.00'],
    ['names with amounts, which may be sponsors', 'Name\tAmount\nJo Okafor\t£23.50\nAnn Hale\t£12.00'],
    ['stock', 'Kit\tMember price\tIn stock\nBibs\t£4.50\t30\nBalls\t£12.00\t8'],
    ['a form to fill in, with its example', 'Name\tDOB\tSEN status\tMedical\ne.g. Jo Bloggs\t01/01/2015\tK\tAsthma\n\t\t\t\n\t\t\t'],
    ['a form whose example has no words before it', 'Name\tDOB\tSEN status\nJoe Bloggs\t01/01/2015\tK\n\t\t'],
    ['who was trained', 'Name\tSafeguarding training\tPrevent training\tMedical course\nKaren Wade\tYes\t12/09/2026\tYes\nOwen Price\tYes\t12/09/2026\tNo'],
    ['a menu of the week', 'Day\tDish\tAllergens\tDietary\nMon\tPasta bake\tGluten, milk\t\nTue\tDhal and rice\tNone\tVegan, halal\nWed\tChicken curry\tMilk\tHalal'],
    ['what staff were trained in', 'Staff\tSafeguarding L2\tFirst aid\tEpiPen\tPrevent\nKaren Wade\t01/09/2026\t12/10/2025\tYes\t01/09/2026\nOwen Price\t01/09/2026\t\tYes\t01/09/2026'],
    ['who owns which policy', 'Policy\tOwner\tReview date\nChild protection\tJo Reed\t01/09/2027\nSEND\tAna Hart\t01/10/2027\nMedical needs\tKaren Wade\t01/11/2027'],
    ['an empty form in a table', 'Assessment request\nChild’s name\t\nDate of birth\t\nDiagnosis\t\nSocial worker\t\n'],
    ['counts in an export', 'school_name,fsm_count,sen_count\nOakfield,41,22\nMarsh Lane,30,12'],
    ['nobody in debt', 'Pupil\tArrears\nJo Okafor\t0.00\nAnn Hale\t£0'],
  ])('no details of people: %s', (_name, text) => {
    expect(inText(text)).toBe("0 people's  in ");
  });

  test('people side by side, each line a detail', () => {
    expect(scanText('Pupil\tTheo Khan\tIvy Ross\tMax Cole\nYear\t7\t7\t8\nSEN need\tAutism\tADHD\tDyslexia', NO_TUNING).kinds).toEqual(['SEN needs']);
  });

  test('a bar table with a line of dashes, as some editors write it', () => {
    expect(inText('| Pupil | SEND need | FSM |\n|---|---|---|\n| Theo Khan | ASD | Y |\n| Isla Green | SLCN | N |')).toBe("2 people's SEN needs and free school meals details in lines 3–4");
  });

  test('quoted cells that hold their separator', () => {
    expect(inText('Name,Medical notes\n"Khan, Theo","Nut allergy, carries EpiPen"\n"Green, Isla",none\n"Ali, Yusuf",asthma')).toBe("3 people's health details in lines 2–4");
  });

  test('staff pay', () => {
    expect(inText('Staff name\tSalary\tNI number\nSara Jones\t£32,000\tAB123456C\nTom Green\t£41,000\tAB123457C')).toBe("2 people's HR details and National Insurance numbers in lines 2–3");
  });

  test('people of one name are told apart by their numbers or dates of birth, however often each stands there', () => {
    expect(inText('TRN\tNI\tSurname\n7633124\tAB123456C\tLow\n7633125\tCE123456A\tLow\n7633126\tCE123457A\tOrr')).toMatch(/^3 people's /);
    expect(inText('Name\tDOB\nAmy\t04/03/2014\nBen\t05/06/2013\nAmy\t07/08/2013')).toMatch(/^3 people's /);
    expect(inText('Name\tDOB\nAmy Low\t04/03/2014\nBen Orr\t05/06/2013\nAmy Low\t04/03/2014')).toMatch(/^2 people's /);
  });

  test('what is told of nobody in particular is told of those whose details stand there', () => {
    expect(inText('From: Early Help\nMum - Keira, 01/07/91\nChild 1 - Jude, 18/07/12\nChild 2 - Poppy, 04/12/19')).toMatch(/^3 people's /);
  });

  test('one UPN twenty-five times is one pupil', () => {
    expect(inText(`UPN list\n${'H801200001001\n'.repeat(25)}`)).toBe("1 people's UPNs in lines 2–26");
  });

  test('a list of NHS numbers that no heading explains has as many people as numbers', () => {
    const numbers = ['9991000003', '9991000011', '9991000038', '9991000046', '9991000054', '9991000062'];
    expect(inText(numbers.map((number, i) => `${PUPILS[i] as string},${number}`).join('\n'))).toBe("6 people's NHS numbers in lines 1–6");
  });

  test.each([
    ['again below the first rows', 'Name,UPN', 'Name,UPN'],
    ['in capitals and with spaces', 'Name,UPN', ' NAME , "UPN"'],
    ['with a column nobody knows', 'Name,UPN,Year', 'Name,UPN,Year'],
    ['in another order', 'Name,UPN', 'UPN,Name'],
  ])('a header that stands %s is nobody', (_name, header, repeated) => {
    const pupils = [['Theo Khan', 'H801200001001'], ['Amelia Clarke', 'D001200026002']];
    const block = (heading: string): string => [heading, ...pupils.map((cells) => (heading.startsWith('UPN') ? cells.slice().reverse() : cells).concat(heading.endsWith('Year') ? '4' : []).join(','))].join('\n');
    expect(inText(`${block(header)}\n${block(repeated)}`)).toMatch(/^2 people's UPNs in /);
    expect(inText(`${block(header)}\n${repeated}`)).toBe("2 people's UPNs in lines 2–3");
    expect(scanSegments([sheet(`${block(header)}\n${block(repeated)}`.split('\n').map((line) => line.split(',')))], NO_TUNING).people).toBe(2);
  });

  test('a second table below the first', () => {
    const text = 'Name\tSEN\nTheo Khan\tK\n\nName\tMedical\nIsla Green\tasthma';
    expect(inText(text)).toBe("2 people's SEN needs and health details in lines 2–5");
  });

  test.each([
    ['a header without rows', 'Name\tUPN\tSEN\tMedical\n'],
    ['rows without values', 'Name\tSEN\tMedical\nTheo Khan\t\t\nIsla Green\t\t'],
    ['figures', 'School\tFSM %\tSEN %\nOakfield\t12\t14'],
    ['a total', 'Name\tSEN\nTotal\tK\nAverage\tE'],
    ['a sentence with commas', 'Please send name, UPN, DOB, SEN and FSM.\nThanks, Sara, for the list, of course'],
  ])('%s says nothing', (_name, text) => {
    expect(scanText(text, NO_TUNING)).toEqual(EMPTY_SCAN);
  });
});

describe('people in prose', () => {
  test('two details of one pupil are one person', () => {
    expect(inText('Theo Khan has asthma. UPN for Theo Khan: H801200001001, NHS number 999 123 4578.')).toBe("1 people's health details and UPNs and NHS numbers in line 1");
  });

  test('three pupils on three lines', () => {
    expect(inText('Amelia Clarke has an EHCP.\nTheo Khan has asthma.\nOlivia Singh is on a child protection plan.')).toBe("3 people's safeguarding details and SEN needs and health details in lines 1–3");
  });

  test('a password is nobody', () => {
    expect(scanText('password: Xk9#mPq2', NO_TUNING).people).toBe(0);
  });

  test('what is never shown alone does not add people to what is sure', () => {
    const scan = scanText('UPN H801200001001. Mum, Sara Khan, can be reached on 07700 900996', NO_TUNING);
    expect([scan.people, scan.kinds]).toEqual([1, ['UPNs']]);
    expect(scan.matches.map(({ detector }) => detector)).toEqual(['upn', 'phone']);
  });
});

describe('sensitive data in a scan', () => {
  test('a phone number alone is none', () => {
    expect(sensitiveData(scanText('Mum can be reached on 07700 900996', NO_TUNING), NO_TUNING, 'outside')).toBeNull();
  });

  test('a register is, with its people', () => {
    expect(sensitiveData(scanSegments([sheet(REGISTER)], NO_TUNING), NO_TUNING, 'outside')).toMatchObject({ people: 12, kinds: ['SEN needs'], where: 'Sheet2!B2:F13' });
  });
});

test('a text of sensitive words without end is read in part, and says so', () => {
  expect(scanText('Theo Khan has an EHCP. '.repeat(8000), NO_TUNING).isPartial).toBe(true);
  expect(scanText('Theo Khan has an EHCP. '.repeat(80), NO_TUNING).isPartial).toBe(false);
});

test('empty and odd texts give an empty scan', () => {
  for (const text of ['', ' ', '\n\n', '\u00ad\u200b', '\ud800', '\0']) expect(scanText(text, NO_TUNING)).toEqual(EMPTY_SCAN);
  expect(scanSegments([], NO_TUNING)).toEqual(EMPTY_SCAN);
});
