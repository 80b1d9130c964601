import type { Inspection } from '../../src/domain';
import { buildCompoundFile } from './build-compound-file';
import type { Tree } from './build-compound-file';
import { streamOf, streamsOf } from './encrypt-office';
import { bytesOf, expectInspection, inspectBytes, inspectSample, little, sampleBytes, textOf } from './inspecting';

const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

function inspectTree(tree: Tree): Inspection {
  return inspectBytes('attachment', buildCompoundFile(tree));
}

/** What is said at a place, and why it is hidden. */
function said(inspection: Inspection, place: string, hidden?: string): string {
  return inspection.segments.filter((segment) => segment.place === place && segment.hidden === hidden).map(({ text }) => text.trim()).join('\n');
}

describe('a workbook before 2007', () => {
  const inspection = inspectSample('compound/register.xls');

  test('is open and read whole', () => {
    expectInspection(inspection, { format: 'xls', protection: 'open', content: 'all' });
  });

  test('gives each sheet as a table with the numbers of its rows and columns', () => {
    const sheet = inspection.segments.find(({ place, hidden }) => place === 'Year 7' && hidden === undefined);
    expect(sheet?.table).toEqual({ rows: [2, 3, 4, 8], columns: [0, 1, 2], notation: 'cell' });
    expect(sheet?.text.split('\n')[0]).toBe('Name\tNHS number\tBorn');
  });

  test('shows dates as dates and whole numbers without an exponent', () => {
    expect(said(inspection, 'Year 7')).toContain('Ann Sample\t9990000018\t2010-05-01');
  });

  test('shows what formulas came to: text, a number, a truth', () => {
    expect(said(inspection, 'Year 7')).toContain('Total of names\t0.333333333333333\tTRUE');
  });

  test('names hidden rows, columns and sheets as hidden', () => {
    expect(said(inspection, 'Year 7', 'hidden rows or columns')).toContain('row nobody sees');
    expect(said(inspection, 'Year 7', 'hidden rows or columns')).toContain('column nobody sees');
    expect(said(inspection, 'Year 7')).not.toContain('nobody sees');
    expect(said(inspection, 'Old', 'hidden sheet')).toBe('Left over from last year');
  });

  test('gives comments and document properties', () => {
    expect(said(inspection, 'Year 7', 'comment')).toBe('Moved here in May');
    expect(said(inspection, '', 'document properties')).toContain('author: Ada Author');
  });
});

