import { fold, foldForComparison, INVISIBLE, isBlank } from '../../src/text/fold';

describe('fold', () => {
  const cases: readonly (readonly [name: string, text: string, folded: string])[] = [
    ['plain text is left as it is', 'Year 6 trip: £4.50, 10:30\n\tThanks', 'Year 6 trip: £4.50, 10:30\n\tThanks'],
    ['a non-breaking space is a space', '999\u00a0123\u202f4567', '999 123 4567'],
    ['line and paragraph separators are spaces', 'a\u2028b\u2029c\u0085d', 'a b c d'],
    ['a carriage return is a space and the line feed stays', 'a\r\nb', 'a \nb'],
    ['every dash and the minus sign is a hyphen', '12–34—56−78‑90‒1', '12-34-56-78-90-1'],
    ['full-width digits and letters are plain', '９９９　Ａｂｃ＠', '999 Abc@'],
    ['curly quotes and primes are straight', '‘it’s’ “so” 5′ 6″', '\'it\'s\' "so" 5\' 6"'],
    ['a soft hyphen and a zero-width space keep their place', 'pass\u00adword\u200b\ufeff', `pass${INVISIBLE}word${INVISIBLE}${INVISIBLE}`],
    ['accents, emoji and other scripts stay', 'Zoë Ŵyn Łódź 👩‍🏫 学校', `Zoë Ŵyn Łódź 👩${INVISIBLE}🏫 学校`],
  ];
  test.each(cases)('%s', (_name, text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text)).toHaveLength(text.length);
  });

  test('no character changes the length, and every Unicode space becomes a space', () => {
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      const folded = fold(character);
      if (folded.length !== 1) throw new Error(`U+${code.toString(16)} became ${folded.length} characters`);
      const isSpace = /\p{Z}/u.test(character);
      if (isSpace && folded !== ' ') throw new Error(`U+${code.toString(16)} is a space and became ${folded}`);
      const isDash = /\p{Pd}/u.test(character) && !/[\u05be\u1400\u1806\u2e17\u2e1a\u2e40\u2e5d\u301c\u3030\u30a0\ufe31\ufe32]/.test(character);
      if (isDash && folded !== '-') throw new Error(`U+${code.toString(16)} is a dash and became ${folded}`);
    }
  });
});

describe('foldForComparison', () => {
  const cases: readonly (readonly [name: string, text: string, folded: string])[] = [
    ['case is dropped', 'Child PROTECTION', 'child protection'],
    ['Welsh circumflexes are dropped', 'Ysgol Tŷ Gŵyr, ẁ ẃ ẅ', 'ysgol ty gwyr, w w w'],
    ['Polish letters are dropped to their base', 'ŁÓDŹ, ąćęłńóśźż', 'lodz, acelnoszz'],
    ['an accent written apart is dropped too', 'Zoe\u0308 e\u0301', 'zoe e'],
    ['letters that are two become two', 'Straße, Ægir, Œuvre, Þór', 'strasse, aegir, oeuvre, thor'],
    ['ligatures from PDFs are taken apart', 'oﬃce ﬁle', 'office file'],
    ['soft hyphens and zero-width characters vanish', 'safe\u00adguard\u200bing\ufeff', 'safeguarding'],
    ['words over a line end are parted by one space', 'looked\u00a0\n  after\r\nchild ', 'looked after child'],
    ['the Turkish capital I is an i', 'İstanbul ıssız', 'istanbul issiz'],
    ['other scripts stay', 'Школа 学校', 'школа 学校'],
  ];
  test.each(cases)('%s', (_name, text, folded) => expect(foldForComparison(text)).toBe(folded));

  test('the table agrees with Unicode for every Latin letter that is one letter with accents', () => {
    for (let code = 0xc0; code <= 0x1eff; code++) {
      if (code === 0x250) code = 0x1e00;
      const character = String.fromCharCode(code);
      const plain = character.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
      if (/^[a-z]+$/.test(plain)) expect([character, foldForComparison(character)]).toEqual([character, plain]);
    }
  });
});

describe('isBlank', () => {
  const blank: readonly (readonly [name: string, text: string])[] = [
    ['an empty text', ''],
    ['spaces, tabs and line ends', ' \t\r\n\v\f'],
    ['non-breaking, em and ideographic spaces', '\u00a0\u2003\u3000\u202f'],
    ['zero-width spaces and joiners', '\u200b\u200c\u200d\u2060'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['the Braille blank', '\u2800'],
    ['variation selectors and tag characters', '\ufe0f\ufe00\u{e0100}\u{e0020}'],
    ['marks of direction', '\u200e\u202a\u202c\u2066\u2069\u061c'],
    ['line separators', '\u2028\u2029\u0085'],
    ['controls', '\0\x1b\x7f'],
    ['the Mongolian vowel separator', '\u180e'],
  ];
  test.each(blank)('%s is blank', (_name, text) => expect(isBlank(text)).toBe(true));

  const seen = ['.', ' x ', '\u200b0', '–', 'é', '👍', '学', '¬', '\ud800'];
  test.each(seen)('%j is not blank', (text) => expect(isBlank(text)).toBe(false));

  test('a long run of white space with a letter at its end is judged once through', () => {
    expect(isBlank(`${' \u200b'.repeat(500_000)}x`)).toBe(false);
  });
});
