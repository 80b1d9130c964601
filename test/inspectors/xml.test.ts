import fc from 'fast-check';
import { DEFAULT_LIMITS, makeBudget } from '../../src/inspectors/budget';
import { nextToken, readXml, skipElement, tellOnly, textOf, wordsOf } from '../../src/inspectors/text/xml';
import type { XmlReader } from '../../src/inspectors/text/xml';
import { attributeOf } from '../../src/inspectors/text/xml-values';

function read(xml: string | Uint8Array): XmlReader {
  const bytes = typeof xml === 'string' ? new Uint8Array(Buffer.from(xml, 'utf8')) : xml;
  return readXml(bytes, makeBudget({ ...DEFAULT_LIMITS, maxTime: Infinity, clock: () => 0 }));
}

/** The tokens as one line each: `<name`, `<name/`, `>name`, or the text. */
function tokens(xml: string | Uint8Array, only: string | null = null): string[] {
  const reader = read(xml);
  if (only !== null) tellOnly(reader, wordsOf(only));
  const out: string[] = [];
  for (let token = nextToken(reader); token !== 'end'; token = nextToken(reader)) {
    if (token === 'open') out.push(`<${reader.name}${reader.isEmpty ? '/' : ''}`);
    else if (token === 'close') out.push(`>${reader.name}`);
    else out.push(textOf(reader));
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
  nextToken(reader);
  expect(attributeOf(reader, 'name')).toBe('A & B');
  expect(attributeOf(reader, 'id')).toBe('7');
  expect(attributeOf(reader, 'id', true)).toBe('rId1');
  expect(attributeOf(reader, 'empty')).toBe('');
  expect(attributeOf(reader, 'state')).toBe('hidden');
  expect(attributeOf(reader, 'nam')).toBeNull();
});

test('what is inside an element can be passed over, however deep', () => {
  const reader = read('<a><b><b>x</b></b><c/></a>');
  nextToken(reader);
  nextToken(reader);
  skipElement(reader);
  expect(nextToken(reader)).toBe('open');
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
    while (nextToken(reader) !== 'end') count += 1;
    expect(count).toBeGreaterThan(0);
  });

  test('entities that would multiply are not filled in, and the reader says that there are some', () => {
    const declarations = Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join(
      '',
    );
    const reader = read(`<!DOCTYPE d [<!ENTITY a0 "ha">${declarations}]><d>&a9;</d>`);
    nextToken(reader);
    expect(nextToken(reader)).toBe('text');
    expect(textOf(reader)).toBe('&a9;');
    expect(reader.hasEntities).toBe(true);
  });
});

test('a reader may be told which elements matter, and when text does', () => {
  expect(tokens('<a>1<w:b x="2">3</w:b><c/><bb/>4</a>', 'b c')).toEqual(['<b', '>b', '<c/']);
  const reader = read('<a>1<b>2<![CDATA[3]]></b>4<b/>5</a>');
  tellOnly(reader, wordsOf('b'));
  let seen = '';
  for (let token = nextToken(reader); token !== 'end'; token = nextToken(reader)) {
    if (token === 'text') seen += textOf(reader);
    else reader.wantsText = token === 'open' && !reader.isEmpty;
  }
  expect(seen).toBe('23');
});

describe('a reader never stands still, and never goes over the same bytes again and again', () => {
  /** Each byte is looked at a few times; a search to the end of the file, begun anew for each tag, is many more. */
  const LOOKS_PER_BYTE = 12;

  /** The bytes, counting each look at them; too many end the reading, so that a loop without end is a failure and not a hang. */
  function watched(bytes: Uint8Array): Uint8Array {
    const most = 1000 + LOOKS_PER_BYTE * bytes.length;
    let looks = 0;
    const count = (more: number): void => {
      looks += more;
      if (looks > most) throw new Error(`more than ${LOOKS_PER_BYTE} looks at each of ${bytes.length} bytes`);
    };
    return new Proxy(bytes, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) count(1);
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown => {
          const result: unknown = value.apply(target, given);
          if (key === 'indexOf') count(((result as number) < 0 ? target.length : (result as number)) - Number(given[1] ?? 0) + 1);
          return result;
        };
      },
    });
  }

  /** Reads to the end, now and then over an element at once; fails when a token takes the reader no further. */
  function readToEnd(xml: string, skips: boolean, only: string | null): void {
    const reader = readXml(watched(new Uint8Array(Buffer.from(xml, 'utf8'))), makeBudget({ ...DEFAULT_LIMITS, maxTime: Infinity, clock: () => 0 }));
    if (only !== null) tellOnly(reader, wordsOf(only));
    for (let before = reader.position; ; before = reader.position) {
      const token = nextToken(reader);
      if (token === 'end') break;
      expect(reader.position).toBeGreaterThan(before);
      expect(reader.end).toBeGreaterThanOrEqual(reader.start);
      if (token === 'open' && skips) skipElement(reader);
    }
  }

  const piece = fc.constantFrom(
    ...['<', '>', '/', '"', "'", '=', ' ', '\n', '&', '&amp;', '<!', '<![CDATA[', ']]>', ']', '<!--', '-->', '-', '<?', '?>', '<!DOCTYPE', '['],
    ...['a', 'w:t', '<a', '</a>', '<a x="', '<a>', '<b/>', 'é', '<>', '</>', '<<', '/>', 'x=">"', '\0'],
  );

  test('whatever the pieces, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), fc.constantFrom(null, 'a', 't b'), (pieces, skips, only) =>
        readToEnd(pieces.join(''), skips, only),
      ),
      { numRuns: 2000 },
    );
  });

  test('one piece, or two, many times over', () => {
    fc.assert(
      fc.property(piece, piece, fc.boolean(), (one, other, skips) => {
        readToEnd((one + other).repeat(60), skips, null);
        readToEnd(one + other.repeat(100), skips, 'a');
      }),
      { numRuns: 250 },
    );
  });
});

