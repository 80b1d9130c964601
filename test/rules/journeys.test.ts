import { check } from '../../src/check';
import type { Organisation, Policy, Report } from '../../src/domain';
import { alertText } from '../../src/formatters';
import { shippedPolicy } from '../policy-for-tests';
import { ORDINARY_ORGANISATION, sourceOf } from '../story';
import type { Story } from '../story';

/* The acceptance criteria of the journeys in the clause catalogue (C.1, C.3, C.4, C.6, C.7) that need more than one rule or pack. */

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** A zip whose one entry is encrypted with AES, as its headers say; what is in it is no real ciphertext. */
const lockedZip = bytes(
  'PK\u0003\u00043\u0000\u0001\u0000c\u0000\u0000`!]\u0000\u0000\u0000\u0000(\u0000\u0000\u0000\u000c\u0000\u0000\u0000\u000d\u0000\u000b\u0000statement.txt\u0001\u0099\u0007\u0000\u0002\u0000AE\u0003\u0000\u0000()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPK\u0001\u00023\u00003\u0000\u0001\u0000c\u0000\u0000`!]\u0000\u0000\u0000\u0000(\u0000\u0000\u0000\u000c\u0000\u0000\u0000\u000d\u0000\u000b\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000statement.txt\u0001\u0099\u0007\u0000\u0002\u0000AE\u0003\u0000\u0000PK\u0005\u0006\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000F\u0000\u0000\u0000^\u0000\u0000\u0000\u0000\u0000',
);
const UPNS = 'H801200001001 K801200001002 M801200001003 P801200001004 R801200001005 U801200001006 W801200001007 Z801200001008 B801200001009 V801200001010 X801200001011 A801200001012'.split(' ');
const register = { name: 'Y5 support list.csv', text: `Name,UPN,SEN status\n${UPNS.map((upn, index) => `Pupil ${'ABCDEFGHIJKL'.charAt(index)} Test,${upn},K`).join('\n')}\n` };
const planning = { name: 'Planning.txt', text: 'Monday: fractions.' };
const payslip = { name: 'Payslip November.txt', text: 'Employee: Sam Fielding\nNational Insurance number: AB123456C\nNet pay 2,000.00' };
const sam = 'Sam Fielding <sam.fielding@oakfield.example>';
const own = 'sam.t.fielding@gmail.com';

async function reportOf(pack: 'laat' | 'teal', draft: Story, organisation: Partial<Organisation> = {}, over: Partial<Policy> = {}): Promise<Report> {
  const policy = shippedPolicy(pack);
  return check(sourceOf(draft), { ...policy, ...over, organisation: { ...policy.organisation, ...ORDINARY_ORGANISATION, ...organisation } });
}

/** What a rule does to the draft; null when it says nothing. */
function severityOf(report: Report, rule: string): string | null {
  return report.findings.find((finding) => finding.rule === rule)?.severity ?? null;
}

describe('C.1: a register to a parent’s Gmail', () => {
  const draft: Story = { to: ['k.example.parent@gmail.com'], attachments: [register] };

  test('AC1.4: with a protected copy and no password in the words, nothing is sensitive and the address is no more than a note', async () => {
    const report = await reportOf('laat', { ...draft, attachments: [{ name: 'Y5 support list.zip', bytes: lockedZip }] });
    expect(severityOf(report, 'sensitive-attachment')).toBeNull();
    expect(severityOf(report, 'credentials')).toBeNull();
    expect(severityOf(report, 'personal-recipient')).toBe('inform');
    expect(report.verdict).toBe('inform');
  });

  test('the personal address is not said twice in one dialog', async () => {
    const text = alertText(await reportOf('laat', draft)) as string;
    expect(text.match(/Gmail|gmail/g)).toHaveLength(1);
  });
});

