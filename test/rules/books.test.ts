import { check } from '../../src/check';
import { allReaders } from '../../src/inspectors/all-readers';
import { buildZip } from '../inspectors/build-zip';
import { shippedPolicy } from '../policy-for-tests';
import { sourceOf } from '../story';

// A book is read where there is more than the one file of classic Outlook.

const CONTAINER = '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>';
const book = (properties: string, words: string): Uint8Array =>
  buildZip([
    { name: 'mimetype', data: 'application/epub+zip', method: 0 },
    { name: 'META-INF/container.xml', data: CONTAINER },
    { name: 'c.opf', data: `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Tin Box</dc:title>${properties}</metadata></package>` },
    { name: '1.xhtml', data: `<html><body><p>${words}</p></body></html>` },
  ]);

async function situations(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const report = await check(sourceOf({ attachments: [{ name, bytes }] }), shippedPolicy('laat'), { readers: allReaders });
  return report.findings.map(({ rule, situation }) => `${rule}/${situation}`);
}

test.each([
  ['that names its publisher', book('<dc:publisher>Tinbox Press</dc:publisher>', 'It rained.')],
  ['with its number', book('', 'ISBN 978 0 00 000000 0')],
  ['that keeps its rights', book('', 'All rights reserved.')],
])('a book %s was published', async (_what, bytes) => {
  expect(await situations('The Tin Box.epub', bytes)).toEqual(['media-file/published']);
});

test.each([
  ['that says nothing of the kind', 'The Tin Box.epub', book('', 'It rained.')],
  ['that a class has made', 'Our class book.epub', book('<dc:publisher>Tinbox Press</dc:publisher>', 'It rained.')],
])('a book %s is let be', async (_what, name, bytes) => {
  expect(await situations(name, bytes)).toEqual([]);
});
