import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';
import { SERVED } from '../../src/deployment';

const root = path.resolve(__dirname, '..', '..');
const guide = fs.readFileSync(path.join(root, 'docs', 'admin.md'), 'utf8');

/** Every command that the guide gives, in blocks and in the text; a line that ends with a stroke goes on. */
const commands = [...guide.replace(/\\\n\s*/g, '').matchAll(/(?:^\s*|`)(?:node command\/heed\.cjs|heed) ([^`\n]+?)(?:\s{2,}#[^\n]*)?(?=`|$)/gm)].map((match) => match[1] as string);

async function usage(): Promise<string> {
  const out: string[] = [];
  await run(['help'], { packageFolder: root }, { out: (line) => out.push(line), err: () => undefined, stdin: Readable.from([]), folder: root });
  return out.join('\n');
}

test('the guide gives commands of every kind', () => {
  const kinds = new Set(commands.map((command) => command.split(' ').slice(0, command.startsWith('policy') ? 2 : 1).join(' ')));
  expect([...kinds].sort()).toEqual(['doctor', 'export', 'manifest', 'policy keygen', 'policy sign']);
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

test('it counts the addresses that are asked for: the files, and the page for help elsewhere', () => {
  expect(guide).toContain(`all ${SERVED.length + 1} addresses are as Outlook needs them`);
});

test('what it says is shown in the pane is what the pane says', () => {
  const english = fs.readFileSync(path.join(root, 'src', 'ui', 'languages', 'english.ts'), 'utf8');
  for (const words of ['Heed may not be checking', 'What works here', 'Make a trace', 'Copy the trace', 'Heed is being tried out', 'Sending is not checked in this Outlook']) {
    expect([words, guide.replace(/\s+/g, ' ').includes(words)]).toEqual([words, true]);
    expect([words, english.includes(words)]).toEqual([words, true]);
  }
});
