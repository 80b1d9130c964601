import { promises as fs } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PAPERS, paperFile } from '../publishing';
import type { Paper } from '../publishing';
import { unwritable, writeWhole } from './files';
import type { CommandIo, ExitCode } from './io';
import { policyFor } from './policy-files';
import { unknownWord } from './unknown-word';

export const EXPORT_USAGE = `heed export transport-rules|dpia|staff-notice [--policy NAME-OR-FILE] [--academy ID] [--out FILE]
  transport-rules  example Exchange Online rules in PowerShell, as a backstop on the server; what they cannot see stands in them
  dpia             a data protection impact assessment to begin with, filled from the policy
  staff-notice     what staff are told before Heed speaks to anybody
  --academy        for the notice: the school whose name and contacts stand in it; the only one of the policy by itself`;

export async function exportCommand(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { policy: { type: 'string' }, academy: { type: 'string' }, out: { type: 'string' } } });
  const [what = '', ...more] = positionals;
  const paper = (PAPERS as { readonly [what: string]: Paper | undefined })[Object.hasOwn(PAPERS, what) ? what : ''];
  if (paper === undefined || more.length > 0) {
    const problem = what === '' || paper !== undefined ? `heed export makes one of ${Object.keys(PAPERS).join(', ')}.` : unknownWord('heed export', what, Object.keys(PAPERS));
    io.err(`${problem}\n\n${EXPORT_USAGE}`);
    return 2;
  }
  const academy = values.academy ?? null;
  const policy = await policyFor(values.policy ?? 'laat', academy, io, 'written');
  if (policy === null) return 2;
  const text = paper.write(policy, academy);
  if (values.out === undefined) {
    io.out(text.trimEnd());
    return 0;
  }
  const [file, content] = [path.resolve(io.folder, values.out), paperFile(paper.file, text)];
  const there = await fs.readFile(file).catch(() => null);
  if (there !== null && there.length > 0 && !there.equals(Buffer.from(content))) {
    io.err(`--out: ${values.out} is there already and says something else, perhaps what somebody has filled in. Choose another file, or remove that one.`);
    return 2;
  }
  try {
    await writeWhole(file, content);
  } catch (error) {
    io.err(`--out: ${unwritable(values.out, error)}. Choose another file.`);
    return 2;
  }
  io.out(`Written: ${values.out}`);
  return 0;
}
