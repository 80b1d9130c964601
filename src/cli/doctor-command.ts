import { parseArgs } from 'node:util';
import { diagnose, readHost } from '../deployment';
import type { SiteFetch } from '../deployment';
import { certificateEnd, certificateFinding } from './certificate';
import type { CertificateEnd } from './certificate';
import type { CommandIo, ExitCode } from './io';
import { askingAloud, askSite } from './site';

export const DOCTOR_USAGE = `heed doctor [--json] URL
  What a host serves, whether every Outlook can use it, and which policy its add-in takes up. Exit code 1: something is wrong.`;

export async function doctorCommand(args: readonly string[], io: CommandIo, ask: SiteFetch = askSite, ends: CertificateEnd = certificateEnd): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [address, ...more] = positionals;
  if (address === undefined || more.length > 0) {
    io.err(`heed doctor needs the address of one host.\n\n${DOCTOR_USAGE}`);
    return 2;
  }
  const host = readHost(address);
  if ('problem' in host) {
    io.err(host.problem);
    return 2;
  }
  const aloud = askingAloud(ask, io);
  const diagnosis = await diagnose(host.value, aloud.ask);
  const { facts } = diagnosis;
  // A host that gave no answer at all has said why.
  const end = facts.build === null ? null : await ends(host.value);
  aloud.quiet();
  const findings = end === null ? diagnosis.findings : [{ address: host.value, ...certificateFinding(end, Date.now()) }, ...diagnosis.findings];
  const wrong = findings.filter(({ isProblem }) => isProblem);
  if (values.json === true) io.out(JSON.stringify({ host: host.value, ...facts, findings }));
  else {
    io.out(`Add-in:          ${facts.build ?? 'not known'}`);
    io.out(`Built-in policy: ${facts.builtIn ?? 'not known'}`);
    io.out(`Hosted policy:   ${facts.hosted ?? 'none that clients take up'}`);
    io.out('');
    for (const { address: where, isProblem, message } of findings) io.out(`${isProblem ? 'wrong' : 'right'}  ${where}: ${message}`);
    io.out('');
    io.out(wrong.length === 0 ? `${host.value}: nothing is wrong.` : `${host.value}: ${wrong.length === 1 ? '1 thing is' : `${wrong.length} things are`} wrong.`);
  }
  return wrong.length === 0 ? 0 : 1;
}
