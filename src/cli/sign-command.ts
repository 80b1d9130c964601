import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hostedText, nextDeployment, readHost } from '../deployment';
import type { SiteFetch, TypedDeployment } from '../deployment';
import { isUnreadable } from '../domain';
import type { Deployment, Policy } from '../domain';
import { readHosted } from '../hosted';
import { sayProblem } from '../policy';
import type { CommandIo, ExitCode } from './io';
import { loadNamed } from './policy-files';
import { askSite } from './site';
import { writeSite } from './site-files';

export const SIGN_USAGE = `heed policy keygen [--out FOLDER]
  A key pair: the private key stays with whoever publishes, the public one is written into the add-in.
heed policy sign [PACK] --key PRIVATE.pem --site FOLDER [--host URL] [--mode monitor-only|inform|warn|justify|block]
                 [--rollout PERCENT] [--rollout-for NAME=PERCENT,…] [--rings LIST] [--serial N] [--json]
                 [--authorised-by ROLE --authorised-on DATE --minute TEXT --dpia REFERENCE --staff-told-on DATE]
  Writes the policy, its signature and the add-in's own fallback into the folder that is served. What is left out stays as it
  was. --rollout-for gives a school its own share, or a rule a smaller one; NAME= takes it back. Without PACK the policy that is there is signed again, as for “all to monitor-only”: --mode monitor-only.`;

/** Bits of a new key: enough until 2030 and beyond (NIST SP 800-57). */
const KEY_BITS = 3072;

const PRIVATE_FILE = 'heed-policy-private.pem';
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
  const [secret, open] = [path.join(folder, PRIVATE_FILE), path.join(folder, PUBLIC_FILE)];
  if (await exists(secret)) {
    io.err(`${secret} is there already. Nothing was changed: with another key every add-in has to be given the new one. Choose another folder.`);
    return 2;
  }
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  await fs.writeFile(open, publicKey.export({ type: 'spki', format: 'pem' }));
  io.out(`Private key: ${secret} (keep it where only whoever publishes can read it, and a copy in the safe)`);
  io.out(`Public key:  ${open}`);
  return 0;
}

/** The modulus of a key in base64, as the add-in has it. */
function modulusOf(key: KeyObject): string {
  return Buffer.from(createPublicKey(key).export({ format: 'jwk' }).n as string, 'base64url').toString('base64');
}

async function readKey(file: string): Promise<KeyObject | string> {
  const text = await fs.readFile(file, 'utf8').catch(() => null);
  if (text === null) return `--key: ${file} cannot be read. Name the private key that heed policy keygen wrote.`;
  try {
    const key = createPrivateKey(text);
    const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
    if (key.asymmetricKeyType === 'rsa' && modulusLength >= 2048 && modulusLength <= 4096 && modulusLength % 8 === 0 && publicExponent === 65537n) return key;
  } catch {
    // Said below.
  }
  return `--key: ${file} is not an RSA private key of 2,048 to 4,096 bits. Make one with heed policy keygen.`;
}

interface Before {
  readonly policy: Policy;
  readonly deployment: Deployment;
}

/** What is hosted in the folder now; null when nothing is, a sentence when it is not of this key. */
async function readBefore(site: string, key: string): Promise<Before | string | null> {
  const file = path.join(site, 'policy.json');
  if (!(await exists(file))) return null;
  const read = readHosted(await fs.readFile(file, 'latin1'), await fs.readFile(`${file}.sig`, 'latin1').catch(() => ''), key, 0);
  return isUnreadable(read) ? `${file}: it cannot be followed by a new one, because ${read.unreadable}. Use the key it was signed with, or remove the file and its signature.` : read;
}

