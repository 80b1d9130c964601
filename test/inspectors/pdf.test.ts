import { md5 } from '../../src/inspectors/crypto/md5';
import { rc4 } from '../../src/inspectors/crypto/rc4';
import { deflated, pageFile, pdfFile, shown, stream } from './build-pdf';
import { bytesOf, expectInspection, inspectBytes, inspectSample, sampleBytes, textOf } from './inspecting';
import type { Expected } from './inspecting';

const OFFER = 'Rowan Example has been offered a place in Year 7.';

const SAMPLES: readonly (readonly [string, string, Omit<Expected, 'format'>])[] = [
  ['a letter is read', 'letter', { protection: 'open', content: 'all', says: OFFER }],
  ['a letter packed into object streams is read', 'packed', { protection: 'open', content: 'all', says: OFFER }],
  ['a letter laid out for the web is read', 'linearized', { protection: 'open', content: 'all', says: OFFER }],
  ['a password with a 40-bit key protects', 'locked-40', { protection: 'protected', content: 'none' }],
  ['a password with a 128-bit key protects', 'locked-128', { protection: 'protected', content: 'none' }],
  ['a password with AES protects', 'locked-aes', { protection: 'protected', content: 'none' }],
  ['a password of the fifth revision protects', 'locked-r5', { protection: 'protected', content: 'none' }],
  ['a password with a 256-bit key protects', 'locked-256', { protection: 'protected', content: 'none' }],
  ['a password without an owner’s password protects', 'locked-no-owner', { protection: 'protected', content: 'none' }],
  ['restrictions with a 40-bit key protect nobody', 'restricted-40', { protection: 'opens-without-password', content: 'all', says: OFFER }],
  ['restrictions with a 128-bit key protect nobody', 'restricted-128', { protection: 'opens-without-password', content: 'all', says: OFFER }],
  ['restrictions with AES protect nobody', 'restricted-aes', { protection: 'opens-without-password', content: 'all', says: OFFER }],
  ['restrictions of the fifth revision protect nobody', 'restricted-r5', { protection: 'opens-without-password', content: 'all', says: OFFER }],
  ['restrictions with a 256-bit key protect nobody', 'restricted-256', { protection: 'opens-without-password', content: 'all', says: OFFER }],
  ['restrictions on a packed file protect nobody', 'restricted-packed', { protection: 'opens-without-password', content: 'all', says: OFFER }],
  ['an empty owner’s password opens the fifth revision', 'empty-owner-r5', { protection: 'opens-without-password', content: 'all', says: OFFER }],
  ['an empty owner’s password opens a 256-bit key', 'empty-owner-256', { protection: 'opens-without-password', content: 'all', says: OFFER }],
  ['a file inside the file is read', 'attached', { protection: 'open', content: 'all', says: 'Reading support' }],
  ['a locked file inside an open one is partly protected', 'attached-locked', { protection: 'partly', content: 'part', says: OFFER }],
  ['a picture of a page has no text to read', 'scan', { protection: 'open', content: 'none' }],
  ['a picture of a page after a letter is told apart', 'letter-and-scan', { protection: 'open', content: 'part', says: OFFER }],
];

test.each(SAMPLES)('%s', (_, file, expected) => {
  expectInspection(inspectSample(`pdf/${file}.pdf`), { format: 'pdf', ...expected });
});

test('the older encryption is remarked on, where it locks', () => {
  const notes = ['locked-40', 'locked-128', 'locked-aes', 'locked-256', 'restricted-40'].map((file) => inspectSample(`pdf/${file}.pdf`).note);
  const remark = 'It uses the older encryption of such files, which is easier to break than AES.';
  expect(notes).toEqual([remark, remark, null, null, null]);
});

test('each page has its place, and what a reader does not see at once says so', () => {
  const places = inspectSample('pdf/letter.pdf').segments.map(({ place, hidden, text }) => [place, hidden, text.split('\n')[0]]);
  expect(places).toEqual([
    ['page 1', undefined, 'Oakfield School'],
    ['', 'bookmarks', 'Offer of a place'],
    ['', 'document properties', 'Author: Ivy Sample'],
  ]);
});

test('words keep together where letters are only moved closer, and part where there is a gap', () => {
  expect(textOf(inspectSample('pdf/letter.pdf'))).toContain('She will need help with reading and writing.');
});

