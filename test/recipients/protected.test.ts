import { isProtected, PROTECTED_CORRESPONDENTS, withoutProtected } from '../../src/recipients';
import { JO, organisationWith, recipient, recipientsAt } from './organisation';

const TRUST = organisationWith({ protectedCorrespondents: ['speakup@trust.example', 'solicitors.example', '*.lado.example'] });

describe('who is protected', () => {
  const cases: readonly (readonly [name: string, address: string, expected: boolean])[] = [
    ['Protect, the whistleblowing charity', 'whistle@protect-advice.org.uk', true],
    ['anyone at Ofsted', 'Enquiries@Ofsted.gov.uk', true],
    ['a union', 'advice@neu.org.uk', true],
    ['a union at a domain below its own', 'advice@mail.nasuwt.org.uk', true],
    ['a domain that ends like a union\'s', 'advice@evilneu.org.uk', false],
    ['a domain that begins like a union\'s', 'advice@neu.org.uk.example', false],
    ['the department\'s mailbox for allegations', 'allegations.mailbox@education.gov.uk', true],
    ['the department\'s other mailboxes', 'returns@education.gov.uk', false],
    ['the NSPCC helpline', 'help@nspcc.org.uk', true],
    ['the NSPCC\'s other mailboxes', 'training@nspcc.org.uk', false],
    ['the police, to whom pupils\' data goes every day', 'referrals@met.police.uk', false],
    ['an address that the organisation added', 'SpeakUp@trust.example', true],
    ['another address at that domain', 'hr@trust.example', false],
    ['a domain that the organisation added', 'a.lawyer@solicitors.example', true],
    ['a domain below that one, which it did not add', 'a@mail.solicitors.example', false],
    ['a domain below one that it added with a star', 'duty@county.lado.example', true],
    ['a recipient without an address', '', false],
    ['an Exchange name', '/o=neu.org.uk/cn=advice', false],
    ['an address with two domains', 'me@gmail.com@neu.org.uk', false],
  ];
  test.each(cases)('%s', (_name, address, expected) => expect(isProtected(address, TRUST)).toBe(expected));

  test('the minimum list is there whatever the organisation lists', () => {
    for (const listed of PROTECTED_CORRESPONDENTS) {
      expect(isProtected(listed.includes('@') ? listed : `someone@${listed}`, organisationWith())).toBe(true);
    }
  });
});

describe('withoutProtected', () => {
  const cases: readonly (readonly [name: string, addresses: readonly string[], others: readonly string[], areAll: boolean])[] = [
    ['a draft to a union alone is protected', ['advice@neu.org.uk'], [], true],
    ['a draft to two of them is', ['advice@neu.org.uk', 'help@nspcc.org.uk'], [], true],
    ['a copy to the sender changes nothing', ['advice@neu.org.uk', 'Jo.Reed@trust.example'], ['Jo.Reed@trust.example'], true],
    ['a parent beside them is checked alone', ['advice@neu.org.uk', 'sam@gmail.com'], ['sam@gmail.com'], false],
    ['a colleague beside them is checked alone', ['advice@neu.org.uk', 'sam@trust.example'], ['sam@trust.example'], false],
    ['a recipient without an address beside them is checked', ['advice@neu.org.uk', ''], [''], false],
    ['a draft to nobody protected is checked', ['sam@gmail.com'], ['sam@gmail.com'], false],
    ['a draft to the sender alone is checked', ['jo.reed@trust.example'], ['jo.reed@trust.example'], false],
    ['a draft to nobody is checked', [], [], false],
  ];
  test.each(cases)('%s', (_name, addresses, others, areAll) => {
    const guarded = withoutProtected(recipientsAt(...addresses), TRUST, JO);
    expect(guarded.others.all.map((each) => each.address)).toEqual(others);
    expect(guarded.areAllProtected).toBe(areAll);
    expect(guarded.protectedCount).toBe(addresses.length - others.length);
  });

  test('when the client cut the recipients short, others may be among them', () => {
    const recipients = { all: [recipient('advice@neu.org.uk')], atLeast: true };
    expect(withoutProtected(recipients, TRUST, JO)).toEqual({ others: { all: [], atLeast: true }, protectedCount: 1, areAllProtected: false });
  });

  test('an unresolved recipient is not protected, whatever is written', () => {
    const recipients = { all: [recipient('advice@neu.org.uk', 'to', 'unresolved')], atLeast: false };
    expect(withoutProtected(recipients, TRUST, JO).areAllProtected).toBe(false);
  });
});
