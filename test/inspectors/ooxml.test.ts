import { scanSegments } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import type { Inspection, TextSegment } from '../../src/domain';
import { DEFAULT_LIMITS, makeBudget } from '../../src/inspectors/budget';
import { inspectFile } from '../../src/inspectors/inspect-file';
import { buildZip } from './build-zip';
import { expectInspection, inspectBytes, inspectSample, sampleBytes, textOf } from './inspecting';
import { buildDocx, buildXlsx, relationships } from './office-parts';

function hiddenText(inspection: Inspection, hidden: string | undefined): string {
  return inspection.segments
    .filter((segment) => segment.hidden === hidden)
    .map((segment) => segment.text)
    .join('\n');
}

function segmentAt(inspection: Inspection, place: string, hidden?: string): TextSegment {
  const found = inspection.segments.find((segment) => segment.place === place && segment.hidden === hidden);
  if (found === undefined)
    throw new Error(`No text at “${place}”: ${JSON.stringify(inspection.segments.map((one) => [one.place, one.hidden]))}`);
  return found;
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

describe('Word documents', () => {
  const letter = inspectSample('documents/letter.docx');

  test('a letter from a word processor is open and read in full', () => {
    expectInspection(letter, {
      format: 'docx',
      protection: 'open',
      content: 'all',
      says: 'Dear parent, Ada Example goes on the visit.',
    });
  });

  test('its table is a table of rows', () => {
    const table = segmentAt(letter, 'table 1');
    expect(table.text.split('\n')).toEqual(['Pupil\tNHS number', 'Ada Example\t999 123 4560', 'Ben Sample\t999 123 4579']);
    expect(table.table).toEqual({ rows: [1, 2, 3], columns: [0, 1], notation: 'row' });
  });

  test.each([
    ['tracked change', 'withdrawn sentence'],
    ['hidden text', 'kept out of sight'],
    ['document properties', 'Oakfield trip'],
  ])('what is hidden as %s is read and named so', (hidden, words) => {
    expect(hiddenText(letter, hidden)).toContain(words);
    expect(hiddenText(letter, undefined)).not.toContain(words);
  });

  test.each([
    ['header', 'Oakfield Academy, confidential'],
    ['footnotes', 'small print below'],
  ])('the %s says where it stands', (place, words) => expect(segmentAt(letter, place).text).toContain(words));

  test.each<[string, string, string | undefined, string]>([
    [
      'inserted text is part of what is read',
      '<w:p><w:r><w:t>An </w:t></w:r><w:ins><w:r><w:t>added</w:t></w:r></w:ins><w:r><w:t> word</w:t></w:r></w:p>',
      undefined,
      'An added word',
    ],
    [
      'deleted text is kept apart',
      '<w:p><w:r><w:t>One</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r></w:del><w:r><w:t> two</w:t></w:r></w:p>',
      'tracked change',
      'gone',
    ],
    [
      'moved text is read where it was',
      '<w:p><w:moveFrom><w:r><w:t>was here</w:t></w:r></w:moveFrom></w:p>',
      'tracked change',
      'was here',
    ],
    [
      'a number in several runs is one number',
      '<w:p><w:r><w:t>999</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>1234560</w:t></w:r></w:p>',
      undefined,
      '9991234560',
    ],
    [
      'hidden runs are hidden only when they are switched on',
      '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>in plain view</w:t></w:r></w:p>',
      undefined,
      'in plain view',
    ],
    [
      'a text box is read once, though it is stored twice',
      '<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>',
      undefined,
      'boxed',
    ],
    [
      'field codes are hidden',
      '<w:p><w:r><w:instrText> HYPERLINK "mailto:ada@example.org" </w:instrText></w:r></w:p>',
      'field code',
      'ada@example.org',
    ],
    [
      'choices of a list are hidden',
      '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Ada Example" w:value="1"/></w:dropDownList></w:sdtPr></w:sdt>',
      'list of choices',
      'Ada Example',
    ],
    [
      'what a picture is said to show is hidden',
      '<wp:docPr id="1" descr="Ada Example with a cup"/>',
      'alternative text',
      'Ada Example with a cup',
    ],
  ])('%s', (_name, body, hidden, words) => {
    const inspection = inspectBytes('a.docx', buildDocx(body));
    expect(hiddenText(inspection, hidden)).toContain(words);
    expect(hiddenText(inspection, hidden).split(words)).toHaveLength(2);
  });

  test('cells that are merged keep the columns after them in their place', () => {
    const cell = (text: string, span = ''): string => `<w:tc><w:tcPr>${span}</w:tcPr>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('wide', '<w:gridSpan w:val="2"/>')}${cell('third')}</w:tr><w:tr>${cell('a')}${cell('b')}${cell('c')}</w:tr></w:tbl>`;
    expect(segmentAt(inspectBytes('a.docx', buildDocx(body)), 'table 1').text).toBe('wide\t\tthird\na\tb\tc');
  });

  test('a table inside a cell is read as part of the cell', () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraph('x')}</w:tc><w:tc>${paragraph('y')}</w:tc></w:tr></w:tbl>`;
    const body = `<w:tbl><w:tr><w:tc>${paragraph('a')}${inner}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`;
    expect(segmentAt(inspectBytes('a.docx', buildDocx(body)), 'table 1').text).toBe('a x y\tb');
  });

  test('comments, end notes and links are read', () => {
    const wrap = (name: string, text: string): string =>
      `<w:${name} xmlns:w="w"><w:comment w:author="A. Person">${paragraph(text)}</w:comment></w:${name}>`;
    const inspection = inspectBytes(
      'a.docx',
      buildDocx(
        paragraph('body'),
        [{ name: 'word/comments.xml', data: wrap('comments', 'ring first') }],
        [['r1', 'hyperlink', 'mailto:ben@example.org']],
      ),
    );
    expect(segmentAt(inspection, 'comments', 'comment').text).toContain('A. Person: ring first');
    expect(hiddenText(inspection, 'link')).toBe('mailto:ben@example.org');
  });

  test('a document that may only be read, or filled in, is open, and the reason says what its password is for', () => {
    const settings =
      '<w:settings xmlns:w="w"><w:documentProtection w:edit="readOnly" w:enforcement="1" w:hash="x"/></w:settings>';
    const inspection = inspectBytes('a.docx', buildDocx(paragraph('text'), [{ name: 'word/settings.xml', data: settings }]));
    expect(inspection).toMatchObject({ protection: 'open', content: 'all' });
    expect(inspection.reason).toContain('only restricts changing it');
  });

  test('a file embedded in a document is inspected, and when it is protected the document is partly so', () => {
    const inspection = inspectBytes(
      'a.docx',
      buildDocx(paragraph('text'), [{ name: 'word/embeddings/list.zip', data: sampleBytes('documents/aes.zip'), method: 0 }]),
    );
    expect(inspection).toMatchObject({ protection: 'partly', content: 'part' });
    const open = inspectBytes(
      'a.docx',
      buildDocx(paragraph('text'), [{ name: 'word/embeddings/list.zip', data: sampleBytes('documents/plain.zip') }]),
    );
    expect(open).toMatchObject({ protection: 'open', content: 'all' });
    expect(textOf(open)).toContain('9991234560');
  });

  test('a file that does not belong into a document is inspected like an attachment', () => {
    const inspection = inspectBytes(
      'a.docx',
      buildDocx(paragraph('text'), [{ name: 'pupils.csv', data: 'Name,NHS\nAda,9991234560\n' }]),
    );
    expect(textOf(inspection)).toContain('9991234560');
  });

  test('a document of pictures alone is not called read', () => {
    const picture = {
      name: 'word/media/image1.jpeg',
      data: Uint8Array.from({ length: 100000 }, (_, index) => (index * 7919) & 0xff),
      method: 0,
    };
    expect(inspectBytes('a.docx', buildDocx('<w:p/>', [picture]))).toMatchObject({ protection: 'open', content: 'none' });
  });
});

describe('workbooks', () => {
  const register = inspectSample('documents/register.xlsx');

  test('a sheet is a table of the columns that are used, and dates are dates', () => {
    const sheet = segmentAt(register, 'Year 7');
    expect(sheet.text).toBe('Name\tBorn\nAda Example\t2014-03-09');
    expect(sheet.table).toEqual({ rows: [1, 2], columns: [0, 1], notation: 'cell' });
  });

  test('rows that are hidden or have hidden cells are a table of their own, with their numbers', () => {
    const hidden = segmentAt(register, 'Year 7', 'hidden rows or columns');
    expect(hidden.text).toBe('Name\tBorn\tReference\nAda Example\t2014-03-09\t9991234560\nBen Sample\tunknown\tleft in May');
    expect(hidden.table?.rows).toEqual([1, 2, 3]);
  });

  test('a pupil whose UPN stands in a hidden column, or whose row a filter hides, counts once', () => {
    const text = (ref: string, words: string): string => `<c r="${ref}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const pupils = [['Okafor', 'Amira', 'H801200001001'], ['Ellery', 'Noah', 'X801200001002'], ['Dudek', 'Isla', 'L801200001003']];
    const line = (number: number, cells: readonly string[], hidden = ''): string =>
      `<row r="${number}"${hidden}>${cells.map((words, column) => text(`${'ABCDE'.charAt(column)}${number}`, words)).join('')}</row>`;
    const rows = pupils.map(([surname, forename, upn], index) => line(index + 2, [surname!, forename!, upn!, '04/05/2015', 'EHCP'], index === 2 ? ' hidden="1"' : ''));
    const xml = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData>${line(1, ['Surname', 'Forename', 'UPN', 'Date of birth', 'SEN status'])}${rows.join('')}</sheetData>`;
    const { segments } = inspectBytes('a.xlsx', buildXlsx([{ name: 'Year 5', xml }]));
    expect(segments.map(({ hidden }) => hidden)).toEqual([undefined, 'hidden rows or columns']);
    expect(segments[1]!.text.split('\n')[0]).toBe('Surname\tForename\tUPN\tDate of birth\tSEN status');
    expect(scanSegments(segments, DEFAULT_DETECTION).people).toBe(3);
  });

  test('a hidden sheet and a comment are read and named so', () => {
    expect(segmentAt(register, 'Contacts', 'hidden sheet').text).toContain('07700 900123');
    expect(segmentAt(register, 'Year 7', 'comment').text).toContain('on the waiting list');
  });

  const cell = (ref: string, value: string, type = '', style = ''): string =>
    `<c r="${ref}"${type === '' ? '' : ` t="${type}"`}${style === '' ? '' : ` s="${style}"`}><v>${value}</v></c>`;
  const row = (number: number, ...values: string[]): string => `<row r="${number}">${values.join('')}</row>`;
  const FORMATS = ['dd/mm/yyyy', '00-00-00', '00000 000000', 'hh:mm', '[$-809]d mmmm yyyy;@', '#,##0.00'];

  test.each<[string, string, string]>([
    ['ten digits are shown as digits, not as a power of ten', cell('A1', '9.9912345600000005E9'), '9991234560'],
    ['a long whole number keeps all its digits', cell('A1', '123456789012345678'), '123456789012345678'],
    ['the noise of binary fractions is left out', cell('A1', '0.30000000000000004'), '0.3'],
    ['a date is shown as a date', cell('A1', '41707', '', '1'), '2014-03-09'],
    ['a date in a longer format is a date too', cell('A1', '41707', '', '5'), '2014-03-09'],
    ['a sort code keeps its zeros and dashes', cell('A1', '89999', '', '2'), '08-99-99'],
    ['a phone number kept as a number shows its leading zero', cell('A1', '7700900123', '', '3'), '07700 900123'],
    ['a time is shown as a time', cell('A1', '0.5', '', '4'), '12:00'],
    ['an amount is a plain number', cell('A1', '1234.5', '', '6'), '1234.5'],
    ['a shared string is filled in', cell('A1', '1', 's'), 'second & last'],
    ['a string that is not there leaves the cell empty', `${cell('A1', '99', 's')}${cell('B1', 'x', 'str')}`, 'x'],
    [
      'an inline string is read run by run',
      '<c r="A1" t="inlineStr"><is><r><t>Ada </t></r><r><t>Example</t></r></is></c>',
      'Ada Example',
    ],
    ['a formula shows its result', '<c r="A1" t="str"><f>A2&amp;A3</f><v>Ada Example</v></c>', 'Ada Example'],
    ['yes and no are words', cell('A1', '1', 'b'), 'TRUE'],
    ['line breaks and tabs in a cell are spaces', '<c r="A1" t="str"><v>one\n\ttwo</v></c>', 'one two'],
  ])('%s', (_name, xml, expected) => {
    const workbook = buildXlsx([{ name: 'S', xml: `<sheetData>${row(1, xml)}</sheetData>` }], {
      strings: ['first', 'second &amp; last'],
      formats: FORMATS,
    });
    expect(segmentAt(inspectBytes('a.xlsx', workbook), 'S').text).toBe(expected);
  });

  test('a workbook whose words are not where its cells point is not called read', () => {
    const workbook = buildXlsx([{ name: 'S', xml: `<sheetData>${row(1, cell('A1', '99', 's'), cell('B1', '5'))}</sheetData>` }], { strings: ['first'] });
    expect(inspectBytes('a.xlsx', workbook)).toMatchObject({ protection: 'open', content: 'part' });
  });

  test('dates count from 1904 when the workbook says so', () => {
    const sheet = { name: 'S', xml: `<sheetData>${row(1, cell('A1', '40245', '', '1'))}</sheetData>` };
    expect(
      segmentAt(inspectBytes('a.xlsx', buildXlsx([sheet], { formats: FORMATS, workbook: '<workbookPr date1904="1"/>' })), 'S')
        .text,
    ).toBe('2014-03-09');
  });

  test('cells and rows that do not say where they are follow the ones before', () => {
    const xml = '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>';
    const sheet = segmentAt(inspectBytes('a.xlsx', buildXlsx([{ name: 'S', xml }])), 'S');
    expect([sheet.text, sheet.table]).toEqual(['1\t2\n3', { rows: [1, 2], columns: [0, 1], notation: 'cell' }]);
  });

  test('one cell in each far corner costs nothing, and both keep their place', () => {
    const xml = `<dimension ref="A1:XFD1048576"/><sheetData>${row(1, cell('A1', '1'))}${row(1048576, cell('XFD1048576', '9991234560'))}</sheetData>`;
    const inspection = inspectBytes('a.xlsx', buildXlsx([{ name: 'S', xml }]));
    expect(inspection).toMatchObject({ protection: 'open', content: 'all' });
    expect(textOf(inspection).length).toBeLessThan(1000);
    const last = inspection.segments.find((segment) => segment.text.includes('9991234560'));
    expect(last?.table?.rows).toContain(1048576);
    expect(last?.table?.columns).toContain(16383);
  });

  test('a sheet of scattered cells does not become a table of emptiness', () => {
    const rows = Array.from({ length: 3000 }, (_, index) =>
      row(index + 1, `<c r="${column((index * 7) % 16384)}${index + 1}"><v>${index}</v></c>`),
    );
    const inspection = inspectBytes('a.xlsx', buildXlsx([{ name: 'S', xml: `<sheetData>${rows.join('')}</sheetData>` }]));
    expect(textOf(inspection).length).toBeLessThan(400000);
    expect(textOf(inspection)).toContain('2999');
  });

  test('a very hidden sheet, defined names, strings on no sheet and choices are read as hidden', () => {
    const workbook = buildXlsx(
      [
        {
          name: 'Front',
          xml: `<sheetData>${row(1, cell('A1', '0', 's'))}</sheetData><dataValidations><dataValidation><formula1>"Ada Example,Ben Sample"</formula1></dataValidation></dataValidations>`,
        },
        { name: 'Deep', state: 'veryHidden', xml: `<sheetData>${row(1, cell('A1', '1', 's'))}</sheetData>` },
      ],
      {
        strings: ['shown', 'deep secret', 'left over'],
        workbook: '<definedNames><definedName name="Head">"Cat Trial"</definedName></definedNames>',
      },
    );
    const inspection = inspectBytes('a.xlsx', workbook);
    expect(hiddenText(inspection, 'very hidden sheet')).toBe('deep secret');
    expect(hiddenText(inspection, 'defined names')).toContain('Cat Trial');
    expect(hiddenText(inspection, 'text on no sheet')).toContain('left over');
    expect(hiddenText(inspection, 'list of choices')).toContain('Ben Sample');
    expect(hiddenText(inspection, undefined)).toBe('shown');
  });

  test('what a pivot table keeps of its source is a hidden table', () => {
    const parts = [
      {
        name: 'xl/pivotCache/pivotCacheDefinition1.xml',
        data: '<pivotCacheDefinition><cacheFields><cacheField name="Pupil"><sharedItems><s v="Ada Example"/><s v="Ben Sample"/></sharedItems></cacheField><cacheField name="NHS"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>',
      },
      relationships('xl/pivotCache/pivotCacheDefinition1.xml', [['r1', 'pivotCacheRecords', 'pivotCacheRecords1.xml']]),
      {
        name: 'xl/pivotCache/pivotCacheRecords1.xml',
        data: '<pivotCacheRecords><r><x v="0"/><n v="9991234560"/></r><r><x v="1"/><n v="9991234579"/></r></pivotCacheRecords>',
      },
    ];
    const inspection = inspectBytes('a.xlsx', buildXlsx([{ name: 'S', xml: '<sheetData/>' }], { parts }));
    expect(hiddenText(inspection, 'pivot cache')).toBe('Pupil\tNHS\nAda Example\t9991234560\nBen Sample\t9991234579');
  });

  test.each([
    ['a protected sheet', { xml: '<sheetData/><sheetProtection sheet="1" password="CC1A"/>' }, ''],
    ['a protected workbook', { xml: '<sheetData/>' }, '<workbookProtection lockStructure="1" workbookPassword="CC1A"/>'],
    ['a password to write', { xml: '<sheetData/>' }, '<fileSharing readOnlyRecommended="1" reservationPassword="CC1A"/>'],
  ])('%s is open, and the reason says what the password is for', (_name, sheet, workbook) => {
    const inspection = inspectBytes('a.xlsx', buildXlsx([{ name: 'S', ...sheet }], { workbook }));
    expect(inspection.protection).toBe('open');
    expect(inspection.reason).toContain('only restricts changing it');
  });

  test('a sheet that the workbook does not list is read as such', () => {
    const stray = {
      name: 'xl/worksheets/sheet9.xml',
      data: `<worksheet><sheetData>${row(1, '<c t="str"><v>stray</v></c>')}</sheetData></worksheet>`,
    };
    expect(hiddenText(inspectBytes('a.xlsx', buildXlsx([{ name: 'S', xml: '' }], { parts: [stray] })), 'unlisted sheet')).toBe(
      'stray',
    );
  });
});

/** The letters of a column, from 0. */
function column(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : column(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

describe('presentations', () => {
  const slides = inspectSample('documents/slides.pptx');
  test.each<[string, string, string | undefined, string]>([
    ['a slide', 'slide 1', undefined, 'Attendance this term'],
    ['the notes of a slide', 'slide 1', 'notes', 'mention Ada Example'],
    ['a hidden slide', 'slide 2', 'hidden slide', 'Exclusions by name'],
  ])('%s is read at its place', (_name, place, hidden, words) => expect(segmentAt(slides, place, hidden).text).toContain(words));
  test('the whole is open and read in full', () =>
    expect(slides).toMatchObject({ format: 'pptx', protection: 'open', content: 'all' }));
});

describe('office documents made to exhaust or to mislead', () => {
  test.each<[string, Uint8Array, Inspection['content'][]]>([
    ['a body of a gigabyte', buildDocx(new Uint8Array(100 << 20).fill(32)), ['part', 'none']],
    ['a body of five million tags that never end', buildDocx(`<w:p>${'<'.repeat(5 << 20)}`), ['part', 'none']],
    ['200,000 tables inside each other', buildDocx('<w:tbl><w:tr><w:tc>'.repeat(200000)), ['all', 'part', 'none']],
    [
      '200,000 text boxes inside each other',
      buildDocx(`${'<w:p><w:txbxContent>'.repeat(200000)}<w:r><w:t>deep</w:t></w:r>`),
      ['all', 'part'],
    ],
    [
      'entities that would multiply to a gigabyte',
      buildDocx(
        new Uint8Array(
          Buffer.from(
            `<!DOCTYPE d [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><w:document><w:p><w:r><w:t>${'&b;'.repeat(1000)}</w:t></w:r></w:p></w:document>`,
          ),
        ),
      ),
      ['part'],
    ],
    [
      'a million cells that show one long string',
      buildXlsx([{ name: 'S', xml: `<sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(200000)}</sheetData>` }], {
        strings: ['x'.repeat(30000)],
      }),
      ['part'],
    ],
    [
      'cells merged across a million columns',
      buildDocx(
        `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr><w:p/></w:tc></w:tr>'.repeat(1000)}</w:tbl>`,
      ),
      ['all', 'none'],
    ],
  ])('%s', (_name, bytes, contents) => {
    const inspection = inspectBytes('a.docx', bytes);
    expect(inspection.protection).toBe('open');
    expect(contents).toContain(inspection.content);
    expect(inspection.contentReason === null).toBe(inspection.content === 'all');
  });

  test('a document with a part whose size is a lie is read to its real end', () => {
    const parts = [
      { name: '[Content_Types].xml', data: '<Types/>' },
      {
        name: 'word/document.xml',
        data: `<w:document>${paragraph('a'.repeat(500))}${paragraph('9991234560')}</w:document>`,
        declaredSize: 10,
      },
    ];
    expect(textOf(inspectBytes('a.docx', buildZip(parts)))).toContain('9991234560');
  });

  test('a package without an office document in it is read as the zip it is', () => {
    const zip = buildZip([
      { name: '[Content_Types].xml', data: '<Types><Default Extension="x"/></Types>' },
      { name: 'list.csv', data: 'a,b,c\n1,2,3\n4,5,6\n' },
    ]);
    expect(inspectBytes('a.docx', zip)).toMatchObject({ format: 'zip', protection: 'open', content: 'all' });
  });

  test('every truncation of a workbook is answered, and none is called read in full', () => {
    const whole = sampleBytes('documents/register.xlsx');
    for (let length = 4; length < whole.length; length += 97) {
      expect([length, inspectBytes('a.xlsx', whole.subarray(0, length)).content]).not.toEqual([length, 'all']);
    }
  });
});

