import { promises as fs } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dpia, staffNotice, transportRules } from '../deployment';
import type { Policy, School } from '../domain';
import { PERSONAL_DOMAINS, PROTECTED_CORRESPONDENTS } from '../recipients';
import { rules } from '../rules';
import type { CommandIo, ExitCode } from './io';
import { policyFor } from './policy-files';

export const EXPORT_USAGE = `heed export transport-rules|dpia|staff-notice [--policy NAME-OR-FILE] [--academy ID] [--out FILE]
  transport-rules  example Exchange Online rules in PowerShell, as a backstop on the server; what they cannot see stands in them
  dpia             a data protection impact assessment to begin with, filled from the policy
  staff-notice     what staff are told before Heed speaks to anybody
  --academy        for the notice: the school whose name and contacts stand in it; the only one of the policy by itself`;

/** The vendor's protected correspondents that are whole domains or single mailboxes elsewhere. */
function guardedDomains(): readonly string[] {
  return PROTECTED_CORRESPONDENTS.map((entry) => entry.slice(entry.indexOf('@') + 1));
}

const EXPORTS: { readonly [what: string]: (policy: Policy, school: School | null) => string } = {
  'transport-rules': (policy) => transportRules(policy, { personal: PERSONAL_DOMAINS, guarded: guardedDomains() }),
  dpia: (policy) => dpia(policy, rules),
  'staff-notice': (policy, school) => staffNotice(policy, rules, school),
};

export async function exportCommand(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { policy: { type: 'string' }, academy: { type: 'string' }, out: { type: 'string' } } });
  const [what = '', ...more] = positionals;
  const write = Object.hasOwn(EXPORTS, what) ? EXPORTS[what] : undefined;
  if (write === undefined || more.length > 0) {
    io.err(`heed export makes one of ${Object.keys(EXPORTS).join(', ')}.\n\n${EXPORT_USAGE}`);
    return 2;
  }
  const academy = values.academy ?? null;
  const policy = await policyFor(values.policy ?? 'laat', academy, io);
  if (policy === null) return 2;
  const { schools } = policy.organisation;
  const text = write(policy, schools.find(({ id }) => id === academy) ?? (schools.length === 1 ? (schools[0] ?? null) : null));
  if (values.out === undefined) {
    io.out(text.trimEnd());
    return 0;
  }
  try {
    await fs.writeFile(path.resolve(io.folder, values.out), text);
  } catch (error) {
    io.err(`--out: ${values.out} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}). Choose another file.`);
    return 2;
  }
  io.out(`Written: ${values.out}`);
  return 0;
}
