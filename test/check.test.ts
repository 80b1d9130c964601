import { check } from '../src/check';
import type { Deployment, DraftSource, Organisation, Policy, RuleSetting, SourcePart } from '../src/domain';
import { alertText } from '../src/formatters';
import { rules } from '../src/rules';
import { shippedPolicy } from './policy-for-tests';
import { ORDINARY_ORGANISATION, sourceOf } from './story';
import type { Story } from './story';

const policy: Policy = {
  ...shippedPolicy('laat'),
  organisation: { ...shippedPolicy('laat').organisation, ...ORDINARY_ORGANISATION, protectedCorrespondents: ['speak.up@oakfield.example'] },
};

/** A source that remembers what it was asked. */
function watched(story: Story): { source: DraftSource; asked: string[] } {
  const source = sourceOf(story);
  const asked: string[] = [];
  return {
    asked,
    source: {
      read: (part) => {
        asked.push(part);
        return source.read(part);
      },
      open: (id) => {
        asked.push(`open ${id}`);
        return source.open(id);
      },
    },
  };
}

const register = { name: 'register.csv', text: 'Name,UPN\nA Test,H801200001001\nB Test,P207000016049\n' };
const terrible: Story = { subject: '', at: '2026-11-21T23:55:00Z', attachments: [register] };

describe('the subject is read with the text', () => {
  const told: Story = { to: ['x@fellside-centre.example'], subject: 'EHCP review for Theo Khan', body: 'Hi,\nHe takes Ritalin at noon.' };

  test('what stands in it has no place in the text, and what stands below keeps its line', async () => {
    const { findings } = await check(sourceOf(told), policy);
    const found = findings.find(({ rule }) => rule === 'sensitive-body');
    expect(found?.evidence.map(({ where }) => where)).toEqual(['Message', 'Message > subject', 'Message > line 2', 'To']);
    expect(found?.fixes).toContainEqual({ do: 'remove-words', what: 'details', places: [{ start: 13, end: 20 }] });
  });

  test('alone it offers no words to take out of the text', async () => {
    const { findings } = await check(sourceOf({ ...told, body: 'Can you come?' }), policy);
    expect(findings.find(({ rule }) => rule === 'sensitive-body')?.fixes.map(({ do: act }) => act)).toEqual(['remove-recipient']);
  });

  test.each(['Quote, please', 'Invoice – November', 'Delivery - Thursday', 'Numbers, Friday'])('its first word is nobody before a comma: %s', async (subject) => {
    const { findings } = await check(sourceOf({ ...told, subject, body: '6 ear defenders, 4 wobble cushions, 2 weighted blankets, for our SEN base.' }), policy);
    expect(findings).toEqual([]);
  });

  test.each([
    ['Theo, Thursday', 'He takes Ritalin at noon.'],
    ['Theo – inhaler and asthma plan', 'See attached.'],
    ['Theo Khan', 'Has an EHCP, needs a reader.'],
  ])('its first word is somebody where it speaks of one: %s', async (subject, body) => {
    const { findings } = await check(sourceOf({ ...told, subject, body }), policy);
    expect(findings.map(({ rule }) => rule)).toContain('sensitive-body');
  });

  test('people who are told of twice, and words with a capital, are not counted as people', async () => {
    const { findings } = await check(sourceOf({ ...told, subject: 'Hello', body: 'Theo Khan is on Ritalin again and his mum asked for a care plan review.' }), policy);
    expect(findings.find(({ rule }) => rule === 'sensitive-body')).toMatchObject({ situation: 'one-outside', evidence: [{ people: 1 }, {}, {}, {}] });
  });
});