/** What the host serves now; null when it serves none that this key has signed, or does not answer. */
async function readServed(host: string, key: string, ask: SiteFetch): Promise<Before | null> {
  const textOf = async (name: string): Promise<string | null> => {
    const answer = await ask(`${host}/${name}`);
    return answer.status === 200 ? answer.text() : null;
  };
  try {
    const [text, signature] = [await textOf('policy.json'), await textOf('policy.json.sig')];
    const read = readHosted(text ?? '', signature ?? '', key, 0);
    return isUnreadable(read) ? null : read;
  } catch {
    return null;
  }
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

/** The serial that was asked for, or the next one; a sentence when it would not be taken up. */
function serialOf(typed: string | undefined, before: Before | null): number | string {
  const last = before?.deployment.serial ?? 0;
  if (typed === undefined) return last + 1;
  const serial = Number(typed);
  if (!Number.isInteger(serial) || serial < 1 || serial > 1e9) return `--serial: “${typed}” is not a serial. Write a whole number from 1 on.`;
  return serial > last ? serial : `--serial: ${serial} is not above ${last}, which clients have seen. Write ${last + 1} or more.`;
}

export async function signCommand(args: readonly string[], io: CommandIo, ask: SiteFetch = askSite): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const fail = (...problems: readonly string[]): ExitCode => {
    if (values.json === true) io.out(JSON.stringify({ written: [], problems }));
    else problems.forEach((problem) => io.err(problem));
    return 2;
  };
  if (positionals.length > 1 || values.key === undefined || values.site === undefined) return fail(SIGN_USAGE);
  const site = path.resolve(io.folder, values.site);
  const key = await readKey(path.resolve(io.folder, values.key));
  if (typeof key === 'string') return fail(key);
  const host = values.host === undefined ? null : readHost(values.host);
  if (host !== null && 'problem' in host) return fail(`--host: ${host.problem}`);
  const inFolder = await readBefore(site, modulusOf(key));
  if (typeof inFolder === 'string') return fail(inFolder);
  const before = inFolder ?? (host === null ? null : await readServed(host.value, modulusOf(key), ask));
  const issued = new Date().toISOString();

  let policy = before?.policy ?? null;
  const [pack] = positionals;
  if (pack !== undefined) {
    const loaded = await loadNamed(pack, io.folder, { today: issued.slice(0, 10) });
    if (loaded.policy === null) return fail(...loaded.problems.map(sayProblem));
    policy = loaded.policy;
  }
  if (policy === null) return fail('There is no policy in the folder yet. Name the pack to sign, such as laat or my-pack.json.');
  const serial = serialOf(values.serial, before);
  if (typeof serial === 'string') return fail(serial);
  const typed: TypedDeployment = {
    ...values,
    rolloutFor: values['rollout-for'],
    authorisedBy: values['authorised-by'],
    authorisedOn: values['authorised-on'],
    staffToldOn: values['staff-told-on'],
  };
  const { deployment, problems } = nextDeployment(typed, before?.deployment ?? null, { serial, issued, offlineDays: policy.offlinePackMaxDays }, { schools: policy.organisation.schools.map(({ id }) => id), rules: Object.keys(policy.rules) });
  if (deployment === null) return fail(...problems.map(({ choice, message }) => `--${choice}: ${message}`));
  if (policy.audit.level === 'events' && deployment.authorisation === null) {
    return fail('The policy keeps events of single sends, which needs an impact assessment and consultation on record. Add --authorised-by, --authorised-on, --minute, --dpia and --staff-told-on, or choose "totals" in audit.level.');
  }

  const text = hostedText(policy, deployment);
  const signature = `${sign('sha256', Buffer.from(text, 'latin1'), key).toString('base64')}\n`;
  const written = await writeSite(site, { text, signature, key: modulusOf(key), policy, deployment, host: host?.value ?? null });
  if (typeof written === 'string') return fail(written);
  if (values.json === true) io.out(JSON.stringify({ written, problems: [], serial, mode: deployment.mode }));
  else {
    written.forEach((file) => io.out(`Written: ${path.relative(io.folder, file)}`));
    if (inFolder === null && before !== null && host !== null) io.out(`Follows number ${before.deployment.serial}, which ${host.value} serves now.`);
    else if (before === null && host !== null && values.serial === undefined) io.out(`${host.value} serves no policy of this key yet, so this is number 1. If clients have seen a higher one, sign again with --serial.`);
    io.out(`${policy.name} ${policy.version}, number ${serial}, ${deployment.mode}, ${deployment.rollout.percent} % of mailboxes. Upload these files; clients follow within 15 minutes.`);
  }
  return 0;
}
