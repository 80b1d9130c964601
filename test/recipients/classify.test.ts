import type { Organisation, RecipientClass } from '../../src/domain';
import { audienceOf, classOf, PERSONAL_DOMAINS, providerOf } from '../../src/recipients';
import { JO, organisationWith, recipient, recipientsAt, schoolWith } from './organisation';

const NOW = Date.UTC(2026, 2, 3, 10, 0);

const FULL = organisationWith({
  internalDomains: ['trust.example', '*.trust.example'],
  schools: [schoolWith({ domains: ['oakfield.example'] })],
  partners: [
    { domain: 'nhs.net', purpose: 'health', expires: null },
    { domain: '*.police.uk', purpose: 'police', expires: '2026-03-03' },
    { domain: 'council.example', purpose: 'council', expires: '2026-03-02' },
  ],
});
const BARE = organisationWith({ internalDomains: [], pupilDomains: [] });

describe('classOf', () => {
  const cases: readonly (readonly [name: string, organisation: Organisation, address: string, expected: RecipientClass])[] = [
    ['a colleague is inside', FULL, 'sam@trust.example', 'inside'],
    ['a colleague at a domain below is inside when a star says so', FULL, 'sam@mail.trust.example', 'inside'],
    ['a colleague at a school of the trust is inside', FULL, 'sam@oakfield.example', 'inside'],
    ['a domain that only ends like ours is outside', FULL, 'sam@eviloakfield.example', 'outside'],
    ['a domain that only begins like ours is outside', FULL, 'sam@oakfield.example.evil.example', 'outside'],
    ['a pupil is a pupil though the domain lies inside', FULL, 'sam@pupils.trust.example', 'pupil'],
    ['a partner is a partner', FULL, 'sam@nhs.net', 'partner'],
    ['a partner is one on the last day', FULL, 'sam@met.police.uk', 'partner'],
    ['a partner whose time has run out is outside', FULL, 'sam@council.example', 'outside'],
    ['a mailbox at Gmail is personal', FULL, 'sam@gmail.com', 'personal'],
    ['a mailbox at a provider of the organisation\'s own list is personal', FULL, 'sam@villagemail.example', 'personal'],
    ['a customer of Plusnet, each with a domain, is personal', FULL, 'sam@field.plus.com', 'personal'],
    ['anyone else is outside', FULL, 'sam@supplier.example', 'outside'],
    ['a recipient without an address is unknown', FULL, '', 'unknown'],
    ['an Exchange name is unknown, never inside', FULL, '/o=ExchangeLabs/cn=Recipients/cn=sam', 'unknown'],
    ['a name that did not resolve is unknown', FULL, 'Sam Field', 'unknown'],
    ['an address with two domains is unknown', FULL, 'sam@trust.example@gmail.com', 'unknown'],
    ['without any list, the sender\'s own domain is inside', BARE, 'sam@trust.example', 'inside'],
    ['without any list, a domain below the sender\'s is outside', BARE, 'sam@mail.trust.example', 'outside'],
    ['without any list, others are outside', BARE, 'sam@oakfield.example', 'outside'],
    ['with a school\'s domain alone, the sender\'s is not inside by itself', organisationWith({ internalDomains: [], pupilDomains: [], schools: [schoolWith({ domains: ['oakfield.example'] })] }), 'sam@trust.example', 'outside'],
  ];
  test.each(cases)('%s', (_name, organisation, address, expected) => {
    expect(classOf(address, organisation, JO.address, NOW)).toBe(expected);
  });

  test('a sender at Gmail does not make Gmail inside', () => {
    expect(classOf('sam@gmail.com', BARE, 'jo@gmail.com', NOW)).toBe('personal');
  });

  test('a sender without a usable address makes nothing inside', () => {
    expect(classOf('sam@trust.example', BARE, '/o=Trust/cn=jo', NOW)).toBe('outside');
    expect(classOf('', BARE, '', NOW)).toBe('unknown');
  });
});

