import type { Inspection, TextSegment } from '../../src/domain';
import { buildZip } from './build-zip';
import type { ZipPart } from './build-zip';
import { expectInspection, inspectBytes, inspectSample, sampleBytes, textOf } from './inspecting';

function segmentAt(inspection: Inspection, place: string, hidden?: string): TextSegment {
  const found = inspection.segments.find((segment) => segment.place === place && segment.hidden === hidden);
  if (found === undefined)
    throw new Error(`No text at “${place}”: ${JSON.stringify(inspection.segments.map((one) => [one.place, one.hidden]))}`);
  return found;
}

function hiddenText(inspection: Inspection, hidden: string | undefined): string {
  return inspection.segments
    .filter((segment) => segment.hidden === hidden)
    .map((segment) => segment.text)
    .join('\n');
}

describe('OpenDocument files from an office program', () => {
  const letter = inspectSample('documents/letter.odt');

  test('a letter is open and read in full', () => {
    expectInspection(letter, {
      format: 'odt',
      protection: 'open',
      content: 'all',
      says: 'Dear parent, Ada Example goes on the visit.',
    });
  });

  test.each<[string, string, string | undefined, string]>([
    ['its table', 'table 1', undefined, 'Ada Example\t999 123 4560'],
    ['its header', 'header or footer', undefined, 'Oakfield Academy'],
    ['its footnote', 'note', undefined, 'small print below'],
    ['the text that was deleted', '', 'tracked change', 'withdrawn sentence'],
    ['the text that is hidden', '', 'hidden text', 'kept out of sight'],
    ['its properties', '', 'document properties', 'Oakfield trip'],
  ])('%s is read at its place', (_name, place, hidden, words) => expect(segmentAt(letter, place, hidden).text).toContain(words));

  test('a letter with a password is protected', () => {
    expectInspection(inspectSample('documents/letter-locked.odt'), { format: 'odt', protection: 'protected', content: 'none' });
  });

  const register = inspectSample('documents/register.ods');
  test('a sheet is a table, dates are dates, and rows with something hidden stand apart', () => {
    expect(segmentAt(register, 'Year 7').text).toBe('Name\tBorn\nAda Example\t2014-03-09');
    expect(segmentAt(register, 'Year 7', 'hidden rows or columns').text).toBe(
      'Name\tBorn\tReference\nAda Example\t2014-03-09\t9991234560\nBen Sample\tunknown\tleft in May',
    );
    expect(segmentAt(register, 'Contacts', 'hidden sheet').text).toContain('07700 900123');
    expect(hiddenText(register, 'comment')).toContain('on the waiting list');
  });

  const slides = inspectSample('documents/slides.odp');
  test('slides, their notes and hidden slides are read at their place', () => {
    expect(segmentAt(slides, 'slide 1').text).toContain('Attendance this term');
    expect(segmentAt(slides, 'slide 1', 'notes').text).toContain('mention Ada Example');
    expect(segmentAt(slides, 'slide 2', 'hidden slide').text).toContain('Exclusions by name');
  });
});

const MIMETYPE: ZipPart = { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 };

function manifest(...encrypted: string[]): ZipPart {
  const lines = encrypted.map(
    (path) => `<manifest:file-entry manifest:full-path="${path}"><manifest:encryption-data/></manifest:file-entry>`,
  );
  return {
    name: 'META-INF/manifest.xml',
    data: `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>${lines.join('')}</manifest:manifest>`,
  };
}

const CIPHERTEXT = Uint8Array.from({ length: 500 }, (_, index) => (index * 7919 + 13) & 0xff);

function content(body: string): ZipPart {
  return { name: 'content.xml', data: `<office:document-content><office:body>${body}</office:body></office:document-content>` };
}

describe('encryption, as the manifest tells it', () => {
  test.each<[string, ZipPart[], Inspection['protection']]>([
    [
      'content that is listed as encrypted, and is, is protected',
      [MIMETYPE, manifest('content.xml', 'styles.xml'), { name: 'content.xml', data: CIPHERTEXT, method: 0 }],
      'protected',
    ],
    // Built from the specification: no program at hand writes it.
    [
      'the whole document in one encrypted package is protected',
      [MIMETYPE, manifest('encrypted-package'), { name: 'encrypted-package', data: CIPHERTEXT, method: 0 }],
      'protected',
    ],
    [
      'content that is listed as encrypted but stands there as text is open',
      [MIMETYPE, manifest('content.xml'), content('<text:p>9991234560</text:p>')],
      'partly',
    ],
    [
      'an encrypted macro in an open document makes it partly protected',
      [
        MIMETYPE,
        manifest('Basic/Standard/Module1.xml'),
        content('<text:p>open</text:p>'),
        { name: 'Basic/Standard/Module1.xml', data: CIPHERTEXT, method: 0 },
      ],
      'partly',
    ],
    [
      'content that makes no sense, and is not listed, could be either',
      [MIMETYPE, manifest(), { name: 'content.xml', data: CIPHERTEXT, method: 0 }],
      'unknown',
    ],
  ])('%s', (_name, parts, protection) => expect(inspectBytes('a.odt', buildZip(parts)).protection).toBe(protection));
});