describe('a workbook’s records (synthetic)', () => {
  const record = (id: number, ...body: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array => {
    const bytes = bytesOf(...body);
    return bytesOf(little(id, 2), little(bytes.length, 2), bytes);
  };
  const globals = record(0x809, little(0x600, 2), little(5, 2), new Array<number>(12).fill(0));
  const sheet = record(0x809, little(0x600, 2), little(0x10, 2), new Array<number>(12).fill(0));
  const end = record(0x0a);
  const sharedCell = (row: number, column: number, index: number): Uint8Array => record(0xfd, little(row, 2), little(column, 2), little(0, 2), little(index, 4));

  test('a shared text that goes on in the next record, in characters of another width, is one text', () => {
    const strings = record(0xfc, little(1, 4), little(1, 4), little(10, 2), [0], 'Hello');
    const more = record(0x3c, [1], wide('Wörld'));
    const inspection = inspectTree({ Workbook: bytesOf(globals, strings, more, end, sheet, sharedCell(0, 0, 0), end) });
    expect(said(inspection, 'sheet 1')).toBe('HelloWörld');
  });

  test('fonts and pronunciation in a shared text are passed over, even where they go on in the next record', () => {
    const strings = record(0xfc, little(2, 4), little(2, 4), little(3, 2), [0x0c], little(2, 2), little(6, 4), 'One', [1, 1, 1, 1, 2]);
    const more = record(0x3c, [2, 2, 2], [9, 9, 9, 9, 9, 9], little(3, 2), [0], 'Two');
    const inspection = inspectTree({ Workbook: bytesOf(globals, strings, more, end, sheet, sharedCell(0, 0, 0), sharedCell(1, 0, 1), end) });
    expect(said(inspection, 'sheet 1')).toBe('One\nTwo');
  });

  test('numbers packed in four bytes, one or many to a record, are read', () => {
    const one = record(0x27e, little(0, 2), little(0, 2), little(0, 2), little((1234 << 2) | 3, 4));
    const many = record(0xbd, little(1, 2), little(0, 2), little(0, 2), little((7 << 2) | 2, 4), little(0, 2), little((-5 << 2) >>> 0 | 2, 4), little(1, 2));
    const inspection = inspectTree({ Workbook: bytesOf(globals, end, sheet, one, many, end) });
    expect(said(inspection, 'sheet 1')).toBe('12.34\n7\t-5');
  });

  test('a text that no cell shows is told as hidden', () => {
    const strings = record(0xfc, little(1, 4), little(1, 4), little(9, 2), [0], 'left over');
    const inspection = inspectTree({ Workbook: bytesOf(globals, strings, end, sheet, end) });
    expect(said(inspection, '', 'text on no sheet')).toBe('left over');
  });

  test('what a pivot table keeps of its source is told as hidden', () => {
    const cache = record(0xcd, little(9, 2), [0], 'Rosa Vane');
    const inspection = inspectTree({ Workbook: bytesOf(globals, end, sheet, end), _SX_DB_CUR: { '0001': cache } });
    expect(said(inspection, 'pivot cache', 'pivot cache')).toBe('Rosa Vane');
  });

  test('what a cell lets choose, and says of it, is told as hidden', () => {
    const said4 = ['Pick one', '', 'Ada Example', ''].map((text) => bytesOf(little(Math.max(text.length, 1), 2), [0], text === '' ? [0] : text));
    const list = 'Ben Sample\0Cy Nobody';
    const validation = record(0x1be, little(3, 4), ...said4, little(list.length + 3, 2), little(0, 2), [0x17, list.length, 0], list);
    const other = record(0x1be, little(1, 4), ...said4.slice(1), little(3, 2), [0], 'Dee', little(3, 2), little(0, 2), [0x1e, 5, 0]);
    const inspection = inspectTree({ Workbook: bytesOf(globals, end, sheet, validation, other, end) });
    expect(said(inspection, 'sheet 1', 'list of choices').split(/\n+/)).toEqual(['Pick one', 'Ada Example', 'Ben Sample', 'Cy Nobody', 'Ada Example', 'Dee']);
  });

  test('a workbook that is cut off is not said to open without a password', () => {
    const whole = buildCompoundFile({ Workbook: new Uint8Array(20_000).fill(7) });
    const inspection = inspectBytes('a.xls', whole.subarray(0, 9000));
    expect([inspection.protection, inspection.content]).toEqual(['unknown', 'none']);
  });

  test('a link is told as hidden', () => {
    const link = record(0x1b8, new Array<number>(32).fill(0), wide('mailto:office@oakfield.example'));
    expect(said(inspectTree({ Workbook: bytesOf(globals, end, sheet, link, end) }), 'sheet 1', 'link')).toContain('mailto:office@oakfield.example');
  });

  test.each([
    ['2', 0x009, bytesOf(little(4, 2), little(11, 2), little(0, 2), little(0, 2), [0, 0, 0], [3], 'Old')],
    ['3', 0x209, bytesOf(little(0x204, 2), little(11, 2), little(0, 2), little(0, 2), little(0, 2), little(3, 2), 'Old')],
    ['4', 0x409, bytesOf(little(0x204, 2), little(11, 2), little(0, 2), little(0, 2), little(0, 2), little(3, 2), 'Old')],
  ])('a workbook of Excel %s, which is no compound file, is read', (_version, id, cell) => {
    const begin = record(id, little(0, 2), little(0x10, 2), id === 0x009 ? [] : [0, 0]);
    const inspection = inspectBytes('old.xls', bytesOf(begin, cell, end));
    expectInspection(inspection, { format: 'xls', protection: 'open', content: 'all', says: 'Old' });
  });

  test('protection of a sheet is no encryption', () => {
    const inspection = inspectTree({ Workbook: bytesOf(globals, record(0x12, [1, 0]), record(0x13, [0xcd, 0xab]), record(0x86), end, sheet, end) });
    expect(inspection.protection).toBe('open');
  });

  test('a text repeated in very many cells stops at the limit of size', () => {
    const strings = record(0xfc, little(1, 4), little(1, 4), little(8000, 2), [0], 'x'.repeat(8000));
    const cells = Array.from({ length: 5000 }, (_, index) => sharedCell(index, 0, 0));
    const inspection = inspectBytes('bomb.xls', buildCompoundFile({ Workbook: bytesOf(globals, strings, end, sheet, ...cells, end) }), { maxUnpackedMB: 4 });
    expect(inspection.content).toBe('part');
    expect(textOf(inspection).length).toBeLessThan(8_000_000);
  });
});

describe('a Word document before 2007', () => {
  const inspection = inspectSample('compound/letter.doc');

  test('is open and read whole', () => {
    expectInspection(inspection, { format: 'doc', protection: 'open', content: 'all', says: 'Dear parent, école starts on Monday.' });
  });

  test('gives tables as tables', () => {
    const table = inspection.segments.find(({ place }) => place === 'table 1');
    expect(table?.text).toBe('Pupil\tNHS number\nAnn Sample\t999 000 0018\n\t999 000 0026');
    expect(table?.table).toEqual({ rows: [1, 2, 3], columns: [0, 1], notation: 'row' });
  });

  test('shows what fields come to, and tells their codes as hidden', () => {
    expect(said(inspection, '')).toContain('Write to the office.');
    expect(said(inspection, '', 'field code')).toContain('mailto:office@oakfield.example');
  });

  test('tells hidden text, struck out text and comments as hidden', () => {
    expect(said(inspection, '', 'hidden text')).toBe('Nobody should read this line.');
    expect(said(inspection, '', 'tracked change')).toBe('Struck out later.');
    expect(said(inspection, 'comments', 'comment')).toBe('Check this number.');
    expect(said(inspection, '')).not.toContain('Nobody');
  });

  test('reads headers, footers and footnotes', () => {
    expect(said(inspection, 'headers and footers')).toContain('Oakfield School');
    expect(said(inspection, 'headers and footers')).toContain('Telephone 01632 960001');
    expect(said(inspection, 'footnotes')).toBe('Said at the foot.');
  });

  test('without its table of pieces is read as far as it can be, and says so', () => {
    const tree = streamsOf(sampleBytes('compound/letter.doc'));
    const damaged = inspectTree({ ...tree, '0Table': new Uint8Array(0), '1Table': new Uint8Array(0) });
    expectInspection(damaged, { format: 'doc', protection: 'open', content: 'part' });
  });

  test.each([
    ['English', 'Dear caf\xe9, see you.', 'Dear café, see you.'],
    ['Russian, in one byte a character', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
  ])('of Word 95, in %s, is read (synthetic)', (_language, text, expected) => {
    const header = new Uint8Array(0x300);
    header.set([0xdc, 0xa5, 0x68, 0]);
    header.set(little(0x300, 4), 24);
    header.set(little(0x300 + text.length, 4), 28);
    header.set(little(text.length, 4), 0x34);
    const document = bytesOf(header, text);
    expect(textOf(inspectTree({ WordDocument: document }))).toContain(expected);
    // Word 6 and 95 could also save without a compound file.
    expect(textOf(inspectBytes('old.doc', document))).toContain(expected);
  });
});

describe('a presentation before 2007', () => {
  const inspection = inspectSample('compound/slides.ppt');

  test('is open and read whole, slide by slide', () => {
    expectInspection(inspection, { format: 'ppt', protection: 'open', content: 'all' });
    expect(said(inspection, 'slide 1')).toBe('First things');
    expect(said(inspection, 'slide 2')).toBe('Second thoughts – mostly');
  });

  test('tells notes and hidden slides as hidden', () => {
    expect(said(inspection, 'slide 2', 'notes')).toBe('Say this with slide 2.');
    expect(said(inspection, 'slide 3', 'hidden slide')).toBe('Nobody is shown this');
    expect(said(inspection, 'slide 3')).toBe('');
  });

  test('whose list of parts is lost is read all the same, and says so', () => {
    const tree = streamsOf(sampleBytes('compound/slides.ppt'));
    const damaged = inspectTree({ ...tree, 'Current User': new Uint8Array(20) });
    expectInspection(damaged, { format: 'ppt', protection: 'open', content: 'part', says: 'Second thoughts' });
  });
});

describe('what is embedded (synthetic)', () => {
  const letter = streamsOf(sampleBytes('compound/letter.doc'));
  const workbook = streamOf(sampleBytes('compound/register.xls'), 'Workbook');

  function packaged(name: string, data: string): Uint8Array {
    const body = bytesOf([2, 0], `${name}\0C:\\temp\\${name}\0`, [0, 0, 3, 0], little(7, 4), 'C:\\tmp\0', little(data.length, 4), data);
    return bytesOf(little(body.length, 4), body);
  }

  test('a file dropped into a document is inspected under its own name', () => {
    const inspection = inspectTree({ ...letter, ObjectPool: { _1: { '\x01Ole10Native': packaged('notes.txt', 'The packaged words.') } } });
    const segment = inspection.segments.find(({ text }) => text.includes('The packaged words.'));
    expect(segment?.path).toEqual(['embedded object', 'notes.txt']);
    expect(inspection.entries).toEqual(['embedded object', 'embedded object > notes.txt']);
  });

  test('a workbook in a document is read', () => {
    expect(textOf(inspectTree({ ...letter, ObjectPool: { _1: { Workbook: workbook } } }))).toContain('9990000018');
  });

  test('an object in a workbook is read', () => {
    expect(textOf(inspectTree({ Workbook: workbook, MBD00001234: { '\x01Ole10Native': packaged('a.txt', 'In the sheet.') } }))).toContain('In the sheet.');
  });

  test('a locked document in an open one makes it partly protected', () => {
    const locked = streamsOf(sampleBytes('compound/letter-password.doc'));
    expect(inspectTree({ ...letter, ObjectPool: { _1: locked } }).protection).toBe('partly');
  });

  test('macros alone hold no text', () => {
    expectInspection(inspectTree({ VBA: { dir: Uint8Array.of(1) }, PROJECT: bytesOf('ID=""') }), { format: 'ole-object', protection: 'open', content: 'all' });
  });

  test('documents in documents end at the limit of depth', () => {
    let tree: Tree = { Workbook: workbook };
    for (let depth = 0; depth < 9; depth += 1) tree = { Workbook: workbook, MBD00000001: tree };
    expectInspection(inspectTree(tree), { format: 'xls', protection: 'open', content: 'part' });
  });
});

describe('other compound files', () => {
  test('a publication is open, and what looks like text in it is read (synthetic)', () => {
    const inspection = inspectTree({ Quill: { QuillSub: { CONTENTS: wide('CHNKINK Summer fair on Saturday') } } });
    expectInspection(inspection, { format: 'pub', protection: 'open', content: 'part', says: 'Summer fair on Saturday' });
  });

  test('one of a kind that is not known is neither called protected nor open', () => {
    const inspection = inspectTree({ Payload: bytesOf('Words that are recognised as such.') });
    expectInspection(inspection, { format: 'compound-file', protection: 'unknown', content: 'part', says: 'Words that are' });
  });
});
