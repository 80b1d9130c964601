import { promises as fs } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addressesOf, checkSite, earlierManifest, earlierPackage, earlierUnified, manifestXml, readChoices, unifiedManifest, unifiedPackage } from '../deployment';
import type { EarlierManifest, ManifestChoices, SiteFetch, SiteFinding } from '../deployment';
import { decodeText } from '../text';
import { unwritable, writeWhole } from './files';
import type { CommandIo, ExitCode } from './io';
import { askingAloud, askSite } from './site';
import { productVersion } from './product-version';

export const MANIFEST_USAGE = `heed manifest --host URL [--out FILE] [--name TEXT] [--provider TEXT] [--support URL] [--send-mode soft|block]
              [--languages cy-GB,pl-PL] [--id ID] [--version N.N.N.N] [--unified] [--check] [--json]
  This tenant's manifest, for an add-in that is served from the host.
  --out      the file to write; without it the manifest is printed. One that is there keeps its id, and its version rises
  --unified  the JSON manifest instead: with --out FILE.zip the package to upload, else the manifest and a file for each
             more language. It does not run on a Mac
  --check    first asks the host for everything the manifest names, and says what Outlook would stumble over`;

interface Written {
  readonly written: readonly string[];
  readonly problems: readonly string[];
}

/** The manifest that the new one takes the place of, null where there is none, or a sentence about what is there instead. */
async function readEarlier(file: string | null): Promise<EarlierManifest | string | null> {
  if (file === null) return null;
  const bytes = await fs.readFile(file).catch(() => null);
  if (bytes === null) return null;
  const read = file.endsWith('.zip') ? earlierPackage(bytes) : (file.endsWith('.json') ? earlierUnified : earlierManifest)(decodeText(bytes).text);
  return read ?? `${file} is there already and is no manifest of Heed. Choose another file, or remove that one.`;
}

/** A sentence when the file's ending says another kind of manifest. */
function endingProblem(out: string | null, isUnified: boolean): string | null {
  const ending = out === null ? '' : path.extname(out).toLowerCase();
  if (isUnified) return out === null || ['.json', '.zip'].includes(ending) ? null : `${out} is no name for the unified manifest. Choose one that ends with .zip, to be uploaded, or with .json.`;
  return ['.json', '.zip'].includes(ending) ? `${out ?? ''} is no name for the XML manifest. Choose one that ends with .xml, or write the other kind with --unified.` : null;
}

/** A file to write, or to print when it has no name. */
type Made = readonly [file: string | null, content: string | Uint8Array];

function unifiedFiles(choices: ManifestChoices, out: string | null): readonly Made[] {
  return unifiedManifest(choices).map(({ name, content }, index) => {
    const file = out === null ? null : index === 0 ? out : path.join(path.dirname(out), name);
    return [file, `${JSON.stringify(content, null, 2)}\n`] as const;
  });
}

async function filesFor(choices: ManifestChoices, out: string | null, isUnified: boolean, packageFolder: string): Promise<readonly Made[]> {
  if (isUnified && out !== null && out.endsWith('.zip')) {
    const picture = (name: string): Promise<Uint8Array> => fs.readFile(path.join(packageFolder, 'assets', `unified-${name}.png`));
    return [[out, unifiedPackage(choices, { color: await picture('color'), outline: await picture('outline') })]];
  }
  if (isUnified) return unifiedFiles(choices, out);
  const template = await fs.readFile(path.join(packageFolder, 'manifest.xml'), 'utf8');
  return [[out, manifestXml(template, choices)]];
}

export async function manifestCommand(args: readonly string[], packageFolder: string, io: CommandIo, ask: SiteFetch = askSite): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      host: { type: 'string' },
      out: { type: 'string' },
      id: { type: 'string' },
      version: { type: 'string' },
      name: { type: 'string' },
      provider: { type: 'string' },
      support: { type: 'string' },
      'send-mode': { type: 'string' },
      languages: { type: 'string' },
      unified: { type: 'boolean' },
      check: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const isJson = values.json === true;
  const answer = ({ written, problems }: Written): ExitCode => {
    if (isJson) io.out(JSON.stringify({ written, problems }));
    else problems.forEach((problem) => io.err(problem));
    return problems.length === 0 ? 0 : 2;
  };
  if (positionals.length > 0 || values.host === undefined) {
    io.err(`heed manifest needs a host and nothing beside its options.\n\n${MANIFEST_USAGE}`);
    return 2;
  }
  const out = values.out === undefined ? null : path.resolve(io.folder, values.out);
  const earlier = await readEarlier(out);
  const unfit = endingProblem(out, values.unified === true) ?? (typeof earlier === 'string' ? earlier : null);
  const { choices, problems } = readChoices({ ...values, sendMode: values['send-mode'] }, await productVersion(packageFolder), typeof earlier === 'string' ? null : earlier);
  if (unfit !== null) return answer({ written: [], problems: [`--out: ${unfit}`, ...problems.map(({ choice, message }) => `--${choice}: ${message}`)] });
  if (choices === null) return answer({ written: [], problems: problems.map(({ choice, message }) => `--${choice}: ${message}`) });

  if (values.check === true) {
    const aloud = askingAloud(ask, io);
    const findings: readonly SiteFinding[] = await checkSite(choices.host, aloud.ask, addressesOf(choices));
    aloud.quiet();
    const wrong = findings.filter(({ isProblem }) => isProblem);
    if (wrong.length > 0) return answer({ written: [], problems: wrong.map(({ address, message }) => `${address}: ${message}`) });
    if (!isJson) io.err(`${choices.host}: all ${new Set(findings.map(({ address }) => address)).size} addresses are as Outlook needs them.`);
  }
  const written: string[] = [];
  for (const [file, content] of await filesFor(choices, out, values.unified === true, packageFolder)) {
    if (file === null) {
      if (!isJson) io.out(String(content).trimEnd());
      continue;
    }
    try {
      await writeWhole(file, content);
      written.push(path.relative(io.folder, file) || file);
    } catch (error) {
      return answer({ written, problems: [`--out: ${unwritable(file, error)}. Choose another file.`] });
    }
  }
  if (!isJson && written.length > 0) {
    written.forEach((file) => io.out(`Written: ${file}`));
    io.out(`Id ${choices.id}, version ${choices.version}, host ${choices.host}.`);
    if (choices.sendMode === 'block') io.out('Send mode block: while the host cannot be reached, nobody can send. Only an administrator can deploy it.');
  }
  return answer({ written, problems: [] });
}