describe('C.3: a protected zip for a solicitor', () => {
  const solicitor = ['j.alder@alder-law.example'];
  const bundle = { name: 'SEN case bundle.zip', bytes: lockedZip };

  test('AC3.1: with every entry encrypted there is no dialog, whatever the names in it', async () => {
    const report = await reportOf('laat', { to: solicitor, attachments: [bundle] });
    expect(report.verdict).toBe('allow');
    expect(report.notes).toEqual(['SEN case bundle.zip is encrypted. Give the password by phone or Teams, not in this email.']);
  });

  test('AC3.3: with the password in the same email a reason is asked for, and the password is masked', async () => {
    const report = await reportOf('laat', { to: solicitor, attachments: [bundle], body: 'password: Tr0ub4dor&3' });
    expect(severityOf(report, 'credentials')).toBe('justify');
    expect(JSON.stringify(report)).not.toContain('Tr0ub4dor');
    expect(report.notes).toBeUndefined();
  });

  test('AC3.4: a promise to telephone it is none', async () => {
    const report = await reportOf('laat', { to: solicitor, attachments: [bundle], body: "I'll phone the password through." });
    expect(severityOf(report, 'credentials')).toBeNull();
  });

  test('AC3.6: a word in the subject on which the gateway encrypts counts as protection, and the finding says which', async () => {
    const report = await reportOf('laat', { to: solicitor, subject: 'Bundle [secure]', attachments: [register] });
    expect(severityOf(report, 'sensitive-attachment')).toBe('inform');
    expect(report.findings[0]?.saw).toContain('The subject has [secure], so this email is sent encrypted.');
  });

  test('AC3.6: where no gateway acts on it, the word is only a word', async () => {
    const { protection } = shippedPolicy('laat');
    const report = await reportOf('laat', { to: solicitor, subject: 'Bundle [secure]', attachments: [register] }, {}, { protection: { ...protection, subjectTags: [] } });
    expect(severityOf(report, 'sensitive-attachment')).toBe('justify');
  });

  test('a kind of protection that the policy does not accept is said', async () => {
    const { protection } = shippedPolicy('laat');
    const accept = protection.accept.filter((method) => method !== 'zip-aes');
    const report = await reportOf('laat', { to: solicitor, attachments: [bundle] }, {}, { protection: { ...protection, accept } });
    expect(report.findings[0]?.saw).toBe("'SEN case bundle.zip' is protected, but not in a way that the Trust accepts. It is going to alder-law.example.");
    expect(report.verdict).toBe('warn');
  });
});

