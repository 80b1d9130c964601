import { DEFAULT_LIMITS, makeBudget } from '../../src/inspectors/budget';
import { readXml } from '../../src/inspectors/xml';
import type { XmlReader } from '../../src/inspectors/xml';

function read(xml: string | Uint8Array): XmlReader {
  const bytes = typeof xml === 'string' ? new Uint8Array(Buffer.from(xml, 'utf8')) : xml;
  return readXml(bytes, makeBudget({ ...DEFAULT_LIMITS, maxTime: Infinity, clock: () => 0 }));
}

/** The tokens as one line each: `<name`, `<name/`, `>name`, or the text. */
function tokens(xml: string | Uint8Array): string[] {
  const reader = read(xml);
  const out: string[] = [];
  for (let token = reader.next(); token !== 'end'; token = reader.next()) {
    if (token === 'open') out.push(`<${reader.name}${reader.isEmpty ? '/' : ''}`);
    else if (token === 'close') out.push(`>${reader.name}`);
    else out.push(reader.text());
  }
  return out;
}

describe('tokens', () => {
  test.each<[string, string, string[]]>([
    ['names come without their prefix', '<w:p><w:t>Ada</w:t></w:p>', ['<p', '<t', 'Ada', '>t', '>p']],
    ['empty elements are said to be empty', '<a><b/><c x="1"/></a>', ['<a', '<b/', '<c/', '>a']],
    ['the five entities and numbers are filled in', '<a>&lt;&amp;&#65;&#x1F600;&apos;</a>', ['<a', "<&A\u{1f600}'", '>a']],
    ['other entities stay as they are', '<a>&nbsp;&x;&</a>', ['<a', '&nbsp;&x;&', '>a']],
    ['CDATA is text, and its entities are none', '<a><![CDATA[1 < 2 &amp; ]]]]></a>', ['<a', '1 < 2 &amp; ]]', '>a']],
    [
      'comments, instructions and the document type are passed over',
      '<?xml version="1.0"?><!DOCTYPE a><!-- <b> --><a/>',
      ['<a/'],
    ],
    ['a > inside quotes does not end a tag', '<a x="1>2" y=\'>\'>t</a>', ['<a', 't', '>a']],
    ['a tag cut short by another is read as far as it goes', '<a><b x="1<c>t</c>', ['<a', '<b', '<c', 't', '>c']],
  ])('%s', (_name, xml, expected) => expect(tokens(xml)).toEqual(expected));

  test('UTF-16 is read by its byte order mark', () => {
    expect(tokens(new Uint8Array(Buffer.from('\ufeff<a>Größe</a>', 'utf16le')))).toEqual(['<a', 'Größe', '>a']);
  });

  test('a declared encoding is believed', () => {
    expect(tokens(new Uint8Array(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>café</a>', 'latin1')))).toEqual([
      '<a',
      'café',
      '>a',
    ]);
  });
});

test('attributes are found by their local name, and apart from it by prefix', () => {
  const reader = read('<sheet name="A &amp; B" id="7" r:id="rId1" empty="" state=\'hidden\'/>');
  reader.next();
  expect(reader.attribute('name')).toBe('A & B');
  expect(reader.attribute('id')).toBe('7');
  expect(reader.prefixedAttribute('id')).toBe('rId1');
  expect(reader.attribute('empty')).toBe('');
  expect(reader.attribute('state')).toBe('hidden');
  expect(reader.attribute('nam')).toBeNull();
});

test('what is inside an element can be passed over, however deep', () => {
  const reader = read('<a><b><b>x</b></b><c/></a>');
  reader.next();
  reader.next();
  reader.skip();
  expect(reader.next()).toBe('open');
  expect(reader.name).toBe('c');
});

describe('markup made to exhaust', () => {
  const SIZE = 5 << 20;
  test.each<[string, string]>([
    ['five million tags that never end', '<'.repeat(SIZE)],
    ['a million elements inside each other', `${'<a>'.repeat(1 << 20)}text`],
    ['a quotation that never ends', `<a x="${'y'.repeat(SIZE)}`],
    ['a comment that never ends', `<a><!--${'-'.repeat(SIZE)}`],
    ['CDATA that never ends', `<a><![CDATA[${']'.repeat(SIZE)}`],
    ['a million ampersands', `<a>${'&'.repeat(1 << 20)}</a>`],
    ['many names', Array.from({ length: 200000 }, (_, index) => `<n${index}/>`).join('')],
  ])('%s are read once, from one end to the other', (_name, xml) => {
    const reader = read(xml);
    let count = 0;
    while (reader.next() !== 'end') count += 1;
    expect(count).toBeGreaterThan(0);
  });

  test('entities that would multiply are not filled in, and the reader says that there are some', () => {
    const declarations = Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join(
      '',
    );
    const reader = read(`<!DOCTYPE d [<!ENTITY a0 "ha">${declarations}]><d>&a9;</d>`);
    reader.next();
    expect(reader.next()).toBe('text');
    expect(reader.text()).toBe('&a9;');
    expect(reader.hasEntities).toBe(true);
  });
});
