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

describe('schools that were in the policy before', () => {
  const [school] = LAAT.organisation.schools.length > 0 ? LAAT.organisation.schools : [{ id: 'oak', name: 'Oak', domains: [], hours: null, terms: [], contacts: {}, staff: null, alternatives: {} }];
  const withSchools = (...ids: readonly string[]): Policy => ({ ...LAAT, organisation: { ...LAAT.organisation, schools: ids.map((id) => ({ ...school, id }) as Policy['organisation']['schools'][number]) } });
  const remark = (before: Policy, after: Policy): string => {
    const { text, signature } = signed({ serial: 7, mode: 'monitor-only' }, before);
    const planned = planPublication({ policy: after }, { site: { ...site, hosted: { text, signature } }, modulus: KEY, served: null, issued: '2026-11-27T09:00:00.000Z' });
    return planned.plan?.remark ?? planned.problems.map(({ message }) => message).join(' ');
  };

  test('and are in the new one no more are named, because one overlay may have been signed in place of all', () => {
    expect(remark(withSchools('oak', 'ash', 'elm', 'fir', 'yew'), withSchools('elm'))).toBe('4 schools of number 7 are not in this policy: oak, ash, fir and 1 more. Where they have not left, sign the trust’s pack with all its overlays together.');
    expect(remark(withSchools('oak', 'ash'), withSchools('ash'))).toMatch(/^1 school of number 7 is not in this policy: oak\. /);
  });

  test('and still are, or new ones, are not spoken of', () => {
    expect(remark(withSchools('oak'), withSchools('ash', 'oak'))).toBe('');
  });
});
