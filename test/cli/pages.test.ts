import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '..', '..');
const PAGES = ['README.md', 'docs/packs.md', 'docs/studio.md', 'docs/adding-a-rule.md', 'docs/attachments.md', 'docs/detectors.md'];

/** The arguments of each `npx heed …` in the blocks of a page that are there to be copied, without what is said beside it. */
function commandsOf(page: string): readonly (readonly string[])[] {
  const text = fs.readFileSync(path.join(root, page), 'utf8');
  const blocks = [...text.matchAll(/^```[a-z]*\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block).join('');
  return [...blocks.matchAll(/npx heed (.+)/g)].map(([, said = '']) => (said.split(/\s+#\s|\s{2,}/)[0] ?? '').trim().split(' '));
}

/** The project as a reader has it, with what the pages say to make and to bring. */
let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-pages-'));
  for (const name of ['src', 'test', 'docs']) fs.symlinkSync(path.join(root, name), path.join(folder, name), 'dir');
  fs.copyFileSync(path.join(root, 'src/policy/packs/laat.json'), path.join(folder, 'my-pack.json'));
  fs.cpSync(path.join(root, 'test/mail/ordinary.eml'), path.join(folder, 'archive', 'ordinary.eml'));
  fs.writeFileSync(path.join(folder, 'academies.csv'), 'id,name\noakfield,Oakfield Primary School\n');
  fs.writeFileSync(path.join(folder, 'parents.csv'), 'name,address\nA,j.example.parent@home.example\n');
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const shown = PAGES.flatMap((page) => commandsOf(page).map((words) => [page, words.join(' '), words] as const));

test('the pages show commands', () => {
  expect(shown.length).toBeGreaterThan(15);
});

// A database is started by the tests of the queue alone.
test.each(shown.filter(([, command]) => !command.includes('--queue')))('%s: npx heed %s does what it says', async (_page, _command, words) => {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), stdin: Readable.from([Buffer.from('UPN H801200001001')]), folder };
  const code = await run(words, { packageFolder: root }, io);
  // A send that is stopped is an answer too.
  expect([code === 2, code === 2 ? err : []]).toEqual([false, []]);
  expect(out).not.toEqual([]);
});