test('a scan is said to look like one, alone and among other pages', () => {
  expect(inspectSample('pdf/scan.pdf').contentReason).toBe('It has no text: it looks like a scan.');
  expect(inspectSample('pdf/letter-and-scan.pdf').contentReason).toBe('1 of its 2 pages has no text: it looks like a scan.');
});

describe('a class list becomes a table', () => {
  const PUPILS = ['Example, Rowan', 'Sample, Ivy', 'Template, Ash', 'Pattern, Wren', 'Specimen, Lark'];

  test.each(['browser', 'sheet'])('as a %s prints it', (program) => {
    const { segments } = inspectSample(`pdf/class-list-${program}.pdf`);
    const table = segments.find((segment) => segment.table !== undefined)!;
    const rows = table.text.split('\n').map((row) => row.split('\t'));
    expect(table.place).toBe('page 1');
    expect(rows[0]!.slice(0, 3)).toEqual(['Name', 'UPN', 'Born']);
    expect(rows.slice(1).map((row) => row[0])).toEqual(PUPILS);
    expect(rows[1]!.slice(1, 3)).toEqual(['A000200001001', '03/09/2013']);
    expect(table.table).toEqual({ rows: [1, 2, 3, 4, 5, 6], columns: rows[0]!.map((_, index) => index), notation: 'row' });
  });

  test('with the lines of a wrapped cell put together', () => {
    const { segments } = inspectSample('pdf/class-list-browser.pdf');
    const table = segments.find((segment) => segment.table !== undefined)!;
    expect(table.text).toContain('03/09/2013\tReading support in the mornings\n');
    expect(segments.map((segment) => segment.text)).toContain('Please keep this list in the office.');
  });

  const LIST: readonly (readonly [number, number, string])[] = PUPILS.flatMap((name, index) => [
    [50, 700 - index * 20, name] as const,
    [250, 700 - index * 20, `A00020000100${index}`] as const,
    [400, 700 - index * 20, '03/09/2013'] as const,
  ]);

  test('whatever order its cells were drawn in', () => {
    const byColumn = [...LIST].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const tables = [LIST, byColumn].map((items) => inspectBytes('list.pdf', pageFile({ content: shown(...items) })).segments);
    expect(tables[0]![0]!.text.split('\n')[1]).toBe('Sample, Ivy\tA000200001001\t03/09/2013');
    expect(tables[1]).toEqual(tables[0]);
  });

  test('where it is lined up with spaces', () => {
    const lines = PUPILS.map((name, index) => `(${name.padEnd(24)}A00020000100${index}   03/09/2013) Tj T*`).join(' ');
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>';
    const { segments } = inspectBytes('list.pdf', pageFile({ content: `BT /F1 10 Tf 12 TL 50 700 Td ${lines} ET`, font }));
    expect(segments[0]!.table?.columns).toEqual([0, 1, 2]);
    expect(segments[0]!.text.split('\n')[4]).toBe('Specimen, Lark\tA000200001004\t03/09/2013');
  });

  test('but columns of running text, and a numbered list, do not', () => {
    const prose = 'and so the whole school went to the sea for a day';
    const newspaper = [0, 1, 2, 3, 4, 5].flatMap((line) => [[50, 700 - line * 12, prose] as const, [320, 700 - line * 12, prose] as const]);
    const numbered = [1, 2, 3, 4, 5].flatMap((line) => [[50, 700 - line * 20, `${line}.`] as const, [80, 700 - line * 20, prose] as const]);
    for (const items of [newspaper, numbered]) {
      const { segments } = inspectBytes('news.pdf', pageFile({ content: shown(...items) }));
      expect(segments.map((segment) => segment.table)).toEqual([undefined]);
    }
  });
});

