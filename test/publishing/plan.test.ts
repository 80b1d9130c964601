import { LONGEST_HOSTED, readHosted } from '../../src/hosted';
import { planPublication } from '../../src/publishing';
import type { Policy } from '../../src/domain';
import { KEY, signed } from '../hosted/signed';
import { shippedPolicy } from '../policy-for-tests';

const site = { folder: { called: () => 'site', read: () => Promise.resolve(null) }, script: null, settings: null, hosted: null };
const LAAT = shippedPolicy('laat');
const hashes = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => index.toString(16).padStart(32, '0'));
const withLists = (parents: number, pupils: number): Policy => ({ ...LAAT, organisation: { ...LAAT.organisation, registeredContacts: hashes(parents), pupilAddresses: hashes(pupils) } });
const plan = (policy: Policy): ReturnType<typeof planPublication> => planPublication({ policy }, { site, modulus: KEY, served: null, issued: '2026-11-27T09:00:00.000Z' });

test('the longest lists that a pack may have are signed, and clients take them up', () => {
  const policy = withLists(40_000, 20_000);
  expect(plan(policy).problems).toEqual([]);
  const { text, signature } = signed({}, policy);
  expect(readHosted(text, signature, KEY, 0)).toMatchObject({ policy: { name: 'LAAT' } });
});

test('a policy that is longer than clients read is refused here, and its longest list is named', () => {
  const [problem] = plan(withLists(100_000, 10)).problems;
  expect(problem?.message).toMatch(/^The policy has 4,0\d\d,\d{3} characters, and clients read 4,000,000 at most\. Shorten its longest list, organisation\.registeredContacts, which has 100,000 entries\.$/);
  expect(LONGEST_HOSTED).toBe(4_000_000);
});
