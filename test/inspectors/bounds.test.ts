import { buildZip } from './build-zip';
import { bytesOf, inspectBytes, textOf } from './inspecting';
import { buildDocx, buildXlsx } from './office-parts';

// Limits that no real file comes near: what a file made to exhaust its reader, or to hide something, comes to.

const OUT_OF_TIME = 'Reading it took too long, so only part of it was read.';

/** Limits of a time that passes by work done, not by the clock, so that a test means the same on every machine. */
function timeFor(looks: number): { readonly maxTime: number; readonly clock: () => number } {
  let now = 0;
  return { maxTime: looks, clock: () => (now += 1) };
}

const PARAGRAPHS = '<w:p><w:r><w:t>Rowan Example starts on Monday.</w:t></w:r></w:p>'.repeat(60_000);
const MAIL = 'From: a@school.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';

describe('when time is up, what was read is kept and the rest is said to be missing', () => {
  test.each([
    ['a long document', () => buildDocx(PARAGRAPHS)],
    ['a sheet of many rows', () => buildXlsx([{ name: 'A', xml: `<sheetData>${'<row><c t="inlineStr"><is><t>Rowan</t></is></c></row>'.repeat(60_000)}</sheetData>` }])],
    ['a mail of many parts', () => bytesOf(MAIL, '--b\r\n\r\nRowan starts on Monday.\r\n'.repeat(9000), '--b--\r\n')],
    ['a text of many megabytes', () => bytesOf('Rowan starts on Monday.\n'.repeat(200_000))],
  ])('%s', (_, make) => {
    const bytes = make();
    const whole = inspectBytes('a', bytes);
    const inspection = inspectBytes('a', bytes, timeFor(3));
    expect(whole.content).toBe('all');
    expect(inspection).toMatchObject({ protection: 'open', content: 'part', contentReason: OUT_OF_TIME });
    expect(textOf(inspection)).toContain('Rowan');
    expect(textOf(inspection).length).toBeLessThan(textOf(whole).length);
  });
});

test('a mail of more parts than anyone sends is read up to that many', () => {
  const inspection = inspectBytes('a.eml', bytesOf(MAIL, '--b\r\n\r\nwords\r\n'.repeat(10_050), '--b--\r\n'));
  expect(inspection).toMatchObject({ content: 'part', contentReason: 'It holds more files than the limit, so only some of them were read.' });
  expect(inspection.segments.length).toBeLessThan(10_010);
});

test('of two parts with one name the first is read, and the other is told of', () => {
  const document = (words: string): string => `<?xml version="1.0"?><document><body><p><r><t>${words}</t></r></p></body></document>`;
  const inspection = inspectBytes(
    'a.docx',
    buildZip([
      { name: '[Content_Types].xml', data: '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' },
      { name: 'word/document.xml', data: document('in sight') },
      { name: 'word/document.xml', data: document('out of sight') },
    ]),
  );
  expect(inspection).toMatchObject({ format: 'docx', content: 'part', contentReason: 'It holds two parts of one name, so only the first was read.' });
  expect(textOf(inspection)).toContain('in sight');
});
