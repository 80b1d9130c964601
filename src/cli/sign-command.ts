import { promises as fs } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { SiteFetch } from '../deployment';
import { isUnreadable } from '../domain';
import type { Policy } from '../domain';
import { sayForAll, sayProblem, setForAllSchools } from '../policy';
import { hostOf, inShort, makeKeyPair, planPublication, policyServed, PRIVATE_KEY_FILE, readSigningKey, readSite, sayNoKey, signedFiles, UPLOAD } from '../publishing';
import type { SigningKey, Wanted } from '../publishing';
import { decodeText } from '../text';
import { readBytes, reasonOf, unwritable, writeWhole } from './files';
import type { CommandIo, ExitCode } from './io';
import { loadNamed } from './policy-files';
import { askingAloud, askSite } from './site';
import { siteFolder, writeSite } from './site-files';

const PUBLIC_FILE = 'heed-policy-public.pem';

async function exists(file: string): Promise<boolean> {
  return fs.stat(file).then(
    () => true,
    () => false,
  );
}

export async function keygenCommand(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
  const folder = path.resolve(io.folder, values.out ?? '.');
  const [secret, open] = [path.join(folder, PRIVATE_KEY_FILE), path.join(folder, PUBLIC_FILE)];
  const there = (await exists(secret)) ? secret : (await exists(open)) ? open : null;
  if (there !== null) {
    io.err(`${there} is there already. Nothing was changed: with another key every add-in has to be given the new one. Choose another folder.`);
    return 2;
  }
  const { privatePem, publicPem } = await makeKeyPair();
  let isBegun = false;
  try {
    await fs.mkdir(folder, { recursive: true });
    const handle = await fs.open(secret, 'wx', 0o600);
    isBegun = true;
    await handle.writeFile(privatePem).finally(() => handle.close());
    await writeWhole(open, publicPem);
  } catch (error) {
    // Half a key would stand in the way of the next one.
    if (isBegun) await fs.rm(secret, { force: true });
    io.err(`--out: ${unwritable((error as NodeJS.ErrnoException).path ?? folder, error)}. Choose another folder.`);
    return 2;
  }
  io.out(`Private key: ${path.relative(io.folder, secret)} (keep it where only whoever publishes can read it, and a copy in the safe)`);
  io.out(`Public key:  ${path.relative(io.folder, open)}`);
  return 0;
}

async function readKey(file: string): Promise<SigningKey | string> {
  const bytes = await readBytes(file);
  if (isUnreadable(bytes)) return `--key: ${file} was not read, because ${bytes.unreadable}. Choose the private key that was made before, or make one with heed policy keygen.`;
  const { text } = decodeText(bytes);
  return (await readSigningKey(text)) ?? `--key: ${file} ${sayNoKey(text)}`;
}

const OPTIONS = {
  key: { type: 'string' },
  site: { type: 'string' },
  host: { type: 'string' },
  mode: { type: 'string' },
  rollout: { type: 'string' },
  'rollout-for': { type: 'string' },
  rings: { type: 'string' },
  serial: { type: 'string' },
  'authorised-by': { type: 'string' },
  'authorised-on': { type: 'string' },
  minute: { type: 'string' },
  dpia: { type: 'string' },
  'staff-told-on': { type: 'string' },
  json: { type: 'boolean' },
} as const;

export async function signCommand(args: readonly string[], io: CommandIo, ask: SiteFetch = askSite): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const fail = (...problems: readonly string[]): ExitCode => {
    if (values.json === true) io.out(JSON.stringify({ written: [], problems }));
    else problems.forEach((problem) => io.err(problem));
    return 2;
  };
  if (positionals.length > 1) return fail(`heed policy sign takes one pack at most, and was given ${positionals.join(' and ')}. A name with a space in it stands in quotation marks; a folder stands for the packs in it.`);
  if (values.key === undefined || values.site === undefined) {
    return fail(
      ...(values.key === undefined ? ['--key: missing. Choose the private key, such as keys/heed-policy-private.pem; heed policy keygen makes one.'] : []),
      ...(values.site === undefined ? ['--site: missing. Choose the site folder of the unpacked archive.'] : []),
    );
  }
  const key = await readKey(path.resolve(io.folder, values.key));
  if (typeof key === 'string') return fail(key);
  const folder = path.resolve(io.folder, values.site);
  const site = await readSite(siteFolder(folder)).catch((error: NodeJS.ErrnoException) => `${error.path ?? folder} was not read, because ${reasonOf(error)}. Put that right and sign again.`);
  if (typeof site === 'string') return fail(`--site: ${site}`);
  const issued = new Date().toISOString();

  let policy: Policy | null = null;
  let forAll: readonly string[] = [];
  const [pack] = positionals;
  if (pack !== undefined) {
    const loaded = await loadNamed(pack, io.folder, { today: issued.slice(0, 10) });
    if (loaded.policy === null) return fail(...loaded.problems.map(sayProblem));
    policy = loaded.policy;
    const { layers } = loaded;
    forAll = layers === null ? [] : setForAllSchools(layers).map((set) => sayForAll(set, layers));
  }
  const wanted: Wanted = {
    ...values,
    policy,
    rolloutFor: values['rollout-for'],
    authorisedBy: values['authorised-by'],
    authorisedOn: values['authorised-on'],
    staffToldOn: values['staff-told-on'],
  };
  const host = hostOf(site, wanted.host);
  const aloud = askingAloud(ask, io);
  const served = host === null || 'problem' in host ? null : await policyServed(host.value, key.modulus, aloud.ask);
  aloud.quiet();
  const { plan, problems } = planPublication(wanted, { site, modulus: key.modulus, served, issued });
  if (plan === null) return fail(...problems.map(({ choice, message }) => (choice === '' ? message : `--${choice}: ${message}`)));

  const files = await signedFiles(plan, site, key);
  let written: readonly string[];
  try {
    written = await writeSite(folder, files);
  } catch (error) {
    return fail(`--site: ${unwritable((error as NodeJS.ErrnoException).path ?? folder, error)}. Put that right and sign again; upload nothing before.`);
  }
  const remarks = [...forAll, ...(plan.remark === '' ? [] : [plan.remark])];
  if (values.json === true) io.out(JSON.stringify({ written, problems: [], remarks, serial: plan.deployment.serial, mode: plan.deployment.mode }));
  else {
    written.forEach((file) => io.out(`Written: ${path.relative(io.folder, file)}`));
    remarks.forEach((remark) => io.out(remark));
    io.out(`${inShort(plan)}. ${UPLOAD}`);
  }
  return 0;
}