describe('text is what a reader sees', () => {
  function textFrom(content: string, font?: string, more?: readonly (string | Uint8Array)[]): string {
    return textOf(inspectBytes('a.pdf', pageFile({ content, ...(font === undefined ? {} : { font }), ...(more === undefined ? {} : { more }) })));
  }

  const NAMED = '<< /Type /Font /Subtype /Type1 /BaseFont /Other /Encoding << /Differences [1 /f_i /eacute /uni0141 /a.sc /seven] >> >>';
  const MAPPED = '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /DW 500 >>] >>';
  const MAP = stream('1 beginbfchar <0003> <00660066006C> endbfchar 2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0058> <D83DDE00>] endbfrange');

  test.each([
    ['Windows letters', 'BT /F1 9 Tf (caf\\351 \\200 5) Tj ET', undefined, undefined, 'café € 5'],
    ['glyphs by their names', 'BT /F1 9 Tf <0102030405> Tj ET', NAMED, undefined, 'fiéŁa7'],
    ['a map of characters', 'BT /F1 9 Tf <00030010001100200021> Tj ET', MAPPED, [MAP], 'fflABX😀'],
    ['text given beside what is drawn', 'BT /F1 9 Tf /Span << /ActualText (fi) >> BDC (X) Tj EMC (ve) Tj ET', undefined, undefined, 'five'],
    ['a raised figure on its line', 'BT /F1 10 Tf (the 1) Tj 7 0 0 7 22.5 4 Tm /F1 1 Tf (st) Tj ET', undefined, undefined, 'the 1st'],
    ['a word parted at the end of a line', 'BT /F1 9 Tf 12 TL (looked-) Tj T* (after) Tj ET', undefined, undefined, 'looked-after'],
    ['letters placed one by one', 'BT /F1 10 Tf (H) Tj 7.2 0 Td (i) Tj 6 0 Td (y) Tj 5 0 Td (ou) Tj ET', undefined, undefined, 'Hi you'],
    ['text drawn twice for a shadow, once', 'BT /F1 9 Tf (Bold) Tj 0.4 0 Td (Bold) Tj ET', undefined, undefined, 'Bold'],
    ['text turned on its side', 'BT /F1 9 Tf 0 1 -1 0 50 50 Tm (Side) Tj 0 1 -1 0 50 72 Tm (ways) Tj ET', undefined, undefined, 'Side ways'],
  ] as const)('%s', (_, content, font, more, expected) => {
    const encoded = font === undefined ? '<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>' : font;
    expect(textFrom(content, encoded, more)).toBe(expected);
  });

  test('forms drawn on the page are read where they are drawn', () => {
    const form = stream('BT /F1 10 Tf (stamped) Tj ET', '/Type /XObject /Subtype /Form /Resources << /Font << /F1 5 0 R >> >>');
    const page = '/Resources << /Font << /F1 5 0 R >> /XObject << /Stamp 6 0 R >> >>';
    const file = pageFile({ content: '/Stamp Do', page, more: [form] });
    expect(textOf(inspectBytes('a.pdf', file))).toBe('stamped');
  });

  test('form fields, notes, links and hidden notes are read and named', () => {
    const field = '<< /Subtype /Widget /FT /Tx /V (Rowan Example) /Rect [0 0 9 9] >>';
    const code = '<< /Subtype /Widget /FT /Ch /Opt [[(1) (One)] [(2) (Two)]] /Rect [0 0 9 9] >>';
    const note = '<< /Subtype /Text /Contents (call her mother) /Rect [0 0 9 9] >>';
    const link = '<< /Subtype /Link /A << /URI (https://oakfield.example/) >> /Rect [0 0 9 9] >>';
    const hidden = '<< /Subtype /FreeText /F 2 /AP << /N 6 0 R >> /Rect [0 0 9 9] >>';
    const appearance = stream('BT /F1 10 Tf (excluded in 2024) Tj ET', '/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>');
    const file = pageFile({ content: '', page: `/Annots [${field} ${code} ${note} ${link} ${hidden}]`, more: [appearance] });
    const { segments } = inspectBytes('form.pdf', file);
    expect(segments.map(({ hidden: why, text }) => [why, text])).toEqual([
      [undefined, 'Rowan Example\nOne\nTwo'],
      ['comment', 'call her mother'],
      ['hidden note', 'excluded in 2024'],
      ['link', 'https://oakfield.example/'],
    ]);
  });

  test('what a list that drops down offers is read too, beside what was chosen', () => {
    const list = '<< /Subtype /Widget /FT /Ch /Ff 131072 /V (Rowan Example) /Opt [(Rowan Example) (Ivy Sample)] /Rect [0 0 9 9] >>';
    const drawn = list.replace('/Rect', '/AP << /N 6 0 R >> /Rect').replace('/V (Rowan Example)', '/V (code)');
    const appearance = stream('BT /F1 10 Tf (Rowan Example) Tj ET', '/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>');
    expect(textOf(inspectBytes('a.pdf', pageFile({ content: '', page: `/Annots [${list}]` })))).toContain('Ivy Sample');
    const text = textOf(inspectBytes('a.pdf', pageFile({ content: '', page: `/Annots [${drawn}]`, more: [appearance] })));
    expect(text).toContain('Ivy Sample');
    expect(text).not.toContain('code');
  });

  test('text without a meaning in the file is said to be unread', () => {
    const font = '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /CIDSystemInfo << /Ordering (Identity) >> >>] >>';
    const inspection = inspectBytes('a.pdf', pageFile({ content: `BT /F1 9 Tf <00410042> Tj ET ${shown([0, 0, 'ab'])}`, font }));
    expectInspection(inspection, { format: 'pdf', protection: 'open', content: 'none' });
    expect(inspection.contentReason).toBe('It does not say which letters its text is written in.');
  });
});