describe('whose words the subject is', () => {
  const outside = { to: ['x@fellside-centre.example'], subject: 'RE: EHCP review for Theo Khan', body: 'See you then.' };
  const header = (subject: string): string => `From: Ana <x@fellside-centre.example>\nSent: Monday\nTo: dee.marlow@oakfield.example\nSubject: ${subject}\n\nCan you come?`;
  const speaks = async (story: Story): Promise<string | undefined> => (await check(sourceOf({ ...outside, ...story }), policy)).findings.find(({ rule }) => rule === 'sensitive-body')?.evidence[1]?.where;

  test.each<[string, Story, string | undefined]>([
    ['an answer whose quotation was deleted', { thread: 'reply' }, undefined],
    ['an answer in German, whose quotation was deleted', { thread: 'reply', subject: 'AW: EHCP review for Theo Khan' }, undefined],
    ['an answer with its quotation', { thread: 'reply', quoted: header('EHCP review for Theo Khan') }, undefined],
    ['an answer with a prefix that nobody knows', { thread: 'reply', subject: 'Gwrth: EHCP review for Theo Khan', quoted: header('EHCP review for Theo Khan') }, undefined],
    ['an answer whose subject was written anew', { thread: 'reply', quoted: header('Trip') }, 'Message > subject'],
    ['an answer whose subject was written anew, the quotation deleted', { thread: 'reply', subject: 'EHCP review for Theo Khan' }, 'Message > subject'],
    ['a new mail whose subject only looks like an answer', { thread: 'new' }, 'Message > subject'],
    ['a mail that cannot be told from a new one', { unreadable: ['thread'] }, 'Message > subject'],
    ['a mail passed on, the quotation deleted', { thread: 'forward', subject: 'FW: EHCP review for Theo Khan' }, 'Message > subject'],
    ['a mail passed on to somebody new', { thread: 'forward', subject: 'FW: EHCP review for Theo Khan', quoted: header('EHCP review for Theo Khan').replace('x@fell', 'y@fell') }, 'Thread below > subject'],
  ])('%s', async (_name, story, where) => {
    expect(await speaks(story)).toBe(where);
  });
});

describe('protected correspondents come before everything', () => {
  test('alone: nothing is read but the recipients and the sender, nothing is said, nothing may be recorded', async () => {
    const { source, asked } = watched({ ...terrible, to: ['caseworker@neu.org.uk'], cc: ['Speak.Up@oakfield.example'] });
    expect(await check(source, policy)).toMatchObject({ verdict: 'allow', findings: [], unchecked: [], mayBeRecorded: false });
    expect(asked).toEqual(['recipients', 'sender']);
  });

  test('with oneself in copy, still alone', async () => {
    const report = await check(sourceOf({ ...terrible, to: ['caseworker@neu.org.uk'], bcc: ['dee.marlow@oakfield.example'] }), policy);
    expect(report).toMatchObject({ verdict: 'allow', findings: [], unchecked: [] });
  });

  test('beside a stranger: the stranger is checked, at most a warning, and nothing may be recorded', async () => {
    const report = await check(sourceOf({ ...terrible, to: ['caseworker@neu.org.uk'], cc: ['k.parent@gmail.com'] }), policy);
    expect(report.verdict).toBe('warn');
    expect(report.mayBeRecorded).toBe(false);
    expect(JSON.stringify(report)).not.toContain('neu.org.uk');
    expect(report.findings.map(({ rule }) => rule)).toContain('sensitive-attachment');
  });

  test('a look-alike of one is a stranger', async () => {
    const report = await check(sourceOf({ ...terrible, to: ['caseworker@neu.org.uk.example'] }), policy);
    expect(report.verdict).toBe('justify');
    expect(report.mayBeRecorded).toBe(true);
  });

  test('when the recipients cannot be read, nothing else is, and the sender is told', async () => {
    const { source, asked } = watched({ ...terrible, unreadable: ['recipients'] });
    expect(await check(source, policy)).toMatchObject({
      verdict: 'warn',
      findings: [],
      mayBeRecorded: false,
      unchecked: [{ reason: 'This email was not checked, because the recipients did not arrive.' }],
    });
    expect(asked).toEqual(['recipients']);
  });
});

