import { deflateSync } from 'node:zlib';
import { bytesOf } from './inspecting';

/** An object's body: text, or bytes where it has a stream. */
export type PdfObject = string | Uint8Array;

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A stream with a length of its own; `entries` are put into its dictionary. */
export function stream(data: string | Uint8Array, entries = ''): Uint8Array {
  return bytesOf(`<< ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream');
}

export function deflated(data: string | Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(typeof data === 'string' ? Buffer.from(data, 'latin1') : data, { level: 9 }));
}

/** A file of objects numbered from 1, with the list of their places. `trailer` replaces the entries of the trailer. */
export function pdfFile(objects: readonly PdfObject[], trailer = '/Root 1 0 R'): Uint8Array {
  const pieces: Uint8Array[] = [bytesOf('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = pieces[0]!.length;
  objects.forEach((body, index) => {
    const piece = bytesOf(`${index + 1} 0 obj\n`, body, '\nendobj\n');
    offsets.push(length);
    length += piece.length;
    pieces.push(piece);
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  pieces.push(bytesOf(`xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`));
  return bytesOf(...pieces);
}

export interface PageFile {
  readonly content: string | Uint8Array;
  /** Entries for the content stream, such as its filter. */
  readonly packing?: string;
  readonly font?: string;
  /** Entries for the page and the catalogue. */
  readonly page?: string;
  readonly catalog?: string;
  /** Objects from 6 on. */
  readonly more?: readonly PdfObject[];
  readonly trailer?: string;
}

/** A file of one page: 1 is the catalogue, 2 the page tree, 3 the page, 4 its content, 5 its font `F1`. */
export function pageFile({ content, packing = '', font = FONT, page = '', catalog = '', more = [], trailer }: PageFile): Uint8Array {
  return pdfFile(
    [
      CATALOG.replace('>>', `${catalog} >>`),
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R ${page} >>`,
      stream(content, packing),
      font,
      ...more,
    ],
    trailer,
  );
}

/** Content that shows strings, each at its place from the lower left corner, in points. */
export function shown(...items: readonly (readonly [x: number, y: number, text: string])[]): string {
  return `BT /F1 10 Tf ${items.map(([x, y, text]) => `1 0 0 1 ${x} ${y} Tm (${text}) Tj`).join(' ')} ET`;
}