describe('C.4: to one’s own Gmail', () => {
  test.each([
    ['AC4.1', 'laat', 'justify'],
    ['AC4.1', 'teal', 'inform'],
  ] as const)('%s: work content, %s, whatever other rules would say of the address', async (_criterion, pack, severity) => {
    const report = await reportOf(pack, { from: sam, to: [own], attachments: [planning] });
    expect(severityOf(report, 'own-personal-account')).toBe(severity);
    expect(report.verdict).toBe(severity);
  });

  test.each(['laat', 'teal'] as const)('AC4.2: ten or more people’s sensitive data cannot be sent, and says whom to call (%s)', async (pack) => {
    const report = await reportOf(pack, { from: sam, to: [own], attachments: [register] }, { contacts: { it: 'IT Services on ext 200' } });
    expect(report.verdict).toBe('block');
    expect(alertText(report)).toContain('If this is wrong, call IT Services on ext 200.');
    expect((alertText(report) as string).match(/Y5 support list|pupils' SEN/g)).toHaveLength(1);
  });

  test.each(['laat', 'teal'] as const)('AC4.4: a short personal note with no file informs at most (%s)', async (pack) => {
    expect((await reportOf(pack, { from: sam, to: [own], subject: 'Shopping', body: 'Milk, bread, cat food.' })).verdict).toBe('inform');
  });

  test.each(['laat', 'teal'] as const)('AC4.5: a payslip from HR to an employee’s registered address passes without a word (%s)', async (pack) => {
    const report = await reportOf(
      pack,
      { from: 'HR <hr@oakfield.example>', to: [own], subject: 'Payslip', attachments: [payslip] },
      { allowedAddresses: [{ address: own, why: 'Registered by the employee', expires: null }] },
    );
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('allow');
  });

  test('the same payslip to an address nobody has registered is held up', async () => {
    const report = await reportOf('laat', { from: 'HR <hr@oakfield.example>', to: [own], subject: 'Payslip', attachments: [payslip] });
    expect(severityOf(report, 'sensitive-attachment')).toBe('justify');
  });

  test('a pupil list among payslips is no payslip', async () => {
    const report = await reportOf(
      'laat',
      { from: 'HR <hr@oakfield.example>', to: [own], attachments: [{ ...register, name: 'Payslips.csv' }] },
      { allowedAddresses: [{ address: own, why: 'Registered by the employee', expires: null }] },
    );
    expect(severityOf(report, 'sensitive-attachment')).toBe('justify');
  });

  test('one dialog says the address once, though three rules have found it', async () => {
    const report = await reportOf('laat', { from: sam, to: [own], attachments: [planning, { ...register, text: register.text.split('\n').slice(0, 4).join('\n') }] });
    const text = alertText(report) as string;
    expect(text).toContain(`is going to ${own}, which looks like your own account.`);
    expect(text).not.toContain('is a personal address');
  });

  test('to oneself the address goes and no password is advised; beside a stranger the file comes first', async () => {
    const few = { ...register, text: register.text.split('\n').slice(0, 4).join('\n') };
    const alone = alertText(await reportOf('laat', { from: sam, to: [own], attachments: [few] })) as string;
    expect(alone).toMatch(/^This has 3 pupils' SEN data and is going to/);
    expect(alone).not.toMatch(/password-protected file|too\./);
    const beside = await reportOf('laat', { from: sam, to: [own, 'k.parent@outlook.com'], attachments: [few] });
    expect(beside.findings.slice(0, 2).map(({ rule }) => rule)).toEqual(['sensitive-attachment', 'own-personal-account']);
  });

  test('every account of one’s own is named or counted, and each can be taken out', async () => {
    const { findings } = await reportOf('laat', { from: sam, to: [own], bcc: ['sam.fielding@icloud.com'], attachments: [planning] });
    const found = findings.find(({ rule }) => rule === 'own-personal-account');
    expect(found?.tip).toMatch(/^sam\.t\.fielding@gmail\.com and 1 more look like your own accounts, and this looks like work\. Remove the addresses and /);
    expect(found?.evidence.map(({ where, masked }) => `${where} ${masked}`)).toEqual([`To ${own}`, 'Bcc sam.fielding@icloud.com']);
    expect(found?.fixes).toEqual([
      ...[own, 'sam.fielding@icloud.com'].map((address) => ({ do: 'remove-recipient', address })),
      ...[own, 'sam.fielding@icloud.com'].map((address) => ({ do: 'not-mine', address })),
    ]);
  });
});

describe('C.6 and C.7', () => {
  test('AC6.6: the DSL of the sender’s school is named', async () => {
    const school = { id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'], hours: null, terms: [], staff: null, contacts: { dsl: 'Jo Reed, ext 214' } };
    const report = await reportOf('teal', { to: ['ada@pupils.oakfield.example'], body: 'My mobile: 07700 900123' }, { pupilDomains: ['pupils.oakfield.example'], schools: [school] });
    expect(alertText(report)).toContain('Speak to your DSL (Jo Reed, ext 214).');
  });

  test('AC6.5: a slip can be told to IT, and nothing is sent by itself', async () => {
    const report = await reportOf('teal', { to: ['ada@pupils.oakfield.example'], body: 'My mobile: 07700 900123' }, { pupilDomains: ['pupils.oakfield.example'] });
    expect(report.findings[0]?.fixes).toContainEqual({ do: 'tell', role: 'it', about: 'slip' });
  });

  test('AC7.5: under TEAL nothing is said of From', async () => {
    expect(severityOf(await reportOf('teal', { from: 'Headteacher <head@oakfield.example>', signedIn: 'A Marlowe <a.marlowe@oakfield.example>' }), 'send-as')).toBeNull();
  });
});
