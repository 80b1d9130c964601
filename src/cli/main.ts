import { CHECK_USAGE, checkCommand } from './check-command';
import { DETECT_USAGE, detectCommand } from './detect-command';
import { DOCTOR_USAGE, doctorCommand } from './doctor-command';
import { EXPORT_USAGE, exportCommand } from './export-command';
import { INSPECT_USAGE, inspectCommand } from './inspect-command';
import { processIo } from './io';
import type { SiteFetch } from '../deployment';
import type { CommandIo, ExitCode } from './io';
import { MANIFEST_USAGE, manifestCommand } from './manifest-command';
import { POLICY_ACTIONS, POLICY_USAGE, policyCommand, policyUsage, unknownAction } from './policy-command';
import { productVersion } from './product-version';
import { SAMPLES_USAGE, samplesCommand } from './samples-command';
import { REPLAY_USAGE } from './replay/usage';
import { keygenCommand, signCommand } from './sign-command';
import { unknownWord } from './unknown-word';
import { wrongOption } from './wrong-option';

const USAGES: { readonly [command: string]: string } = {
  check: CHECK_USAGE,
  inspect: INSPECT_USAGE,
  detect: DETECT_USAGE,
  replay: REPLAY_USAGE,
  policy: POLICY_USAGE,
  manifest: MANIFEST_USAGE,
  doctor: DOCTOR_USAGE,
  export: EXPORT_USAGE,
  samples: SAMPLES_USAGE,
  help: `heed help [COMMAND]\n  What a command does, or all of them.`,
  version: `heed --version\n  The version of this Heed.`,
};

const EXIT_CODES = 'Exit codes: 0 the send goes, 1 it would be stopped, 2 could not check or wrong usage.';

const USAGE = ['heed: the second look an email gets before it leaves.', ...Object.values(USAGES), EXIT_CODES].join('\n\n');

/** How a command is used, in as few lines as fit what was asked; null where there is no such command. */
function usageOf([command, action]: readonly string[]): string | null {
  if (command === undefined) return USAGE;
  return command === 'policy' && action !== undefined ? policyUsage(action) : (USAGES[command] ?? null);
}

/** A sentence for a word that is no command: what was meant, or else the choices. An action of `heed policy` is often written alone. */
function unknownCommand([command = '', action = '']: readonly string[]): string {
  if (command === 'policy') return unknownAction(action);
  if (POLICY_ACTIONS.includes(command)) return `heed: there is no “${command}”. Did you mean “heed policy ${command}”?`;
  return unknownWord('heed', command, Object.keys(USAGES));
}

function helpCommand(asked: readonly string[], io: CommandIo): ExitCode {
  const usage = usageOf(asked);
  if (usage !== null) io.out(usage);
  else io.err(`${unknownCommand(asked)}\n\nheed help says what each does.`);
  return usage === null ? 2 : 0;
}

/** The folder of the package: `launcher.cjs` says which. */
export interface LaunchOptions {
  readonly packageFolder: string;
  /** Asks a host; the network's own way when left out. */
  readonly ask?: SiteFetch;
}

async function dispatch(command: string, args: readonly string[], io: CommandIo, options: LaunchOptions): Promise<ExitCode> {
  switch (command) {
    case 'check':
      return checkCommand(args, io);
    case 'inspect':
      return inspectCommand(args, io);
    case 'detect':
      return detectCommand(args, io);
    case 'replay':
      // Its libraries are for it alone, so no other command waits for them.
      return (await import('./replay-command')).replayCommand(args, options.packageFolder, io);
    case 'policy':
      if (args[0] === 'keygen') return keygenCommand(args.slice(1), io);
      return args[0] === 'sign' ? signCommand(args.slice(1), io, options.ask) : policyCommand(args, io);
    case 'manifest':
      return manifestCommand(args, options.packageFolder, io, options.ask);
    case 'doctor':
      return doctorCommand(args, io, options.ask);
    case 'export':
      return exportCommand(args, io);
    case 'samples':
      return samplesCommand(args, options.packageFolder, io);
    case 'version':
    case '--version':
    case '-v':
      io.out(`heed ${await productVersion(options.packageFolder)}`);
      return 0;
    case 'help':
    case '--help':
    case '-h':
      return helpCommand(args, io);
    default:
      io.err(command === '' ? USAGE : `${unknownCommand([command])}\n\nheed help says what each does.`);
      return 2;
  }
}

/** Runs one command and answers its exit code. Wrong options are answered in one line, never with a stack. */
export async function run(args: readonly string[], options: LaunchOptions, io: CommandIo = processIo()): Promise<ExitCode> {
  const [command = '', ...rest] = args;
  try {
    if (rest.includes('--help') || rest.includes('-h')) return await dispatch('help', [command, ...rest.filter((word) => !word.startsWith('-'))], io, options);
    return await dispatch(command, rest, io, options);
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const asked = command === 'policy' && rest[0] !== undefined && !rest[0].startsWith('-') ? [command, rest[0]] : [command];
    io.err(wrongOption(asked.join(' '), { code, message }, usageOf(asked) ?? USAGE));
    return 2;
  }
}