describe('what is written is what is read', () => {
  interface Written {
    readonly xml: string;
    readonly tokens: readonly string[];
  }

  const name = fc.constantFrom('a', 'b', 'cell', 'long-name');
  const prefix = fc.constantFrom('', 'w:', 'ns1:');
  const characters = fc.array(fc.constantFrom('x', 'é', '😀', ' ', '>', '"', "'", ']]', '1'), { minLength: 1, maxLength: 8 }).map((list) => list.join(''));
  const attribute = fc
    .tuple(fc.constantFrom(' ', '\n', '  '), name, fc.constantFrom('"', "'"), characters)
    .map(([space, key, quote, value]) => `${space}${key}=${quote}${value.split(quote).join('')}${quote}`);
  const attributes = fc.array(attribute, { maxLength: 3 }).map((list) => list.join(''));
  const silent = fc.constantFrom('<!-- <b> "quoted > -->', '<?php echo "<b>" ?>', '<!---->');
  const filled = fc.constantFrom(['&amp;', '&'], ['&#x41;', 'A'], ['&lt;', '<']);

  const { content } = fc.letrec<{ content: Written; node: Written }>((tie) => ({
    content: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => ({ xml: nodes.map((one) => one.xml).join(''), tokens: nodes.flatMap((one) => one.tokens) })),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(filled, silent).map(([[written, read], comment]) => ({ xml: `${written}${comment}`, tokens: [read] })),
      characters.map((text) => text.replace(/>/g, '')).map((text) => ({ xml: `<![CDATA[<${text}&lt;]]>`, tokens: [`<${text}&lt;`] })),
      fc.tuple(prefix, name, attributes).map(([before, tag, list]) => ({ xml: `<${before}${tag}${list}/>`, tokens: [`<${tag}/`] })),
      fc.tuple(characters, silent).map(([text, comment]) => ({ xml: `${text}${comment}`, tokens: [text] })),
      fc.tuple(prefix, name, attributes, tie('content')).map(([before, tag, list, inner]) => ({
        xml: `<${before}${tag}${list}>${inner.xml}</${before}${tag}>`,
        tokens: [`<${tag}`, ...inner.tokens, `>${tag}`],
      })),
    ),
  }));

  test('tags with > in quotes, CDATA, comments and instructions between them', () => {
    fc.assert(
      fc.property(content, ({ xml, tokens: expected }) => {
        expect(tokens(`<root>${xml}</root>`)).toEqual(['<root', ...expected, '>root']);
        expect(tokens(`<root>${xml}</root>`, 'b cell')).toEqual(expected.filter((token) => /^[<>](b|cell)\/?$/.test(token)));
      }),
      { numRuns: 500 },
    );
  });

  test('cut off anywhere, all but the token it was cut in is as it was', () => {
    fc.assert(
      fc.property(content, fc.nat(), ({ xml }, cut) => {
        const whole = `<root>${xml}</root>`;
        const kept = Buffer.from(whole).subarray(0, cut % Buffer.byteLength(whole));
        const before = tokens(new Uint8Array(kept));
        expect(before.slice(0, -1)).toEqual(tokens(whole).slice(0, Math.max(0, before.length - 1)));
      }),
      { numRuns: 500 },
    );
  });
});
