import { nearest } from '../policy';

/** The first option that Node's own message names, such as `--out` in “Option '-o, --out <value>' argument missing”. */
function named(message: string): string {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  return /--[\w-]+/.exec(quoted)?.[0] ?? quoted.split(' ')[0] ?? '';
}

/**
 * One sentence for options that could not be read, from the error of Node's `parseArgs`. `command` is the command with its action,
 * `usage` how it is used; the options it names are the ones there are.
 */
export function wrongOption(command: string, error: { readonly code: string; readonly message: string }, usage: string): string {
  const more = `heed help ${command} says what there is.`;
  const option = named(error.message);
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const meant = nearest(option, [...new Set(usage.match(/--[a-z][a-z-]*/g) ?? [])]);
    return `heed ${command} has no ${option}. ${meant === null ? more : `Did you mean ${meant}?`}`;
  }
  if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `heed ${command} has no use for “${option}”. ${more}`;
  if (/does not take/.test(error.message)) return `${option}: takes no value. Leave out what stands after its “=”.`;
  return `${option}: has no value. Write one after it, or “${option}=…” for one that begins with a dash. ${more}`;
}