describe('only what the rules need is read', () => {
  test('no attachment is opened when the rules that look inside are off', async () => {
    const looksInside = rules.filter(({ needs, wants }) => [...needs, ...wants].some((part) => part === 'attachments' || part === 'contents'));
    const isOn = (id: string): boolean => looksInside.every((rule) => rule.id !== id);
    const quiet = Object.entries(policy.rules).map(([id, setting]) => [id, { ...setting, on: setting.on && isOn(id) }]);
    const { source, asked } = watched(terrible);
    await check(source, { ...policy, rules: Object.fromEntries(quiet) as Policy['rules'] });
    expect(asked).not.toContain('open 0');
    expect(asked).not.toContain('attachments');
  });

  test('each part is asked for once', async () => {
    const { source, asked } = watched({ ...terrible, to: ['k.parent@gmail.com'] });
    await check(source, policy);
    expect(asked.sort()).toEqual([...new Set(asked)].sort());
  });
});

describe('whatever the source does, there is an answer', () => {
  const parts: readonly SourcePart[] = ['kind', 'sender', 'recipients', 'subject', 'body', 'attachments', 'sending', 'thread'];

  test.each(parts)('%s cannot be read', async (part) => {
    const report = await check(sourceOf({ ...terrible, to: ['k.parent@gmail.com'], unreadable: [part] }), policy);
    expect(['warn', 'justify']).toContain(report.verdict);
  });

  test.each(parts)('reading %s throws', async (part) => {
    const source = sourceOf({ ...terrible, to: ['k.parent@gmail.com'] });
    const throwing: DraftSource = { ...source, read: (asked) => (asked === part ? Promise.reject(new Error('gone')) : source.read(asked)) };
    const report = await check(throwing, policy);
    expect(['warn', 'justify']).toContain(report.verdict);
  });

  test('an attachment that does not open is named, never passed over', async () => {
    const source = sourceOf({ to: ['office@fellside-centre.example'], attachments: [register] });
    const report = await check({ ...source, open: () => Promise.reject(new Error('gone')) }, policy);
    expect(report.verdict).toBe('warn');
    expect(report.unchecked).toEqual([{ attachment: 'register.csv', reason: 'It could not be opened, because gone.' }]);
    expect(report.findings.map(({ rule, situation }) => [rule, situation])).toEqual([['sensitive-attachment', 'unread']]);
  });

  test('a file that arrives empty though it is not', async () => {
    const source = sourceOf({ to: ['office@fellside-centre.example'], attachments: [register] });
    const report = await check({ ...source, open: () => Promise.resolve(new Uint8Array(0)) }, policy);
    expect(report.unchecked[0]?.reason).toBe('It could not be opened, because Outlook gave none of its bytes.');
  });

  test('a file that takes too long is named', async () => {
    let clock = 0;
    const big = { name: 'big.csv', text: 'Pasta on Monday\n'.repeat(200_000) };
    const report = await check(sourceOf({ to: ['office@fellside-centre.example'], attachments: [big] }), policy, {
      inspectionTime: 50,
      clock: () => (clock += 10),
    });
    expect(report.unchecked.map(({ attachment }) => attachment)).toEqual(['big.csv']);
    expect(report.verdict).toBe('warn');
  });
});

describe('a text in which more was found than is kept', () => {
  const reason = 'The text has NOT been checked to its end, because it is too long.';
  const addresses = (count: number): string => Array.from({ length: count }, (_, index) => `p${index}@x.example`).join('; ');

  test.each<[string, Story, boolean]>([
    ['says that what stands below was not searched', { body: addresses(5100) }, true],
    ['says so of the thread below it', { body: 'Thanks', quoted: addresses(5100), thread: 'reply' }, true],
    ['says nothing where all was searched', { body: addresses(100) }, false],
  ])('%s', async (_name, story, isSaid) => {
    const { unchecked } = await check(sourceOf({ ...story, to: ['office@fellside-centre.example'] }), policy);
    expect(unchecked).toEqual(isSaid ? [{ reason }] : []);
  });

  test.each([
    [5100, [{ attachment: 'list.txt', reason: 'It is too long to be searched to its end.' }]],
    [100, []],
  ])('of a file with %d addresses, the same', async (count, expected) => {
    const { unchecked } = await check(sourceOf({ to: ['office@fellside-centre.example'], attachments: [{ name: 'list.txt', text: addresses(count) }] }), policy);
    expect(unchecked).toEqual(expected);
  });
});