describe('filters', () => {
  const CONTENT = shown([50, 700, 'packed']);
  const lzw = Buffer.from('800b6050220c0c8501', 'hex');

  test('hexadecimal around Flate', () => {
    const data = `${Buffer.from(deflated(CONTENT)).toString('hex')}>`;
    expect(textOf(inspectBytes('a.pdf', pageFile({ content: data, packing: '/Filter [/ASCIIHexDecode /FlateDecode]' })))).toBe('packed');
  });

  test('run lengths', () => {
    const data = bytesOf([CONTENT.length - 1], CONTENT, [128]);
    expect(textOf(inspectBytes('a.pdf', pageFile({ content: data, packing: '/Filter /RunLengthDecode' })))).toBe('packed');
  });

  test('LZW, by the example of the specification', () => {
    // ISO 32000-1, 7.4.4.2: these bytes are 45 45 45 45 45 65 45 45 45 66, which here is the value of a note.
    const file = pageFile({ content: '', page: '/Annots [<< /Subtype /Widget /FT /Tx /V 6 0 R >>]', more: [stream(new Uint8Array(lzw), '/Filter /LZWDecode')] });
    expect(textOf(inspectBytes('a.pdf', file))).toBe('-----A---B');
  });

  test('ASCII base 85', () => {
    const file = pageFile({ content: '', page: '/Annots [<< /Subtype /Widget /FT /Tx /V 6 0 R >>]', more: [stream('87cURD_*#4DfTZ)~>', '/Filter /ASCII85Decode')] });
    expect(textOf(inspectBytes('a.pdf', file))).toBe('Hello, World');
  });

  test('rows told as differences, as pictures and lists of objects are', () => {
    const text = 'BT /F1 9 Tf (abc) Tj ET ';
    const rows = text.match(/.{1,8}/g)!.map((row) => row.padEnd(8));
    const bytes = rows.flatMap((row, index) => {
      const up = index === 0 ? ' '.repeat(8).replace(/ /g, '\0') : rows[index - 1]!;
      return [2, ...Array.from(row, (character, at) => (character.charCodeAt(0) - up.charCodeAt(at)) & 255)];
    });
    const packing = '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 8 >>';
    expect(textOf(inspectBytes('a.pdf', pageFile({ content: deflated(new Uint8Array(bytes)), packing })))).toBe('abc');
  });
});

