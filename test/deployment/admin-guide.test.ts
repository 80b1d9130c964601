import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';
import { SERVED } from '../../src/deployment';
import { PAGE_SCRIPTS } from './right-host';

// A command loads what it needs when it is first asked for, within the test.
jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');
const guide = fs.readFileSync(path.join(root, 'docs', 'admin.md'), 'utf8');

/** Every command that the guide gives, in blocks and in the text; a line that ends with a stroke goes on. */
const commands = [...guide.replace(/\\\n\s*/g, '').matchAll(/(?:^\s*(?:\$ )?|`)(?:node command\/heed\.cjs|heed) ([^`\n]+?)(?:\s{2,}#[^\n]*)?(?=`|$)/gm)].map((match) => match[1] as string);

async function usage(): Promise<string> {
  const out: string[] = [];
  await run(['help'], { packageFolder: root }, { out: (line) => out.push(line), err: () => undefined, stdin: Readable.from([]), folder: root });
  return out.join('\n');
}

test('the guide gives commands of every kind', () => {
  const kinds = new Set(commands.map((command) => command.split(' ').slice(0, command.startsWith('policy') ? 2 : 1).join(' ')));
  expect([...kinds].sort()).toEqual(['check', 'doctor', 'export', 'manifest', 'policy academies', 'policy check', 'policy keygen', 'policy sign']);
});

test('each of its options is one that the command says it has', async () => {
  const said = await usage();
  for (const command of commands) {
    for (const [option] of command.matchAll(/--[a-z-]+/g)) expect([command, said.includes(`${option} `) || said.includes(`${option}]`) || said.includes(`${option}\n`)]).toEqual([command, true]);
  }
});

test('the modes it names are those there are', () => {
  const modes = [...guide.matchAll(/--mode ([a-z-]+)/g)].map((match) => match[1]);
  expect(modes.length).toBeGreaterThan(2);
  for (const mode of modes) expect(['monitor-only', 'inform', 'warn', 'justify', 'block']).toContain(mode);
});

test('it counts the addresses that are asked for: the files and the scripts of pages, and by the command the page for help elsewhere', () => {
  const all = SERVED.length + PAGE_SCRIPTS.length;
  expect(guide).toContain(`“All ${all} addresses are as Outlook needs them.”`);
  expect(guide).toContain(`all ${all + 1} addresses are as Outlook needs them`);
});

test('what it says is shown in the pane is what the pane says', () => {
  const english = fs.readFileSync(path.join(root, 'src', 'ui', 'languages', 'english.ts'), 'utf8');
  for (const words of ['Heed may not be checking', 'What works here', 'Make a trace', 'Copy the trace', 'Heed is being tried out', 'Sending is not checked in this Outlook']) {
    expect([words, guide.replace(/\s+/g, ' ').includes(words)]).toEqual([words, true]);
    expect([words, english.includes(words)]).toEqual([words, true]);
  }
});

test('what it says is shown on the pages is what the pages say', () => {
  const folder = path.join(root, 'src', 'pages');
  const files = [...fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)), ...['plan.ts', 'keys.ts', 'papers.ts'].map((name) => path.join(root, 'src', 'publishing', name))];
  const sources = files.filter((file) => fs.statSync(file).isFile()).map((file) => fs.readFileSync(file, 'utf8')).join('\n');
  const words = guide.replace(/\s+/g, ' ');
  for (const shown of [
    'Choose the site folder', 'Read the folder, save a zip', 'a new site, with no policy of its own yet', 'Make a key', 'heed-policy-private.pem', 'Choose the private key', 'Choose your own pack',
    'This will be published: ', 'Sign, and write the files', 'is signed', 'Impact assessment', 'Notice to staff', 'Exchange rules', 'heed-backstop.ps1', 'Nothing is said to anybody (monitor-only)',
    'When Outlook cannot reach Heed', 'Check this host', 'Save manifest.xml', 'The manifest that is deployed now', 'Nothing is wrong.', 'addresses are as Outlook needs them.',
  ]) {
    expect([shown, words.includes(shown)]).toEqual([shown, true]);
    expect([shown, sources.includes(shown)]).toEqual([shown, true]);
  }
});

test('what it says a check answers is what the checks answer', () => {
  const sources = ['deployment', 'publishing', 'hosted', 'cli'].flatMap((room) => fs.readdirSync(path.join(root, 'src', room)).filter((name) => name.endsWith('.ts')).map((name) => fs.readFileSync(path.join(root, 'src', room, name), 'utf8'))).join('\n');
  const words = guide.replace(/\s+/g, ' ');
  for (const said of ['is not the file of this version', 'is of another version', 'only some of the files were uploaded', 'this computer does not trust', 'signed with another key', 'and not looked at']) {
    expect([said, words.toLowerCase().includes(said)]).toEqual([said, true]);
    expect([said, sources.includes(said)]).toEqual([said, true]);
  }
});

test('it names files of the archive as they are called there, and the Node that the command needs', () => {
  const { engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
  const needed = engines.node.replace(/^>=/, '');
  for (const [, version] of guide.matchAll(/Node (\d[\d.]*\d)/g)) expect(version).toBe(needed);
  expect(guide).not.toMatch(/admin\.md|packs\.md|any-other-server\.md/);
});