describe('domains are compared whole', () => {
  test.each([
    ['evil-oakfield.example', 'a longer name that ends the same'],
    ['oakfield.example.evil.example', 'a longer name that begins the same'],
    ['sub.oakfield.example', 'a subdomain nobody listed'],
  ])('%s is outside: %s', async (domain) => {
    const report = await check(sourceOf({ to: [`a@${domain}`], attachments: [register] }), policy);
    expect(report.findings[0]).toMatchObject({ rule: 'sensitive-attachment', situation: 'outside' });
  });

  test('capitals and a closing dot make no difference', async () => {
    const report = await check(sourceOf({ to: ['Kit@OAKFIELD.example.'], attachments: [register] }), policy);
    expect(report.findings[0]).toMatchObject({ situation: 'inside' });
  });
});

describe('a safeguarding lead is never held up', () => {
  const dsl: Policy = { ...policy, organisation: { ...policy.organisation, safeguardingLeads: ['dee.marlow@oakfield.example'], contacts: { dsl: 'ext 231' } } };
  const referral: Story = { subject: 'Referral', at: '2026-11-18T22:35:00Z', attachments: [register] };

  test('writing to a trusted partner at night: at most a note, and no word of the hour', async () => {
    const report = await check(sourceOf({ ...referral, to: ['duty@nhs.net'] }), dsl);
    expect(report.verdict).toBe('inform');
    expect(report.findings.map(({ rule }) => rule)).toEqual(['sensitive-attachment']);
  });

  test('writing to a colleague as well as the partner', async () => {
    const report = await check(sourceOf({ ...referral, to: ['duty@nhs.net'], cc: ['head@oakfield.example'] }), dsl);
    expect(report.verdict).toBe('inform');
  });

  test('writing to somebody else: one warning, with going on named first', async () => {
    const report = await check(sourceOf({ ...referral, to: ['k.worker@gmail.com'] }), dsl);
    expect(report.verdict).toBe('warn');
    expect(report.findings.some(({ rule }) => rule === 'out-of-hours')).toBe(false);
    const text = alertText(report) ?? '';
    expect(text).toMatch(/\n\nEmergency – send now: choose Send Anyway\.\n\nDo now: /);
    expect(text.length).toBeLessThanOrEqual(500);
  });

  test('many pupils to the lead’s own Gmail is no referral and stays blocked', async () => {
    const list = `Name,SEN status\n${['Ada', 'Ben', 'Cal', 'Dev', 'Eve', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jan', 'Kim', 'Lee'].map((name) => `${name} Mercer,EHCP`).join('\n')}\n`;
    const report = await check(sourceOf({ ...referral, attachments: [{ name: 'list.csv', text: list }], to: ['dee.marlow@gmail.com'] }), dsl);
    expect([report.verdict, report.findings.map(({ rule, severity }) => `${rule} ${severity}`)]).toEqual(['block', ['own-personal-account block', 'sensitive-attachment warn']]);
    expect(alertText(report)).not.toMatch(/Send Anyway/);
    const beside = await check(sourceOf({ ...referral, attachments: [{ name: 'list.csv', text: list }], to: ['dee.marlow@gmail.com'], cc: ['speak.up@oakfield.example'] }), dsl);
    expect(beside.verdict).toBe('warn');
  });

  test('anyone else is asked for a reason', async () => {
    const report = await check(sourceOf({ ...referral, from: 'Sam Reed <sam@oakfield.example>', to: ['k.worker@gmail.com'] }), dsl);
    expect(report.verdict).toBe('justify');
    expect(alertText(report)).not.toContain('Emergency');
  });

  test('a lead named by the group whose members are listed', async () => {
    const organisation = {
      ...dsl.organisation,
      safeguardingLeads: ['dsl-team@oakfield.example'],
      groups: [{ address: 'dsl-team@oakfield.example', name: 'DSLs', size: 2, school: null, allStaff: false, members: ['dee.marlow@oakfield.example'] }],
    };
    const report = await check(sourceOf({ ...referral, to: ['k.worker@gmail.com'] }), { ...dsl, organisation });
    expect(report.isSafeguarding).toBe(true);
  });
});