describe('protection is told by what the file says of itself', () => {
  const CONTENT = shown([50, 700, OFFER]);

  test.each([
    ['a certificate', '<< /Filter /Adobe.PubSec /V 4 >>', 'Only people with the right certificate can open it.'],
    ['rights management', '<< /Filter /MicrosoftIRMServices >>', 'It is protected by rights management: only people who were given rights can open it.'],
    ['another program', '<< /Filter /FOPN_fLock >>', 'It is locked in a way only its own program can open.'],
  ])('%s locks it', (_, encryption, reason) => {
    const inspection = inspectBytes('a.pdf', pageFile({ content: CONTENT, trailer: `/Root 1 0 R /Encrypt ${encryption}` }));
    expectInspection(inspection, { format: 'pdf', protection: 'protected', content: 'none' });
    expect(inspection.reason).toBe(reason);
  });

  test('encryption of nothing but the files inside leaves the pages open', () => {
    const filters = '/CF << /StdCF << /CFM /AESV3 >> >> /StmF /Identity /StrF /Identity /EFF /StdCF';
    const keys = ['O', 'U'].map((name) => `/${name} <${'5a'.repeat(48)}>`).join(' ');
    const file = pageFile({
      content: CONTENT,
      catalog: '/AF [<< /F (pupils.csv) /EF << /F 6 0 R >> >>]',
      more: [stream('enciphered', '/Type /EmbeddedFile')],
      trailer: `/Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 ${keys} /P -4 ${filters} >>`,
    });
    const inspection = inspectBytes('a.pdf', file);
    expectInspection(inspection, { format: 'pdf', protection: 'partly', content: 'part', says: OFFER });
    expect(inspection.entries).toEqual(['pupils.csv']);
  });

  test('an open cover page around a locked document is protected', () => {
    const catalog = '/AF [<< /F (locked.pdf) /AFRelationship /EncryptedPayload /EP << /Subtype /MicrosoftIRMServices >> /EF << /F 6 0 R >> >>]';
    const inspection = inspectBytes('a.pdf', pageFile({ content: CONTENT, catalog, more: [stream('enciphered')] }));
    expectInspection(inspection, { format: 'pdf', protection: 'protected', content: 'part' });
  });

  test('the word in a page, a string or a comment is no encryption', () => {
    const words = 'trailer << /Encrypt 9 0 R /Root 1 0 R >> startxref';
    const file = pageFile({ content: `${shown([50, 700, words])}\n${words}`, more: [`(${words})`, '<< /Note (ends) >> % trailer << /Encrypt 1 0 R >>'] });
    expectInspection(inspectBytes('a.pdf', file), { format: 'pdf', protection: 'open', content: 'all', says: 'trailer' });
    const broken = file.slice(0, file.length - 40);
    expect(inspectBytes('a.pdf', broken).protection).toBe('open');
  });

  test('an empty owner’s password opens the third revision too', () => {
    // Synthetic: qpdf takes the user's password for an empty owner's, so the entries are made here (ISO 32000-1, algorithms 2, 3 and 5).
    const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
    const identifier = Buffer.from('0123456789abcdef');
    const many = (key: Uint8Array, data: Uint8Array): Uint8Array => {
      let result = data;
      for (let round = 0; round < 20; round += 1) result = rc4(key.map((byte) => byte ^ round), result);
      return result;
    };
    const hashed = (data: Uint8Array): Uint8Array => {
      let result = md5(data);
      for (let round = 0; round < 50; round += 1) result = md5(result);
      return result;
    };
    const password = bytesOf('opensesame', padding.subarray(0, 22));
    const owner = many(hashed(bytesOf(padding)), password);
    const key = hashed(bytesOf(password, owner, [252, 255, 255, 255], identifier));
    const user = bytesOf(many(key, md5(bytesOf(padding, identifier))), new Array(16).fill(0));
    const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;
    const objectKey = md5(bytesOf(key, [4, 0, 0, 0, 0])).subarray(0, 16);
    const file = pageFile({
      content: rc4(objectKey, bytesOf(CONTENT)),
      trailer: `/Root 1 0 R /ID [${hex(identifier)} <>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O ${hex(owner)} /U ${hex(user)} >>`,
    });
    expectInspection(inspectBytes('a.pdf', file), { format: 'pdf', protection: 'opens-without-password', content: 'all', says: OFFER });
  });
});

