import { check } from '../../src/check';
import { detectors, maskIdentifiers, scanText, sensitiveData, shownMatch, whatItHolds, whatItSays } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import type { Detection, PlacedMatch } from '../../src/domain';
import { shippedPolicy } from '../policy-for-tests';
import { ORDINARY_ORGANISATION, sourceOf } from '../story';
import type { Story } from '../story';

/** A special category between 60 and 80, a UPN with its label at 100, and a bare NHS number, which is never shown alone. */
const ISOLATION = 'Theo Khan was put in isolation again for fighting.';
const UPN = 'UPN H801200001001';
const BARE = 'Theo Khan 999 824 5915';

function counts(text: string, where: 'outside' | 'inside', tuning: Partial<Detection> = {}): readonly string[] {
  const detection = { ...DEFAULT_DETECTION, ...tuning };
  return (sensitiveData(scanText(text, detection), detection, where)?.matches ?? []).map(({ detector }) => detector);
}

describe('how sure a match must be, by where the draft goes', () => {
  test('outside it takes 60, inside 80', () => {
    expect([counts(ISOLATION, 'outside'), counts(ISOLATION, 'inside')]).toEqual([['special-category'], []]);
    expect([counts(UPN, 'outside'), counts(UPN, 'inside')]).toEqual([['upn'], ['upn']]);
  });

  test('a policy moves each by itself', () => {
    expect(counts(ISOLATION, 'inside', { minScore: { outside: 60, inside: 70 } })).toEqual(['special-category']);
    expect(counts(ISOLATION, 'outside', { minScore: { outside: 80, inside: 60 } })).toEqual([]);
    expect(counts(ISOLATION, 'inside', { minScore: { outside: 80, inside: 60 } })).toEqual(['special-category']);
  });

  test('a low match never counts alone, however little is asked, but it does beside a surer one', () => {
    const lenient = { minScore: { outside: 50, inside: 50 } };
    expect(counts(BARE, 'outside', lenient)).toEqual([]);
    const asthma = 'Theo Khan has asthma.';
    expect(counts(`${BARE}\n\n${asthma}`, 'outside', lenient)).toEqual(['special-category', 'nhs-number']);
    expect(counts(`${BARE}\n\n${asthma}`, 'outside')).toEqual(['special-category']);
  });
});

describe('details that only support others', () => {
  const list = (rows: number): string => `Pupil\tDOB\n${['Theo Khan', 'Amelia Clarke', 'Zara Bright', 'Hugo Tan', 'Ivy Ross', 'Max Cole'].slice(0, rows).map((name, i) => `${name}\t0${i + 1}/03/2014`).join('\n')}`;

  test('count in a list of five people or more', () => {
    expect([counts(list(4), 'outside').length, counts(list(5), 'outside').length]).toEqual([0, 5]);
  });

  test('count from as many people on as the policy says', () => {
    expect([counts(list(3), 'outside', { tableMinRows: 3 }).length, counts(list(6), 'outside', { tableMinRows: 7 }).length]).toEqual([3, 0]);
  });
});

describe('in a whole draft', () => {
  async function situations(story: Story, tuning: Partial<Detection>): Promise<readonly string[]> {
    const policy = shippedPolicy('laat');
    const report = await check(sourceOf(story), { ...policy, organisation: { ...policy.organisation, ...ORDINARY_ORGANISATION }, detection: { ...policy.detection, ...tuning } });
    return report.findings.filter(({ rule }) => rule.startsWith('sensitive')).map(({ rule, situation }) => `${rule} ${situation}`);
  }
  const passedOn: Story = { to: ['x@fellside-centre.example'], thread: 'forward', body: 'See below.', quoted: `From: Kit Marsh <kit@oakfield.example>\n\nTheo Khan has epilepsy.` };
  const register: Story = { to: ['kit@oakfield.example'], attachments: [{ name: 'notes.txt', text: ISOLATION }] };

  test('the thread below is searched, unless the policy wants new text alone', async () => {
    expect(await situations(passedOn, {})).toEqual(['sensitive-body one-outside']);
    expect(await situations(passedOn, { quotedThread: 'new-text-only' })).toEqual([]);
  });

  test('a colleague is told of a file only from the score for inside on', async () => {
    expect(await situations(register, {})).toEqual([]);
    expect(await situations(register, { minScore: { outside: 60, inside: 70 } })).toEqual(['sensitive-attachment inside']);
  });
});

