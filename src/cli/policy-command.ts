import { parseArgs } from 'node:util';
import { BANK_HOLIDAY_YEARS } from '../calendar';
import { explainPolicy, policyHealth, sayProblem } from '../policy';
import type { Explained, HealthLevel } from '../policy';
import { ACADEMIES_USAGE, academiesCommand } from './academies-command';
import { FIXED_VALUES } from './fixed-values';
import type { CommandIo, ExitCode } from './io';
import { jsonSchema } from './json-schema';
import { provePattern } from './judge-patterns';
import { personalFrom } from './personal-file';
import { loadNamed } from './policy-files';

export const POLICY_USAGE = `heed policy check [--json] FILE
  Problems in words, and apart from them the policy's health.
heed policy explain [--academy ID] [--personal FILE] [--json] FILE
  Each resolved value with the layer it came from, and who has locked it.
  --academy   the school whose own values count
  --personal  a JSON file of what a sender has said about themself
heed policy schema
  The JSON Schema of a pack, for editors.
${ACADEMIES_USAGE}
  FILE may also be the name of a shipped pack: laat, teal`;

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

const LEVELS: readonly HealthLevel[] = ['high', 'medium', 'low', 'info'];

async function policyCheck(file: string, isJson: boolean, io: CommandIo): Promise<ExitCode> {
  const { problems, layers } = await loadNamed(file, io.folder, { today: today(), judgePattern: provePattern });
  const health = layers === null ? [] : policyHealth(layers, { today: today(), bankHolidaysUntil: `${BANK_HOLIDAY_YEARS.to}-12-31` });
  if (isJson) {
    io.out(JSON.stringify({ problems, health }));
  } else {
    for (const problem of problems) io.out(sayProblem(problem));
    io.out(problems.length === 0 ? `${file}: no problems.` : `${file}: ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}.`);
    if (health.length > 0) io.out('\nPolicy health:');
    // The gravest first, in the order of the pack within a level.
    for (const level of LEVELS) {
      for (const note of health) if (note.level === level) io.out(`  ${`${level}:`.padEnd(8)}${note.path === '' ? '' : `${note.path}: `}${note.message}`);
    }
  }
  return problems.length === 0 ? 0 : 2;
}

function explainLine({ path, value, layer, lockedBy }: Explained): string {
  return `${path} = ${JSON.stringify(value)}  (${layer}${lockedBy === null ? '' : `, locked: ${lockedBy}`})`;
}

interface ExplainValues {
  readonly academy?: string | undefined;
  readonly personal?: string | undefined;
  readonly json?: boolean | undefined;
}

async function policyExplain(file: string, values: ExplainValues, io: CommandIo): Promise<ExitCode> {
  const academy = values.academy ?? null;
  const { problems, layers } = await loadNamed(file, io.folder, { academy });
  if (layers === null || problems.length > 0) {
    for (const problem of problems) io.err(sayProblem(problem));
    return 2;
  }
  const personal = values.personal === undefined ? null : await personalFrom(values.personal, io);
  if (values.personal !== undefined && personal === null) return 2;
  const rows = [...FIXED_VALUES, ...explainPolicy(layers, { academy, personal })];
  if (values.json === true) io.out(JSON.stringify(rows));
  else rows.map(explainLine).forEach((line) => io.out(line));
  return 0;
}

export async function policyCommand(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, policy: { type: 'string' }, out: { type: 'string' }, 'dry-run': { type: 'boolean' }, academy: { type: 'string' }, personal: { type: 'string' } },
  });
  const [action, file, ...more] = positionals;
  if (action === 'schema' && file === undefined) {
    io.out(JSON.stringify(jsonSchema(), null, 2));
    return 0;
  }
  if (action === 'academies' && file !== undefined && more.length === 0) {
    const options = { policy: values.policy ?? 'laat', out: values.out ?? null, isDryRun: values['dry-run'] === true, isJson: values.json === true };
    return academiesCommand(file, options, io);
  }
  if ((action !== 'check' && action !== 'explain') || file === undefined || more.length > 0) {
    io.err(POLICY_USAGE);
    return 2;
  }
  return action === 'check' ? policyCheck(file, values.json === true, io) : policyExplain(file, values, io);
}
