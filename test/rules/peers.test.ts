import { check } from '../../src/check';
import type { Policy, Report } from '../../src/domain';
import { allReaders } from '../../src/inspectors/all-readers';
import { rules } from '../../src/rules';
import { shippedPolicy } from '../policy-for-tests';
import { ORDINARY_ORGANISATION, sourceOf } from '../story';
import type { Story } from '../story';

/*
 * Where other systems that check outgoing mail have gone wrong, as far as a rule can: each on the whole path, from the
 * draft to the report. What their inspectors, adapters and policies got wrong is tested in those rooms.
 */

const laat = shippedPolicy('laat');
const policy: Policy = { ...laat, organisation: { ...laat.organisation, ...ORDINARY_ORGANISATION } };

function everythingOn(change: (options: { [option: string]: unknown }) => void = () => undefined): Policy {
  const all = Object.entries(policy.rules).map(([id, setting]) => {
    const options = { ...(setting.options as { [option: string]: unknown }) };
    change(options);
    return [id, { ...setting, on: true, options }] as const;
  });
  return { ...policy, rules: Object.fromEntries(all) };
}

async function said(draft: Story, under: Policy = policy): Promise<readonly string[]> {
  const { findings }: Report = await check(sourceOf(draft), under, { readers: allReaders });
  return findings.map(({ rule, situation }) => `${rule}: ${situation}`);
}

const register = { name: 'register.csv', text: 'Name,UPN,SEN status\nA Test,H801200001001,K\nB Test,P207000016049,E\n' };
const people = (count: number, domain: string): string[] => Array.from({ length: count }, (_, index) => `person${index}@${domain}`);
const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);

test('1: people are counted and not domains', async () => {
  expect(await said({ to: people(200, 'gmail.com') })).toContain('external-bulk-cc: visible');
});

test('3: that all are colleagues spares neither the list nor the file', async () => {
  expect(await said({ to: ['all-staff@oakfield.example'], attachments: [register] })).toEqual(['all-staff: list', 'sensitive-attachment: inside']);
});

test('5: a name that no address stands behind is not taken for a colleague', async () => {
  expect(await said({ to: ['Kit Lowe'], attachments: [register] })).toEqual(['sensitive-attachment: outside']);
});

test.each(['evil-oakfield.example', 'oakfield.example.evil.example'])('6: %s is not inside', async (domain) => {
  expect(await said({ to: [`kit@${domain}`], attachments: [register] })).toEqual(['sensitive-attachment: outside']);
});

test.each([
  [['kit@oakfield.example'], ['x@fellside-centre.example']],
  [['x@fellside-centre.example'], ['kit@oakfield.example']],
])('7: the least trusted recipient counts, wherever they stand (%j, %j)', async (to, cc) => {
  expect(await said({ to, cc, attachments: [register] })).toEqual(['sensitive-attachment: outside']);
});

test('14 and 41: a linked file is no attachment to look into, and none that was forgotten', async () => {
  expect(await said({ to: ['x@fellside-centre.example'], body: 'The register is attached.', attachments: [{ name: 'Register.xlsx', kind: 'link' }] }, everythingOn())).toEqual([]);
});

test('15: where the client gives no more recipients, the number is a least one', async () => {
  const { findings } = await check(sourceOf({ to: people(500, 'oakfield.example'), atLeast: true }), policy);
  expect(findings[0]?.saw).toBe('This goes to at least 500 colleagues at once.');
});

test('16: ten digits that pass the check are no NHS number by themselves', async () => {
  expect(await said({ to: ['x@fellside-centre.example'], body: 'Order 999 824 5915 has not come yet; our reference is 9998245915.' })).toEqual([]);
});

test.each(['838', '839', '940', '941'])('17: a UPN of the newer authority %s counts', async (authority) => {
  const digits = `${authority}200001001`;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  const upn = `${'ABCDEFGHJKLMNPQRTUVWXYZ'.charAt(sum % 23)}${digits}`;
  expect(await said({ to: ['x@fellside-centre.example'], attachments: [{ name: 'List.csv', text: `Name,UPN\nAda Test,${upn}\n` }] })).toEqual(['sensitive-attachment: outside']);
});

test('18: what the other side wrote below is not held against the answer', async () => {
  const quoted = 'From: Sara Kemp <s.kemp@hotmail.com>\nSent: 17 November 2026 09:00\nTo: Dee Marlow <dee.marlow@oakfield.example>\nSubject: Poppy\n\nPoppy Kemp carries an EpiPen. You absolute idiots lost it.';
  expect(await said({ to: ['s.kemp@hotmail.com'], thread: 'reply', body: 'We have found it.', quoted })).not.toContain('sensitive-body: personal');
  expect(await said({ to: ['s.kemp@hotmail.com'], thread: 'reply', body: 'We have found it.', quoted })).not.toContain('inappropriate-language: abuse');
});