describe('what a masked value is, in words before it', () => {
  const shownAs = (detector: string): string => shownMatch({ detector, masked: '•••123' } as PlacedMatch);

  test.each([
    ['upn', 'UPN •••123'],
    ['nhs-number', 'NHS number •••123'],
    ['date-of-birth', 'date of birth •••123'],
    ['postcode', 'address •••123'],
    ['utr', 'tax reference •••123'],
    ['bank-account', 'bank details •••123'],
    ['special-category', 'personal details •••123'],
    ['email-list', 'email address •••123'],
    ['own-pattern', '•••123'],
  ])('%s', (detector, words) => {
    expect(shownAs(detector)).toBe(words);
  });

  test('is one thing and not many, for every detector', () => {
    const others = ['credentials'];
    const said = detectors.filter(({ id }) => !others.includes(id)).map(({ id }) => shownAs(id));
    expect(said.filter((words) => !/^[A-Za-z]/.test(words) || /s •/.test(words.replace(/(?:details|address) •/, '')))).toEqual([]);
  });
});

test('every place in a message is written alike', async () => {
  const whereOf = async (story: Story): Promise<readonly string[]> => {
    const { findings } = await check(sourceOf(story), shippedPolicy('laat'));
    return findings.flatMap(({ evidence }) => evidence.map(({ where, masked }) => `${where}: ${masked}`)).filter((said) => /line/i.test(said));
  };
  const outside = ['x@fellside-centre.example'];
  expect(await whereOf({ to: outside, body: 'Hello\npassword: Tr0ub4dor&3' })).toEqual(['Message > line 2: password ••••••••']);
  expect(await whereOf({ to: outside, body: 'Hello,\nTheo Khan, NHS number 999 824 5915' })).toContain('Message > line 2: NHS number •••••••••915');
  expect(await whereOf({ to: ['kit@oakfield.example'], body: 'Hi\nYou are an absolute idiot.' })).toEqual([expect.stringMatching(/^Message > line 2: /)]);
});

describe('what a message says of somebody, in words', () => {
  const data = { matches: [], people: 1, where: '', isNamed: true, isAboutPupils: false };

  test.each([
    [['HR details', 'medicine'], "a person's name, medicine and HR details"],
    [['health details', 'HR details', 'confidential details'], "a person's name, confidential, HR and health details"],
    [['NHS numbers', 'health details', 'HR details'], "a person's name, HR details, health details and NHS number"],
  ])('%s', (kinds, said) => {
    expect(whatItSays({ ...data, kinds })).toBe(said);
  });

  test('of several people the two most telling kinds', () => {
    expect(whatItHolds({ ...data, people: 4, isAboutPupils: true, kinds: ['safeguarding details', 'care details', 'UPNs'] })).toBe("4 pupils' safeguarding and care details");
  });

  test('what does not fit is “more”, and no word is cut', () => {
    const pupils = { ...data, isAboutPupils: true, kinds: ['safeguarding details', 'SEN needs', 'health details'] };
    const one = { ...pupils, people: 1, isNamed: true };
    expect(whatItSays(one)).toBe("a pupil's name, health details, SEN needs and safeguarding details");
    expect(whatItSays(one, 64)).toBe("a pupil's name, SEN needs, safeguarding details and more");
    expect(whatItSays(one, 50)).toBe("a pupil's name, safeguarding details and more");
    expect(whatItSays({ ...pupils, people: 12 }, 30)).toBe("12 pupils' safeguarding details and more");
    expect(whatItSays({ ...pupils, people: 12 }, 64)).toBe("12 pupils' safeguarding details and SEN needs");
  });
});

describe('names and places, with what identifies somebody masked', () => {
  test.each([
    ['Data!B5', 'Data!B5'],
    ['a.zip > Log ins.xlsx > Users1!C12:D40', 'a.zip > Log ins.xlsx > Users1!C12:D40'],
    ['UPN H801200001001 list!A2', 'UPN ••••••••••001 list!A2'],
    ['pw Harvest!B42.docx', 'pw ••••••••'],
    ['line 4', 'line 4'],
  ])('%s', (name, masked) => {
    expect(maskIdentifiers(name)).toBe(masked);
  });
});