describe('damaged files are salvaged, and never taken for locked ones', () => {
  const letter = sampleBytes('pdf/letter.pdf');

  test('a list of objects that is wrong is made anew', () => {
    const text = Buffer.from(letter).toString('latin1');
    const wrong = bytesOf(text.replace(/0000000(\d\d\d) 00000 n/g, '0000000999 00000 n'));
    expectInspection(inspectBytes('a.pdf', wrong), { format: 'pdf', protection: 'open', content: 'all', says: OFFER });
    expectInspection(inspectBytes('a.pdf', bytesOf('mailed by a tool\n', letter)), { format: 'pdf', protection: 'open', content: 'all', says: OFFER });
  });

  test('a file saved twice shows what was saved last', () => {
    const text = Buffer.from(letter).toString('latin1');
    const previous = Number(/startxref\s+(\d+)/.exec(text)![1]);
    const number = Number(/\/Contents (\d+) 0 R/.exec(text)![1]);
    const body = bytesOf(`${number} 0 obj\n`, stream(shown([50, 700, 'The offer is withdrawn.'])), '\nendobj\n');
    const root = /\/Root \d+ 0 R/.exec(text)![0];
    const update = `xref\n${number} 1\n${String(letter.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 9 ${root} /Prev ${previous} >>\nstartxref\n`;
    const saved = bytesOf(letter, body, `${update}${letter.length + body.length}\n%%EOF\n`);
    // Its font is named in the new content as in the old.
    expect(textOf(inspectBytes('a.pdf', saved))).toContain('The offer is withdrawn.');
    expect(textOf(inspectBytes('a.pdf', saved))).not.toContain('Rowan');
  });

  test('cut anywhere, an open file is open or not known, and a locked one is not known to be open with text', () => {
    const locked = sampleBytes('pdf/locked-256.pdf');
    const restricted = sampleBytes('pdf/restricted-packed.pdf');
    for (let length = 20; length < letter.length; length += 7) {
      expect(['open', 'unknown']).toContain(inspectBytes('a.pdf', letter.slice(0, length)).protection);
    }
    for (let length = 20; length < locked.length; length += 7) {
      expect(['protected', 'unknown']).toContain(inspectBytes('a.pdf', locked.slice(0, length)).protection);
    }
    for (let length = 20; length < restricted.length; length += 7) {
      expect(['opens-without-password', 'unknown']).toContain(inspectBytes('a.pdf', restricted.slice(0, length)).protection);
    }
  });

  test('what is left of a file that was cut off is read', () => {
    const first = deflated(shown([50, 700, 'first page']));
    const file = pageFile({ content: first, packing: '/Filter /FlateDecode', more: [stream('x'.repeat(500))] });
    const cut = inspectBytes('a.pdf', file.slice(0, file.length - 700));
    expectInspection(cut, { format: 'pdf', protection: 'open', content: 'part', says: 'first page' });
    const damaged = pageFile({ content: first.map((byte, index) => (index > first.length - 12 ? 0xff : byte)), packing: '/Filter /FlateDecode' });
    expect(inspectBytes('a.pdf', damaged).contentReason).toContain('damaged');
  });

  test('a header and nothing else is not known', () => {
    expectInspection(inspectBytes('a.pdf', bytesOf('%PDF-1.7\n%nothing')), { format: 'pdf', protection: 'unknown', content: 'none' });
  });
});