describe('exemptions and audiences', () => {
  const withRule = (id: string, over: Partial<RuleSetting>, facts: Partial<Organisation> = {}): Policy => ({
    ...policy,
    organisation: { ...policy.organisation, ...facts },
    rules: { ...policy.rules, [id]: { ...policy.rules[id]!, ...over } },
  });
  const rulesOf = async (story: Story, under: Policy): Promise<readonly string[]> => (await check(sourceOf(story), under)).findings.map(({ rule }) => rule);
  const toAll: Story = { to: ['all-staff@oakfield.example'], at: '2026-11-18T22:35:00Z' };
  const schools = [
    { id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'], hours: null, terms: [], staff: null, contacts: {} },
    { id: 'marsh', name: 'Marsh Lane', domains: ['marsh-lane.example'], hours: null, terms: [], staff: null, contacts: {} },
  ];
  const head = { for: 'dee.marlow@oakfield.example', why: 'Head', expires: '2027-08-31' };

  test('a head may write to all staff of the own school, and to no other', async () => {
    const under = withRule('all-staff', { exemptions: [{ ...head, recipients: ['own-school'] }] }, { schools });
    expect(await rulesOf(toAll, under)).not.toContain('all-staff');
    expect(await rulesOf({ ...toAll, cc: ['kit@marsh-lane.example'] }, under)).toContain('all-staff');
    expect(await rulesOf({ ...toAll, from: 'sam@oakfield.example' }, under)).toContain('all-staff');
  });

  test('an exemption for one situation leaves the others', async () => {
    const under = withRule('out-of-hours', { exemptions: [{ ...head, situations: ['colleagues'] }] });
    expect(await rulesOf({ to: ['kit@oakfield.example'], at: '2026-11-18T22:35:00Z' }, under)).not.toContain('out-of-hours');
    expect(await rulesOf({ to: ['a@elsewhere.example'], at: '2026-11-18T22:35:00Z' }, under)).toContain('out-of-hours');
  });

  test('it ends with its last day', async () => {
    const under = withRule('all-staff', { exemptions: [{ ...head, expires: '2026-11-18' }] });
    expect(await rulesOf(toAll, under)).not.toContain('all-staff');
    expect(await rulesOf({ ...toAll, at: '2026-11-19T10:00:00Z' }, under)).toContain('all-staff');
  });

  test('a trainee is asked for a reason where others are warned', async () => {
    const under = withRule('all-staff', { severityByAudience: { trainee: { list: 'justify' } } }, { audiences: { trainee: ['dee.marlow@oakfield.example'] } });
    const severityFor = async (from: string) => (await check(sourceOf({ ...toAll, from }), under)).findings.find(({ rule }) => rule === 'all-staff')?.severity;
    expect(await severityFor('Dee Marlow <dee.marlow@oakfield.example>')).toBe('justify');
    expect(await severityFor('Sam Reed <sam@oakfield.example>')).toBe('warn');
  });
});

describe('how far a deployment lets the rules go', () => {
  const deployment: Deployment = {
    serial: 1,
    issued: '2026-11-18T06:00:00Z',
    mode: 'block',
    rollout: { percent: 100, rings: [] },
    offlineDays: 14,
    authorisation: { by: 'Trust Board', on: '2026-11-01', minute: '7.2', dpia: 'DPIA-12', staffToldOn: '2026-11-02' },
  };
  const verdictOf = async (over: Partial<Deployment>, story: Story = {}) =>
    (await check(sourceOf({ ...terrible, to: ['k.parent@gmail.com'], ...story }), policy, { deployment: { ...deployment, ...over } })).verdict;

  test('all the way, it answers as without one', async () => {
    const story: Story = { ...terrible, to: ['k.parent@gmail.com'] };
    expect(await check(sourceOf(story), policy, { deployment })).toEqual(await check(sourceOf(story), policy));
  });

  test('monitor-only: nothing is shown, nothing stops, and what would have been said is kept apart', async () => {
    const report = await check(sourceOf({ ...terrible, to: ['k.parent@gmail.com'] }), policy, { deployment: { ...deployment, mode: 'monitor-only' } });
    expect(report).toMatchObject({ verdict: 'allow', findings: [], unchecked: [], mayBeRecorded: true });
    expect(report.monitored?.map(({ rule, severity }) => `${rule} ${severity}`)).toContain('sensitive-attachment justify');
  });

  test('monitor-only beside a protected correspondent: nothing may be recorded', async () => {
    const report = await check(sourceOf({ ...terrible, to: ['k.parent@gmail.com'], cc: ['a@neu.org.uk'] }), policy, { deployment: { ...deployment, mode: 'monitor-only' } });
    expect(report.mayBeRecorded).toBe(false);
  });

  test('a milder mode caps every rule', async () => {
    expect(await verdictOf({ mode: 'inform' })).toBe('inform');
    expect(await verdictOf({ mode: 'warn' })).toBe('warn');
    expect(await verdictOf({})).toBe('justify');
  });

  test('a label is asked for only where the policy names one', async () => {
    const asksLabel = async (labels: readonly string[]): Promise<boolean> => {
      const { source, asked } = watched({ ...terrible, to: ['k.parent@gmail.com'] });
      await check(source, { ...policy, protection: { ...policy.protection, labels } });
      return asked.includes('label');
    };
    expect([await asksLabel([]), await asksLabel(['a1b2c3d4-0000-4000-8000-00000000abcd'])]).toEqual([false, true]);
  });

  test('outside the rollout nothing runs and nothing is read', async () => {
    const { source, asked } = watched({ ...terrible, to: ['k.parent@gmail.com'] });
    const report = await check(source, policy, { deployment: { ...deployment, rollout: { percent: 0, rings: [] } } });
    expect(report).toMatchObject({ verdict: 'allow', findings: [], mayBeRecorded: false });
    expect(asked.filter((part) => part === 'subject' || part.startsWith('open'))).toEqual([]);
  });

  test('a ring is in at any percentage: by address, domain or school', async () => {
    const inRing = (ring: string) => verdictOf({ rollout: { percent: 0, rings: [ring] } });
    expect(await inRing('dee.marlow@oakfield.example')).toBe('justify');
    expect(await inRing('oakfield.example')).toBe('justify');
    expect(await inRing('marsh-lane.example')).toBe('allow');
  });

  test('a rule may lag behind', async () => {
    const report = await check(sourceOf({ ...terrible, to: ['k.parent@gmail.com'] }), policy, {
      deployment: { ...deployment, rollout: { percent: 100, rings: [], rules: { 'sensitive-attachment': 0 } } },
    });
    expect(report.findings.map(({ rule }) => rule)).not.toContain('sensitive-attachment');
    expect(report.findings.map(({ rule }) => rule)).toContain('missing-subject');
  });

  test('a school may have its own share', async () => {
    const school = { id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'], hours: null, terms: [], staff: null, contacts: {} };
    const own = { ...policy, organisation: { ...policy.organisation, schools: [school] } };
    const under = (schools: { readonly [id: string]: number }) =>
      check(sourceOf({ ...terrible, to: ['k.parent@gmail.com'] }), own, { deployment: { ...deployment, rollout: { percent: 0, rings: [], schools } } });
    expect((await under({ oakfield: 100 })).verdict).toBe('justify');
    expect((await under({ other: 100 })).verdict).toBe('allow');
    expect((await check(sourceOf({ ...terrible, to: ['k.parent@gmail.com'] }), own, { deployment: { ...deployment, rollout: { percent: 0, rings: ['oakfield'] } } })).verdict).toBe('justify');
  });
});