describe('markup of OpenDocument', () => {
  test.each<[string, string, string | undefined, string]>([
    [
      'spaces, tabs and line breaks are elements',
      '<text:p>999<text:s text:c="2"/>123<text:tab/>4560<text:line-break/>next</text:p>',
      undefined,
      '999  123\t4560\nnext\n',
    ],
    [
      'a comment is hidden',
      '<text:p>seen<office:annotation><dc:creator>A. Person</dc:creator><text:p>unseen</text:p></office:annotation> again</text:p>',
      'comment',
      'A. Person\nunseen\n',
    ],
    [
      'a text box stands apart',
      '<text:p>around<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>',
      undefined,
      'boxed\n',
    ],
    [
      'what a picture is said to show is hidden',
      '<draw:frame><svg:desc>Ada Example with a cup</svg:desc></draw:frame>',
      'alternative text',
      'Ada Example with a cup\n',
    ],
    [
      'a mail address behind a link is hidden',
      '<text:p><text:a xlink:href="mailto:ada@example.org">write</text:a></text:p>',
      'link',
      'mailto:ada@example.org\n',
    ],
    [
      'where any other link leads is hidden',
      '<text:p><text:a xlink:href="https://pupils.example/?name=ada">list</text:a></text:p>',
      'link',
      'https://pupils.example/?name=ada\n',
    ],
    ['a link within the document says nothing', '<text:p><text:a xlink:href="#table">see below</text:a></text:p>', undefined, 'see below\n'],
    [
      'what was entered in a form is read, and what may be chosen',
      '<office:forms><form:form><form:text form:current-value="Ada Example" form:value="Ada Example"/><form:combobox form:value="Ben Sample"><form:item form:label="Cy Nobody"/></form:combobox></form:form></office:forms>',
      undefined,
      'Ada Example\nBen Sample\nCy Nobody\n',
    ],
    [
      'the footer of slides stands in their list of footers',
      '<presentation:footer-decl presentation:name="ftr1">Ada Example, 9991234560</presentation:footer-decl>',
      undefined,
      'Ada Example, 9991234560\n',
    ],
    [
      'names that a cell lets choose are hidden',
      '<table:content-validation table:condition="of:cell-content-is-in-list(&quot;Ada Example&quot;;&quot;Ben Sample&quot;)"/>',
      'list of choices',
      'Ada Example\nBen Sample\n',
    ],
    [
      'a name for a formula is hidden, with what stands in it',
      '<table:named-expression table:name="Lead" table:expression="&quot;Ada Example&quot;"/>',
      'defined names',
      'Lead: "Ada Example"\n',
    ],
  ])('%s', (_name, body, hidden, expected) => {
    const inspection = inspectBytes('a.odt', buildZip([MIMETYPE, manifest(), content(`<office:text>${body}</office:text>`)]));
    expect(inspection.segments.filter((segment) => segment.hidden === hidden).map((segment) => segment.text)).toContain(expected);
  });

  function sheetOf(rows: string): Inspection {
    return inspectBytes(
      'a.ods',
      buildZip([
        MIMETYPE,
        manifest(),
        content(`<office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet>`),
      ]),
    );
  }

  test('repeated cells and rows keep those after them in their place', () => {
    const rows =
      '<table:table-row table:number-rows-repeated="10"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' +
      '<table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3"/><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row>';
    const sheet = segmentAt(sheetOf(rows), 'S');
    expect([sheet.text, sheet.table]).toEqual(['x\tx\ty', { rows: [11], columns: [0, 1, 5], notation: 'cell' }]);
  });

  test('a number shown as a power of ten is read as its digits', () => {
    const cell =
      '<table:table-cell office:value-type="float" office:value="9991234560"><text:p>9.99E+09</text:p></table:table-cell>';
    expect(segmentAt(sheetOf(`<table:table-row>${cell}</table:table-row>`), 'S').text).toBe('9991234560');
  });

  test('a cell whose words stand in an attribute alone is read', () => {
    const cell = '<table:table-cell office:value-type="string" office:string-value="Ada Example"/>';
    expect(segmentAt(sheetOf(`<table:table-row>${cell}</table:table-row>`), 'S').text).toBe('Ada Example');
  });

  test('a cell repeated across all columns in all rows costs next to nothing', () => {
    const row =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>9991234560</text:p></table:table-cell></table:table-row>';
    expect(textOf(sheetOf(row)).length).toBeLessThan(10000);
  });

  test('a flat document is read as the document it is', () => {
    const flat =
      '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body><office:text><text:p>Ada <text:span>Example</text:span></text:p></office:text></office:body></office:document>';
    expect(textOf(inspectBytes('a.fodt', new Uint8Array(Buffer.from(flat))))).toBe('Ada Example\n');
  });

  test('the properties of a flat document are read, but not what its program counts', () => {
    const meta =
      '<office:meta><dc:title>Ada Example</dc:title><meta:editing-duration>P0D</meta:editing-duration><meta:user-defined meta:name="Class">5H</meta:user-defined></office:meta>';
    const flat = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">${meta}<office:body><office:text><text:p>Hello</text:p></office:text></office:body></office:document>`;
    const inspection = inspectBytes('a.fodt', new Uint8Array(Buffer.from(flat)));
    expect(segmentAt(inspection, '', 'document properties').text).toBe('title: Ada Example\nuser-defined: 5H\n');
    expect(segmentAt(inspection, '').text).toBe('Hello\n');
  });

  test('the picture that stands in for a chart holds nothing of its own', () => {
    const chart: ZipPart = { name: 'ObjectReplacements/Object 1', data: Uint8Array.from({ length: 900 }, (_, index) => (index * 31) & 0xff) };
    const inspection = inspectBytes('a.odt', buildZip([MIMETYPE, manifest(), content('<text:p>Hello</text:p>'), chart]));
    expect([inspection.content, inspection.contentReason]).toEqual(['all', null]);
  });
});

