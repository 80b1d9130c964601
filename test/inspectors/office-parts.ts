import type { ZipPart } from './build-zip';
import { buildZip } from './build-zip';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const VENDOR = 'application/vnd.openxmlformats-officedocument';

function contentTypes(overrides: readonly (readonly [string, string])[]): ZipPart {
  const lines = overrides.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('');
  return {
    name: '[Content_Types].xml',
    data: `<?xml version="1.0"?><Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/>${lines}</Types>`,
  };
}

function relationships(part: string, list: readonly (readonly [string, string, string])[]): ZipPart {
  const slash = part.lastIndexOf('/');
  const lines = list.map(([id, kind, target]) => {
    const mode = /^[a-z]+:/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${mode}/>`;
  });
  return {
    name: `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`,
    data: `<?xml version="1.0"?><Relationships xmlns="${RELATIONSHIPS}">${lines.join('')}</Relationships>`,
  };
}

/** A Word document with this body, and other parts of `word/`. */
export function buildDocx(
  body: string | Uint8Array,
  parts: readonly ZipPart[] = [],
  links: readonly (readonly [string, string, string])[] = [],
): Uint8Array {
  const document =
    typeof body === 'string' ? `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>` : body;
  return buildZip([
    contentTypes([['word/document.xml', `${VENDOR}.wordprocessingml.document.main+xml`]]),
    { name: 'word/document.xml', data: document },
    relationships('word/document.xml', links),
    ...parts,
  ]);
}

export interface TestSheet {
  readonly name: string;
  readonly state?: string;
  /** Everything inside `<worksheet>`. */
  readonly xml: string;
}

/** A workbook with these sheets, shared strings, cell formats (by code) and other parts. */
export function buildXlsx(
  sheets: readonly TestSheet[],
  options: {
    readonly strings?: readonly string[];
    readonly formats?: readonly string[];
    readonly parts?: readonly ZipPart[];
    readonly workbook?: string;
  } = {},
): Uint8Array {
  const formats = options.formats ?? [];
  const styles =
    `<styleSheet xmlns="${SHEET}"><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replace(/"/g, '&quot;')}"/>`).join('')}</numFmts>` +
    `<cellXfs><xf numFmtId="0"/>${formats.map((_code, index) => `<xf numFmtId="${164 + index}"/>`).join('')}</cellXfs></styleSheet>`;
  return buildZip([
    contentTypes([['xl/workbook.xml', `${VENDOR}.spreadsheetml.sheet.main+xml`]]),
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}">${options.workbook ?? ''}<sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    relationships(
      'xl/workbook.xml',
      sheets.map((_sheet, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ),
    { name: 'xl/styles.xml', data: styles },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst xmlns="${SHEET}">${(options.strings ?? []).map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
    ...sheets.map(({ xml }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: `<worksheet xmlns="${SHEET}">${xml}</worksheet>`,
    })),
    ...(options.parts ?? []),
  ]);
}

export { relationships };