describe('hostile files end within the limits', () => {
  const LINE = 'BT /F1 12 Tf 72 700 Td (Hello) Tj ET ';
  const many = (text: string, count: number): string => new Array(count + 1).join(text);
  const numbered = (count: number, body: (number: number) => string): string[] => Array.from({ length: count }, (_, index) => body(index));
  const FLATE = '/Filter /FlateDecode';

  const HOSTILE: readonly (readonly [string, () => Uint8Array, 'open' | 'unknown', 'all' | 'part' | 'none'])[] = [
    ['370 MB of nothing in 0.4 MB', () => pageFile({ content: deflated(Buffer.alloc(370_000_000, 32)), packing: FLATE }), 'open', 'none'],
    [
      'Flate around Flate around Flate',
      () =>
        pageFile({
          content: deflated(deflated(deflated(Buffer.alloc(100_000_000, 32)))),
          packing: '/Filter [/FlateDecode /FlateDecode /FlateDecode]',
        }),
      'open',
      'none',
    ],
    ['more filters than any file has', () => pageFile({ content: LINE, packing: `/Filter [${many('/FlateDecode ', 50)}]` }), 'open', 'none'],
    [
      'a page tree that leads to itself',
      () => pdfFile(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids [2 0 R 3 0 R] >>', '<< /Kids [2 0 R 3 0 R] >>']),
      'open',
      'none',
    ],
    ['a million brackets', () => pdfFile(['<< /Type /Catalog /Pages 2 0 R >>', many('[', 1_000_000)]), 'unknown', 'none'],
    ['a million brackets in a page', () => pageFile({ content: many('[<<(', 300_000) }), 'open', 'none'],
    ['10,000 objects', () => pageFile({ content: LINE, more: numbered(10_000, (number) => `<< /A ${number} >>`) }), 'open', 'all'],
    [
      '10,000 objects and no list of them',
      () => pageFile({ content: LINE, more: numbered(10_000, (number) => `<< /A ${number}`) }).slice(0, -300_000),
      'open',
      'part',
    ],
    ['200,000 objects that never end', () => bytesOf('%PDF-1.4\n', many('1 0 obj (', 200_000)), 'unknown', 'none'],
    ['100,000 streams that never end', () => bytesOf('%PDF-1.4\n', many('1 0 obj <</Length 9>> stream ', 100_000)), 'unknown', 'none'],
    [
      'lengths that lead from stream to stream',
      () => pageFile({ content: LINE, page: '/Contents 6 0 R', more: numbered(5000, (number) => `<< /Length ${number + 7} 0 R >>\nstream\nBT ET\nendstream`) }),
      'open',
      'none',
    ],
    [
      'one content for 5,000 pages',
      () =>
        pdfFile([
          '<< /Type /Catalog /Pages 2 0 R >>',
          `<< /Kids [${numbered(5000, (number) => `${number + 4} 0 R`).join(' ')}] >>`,
          stream(deflated(many(LINE, 20_000)), FLATE),
          ...numbered(5000, () => '<< /Type /Page /Contents 3 0 R >>'),
        ]),
      'open',
      'part',
    ],
    [
      'one long content named 10,000 times by a page',
      () => pageFile({ content: many(LINE, 20_000), page: `/Contents [${many('4 0 R ', 10_000)}]` }),
      'open',
      'part',
    ],
    [
      'forms in forms, a hundred of each',
      () =>
        pageFile({
          content: many('/X Do ', 100),
          page: '/Resources << /XObject << /X 6 0 R >> >>',
          more: numbered(11, (number) =>
            Buffer.from(stream(many('/X Do ', 100), `/Subtype /Form /Resources << /XObject << /X ${number + 7} 0 R >> >>`)).toString('latin1'),
          ),
        }),
      'open',
      'none',
    ],
    [
      'a letter that stands for a book',
      () =>
        pageFile({
          content: `BT /F1 9 Tf (${many('A', 1_000_000)}) Tj ET`,
          font: '<< /Type /Font /Subtype /Type1 /ToUnicode 6 0 R >>',
          more: [stream(`1 beginbfchar <41> <${many('0041', 100_000)}> endbfchar`)],
        }),
      'open',
      'part',
    ],
    [
      'one note on 2,000 pages, 2,000 times',
      () =>
        pdfFile([
          '<< /Type /Catalog /Pages 2 0 R >>',
          `<< /Kids [${numbered(2000, (number) => `${number + 6} 0 R`).join(' ')}] >>`,
          `[${many('4 0 R ', 2000)}]`,
          '<< /Subtype /Text /Contents 5 0 R >>',
          `(${many('x', 100_000)})`,
          ...numbered(2000, () => '<< /Type /Page /Annots 3 0 R >>'),
        ]),
      'open',
      'none',
    ],
    ['a list of objects that leads to itself', () => bytesOf('%PDF-1.4\nxref\n0 0\ntrailer << /Prev 9 >>\nstartxref\n9\n%%EOF'), 'unknown', 'none'],
    ['a list of a thousand million objects', () => bytesOf('%PDF-1.4\nxref\n', many('0 1000000000 ', 100_000), '\nstartxref\n9\n%%EOF'), 'unknown', 'none'],
    ['pictures that never end', () => pageFile({ content: many('BI /W 1 ID ', 200_000) }), 'open', 'none'],
    ['an index that runs over', () => pageFile({ content: shown(...numbered(20_000, (number) => `${number}`).map((text, index) => [(index * 7919) % 590, (index * 104_729) % 840, text] as const)) }), 'open', 'all'],
  ];

  test.each(HOSTILE)('%s', (_, make, protection, content) => {
    let looks = 0;
    // Time that passes by work done, not by the clock, so that the test means the same on every machine.
    const inspection = inspectBytes('hostile.pdf', make(), { maxUnpackedMB: 5, maxTime: 20_000, clock: () => (looks += 1) });
    expect({ protection: inspection.protection, content: inspection.content }).toEqual({ protection, content });
    expect(inspection.contentReason === null).toBe(content === 'all');
    expect(textOf(inspection).length).toBeLessThan(20_000_000);
  });

  test('when time is up, what was read so far is kept and the rest is said to be missing', () => {
    const pages = 400;
    const file = pdfFile([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Kids [${numbered(pages, (number) => `${number + 5} 0 R`).join(' ')}] >>`,
      stream(LINE),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...numbered(pages, () => '<< /Type /Page /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>'),
    ]);
    let now = 0;
    const inspection = inspectBytes('long.pdf', file, { maxTime: 10, clock: () => (now += 1) });
    expectInspection(inspection, { format: 'pdf', protection: 'open', content: 'part', says: 'Hello' });
    expect(inspection.contentReason).toBe('Reading it took too long, so only part of it was read.');
    expect(inspection.segments.length).toBeLessThan(pages);
  });
});
