import { check } from '../src/check';
import type { DraftSource, Policy, SourcePart } from '../src/domain';
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
    const off = (id: string) => ({ ...policy.rules[id], on: false }) as never;
    const { source, asked } = watched(terrible);
    await check(source, { ...policy, rules: { ...policy.rules, 'sensitive-attachment': off('sensitive-attachment'), 'personal-recipient': off('personal-recipient') } });
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
