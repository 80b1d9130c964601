import path from 'node:path';
import { parseArgs } from 'node:util';
import { inspectFile } from '../check';
import { scanSegments } from '../detectors';
import { DEFAULT_DETECTION, isUnreadable } from '../domain';
import type { Inspection, TextSegment } from '../domain';
import { allReaders } from '../inspectors/all-readers';
import { readBytes } from './files';
import type { CommandIo, ExitCode } from './io';

export const INSPECT_USAGE = `heed inspect [--json] [--text] FILE…
  What Heed makes of a file: is it protected, and what does it say?
  --json  one line a file
  --text  the whole text, decoded`;

/** Milliseconds one file may take. */
const INSPECTION_TIME = 60_000;

function placeOf(segment: TextSegment): string {
  const hidden = segment.hidden === undefined ? '' : ` (${segment.hidden})`;
  return [...segment.path, `${segment.place}${hidden}`].filter((step) => step.trim() !== '').join(' > ');
}

function wholeText(inspection: Inspection): string {
  return inspection.segments.map((segment) => segment.text).join('\n');
}

function reasonsOf(inspection: Inspection): string {
  return [inspection.reason, inspection.contentReason, inspection.note].filter((reason) => reason !== null).join(' ');
}

function linesForPerson(file: string, inspection: Inspection, people: number, withText: boolean): readonly string[] {
  const lines = [
    `${file}: ${inspection.format}, ${inspection.protection}, ${inspection.content} of the content read`,
    `  ${reasonsOf(inspection)}`,
  ];
  if (people > 0) lines.push(`  ${people === 1 ? '1 person' : `${people} people`} in it.`);
  if (withText) {
    for (const segment of inspection.segments) {
      const place = placeOf(segment);
      if (place !== '') lines.push(`  ── ${place}`);
      lines.push(segment.text);
    }
  }
  return lines;
}

export async function inspectCommand(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, text: { type: 'boolean' } },
  });
  if (positionals.length === 0) {
    io.err(`heed inspect needs at least one file.\n\n${INSPECT_USAGE}`);
    return 2;
  }
  let code: ExitCode = 0;
  for (const file of positionals) {
    const bytes = await readBytes(path.resolve(io.folder, file));
    if (isUnreadable(bytes)) {
      io.err(`${file}: not inspected, because ${bytes.unreadable}.`);
      code = 2;
      continue;
    }
    const inspection = await inspectFile(path.basename(file), bytes, { inspectionTime: INSPECTION_TIME, readers: allReaders });
    const { people } = scanSegments(inspection.segments, DEFAULT_DETECTION);
    if (values.json === true) {
      const { format, protection, content } = inspection;
      const text = values.text === true ? { text: wholeText(inspection) } : {};
      io.out(JSON.stringify({ file, format, protection, content, reason: reasonsOf(inspection), ...(people > 0 ? { people } : {}), ...text }));
    } else {
      linesForPerson(file, inspection, people, values.text === true).forEach((line) => io.out(line));
    }
  }
  return code;
}
