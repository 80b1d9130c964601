import { domainToASCII } from 'node:url';
import { comparableAddress, comparableDomain, matchesAddress, matchesDomain } from '../../src/recipients';

describe('matchesDomain', () => {
  const cases: readonly (readonly [name: string, pattern: string, domain: string, matches: boolean])[] = [
    ['a domain is itself', 'school.sch.uk', 'school.sch.uk', true],
    ['a domain that ends in the same letters is another', 'school.sch.uk', 'evilschool.sch.uk', false],
    ['a domain that begins with the same letters is another', 'school.sch.uk', 'school.sch.uk.evil.example', false],
    ['a domain below it is another, unless a star says so', 'school.sch.uk', 'mail.school.sch.uk', false],
    ['a star covers a domain below', '*.school.sch.uk', 'mail.school.sch.uk', true],
    ['a star covers a domain far below', '*.police.uk', 'a.b.met.police.uk', true],
    ['a star does not cover the domain itself', '*.police.uk', 'police.uk', false],
    ['a star is anchored at a full stop', '*.police.uk', 'notpolice.uk', false],
    ['a star is anchored at the end', '*.police.uk', 'met.police.uk.example', false],
    ['case does not count', 'School.SCH.uk', 'sCHOOL.sch.UK', true],
    ['a full stop at the end does not count', 'school.sch.uk.', 'school.sch.uk', true],
    ['white space around it does not count', ' school.sch.uk\n', '\u00a0school.sch.uk ', true],
    ['an accented domain is its ASCII form', 'bücher.example', 'xn--bcher-kva.example', true],
    ['an accented domain is not the plain one', 'schoöl.example', 'school.example', false],
    ['a Cyrillic letter that looks Latin makes another domain', 'school.example', 'schооl.example', false],
    ['full-width letters are the plain ones', 'school.example', 'ｓｃｈｏｏｌ.example', true],
    ['an ideographic full stop parts labels', 'school.example', 'school\u3002example', true],
    ['a zero-width space does not count', 'school.example', 'sch\u200bool.example', true],
    ['an empty pattern matches nothing', '', 'school.example', false],
    ['a star alone matches nothing', '*.', 'school.example', false],
    ['a single label matches nothing', 'example', 'example', false],
    ['a star before a single label matches nothing', '*.uk', 'school.uk', false],
    ['an empty domain matches nothing', 'school.example', '', false],
    ['an empty label matches nothing', 'school.example', 'school..example', false],
  ];
  test.each(cases)('%s', (_name, pattern, domain, matches) => expect(matchesDomain(pattern, domain)).toBe(matches));

  test.each(['bücher.example', 'ysgol-tŷ.example', 'łódź.example', '学校.example', 'школа.example', 'a👍b.example', 'plain.example'])(
    '%s has the ASCII form that the platform gives it',
    (domain) => expect(comparableDomain(domain)).toBe(domainToASCII(domain)),
  );

  test('a label of 20,000 accented letters is refused at once', () => expect(comparableDomain(`${'é'.repeat(20_000)}.example`)).toBe(null));
});

describe('matchesAddress', () => {
  const cases: readonly (readonly [name: string, pattern: string, address: string, matches: boolean])[] = [
    ['an address is itself, case apart', 'HR@trust.example', 'hr@Trust.Example', true],
    ['an address with a plus tag is another', 'hr@trust.example', 'hr+pay@trust.example', false],
    ['a domain covers its addresses', 'trust.example', 'jo@trust.example', true],
    ['a domain with an at sign before it covers its addresses', '@trust.example', 'jo@trust.example', true],
    ['a star covers addresses below', '*.trust.example', 'jo@mail.trust.example', true],
    ['another address at the domain is not covered by an address', 'hr@trust.example', 'jo@trust.example', false],
    ['a domain does not cover one that ends alike', 'trust.example', 'jo@nottrust.example', false],
  ];
  test.each(cases)('%s', (_name, pattern, address, matches) => expect(matchesAddress(pattern, address)).toBe(matches));
});

describe('comparableAddress', () => {
  const cases: readonly (readonly [name: string, address: string, comparable: string | null])[] = [
    ['an address is put in lower case', 'Jo.Reed@Trust.Example', 'jo.reed@trust.example'],
    ['angle brackets and white space go', ' <jo@trust.example> ', 'jo@trust.example'],
    ['Exchange\'s prefix goes', 'SMTP:jo@trust.example', 'jo@trust.example'],
    ['a plus tag stays', 'jo+trips@trust.example', 'jo+trips@trust.example'],
    ['an apostrophe is part of a name', "o'neill@trust.example", "o'neill@trust.example"],
    ['a full stop at the end of the domain goes', 'jo@trust.example.', 'jo@trust.example'],
    ['an empty address is none', '', null],
    ['an Exchange name is none', '/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=jo', null],
    ['an Exchange name with its prefix is none', 'EX:/o=Trust/cn=jo', null],
    ['a wrapped Exchange name is none, whatever its domain', 'IMCEAEX-_O=TRUST_CN=JO@trust.example', null],
    ['a name is none', 'Jo Reed', null],
    ['two at signs are none, so the first cannot pass for the domain', 'jo@trust.example@gmail.com', null],
    ['nothing before the at sign is none', '@trust.example', null],
    ['a single label is none', 'jo@localhost', null],
    ['a space inside is none', 'jo reed@trust.example', null],
    ['two addresses in one are none', 'jo@trust.example;sam@gmail.com', null],
    ['a number in brackets is none', 'jo@[192.0.2.1]', null],
    ['a very long text is none', `${'a'.repeat(100_000)}@trust.example`, null],
  ];
  test.each(cases)('%s', (_name, address, comparable) => expect(comparableAddress(address)).toBe(comparable));
});
