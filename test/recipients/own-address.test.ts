import { looksLikeSender } from '../../src/recipients';

describe('looksLikeSender', () => {
  const cases: readonly (readonly [name: string, address: string, sender: string, expected: boolean])[] = [
    ['first name and surname', 'jo.reed@gmail.com', 'Jo Reed', true],
    ['with figures', 'joreed82@gmail.com', 'Jo Reed', true],
    ['the initial and the surname', 'j_reed@icloud.com', 'Jo Reed', true],
    ['the surname first', 'reedjo@yahoo.co.uk', 'Jo Reed', true],
    ['the surname and the initial', 'reed.j@aol.com', 'Jo Reed', true],
    ['with a middle initial', 'jo.m.reed@gmail.com', 'Jo Reed', true],
    ['two initials and the surname', 'jmreed@gmail.com', 'Jo Reed', true],
    ['with a title', 'mrs.j.reed@gmail.com', 'Mrs Jo Reed', true],
    ['with a plus tag', 'joreed+school@gmail.com', 'Jo Reed', true],
    ['a name written surname first', 'jo.reed@gmail.com', 'Reed, Jo (Oakfield)', true],
    ['accents and capitals', 'sian.parry@gmail.com', 'Siân PARRY', true],
    ['a hyphenated surname', 'j.reed-field@gmail.com', 'Jo Reed-Field', true],
    ['an apostrophe in the surname', 'kim.oneill@gmail.com', "Kim O'Neill", true],
    ['a relative with the same surname is somebody else', 'sam.reed@gmail.com', 'Jo Reed', false],
    ['the surname alone is a family', 'reed@gmail.com', 'Jo Reed', false],
    ['the reed family is a family', 'thereeds@gmail.com', 'Jo Reed', false],
    ['the first name alone is anyone', 'jo1982@gmail.com', 'Jo Reed', false],
    ['a word that holds the surname', 'breeder@gmail.com', 'Jo Reed', false],
    ['a surname of two letters is too short to tell', 'ali@gmail.com', 'Al Li', false],
    ['a shared mailbox has no surname', 'office@gmail.com', 'Office', false],
    ['a recipient without an address', '', 'Jo Reed', false],
  ];
  test.each(cases)('%s', (_name, address, name, expected) => {
    expect(looksLikeSender(address, { address: 'office@trust.example', name, signedIn: null })).toBe(expected);
  });

  test('the person who sends for another is known too', () => {
    const sender = { address: 'head@trust.example', name: 'The Head', signedIn: { address: 'jo@trust.example', name: 'Jo Reed' } };
    expect(looksLikeSender('jo.reed@gmail.com', sender)).toBe(true);
  });
});
