import { bytesOf, expectInspection, inspectBytes, little, textOf } from './inspecting';

const big = (value: number, size: number): number[] => little(value, size).reverse();
const chunk = (type: string, data: Uint8Array): Uint8Array => bytesOf(big(data.length, 4), type, data, [0, 0, 0, 0]);
const png = (...chunks: readonly Uint8Array[]): Uint8Array =>
  bytesOf('\x89PNG\r\n\x1a\n', chunk('IHDR', new Uint8Array(13)), ...chunks, chunk('IEND', new Uint8Array(0)));
const segment = (marker: number, data: Uint8Array): Uint8Array => bytesOf([0xff, marker], big(data.length + 2, 2), data);
const jpeg = (...segments: readonly Uint8Array[]): Uint8Array =>
  bytesOf([0xff, 0xd8], segment(0xe0, bytesOf('JFIF\0')), ...segments, [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
/** Exif with one text in its first directory and, by way of a second, a comment. */
const exif = bytesOf(
  'II*\0',
  little(8, 4),
  little(2, 2),
  little(0x010e, 2),
  little(2, 2),
  little(14, 4),
  little(38, 4),
  little(0x8769, 2),
  little(4, 2),
  little(1, 4),
  little(52, 4),
  little(0, 4),
  'Rowan Example\0',
  little(1, 2),
  little(0x9286, 2),
  little(7, 2),
  little(20, 4),
  little(70, 4),
  little(0, 4),
  'UNICODE\0s\0u\0m\0m\0e\0r\0',
);
const XMP = '<x:xmpmeta><rdf:RDF><dc:title><rdf:Alt><rdf:li>The summer concert</rdf:li></rdf:Alt></dc:title></rdf:RDF></x:xmpmeta>';

test.each([
  ['jpeg', jpeg()],
  ['png', png()],
  ['gif', bytesOf('GIF89a', [1, 0, 1, 0])],
  ['webp', bytesOf('RIFF', little(4, 4), 'WEBPVP8 ')],
  ['tiff', bytesOf('MM\0*', big(8, 4), big(0, 2))],
  ['heic', bytesOf(big(24, 4), 'ftypheic', big(0, 4))],
  ['jp2', bytesOf(big(12, 4), 'jP  \r\n\x87\n')],
  ['bmp', bytesOf('BM', little(58, 4), little(0, 4), little(54, 4), little(40, 4), new Array(40).fill(0))],
  ['mp3', bytesOf([0xff, 0xfb, 0x90, 0x64])],
  ['m4a', bytesOf(big(24, 4), 'ftypM4A ')],
  ['wav', bytesOf('RIFF', little(4, 4), 'WAVEfmt ')],
  ['mp4', bytesOf(big(24, 4), 'ftypisom')],
  ['mkv', bytesOf('\x1a\x45\xdf\xa3', new Array(20).fill(1))],
])('%s is open, and said not to be read', (format, bytes) => {
  const inspection = inspectBytes('a', bytes);
  expectInspection(inspection, { format, protection: 'open', content: 'none' });
  expect(inspection.nature).toBe('media');
});

test.each([
  ['program', bytesOf('MZ', new Array(62).fill(0), 'PE\0\0')],
  ['sqlite', bytesOf('SQLite format 3\0', new Array(40).fill(0))],
])('%s is open and said not to be read, though it may hold text', (format, bytes) => {
  const inspection = inspectBytes('a', bytes);
  expectInspection(inspection, { format, protection: 'open', content: 'none' });
  expect(inspection.nature).toBe('text');
});

test.each([
  ['a caption in a JPEG', jpeg(segment(0xe1, bytesOf('Exif\0\0', exif))), 'Rowan Example'],
  ['a comment in Exif', jpeg(segment(0xe1, bytesOf('Exif\0\0', exif))), 'summer'],
  ['a comment in a JPEG', jpeg(segment(0xfe, bytesOf('Class of 2026'))), 'Class of 2026'],
  ['an XMP title', jpeg(segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0', XMP))), 'The summer concert'],
  ['a text in a PNG', png(chunk('tEXt', bytesOf('Title\0Class of 2026'))), 'Title: Class of 2026'],
  ['a text in any language in a PNG', png(chunk('iTXt', bytesOf('Comment\0\0\0cy\0Sylw\0', Buffer.from('Dosbarth Siân')))), 'Comment: Dosbarth Siân'],
])('%s is read as a hidden property', (_, bytes, expected) => {
  const inspection = inspectBytes('a', bytes);
  expect(textOf(inspection)).toContain(expected);
  expect(inspection.segments[0]?.hidden).toBe('document properties');
  expect(inspection.content).toBe('none');
});

test.each([
  ['BM', 'BM is short for British Museum, where the trip goes.'],
  ['MZ', 'MZ, the hall is booked.'],
  ['ID3', 'ID3 tags are found in songs.'],
  ['OggS', 'OggS and WAVs are sounds.'],
  ['RIFF', 'RIFF raff at the WEBP of the concert.'],
  ['FWS', 'FWS stands for the Fish and Wildlife Service.'],
  ['AC10', 'AC1015 is the room.'],
])('a text that begins with %s is no picture, sound or program', (_, text) => {
  expect(inspectBytes('a.txt', bytesOf(text)).content).toBe('all');
});

test('directories of properties that lead in a circle, or nowhere, end', () => {
  const circle = bytesOf('II*\0', little(8, 4), little(1, 2), little(0x8769, 2), little(4, 2), little(1, 4), little(8, 4), little(8, 4));
  expect(inspectBytes('a.tif', circle).content).toBe('none');
  expect(inspectBytes('a.tif', bytesOf('II*\0', little(0xfffffff0, 4))).content).toBe('none');
  expect(inspectBytes('a.png', bytesOf('\x89PNG\r\n\x1a\n', [0xff, 0xff, 0xff, 0xff], 'zTXtA')).content).toBe('none');
  expect(inspectBytes('a.png', png(chunk('iTXt', bytesOf('Comment')), chunk('iTXt', bytesOf('Comment\0\0\0cy')))).segments).toEqual([]);
});
