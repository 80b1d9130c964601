import { parseArgs } from 'node:util';
import { BANK_HOLIDAY_YEARS } from '../calendar';
import type { SiteFetch } from '../deployment';
import { policyHealth, sayProblem } from '../policy';
import type { HealthLevel } from '../policy';
import { ACADEMIES_USAGE } from './academies/usage';
import { EXPLAIN_USAGE, explainCommand } from './explain-command';
import type { CommandIo, ExitCode } from './io';
import { provePattern } from './judge-patterns';
import { loadNamed } from './policy-files';
import { SIGN_USAGE } from './sign-usage';
import { unknownWord } from './unknown-word';

const CHECK_USAGE = `heed policy check [--json] FILE
  Problems in words, and apart from them the policy's health. FILE may be the name of a shipped pack: laat, teal.`;

const HASH_USAGE = `heed policy hash FILE
  The addresses of a text or CSV file as hashes, to paste into registeredContacts or pupilAddresses.`;

const SCHEMA_USAGE = `heed policy schema [--json]
  The JSON Schema of a pack, for editors.`;

/** How each action is used; `keygen` and `sign` are told together. */
const USAGES: { readonly [action: string]: string } = {
  check: CHECK_USAGE,
  explain: EXPLAIN_USAGE,
  schema: SCHEMA_USAGE,
  academies: ACADEMIES_USAGE,
  hash: HASH_USAGE,
  keygen: SIGN_USAGE,
  sign: SIGN_USAGE,
};

/** Every word that may follow `heed policy`. */
export const POLICY_ACTIONS = Object.keys(USAGES);

export const POLICY_USAGE = [...new Set(Object.values(USAGES))].join('\n');

/** How one action is used; null where that is none. */
export function policyUsage(action: string): string | null {
  return USAGES[action] ?? null;
}

/** A sentence for a word that is no action. */
export function unknownAction(word: string): string {
  return unknownWord('heed policy', word, POLICY_ACTIONS);
}

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

/** The one file that an action is about; null, with the reason on standard error, when there is none or more than one. */
function theFile(action: string, files: readonly string[], io: CommandIo): string | null {
  const [file, ...more] = files;
  if (file !== undefined && more.length === 0) return file;
  io.err(`heed policy ${action} needs ${file === undefined ? 'a file' : 'one file and no more'}.\n\n${policyUsage(action) ?? POLICY_USAGE}`);
  return null;
}

export async function policyCommand(args: readonly string[], io: CommandIo, ask?: SiteFetch): Promise<ExitCode> {
  const [action = '', ...rest] = args;
  if (!POLICY_ACTIONS.includes(action)) {
    io.err(action === '' ? POLICY_USAGE : `${unknownAction(action)}\n\nheed help policy says what each does.`);
    return 2;
  }
  if (action === 'keygen') return (await import('./sign-command')).keygenCommand(rest, io);
  if (action === 'sign') return (await import('./sign-command')).signCommand(rest, io, ask);
  if (action === 'schema') {
    // It is JSON with --json and without.
    parseArgs({ args: rest, allowPositionals: false, options: { json: { type: 'boolean' } } });
    io.out(JSON.stringify((await import('./json-schema')).jsonSchema(), null, 2));
    return 0;
  }
  if (action === 'hash') {
    const { positionals } = parseArgs({ args: rest, allowPositionals: true, options: {} });
    const file = theFile(action, positionals, io);
    return file === null ? 2 : (await import('./hash-command')).hashCommand(file, io);
  }
  const options = {
    check: { json: { type: 'boolean' } },
    explain: { json: { type: 'boolean' }, only: { type: 'string' }, changed: { type: 'boolean' }, all: { type: 'boolean' }, against: { type: 'string' }, academy: { type: 'string' }, personal: { type: 'string' } },
    academies: { json: { type: 'boolean' }, policy: { type: 'string' }, out: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  } as const;
  if (action === 'explain') {
    const { values, positionals } = parseArgs({ args: rest, allowPositionals: true, options: options.explain });
    const file = theFile(action, positionals, io);
    return file === null ? 2 : explainCommand(file, values, io);
  }
  if (action === 'academies') {
    const { values, positionals } = parseArgs({ args: rest, allowPositionals: true, options: options.academies });
    const file = theFile(action, positionals, io);
    if (file === null) return 2;
    return (await import('./academies-command')).academiesCommand(file, { policy: values.policy ?? null, out: values.out ?? null, isDryRun: values['dry-run'] === true, isJson: values.json === true }, io);
  }
  const { values, positionals } = parseArgs({ args: rest, allowPositionals: true, options: options.check });
  const file = theFile(action, positionals, io);
  return file === null ? 2 : policyCheck(file, values.json === true, io);
}
