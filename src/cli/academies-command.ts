import { promises as fs } from 'node:fs';
import path from 'node:path';
import { isUnreadable } from '../domain';
import { loadPolicy, sayProblem, shippedPacks } from '../policy';
import type { PackFile, Problem } from '../policy';
import { NAMES } from '../publishing';
import { rules } from '../rules';
import { decodeText } from '../text';
import { changesOf, overlayOf } from './academies/overlay-of';
import { readRows } from './academies/read-rows';
import type { Academy, RowProblem } from './academies/read-rows';
import { readBytes, replaceFile, unwritable } from './files';
import type { CommandIo, ExitCode } from './io';
import { readChain } from './policy-files';

export interface AcademiesOptions {
  /** Null where nobody has said. */
  readonly policy: string | null;
  readonly out: string | null;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
}

/** The pack that is meant where nobody has said. */
const USUAL_TRUST = 'laat';

/** What a workbook begins with: a zip (Excel, LibreOffice) or a compound file (Excel before 2007). */
function isWorkbook([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

type Raw = { readonly [key: string]: unknown };

/** An overlay as it is to be, and as it is. */
interface Planned {
  readonly academy: Academy;
  readonly file: string;
  readonly before: Raw | null;
  readonly after: Raw;
}

/** Places in an overlay that a column filled; a contact's column is called as its role is. */
const COLUMN_OF: readonly (readonly [path: RegExp, column: string | null])[] = [
  [/\.contacts\.([a-z]+)/, null],
  [/\.domains/, 'domains'],
  [/\.hours/, 'hours'],
  [/\.terms/, 'terms'],
  [/\.staff/, 'staff'],
  [/\.alternatives/, 'bulletin'],
  [/^name$|\.schools\[0\]\.name/, 'name'],
  [/^organisation\.groups/, 'groups'],
  [/^organisation\.pupilDomains/, 'pupil domains'],
  [/^organisation\.safeguardingLeads/, 'safeguarding leads'],
];

function columnOf(place: string): string | null {
  const [pattern, column] = COLUMN_OF.find(([each]) => each.test(place)) ?? [null, null];
  return pattern === null ? null : (column ?? pattern.exec(place)?.[1] ?? null);
}

/** A problem of an overlay, told by the row it was made from; one that the row cannot have made is told as it is. */
function asRowProblem({ file, path: place, message }: Problem, planned: readonly Planned[]): RowProblem | null {
  const row = planned.find((each) => path.basename(each.file) === file)?.academy.row;
  const column = columnOf(place);
  return row === undefined || column === null ? null : { row, column, message };
}

/** By row, and each place with its first sentence alone: what makes the name of a school wrong makes the overlay's wrong too. */
function inOrder(problems: readonly RowProblem[]): readonly RowProblem[] {
  const seen = new Set<string>();
  const firsts = problems.filter(({ row, column, message }) => {
    const key = JSON.stringify([row, column, message]);
    return seen.size < seen.add(key).size;
  });
  return firsts.sort((a, b) => a.row - b.row);
}

function sayRow(file: string, { row, column, message }: RowProblem): string {
  return `${file}: row ${row}${column === null ? '' : `, column "${column}"`}: ${message}`;
}

/** The overlay that is there; null when there is none, and a problem when it is no overlay. */
async function overlayAt(file: string): Promise<Raw | null | Problem> {
  if (!(await fs.stat(file).then(() => true, () => false))) return null;
  const bytes = await readBytes(file);
  if (isUnreadable(bytes)) return { file: path.basename(file), path: '', message: `this file is there and was not read, because ${bytes.unreadable}. Put that right, or choose another folder with --out.` };
  try {
    const value: unknown = JSON.parse(decodeText(bytes).text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Raw;
  } catch {
    // Said below: whatever it is, it must not be written over.
  }
  return { file: path.basename(file), path: '', message: 'this file is there and is no overlay. Move it away, or choose another folder with --out.' };
}

async function plan(academies: readonly Academy[], folder: string, trust: string): Promise<{ readonly planned: readonly Planned[]; readonly problems: readonly Problem[] }> {
  const planned: Planned[] = [];
  const problems: Problem[] = [];
  for (const academy of academies) {
    const file = path.join(folder, `${academy.id}.json`);
    const before = await overlayAt(file);
    if (before !== null && typeof before['message'] === 'string' && typeof before['file'] === 'string') problems.push(before as unknown as Problem);
    else planned.push({ academy, file, before: before as Raw | null, after: overlayOf(academy, trust, before as Raw | null) });
  }
  return { planned, problems };
}

/** Why the usual trust cannot be meant: what the overlays that are there already stand on; null when it can. */
function standsElsewhere(planned: readonly Planned[], stem: string, folder: string): string | null {
  const other = planned.find(({ before }) => typeof before?.['extends'] === 'string' && before['extends'] !== stem);
  if (other === undefined) return null;
  const stands = String(other.before?.['extends']);
  return `${other.file} stands on “${stands}”, and without --policy it would be put on “${stem}”. Add --policy ${shippedPacks.some(({ name }) => name === stands) ? stands : `${path.join(folder, stands)}.json`}.`;
}

/** What the overlays say they stand on: a shipped pack's name, or the way from them to the file. */
function trustName(policy: string, overlays: string, folder: string): string {
  if (shippedPacks.some(({ name }) => name === policy.toLowerCase())) return policy.toLowerCase();
  const way = path.relative(overlays, path.resolve(folder, policy)).split(path.sep).join('/');
  return way.replace(/\.json$/i, '');
}

function textOf(overlay: Raw): string {
  return `${JSON.stringify(overlay, null, 2)}\n`;
}

/** True where the file that is there says all of it already. */
function isAsBefore({ before, after }: Planned): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** Writes every overlay that is to change, and answers why each of those could not be written that were not. */
async function write(planned: readonly Planned[]): Promise<readonly Problem[]> {
  const failed: Problem[] = [];
  for (const each of planned) {
    if (isAsBefore(each)) continue;
    try {
      await replaceFile(each.file, textOf(each.after));
    } catch (error) {
      failed.push({ file: each.file, path: '', message: `${unwritable('it', error)}. Put that right and give the command again.` });
    }
  }
  return failed;
}

/** What each row changes, in words: all that was written, or would be. */
function report(planned: readonly Planned[], isDryRun: boolean, io: CommandIo): void {
  const changed = planned.filter((each) => !isAsBefore(each));
  for (const { academy, file, before, after } of changed) {
    const changes = changesOf(before, after);
    const count = changes.length === 0 ? 'in another order' : changes.length === 1 ? '1 change' : `${changes.length} changes`;
    io.out(`${String(academy.school['name'])} (${path.basename(file)}): ${before === null ? 'new' : count}`);
    for (const change of changes) io.out(`  ${change}`);
  }
  const schools = changed.length === 1 ? '1 school' : `${changed.length} schools`;
  io.out(`${schools} ${isDryRun ? 'would change' : 'written'}, ${planned.length - changed.length} as before.${isDryRun ? ' Nothing was written.' : ''}`);
}

/** Makes the overlays of a spreadsheet's schools, all of them or, when anything is wrong, none. */
export async function academiesCommand(file: string, { policy, out, isDryRun, isJson }: AcademiesOptions, io: CommandIo): Promise<ExitCode> {
  const name = path.basename(file);
  const bytes = await readBytes(path.resolve(io.folder, file));
  if (isUnreadable(bytes)) {
    io.err(`${file}: not read, because ${bytes.unreadable}.`);
    return 2;
  }
  if (isWorkbook(bytes)) {
    io.err(`${file}: this is a workbook, not a CSV file. In Excel, choose Save as, “CSV UTF-8”, and give that file.`);
    return 2;
  }
  const trust = policy ?? USUAL_TRUST;
  const chain = await readChain(trust, io.folder);
  if ('message' in chain) {
    io.err(sayProblem(chain));
    return 2;
  }
  const folder = path.resolve(io.folder, out ?? path.join(path.dirname(file), 'academies'));
  const rows = readRows(decodeText(bytes).text);
  const stem = trustName(trust, folder, io.folder);
  const { planned, problems } = await plan(rows.academies, folder, stem);
  const elsewhereOf = policy === null ? standsElsewhere(planned, stem, path.relative(io.folder, folder)) : null;
  if (elsewhereOf !== null) {
    io.err(elsewhereOf);
    return 2;
  }
  const files: PackFile[] = planned.map((each) => ({ file: path.basename(each.file), text: textOf(each.after) }));
  const found = planned.length === 0 ? problems : [...problems, ...loadPolicy([...chain, ...files], rules, { names: NAMES }).problems];
  const inRows = inOrder([...rows.problems, ...found.map((problem) => asRowProblem(problem, planned)).filter((row): row is RowProblem => row !== null)]);
  const elsewhere = found.filter((problem) => asRowProblem(problem, planned) === null);
  const wrong = [...inRows, ...elsewhere];
  const failed = isDryRun || wrong.length > 0 ? [] : await write(planned);
  const missing = new Set(failed.map(({ file: each }) => each));
  if (isJson) {
    const isWritten = (each: Planned): boolean => !isDryRun && wrong.length === 0 && !isAsBefore(each) && !missing.has(each.file);
    io.out(
      JSON.stringify({
        problems: [...wrong, ...failed],
        academies: planned.map((each) => ({ row: each.academy.row, id: each.academy.id, file: each.file, isNew: each.before === null, changes: changesOf(each.before, each.after), isWritten: isWritten(each) })),
        written: !isDryRun && wrong.length + failed.length === 0,
      }),
    );
    return wrong.length + failed.length === 0 ? 0 : 2;
  }
  for (const problem of inRows) io.out(sayRow(name, problem));
  for (const problem of elsewhere) io.out(sayProblem(problem));
  if (wrong.length > 0) {
    io.out(`${name}: ${wrong.length === 1 ? '1 problem' : `${wrong.length} problems`}. Nothing was written.`);
    return 2;
  }
  report(planned.filter(({ file: each }) => !missing.has(each)), isDryRun, io);
  for (const problem of failed) io.err(sayProblem(problem));
  return failed.length === 0 ? 0 : 2;
}
