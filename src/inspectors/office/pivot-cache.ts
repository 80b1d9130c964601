import { limitReason } from '../budget';
import { readRelationships } from './ooxml-parts';
import { openPart, readTokens } from './package';
import type { DocumentPackage } from './package';
import { writeSheet } from './sheet-writer';
import type { XmlReader } from '../text/xml';
import { attributeOf } from '../text/xml-values';

/** What a pivot table keeps of its source: often the whole list of people that the visible table only counts. */
interface CacheField {
  readonly name: string;
  readonly items: string[];
}

/** Reads the sources that pivot tables keep (ISO/IEC 29500-1 18.10), as hidden tables. */
export function* readPivotCaches(pack: DocumentPackage, readParts: Set<string>): Generator<void, void, void> {
  for (const entry of pack.directory.entries) {
    if (!/(^|\/)pivotcachedefinition\d*\.xml$/.test(entry.key)) continue;
    readParts.add(entry.key);
    const definition = yield* openPart(pack, entry.name);
    if (definition === null) continue;
    const fields = yield* readFields(pack, definition);
    const relationships = yield* readRelationships(pack, entry.name);
    const records = relationships.find((one) => one.kind === 'pivotCacheRecords');
    const reader = records === undefined ? null : yield* openPart(pack, records.target);
    if (records !== undefined) readParts.add(records.target.toLowerCase());
    const writer = writeSheet(pack.addText, 'pivot cache', 'pivot cache');
    fields.forEach((field, column) => {
      writer.text.append(field.name);
      writer.endCell(1, column, false);
    });
    if (reader === null) writeItems(fields, writer);
    else yield* readRecords(reader, pack, fields, writer);
    yield* writer.finish();
  }
}

function* readFields(pack: DocumentPackage, reader: XmlReader): Generator<void, CacheField[], void> {
  const fields: CacheField[] = [];
  let items: string[] | null = null;
  yield* readTokens(pack, reader, (token) => {
    if (token === 'open') {
      if (reader.name === 'cacheField') fields.push({ name: attributeOf(reader, 'name') ?? '', items: [] });
      else if (reader.name === 'sharedItems') items = reader.isEmpty ? null : (fields[fields.length - 1]?.items ?? null);
      else if (items !== null) items.push(attributeOf(reader, 'v') ?? '');
    } else if (token === 'close' && reader.name === 'sharedItems') items = null;
  });
  return fields;
}

/** Without records, each field's different values are all there is. */
function writeItems(fields: readonly CacheField[], writer: ReturnType<typeof writeSheet>): void {
  let longest = 0;
  for (const field of fields) longest = Math.max(longest, field.items.length);
  for (let row = 0; row < longest; row += 1) {
    fields.forEach((field, column) => {
      writer.text.append(field.items[row] ?? '');
      writer.endCell(row + 2, column, false);
    });
  }
}

/** The values of a record may repeat shared items: this many characters for nothing. */
const FREE_REPETITION = 1 << 20;

function* readRecords(
  reader: XmlReader,
  pack: DocumentPackage,
  fields: readonly CacheField[],
  writer: ReturnType<typeof writeSheet>,
): Generator<void, void, void> {
  let row = 1;
  let column = 0;
  let repeated = 0;
  let paidFor = FREE_REPETITION;
  yield* readTokens(pack, reader, (token) => {
    if (token !== 'open' || reader.name === 'pivotCacheRecords') return true;
    if (reader.name === 'r') {
      row += 1;
      column = 0;
      return true;
    }
    const value = attributeOf(reader, 'v') ?? '';
    const text = reader.name === 'x' ? (fields[column]?.items[Number(value)] ?? '') : value;
    repeated += text.length;
    if (repeated > paidFor) {
      paidFor += FREE_REPETITION;
      if (!pack.budget.unpack(FREE_REPETITION)) {
        pack.miss(limitReason(pack.budget.hit ?? 'size'));
        return false;
      }
    }
    writer.text.append(text);
    writer.endCell(row, column, false);
    column += 1;
    return true;
  });
}
