import { promises as fs } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { findMatches, sayReason } from '../detectors';
import { DEFAULT_DETECTION, isUnreadable, unreadable } from '../domain';
import type { Match, Unreadable } from '../domain';
import { looksLikeText } from '../inspectors/text/text-kind';
import { decodeText } from '../text';
import { readBytes, reasonOf } from './files';
import type { CommandIo, ExitCode } from './io';

export const DETECT_USAGE = `heed detect [--jsonl] [--json] [FILE]
  Matches in a text, from a file or standard input.
  --jsonl  each line is {"id", "text"}; one line of matches comes back for each
  --json   the same shape for a single text`;

interface Detected {
  readonly id: string | number | null;
  readonly matches: readonly Omit<Match, 'key'>[];
}

function detected(id: Detected['id'], text: string): Detected {
  const matches = findMatches(text, DEFAULT_DETECTION).map(({ detector, start, end, masked, score, level, reasons }) => ({
    detector,
    start,
    end,
    masked,
    score,
    level,
    reasons: reasons.map(sayReason),
  }));
  return { id, matches };
}

async function collect(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

function forPerson(text: string, { matches }: Detected): readonly string[] {
  if (matches.length === 0) return ['Nothing found.'];
  return matches.map((match) => {
    const line = text.slice(0, match.start).split('\n').length;
    return `line ${line}  ${match.detector}  ${match.masked}  ${match.score} (${match.level}): ${match.reasons.join('; ')}`;
  });
}

/** The text of one line and the id it is answered by; null when the line is not of that shape. */
function readRow(line: string): { readonly id: Detected['id']; readonly text: string } | null {
  try {
    const row = JSON.parse(line) as { id?: unknown; text?: unknown } | null;
    if (typeof row !== 'object' || row === null || typeof row.text !== 'string') return null;
    return { id: typeof row.id === 'string' || typeof row.id === 'number' ? row.id : null, text: row.text };
  } catch {
    return null;
  }
}

/** Where lines of JSON come from: PowerShell writes UTF-16 into a file, with its mark. */
async function linesOf(file: string): Promise<Readable | Unreadable> {
  try {
    const handle = await fs.open(file);
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return handle.createReadStream({ encoding: buffer[0] === 0xff && buffer[1] === 0xfe ? 'utf16le' : 'utf8', start: 0 });
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}

/** Answers each line by its id; `from` is what the input is called, empty for standard input. */
async function detectLines(stream: Readable, from: string, io: CommandIo): Promise<ExitCode> {
  let code: ExitCode = 0;
  let number = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    number += 1;
    const json = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (json.trim() === '') continue;
    const row = readRow(json);
    if (row === null) {
      io.err(`${from === '' ? '' : `${from}: `}line ${number}: not read. Each line has to be {"id": …, "text": "…"}.`);
      code = 2;
      continue;
    }
    io.out(JSON.stringify(detected(row.id, row.text)));
  }
  return code;
}

/** Bytes below which a few control characters say nothing about a text. */
const FEW_BYTES = 1000;

/** True for a file of a program, in which a search of its bytes would find nothing and mean nothing. */
function isNoText(bytes: Uint8Array, text: string): boolean {
  return text.includes('\u0000') || (bytes.length > FEW_BYTES && !looksLikeText(bytes));
}

export async function detectCommand(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { jsonl: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  if (positionals.length > 1) {
    io.err(`heed detect reads one text at a time.\n\n${DETECT_USAGE}`);
    return 2;
  }
  const file = positionals[0];
  const place = path.resolve(io.folder, file ?? '');
  const stream = file === undefined ? io.stdin : values.jsonl === true ? await linesOf(place) : null;
  const bytes = stream === null ? await readBytes(place) : isUnreadable(stream) ? stream : null;
  if (bytes !== null && isUnreadable(bytes)) {
    io.err(`${file ?? ''}: not read, because ${bytes.unreadable}.`);
    return 2;
  }
  if (values.jsonl === true) return detectLines(stream as Readable, file ?? '', io);
  const given = bytes ?? (await collect(io.stdin));
  if (given.length === 0) {
    io.err(`${file ?? 'Standard input'}: nothing was searched, because it is empty.`);
    return 2;
  }
  const { text } = decodeText(given);
  if (isNoText(given, text)) {
    io.err(`${file ?? 'Standard input'}: not searched, because it is no text. heed inspect --text ${file ?? 'FILE'} shows what it says.`);
    return 2;
  }
  const found = detected(file ?? null, text);
  if (values.json === true) io.out(JSON.stringify(found));
  else forPerson(text, found).forEach((line) => io.out(line));
  return 0;
}