test.each(['Please find the minutes attached.', 'PLEASE FIND ATTACHED the minutes.', 'PFA the minutes.', 'The minutes are enclosed.', 'Please find\nattached the minutes.', 'Please find\u00a0attached the minutes.'])(
  '19 and 30: an attachment is announced in more ways than one (%j)',
  async (body) => {
    expect(await said({ body }, everythingOn())).toEqual(['forgotten-attachment: missing']);
  },
);

test('22: one person, however often and however written, is one person', async () => {
  expect(await said({ to: Array.from({ length: 60 }, () => 'Kit@oakfield.example'), cc: ['KIT@OAKFIELD.EXAMPLE'] })).toEqual([]);
});

test('30: words that a line’s end parts are still words', async () => {
  expect(await said({ body: 'Kit, you are an\nidiot.' })).toEqual(['inappropriate-language: abuse']);
});

test('32: no identifier of anybody is in the report, evidence, tips and all', async () => {
  const report = await check(sourceOf({ to: ['k.parent@gmail.com'], body: 'Theo Khan, NHS number 999 824 5915, has an EHCP.', attachments: [register, { name: 'H801200001001.csv', text: register.text }] }), policy);
  expect(JSON.stringify(report)).not.toMatch(/H801200001001|P207000016049|999 ?824 ?5915/);
});

test.each([
  ['in the text alone, under a subject that says something else', { subject: 'Hello from Dee', body: 'You are an absolute idiot.' }],
  ['in the subject alone', { subject: 'You are an absolute idiot', body: 'See above.' }],
])('35: a word is found %s', async (_, draft) => {
  expect(await said(draft)).toEqual(['inappropriate-language: abuse']);
});

test('36: a list that its owner has emptied matches nothing, and not everything', async () => {
  const emptied = everythingOn((options) => {
    for (const option of Object.keys(options)) if (Array.isArray(options[option])) options[option] = [];
  });
  const ordinary: Story = { to: ['kit@oakfield.example'], bcc: ['x@fellside-centre.example'], body: 'The rota is at https://oakfield.sharepoint.com/x.', attachments: [{ name: 'Rota.txt', text: 'Hall: Kit.' }] };
  expect(rules.some(({ id }) => Object.values(emptied.rules[id]!.options as object).some((value) => Array.isArray(value)))).toBe(true);
  expect(await said(ordinary, emptied)).toEqual([]);
});

test('38: four schools of one trust are quiet', async () => {
  const trust: Policy = { ...policy, organisation: { ...policy.organisation, internalDomains: ['oakfield.example', 'a.example', 'b.example', 'c.example'] } };
  expect(await said({ to: ['x@oakfield.example', 'x@a.example', 'x@b.example', 'x@c.example'] }, trust)).toEqual([]);
});

test('39: a phrase is a phrase: one of its words alone says nothing', async () => {
  const named = async (name: string): Promise<readonly string[]> => said({ to: ['x@fellside-centre.example'], attachments: [{ name, bytes: zip }] });
  expect([await named('Child protection.zip'), await named('Fire protection.zip')]).toEqual([['sensitive-attachment: name-only'], ['sensitive-attachment: unread']]);
});

describe('what no rule may say or do', () => {
  const words = rules.flatMap(({ id, tips }) => Object.values(tips).map((tip) => [id, [tip.saw, tip.advice, tip.brief, tip.note].join(' ')] as const));

  test('nobody is told to use a phone or an account of their own', () => {
    for (const [id, text] of words) expect([id, text]).toEqual([id, expect.not.stringMatching(/\b(?:your own|your personal|your) (?:phone|mobile(?! number)|device)\b|\b(?:text|whatsapp) (?:it|them|the)\b/i)]);
  });

  test('nobody is accused, hurried or pleaded with', () => {
    for (const [id, text] of words) expect([id, text]).toEqual([id, expect.not.stringMatching(/\bplease\b|\boops\b|\bviolat|\bbreach|\bdisciplin|\bmisconduct|\bguilty\b|—|!/i)]);
  });

  test('no rule looks for complaints, gossip or disrepute', async () => {
    const complaint = 'I want to complain about how this school is run. It is a disgrace, it embarrasses us all, and I shall go to the newspaper, my MP and a lawyer.';
    expect(await said({ to: ['news@fellside-gazette.example', 'mp@parliament.example'], subject: 'A disgrace', body: complaint }, everythingOn())).toEqual([]);
  });

  test('a plain private mail is a note at most where the policy permits some personal use', async () => {
    for (const pack of ['laat', 'teal'] as const) {
      for (const to of ['pal@gmail.com', 'dee.marlow@gmail.com']) {
        const { verdict } = await check(sourceOf({ to: [to], subject: 'Saturday', body: 'Shall we go for a walk?' }), shippedPolicy(pack));
        expect(verdict).toBe('inform');
      }
    }
  });
});
