import { check } from '../../src/check';
import type { Policy } from '../../src/domain';
import { allReaders } from '../../src/inspectors/all-readers';
import { shippedPolicy } from '../policy-for-tests';
import { ORDINARY_ORGANISATION, sourceOf } from '../story';
import { SCHOOL_LISTS } from './school-lists';
import { SCHOOL_MAILS } from './school-mails';

/** A shipped policy with every rule on, those that it leaves to the owner too. */
function everythingOn(pack: 'laat' | 'teal'): Policy {
  const policy = shippedPolicy(pack);
  const rules = Object.fromEntries(Object.entries(policy.rules).map(([id, setting]) => [id, { ...setting, on: true }]));
  return { ...policy, organisation: { ...policy.organisation, ...ORDINARY_ORGANISATION, pupilDomains: ['pupils.oakfield.example'] }, rules };
}

describe.each(['laat', 'teal'] as const)('mails of a school and lists that go outside, every rule of %s on', (pack) => {
  const policy = everythingOn(pack);

  test.each([...SCHOOL_MAILS, ...SCHOOL_LISTS].map((mail) => [mail.name, mail] as const))('%s', async (_, { draft, finds, findsInTeal }) => {
    const { findings, unchecked } = await check(sourceOf(draft), policy, { readers: allReaders });
    const expected = (pack === 'teal' ? findsInTeal : undefined) ?? finds ?? [];
    expect(findings.map(({ rule, situation }) => `${rule}: ${situation}`)).toEqual(expected);
    expect(unchecked).toEqual([]);
  });
});

test('there are sixty of them or more', () => {
  expect(new Set(SCHOOL_MAILS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
});
