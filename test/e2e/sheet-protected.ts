import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The same workbook with its worksheets protected against changes: Excel's own mark, which no reader needs a password for. */
export function makeSheetProtected(base64: string): string {
  const files = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')));
  for (const name of Object.keys(files).filter((each) => /^xl\/worksheets\/[^/]+\.xml$/.test(each))) {
    const sheet = strFromU8(files[name] as Uint8Array);
    files[name] = strToU8(sheet.replace('</sheetData>', '</sheetData><sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/>'));
  }
  return Buffer.from(zipSync(files)).toString('base64');
}
