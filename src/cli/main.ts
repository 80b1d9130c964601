import type { CertificateEnd } from './certificate';
import { processIo } from './io';
import type { SiteFetch } from '../deployment';
import type { CommandIo, ExitCode } from './io';
import { productVersion } from './product-version';

/** The folder of the package: `launcher.cjs` says which. */
export interface LaunchOptions {
  readonly packageFolder: string;
  /** Asks a host; the network's own way when left out. */
  readonly ask?: SiteFetch;
  /** Tells when a host's certificate ends; the network's own way when left out. */
  readonly certificateEnd?: CertificateEnd;
}

interface Command {
  readonly usage: string;
  run(args: readonly string[], io: CommandIo, options: LaunchOptions): Promise<ExitCode>;
}

/** Each is loaded when it is asked for, so that no command waits for what another one needs. */
const COMMANDS: { readonly [command: string]: () => Promise<Command> } = {
  check: async () => {
    const { CHECK_USAGE, checkCommand } = await import('./check-command');
    return { usage: CHECK_USAGE, run: checkCommand };
  },
  inspect: async () => {
    const { INSPECT_USAGE, inspectCommand } = await import('./inspect-command');
    return { usage: INSPECT_USAGE, run: inspectCommand };
  },
  detect: async () => {
    const { DETECT_USAGE, detectCommand } = await import('./detect-command');
    return { usage: DETECT_USAGE, run: detectCommand };
  },
  replay: async () => {
    const { REPLAY_USAGE } = await import('./replay/usage');
    return { usage: REPLAY_USAGE, run: async (args, io, { packageFolder }) => (await import('./replay-command')).replayCommand(args, packageFolder, io) };
  },
  policy: async () => {
    const { POLICY_USAGE, policyCommand } = await import('./policy-command');
    return { usage: POLICY_USAGE, run: (args, io, { ask }) => policyCommand(args, io, ask) };
  },
  manifest: async () => {
    const { MANIFEST_USAGE, manifestCommand } = await import('./manifest-command');
    return { usage: MANIFEST_USAGE, run: (args, io, { packageFolder, ask }) => manifestCommand(args, packageFolder, io, ask) };
  },
  doctor: async () => {
    const { DOCTOR_USAGE, doctorCommand } = await import('./doctor-command');
    return { usage: DOCTOR_USAGE, run: (args, io, { ask, certificateEnd }) => doctorCommand(args, io, ask, certificateEnd) };
  },
  export: async () => {
    const { EXPORT_USAGE, exportCommand } = await import('./export-command');
    return { usage: EXPORT_USAGE, run: exportCommand };
  },
  samples: async () => {
    const { SAMPLES_USAGE, samplesCommand } = await import('./samples-command');
    return { usage: SAMPLES_USAGE, run: (args, io, { packageFolder }) => samplesCommand(args, packageFolder, io) };
  },
  help: () => Promise.resolve({ usage: 'heed help [COMMAND]\n  What a command does, or all of them.', run: (args, io) => helpCommand(args, io) }),
  version: () => Promise.resolve({ usage: 'heed --version\n  The version of this Heed.', run: (_, io, { packageFolder }) => sayVersion(packageFolder, io) }),
};

const SHORT_WAYS: { readonly [word: string]: string } = { '--help': 'help', '-h': 'help', '--version': 'version', '-v': 'version' };

const EXIT_CODES = 'Exit codes: 0 the send goes, 1 it would be stopped, 2 could not check or wrong usage.';

async function wholeUsage(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return ['heed: the second look an email gets before it leaves.', ...commands.map(({ usage }) => usage), EXIT_CODES].join('\n\n');
}

/** How a command is used, in as few lines as fit what was asked; null where there is no such command. */
async function usageOf([command, action]: readonly string[]): Promise<string | null> {
  if (command === undefined) return wholeUsage();
  if (command === 'policy' && action !== undefined) return (await import('./policy-command')).policyUsage(action);
  return Object.hasOwn(COMMANDS, command) ? ((await COMMANDS[command]?.())?.usage ?? null) : null;
}

/** A sentence for a word that is no command: what was meant, or else the choices. An action of `heed policy` is often written alone. */
async function unknownCommand([command = '', action = '']: readonly string[]): Promise<string> {
  const [{ POLICY_ACTIONS, unknownAction }, { unknownWord }] = [await import('./policy-command'), await import('./unknown-word')];
  if (command === 'policy') return unknownAction(action);
  if (POLICY_ACTIONS.includes(command)) return `heed: there is no “${command}”. Did you mean “heed policy ${command}”?`;
  return unknownWord('heed', command, Object.keys(COMMANDS));
}

async function helpCommand(asked: readonly string[], io: CommandIo): Promise<ExitCode> {
  const usage = await usageOf(asked);
  if (usage !== null) io.out(usage);
  else io.err(`${await unknownCommand(asked)}\n\nheed help says what each does.`);
  return usage === null ? 2 : 0;
}

async function sayVersion(packageFolder: string, io: CommandIo): Promise<ExitCode> {
  io.out(`heed ${await productVersion(packageFolder)}`);
  return 0;
}

async function dispatch(command: string, args: readonly string[], io: CommandIo, options: LaunchOptions): Promise<ExitCode> {
  if (command === '') io.err(await wholeUsage());
  else if (Object.hasOwn(COMMANDS, command)) return (await (COMMANDS[command] as () => Promise<Command>)()).run(args, io, options);
  else io.err(`${await unknownCommand([command])}\n\nheed help says what each does.`);
  return 2;
}

/** Runs one command and answers its exit code. Wrong options are answered in one line, never with a stack. */
export async function run(args: readonly string[], options: LaunchOptions, io: CommandIo = processIo()): Promise<ExitCode> {
  const [first = '', ...rest] = args;
  const command = SHORT_WAYS[first] ?? first;
  try {
    if (rest.includes('--help') || rest.includes('-h')) return await helpCommand([command, ...rest.filter((word) => !word.startsWith('-'))], io);
    return await dispatch(command, rest, io, options);
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const asked = command === 'policy' && rest[0] !== undefined && !rest[0].startsWith('-') ? [command, rest[0]] : [command];
    const { wrongOption } = await import('./wrong-option');
    io.err(wrongOption(asked.join(' '), { code, message }, (await usageOf(asked)) ?? ''));
    return 2;
  }
}