describe('the memory of one part serves the next', () => {
  // Longer than what is read between two pauses, so that two inspections take turns in the middle of a part.
  const sized = (count: number, word: string): Uint8Array =>
    buildDocx(Array.from({ length: count }, (_, index) => paragraph(`${word} ${index}`)).join(''), [
      { name: 'word/footnotes.xml', data: `<w:footnotes>${paragraph(`${word} below`).repeat(30)}</w:footnotes>` },
      { name: 'word/header1.xml', method: 0, data: `<w:hdr>${paragraph(`${word} above`)}</w:hdr>` },
    ]);
  const files = [sized(40_000, 'first'), sized(50_000, 'second'), sized(10, 'third')];

  test('files inspected in turns say what each says alone, and stay as they were', () => {
    const before = files.map((bytes) => bytes.slice());
    const running = files.map((bytes) =>
      inspectFile('a.docx', bytes, makeBudget({ ...DEFAULT_LIMITS, maxTime: Infinity, clock: () => 0, readers: null })),
    );
    const together: (Inspection | null)[] = files.map(() => null);
    let turns = 0;
    while (together.some((one) => one === null)) {
      running.forEach((one, index) => {
        if (together[index] !== null) return;
        turns += 1;
        const step = one.next();
        if (step.done === true) together[index] = step.value;
      });
    }
    const alone = before.map((bytes) => inspectBytes('a.docx', bytes.slice()));
    expect(turns).toBeGreaterThan(10);
    expect(together.map((one) => one?.segments)).toEqual(alone.map((one) => one.segments));
    expect(files).toEqual(before);
    expect(textOf(alone[0]!)).toContain('first 39999');
  });
});