describe('OpenDocument files made to exhaust', () => {
  test.each<[string, string]>([
    ['a million elements inside each other', '<text:p><text:span>'.repeat(300000)],
    ['a million comments inside each other', '<office:annotation><text:p>'.repeat(300000)],
    ['tags that never end', '<'.repeat(1 << 20)],
    ['tables inside tables', '<table:table><table:table-row><table:table-cell>'.repeat(200000)],
  ])('%s', (_name, body) => {
    const inspection = inspectBytes('a.odt', buildZip([MIMETYPE, manifest(), content(body)]));
    expect(inspection.protection).toBe('open');
  });

  test('every truncation of a letter is answered, and none is called read in full', () => {
    const whole = sampleBytes('documents/letter.odt');
    for (let length = 4; length < whole.length; length += 97) {
      expect([length, inspectBytes('a.odt', whole.subarray(0, length)).content]).not.toEqual([length, 'all']);
    }
  });
});

describe('EPUB, XPS and iWork', () => {
  const CONTAINER: ZipPart = { name: 'META-INF/container.xml', data: '<container/>' };
  const CHAPTER: ZipPart = { name: 'OEBPS/one.xhtml', data: '<html><body><p>Ada Example</p></body></html>' };

  function encryption(algorithm: string, uri: string): ZipPart {
    return {
      name: 'META-INF/encryption.xml',
      data: `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`,
    };
  }

  test.each<[string, ZipPart[], Partial<Inspection>]>([
    ['a book is read chapter by chapter', [CONTAINER, CHAPTER], { format: 'epub', protection: 'open', content: 'all' }],
    [
      'scrambled fonts are no protection',
      [CONTAINER, CHAPTER, encryption('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf')],
      { protection: 'open', content: 'all' },
    ],
    // Built from the specification: no book with a licence is at hand.
    [
      'encrypted chapters are protection',
      [CONTAINER, CHAPTER, encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OEBPS/one.xhtml')],
      { format: 'epub', protection: 'protected', content: 'none' },
    ],
    [
      'an iWork document with a password verifier is protected',
      [
        { name: '.iwpv2', data: 'x' },
        { name: 'Index/Document.iwa', data: 'x' },
      ],
      { format: 'pages', protection: 'protected', content: 'none' },
    ],
    [
      "an iWork '09 document with a password is protected",
      [{ name: 'index.apxl', data: CIPHERTEXT, method: 0x636b }],
      { format: 'key', protection: 'protected', content: 'none' },
    ],
    [
      "an iWork '09 document is read, tables and all",
      [
        {
          name: 'index.xml',
          data: '<ls:document xmlns:ls="x"><sf:p>Ada</sf:p><sf:datasource><sf:t><sf:ct sfa:s="Ben"/></sf:t><sf:n sf:v="9991234560"/></sf:datasource></ls:document>',
        },
      ],
      { format: 'numbers', protection: 'open', content: 'all' },
    ],
    [
      'a page of XPS is read',
      [
        {
          name: 'Documents/1/Pages/1.fpage',
          data: '<FixedPage><Glyphs OriginY="1" UnicodeString="Ada"/><Glyphs OriginY="1" UnicodeString="{}{Example}"/></FixedPage>',
        },
      ],
      { format: 'xps', protection: 'open', content: 'all' },
    ],
  ])('%s', (_name, parts, expected) => expect(inspectBytes('a', buildZip(parts))).toMatchObject(expected));
});