describe('personal providers', () => {
  const cases: readonly (readonly [address: string, provider: string | null])[] = [
    ['a@gmail.com', 'Gmail'],
    ['a@GoogleMail.com', 'Gmail'],
    ['a@hotmail.co.uk', 'Hotmail'],
    ['a@btinternet.com', 'BT'],
    ['a@karoo.co.uk', 'KCOM'],
    ['a@x.plus.com', 'Plusnet'],
    ['a@gmail.com.example', null],
    ['a@notgmail.com', null],
    ['a@btconnect.com', null],
    ['', null],
  ];
  test.each(cases)('%s is at %s', (address, provider) => expect(providerOf(address)).toBe(provider));

  test('each domain is listed once, in the form that is compared', () => {
    expect(new Set(PERSONAL_DOMAINS).size).toBe(PERSONAL_DOMAINS.length);
    for (const domain of PERSONAL_DOMAINS) expect(providerOf(`a@${domain.replace('*', 'x')}`)).not.toBe(null);
  });
});

describe('audienceOf', () => {
  test('an address counts once across fields and cases, and the first field wins', () => {
    const all = [recipient('Sam@Trust.Example', 'bcc'), recipient('sam@trust.example', 'cc'), recipient('SAM@trust.example', 'to')];
    const { members } = audienceOf({ all, atLeast: false }, JO, FULL, NOW);
    expect(members.map((member) => [member.address, member.field])).toEqual([['sam@trust.example', 'to']]);
  });

  test('addresses with different plus tags are different', () => {
    const { members } = audienceOf(recipientsAt('sam@gmail.com', 'sam+school@gmail.com'), JO, FULL, NOW);
    expect(members).toHaveLength(2);
  });

  test('recipients without an address are told apart by name and are unknown', () => {
    const all = [recipient('', 'to', 'unresolved', 'Sam'), recipient('', 'to', 'unresolved', 'Alex'), recipient('', 'cc', 'unresolved', 'Sam')];
    const { members } = audienceOf({ all, atLeast: true }, JO, FULL, NOW);
    expect(members.map((member) => [member.name, member.class])).toEqual([
      ['Sam', 'unknown'],
      ['Alex', 'unknown'],
    ]);
  });

  test('an unresolved recipient is unknown though its address looks inside', () => {
    const all = [recipient('sam@trust.example', 'to', 'unresolved')];
    expect(audienceOf({ all, atLeast: false }, JO, FULL, NOW).members[0]!.class).toBe('unknown');
  });

  test('an address that is resolved in one field is resolved, in the first field it has', () => {
    const all = [recipient('sam@trust.example', 'to', 'unresolved'), recipient('sam@trust.example', 'cc')];
    const { members } = audienceOf({ all, atLeast: false }, JO, FULL, NOW);
    expect(members.map((member) => [member.class, member.field, member.kind])).toEqual([['inside', 'to', 'person']]);
  });

  test('a list at an inside domain that nobody listed may hold anyone', () => {
    const all = [recipient('allstaff@trust.example', 'to', 'list')];
    const { members } = audienceOf({ all, atLeast: false }, JO, FULL, NOW);
    expect(members[0]).toMatchObject({ class: 'unknown', kind: 'list' });
  });

  test('the sender is known by either address when someone sends for another', () => {
    const sender = { ...JO, signedIn: { address: 'Alex@trust.example', name: 'Alex' } };
    const { members } = audienceOf(recipientsAt('JO.REED@trust.example', 'alex@trust.example', 'sam@trust.example'), sender, FULL, NOW);
    expect(members.map((member) => member.isSender)).toEqual([true, true, false]);
  });

  test('a listed address is allowed until its last day', () => {
    const organisation = organisationWith({
      allowedAddresses: [
        { address: 'sam@gmail.com', why: 'governor', expires: '2026-03-03' },
        { address: 'old@gmail.com', why: 'governor', expires: '2026-03-02' },
        { address: 'alex@gmail.com', why: 'governor', expires: null },
      ],
    });
    const { members } = audienceOf(recipientsAt('Sam@gmail.com', 'old@gmail.com', 'alex@gmail.com', 'sam+x@gmail.com'), JO, organisation, NOW);
    expect(members.map((member) => member.isAllowed)).toEqual([true, false, true, false]);
  });

  test('what the client cut short is said to be at least', () => {
    expect(audienceOf({ all: [], atLeast: true }, JO, FULL, NOW)).toEqual({ members: [], atLeast: true });
  });

  test('two hundred parents are two hundred members', () => {
    const parents = Array.from({ length: 200 }, (_, index) => `parent${index}@gmail.com`);
    const { members } = audienceOf(recipientsAt(...parents), JO, FULL, NOW);
    expect(members.filter((member) => member.class === 'personal')).toHaveLength(200);
  });
});
