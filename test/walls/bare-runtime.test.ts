import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

/** Compiles one text as if it stood in a bare room, and answers what the compiler says. */
function compile(source: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-wall-'));
  fs.writeFileSync(path.join(folder, 'breaks.ts'), source);
  fs.writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: path.join(root, '.config', 'tsconfig.runtime.json'),
      include: [path.join(root, 'src', 'runtime.d.ts'), path.join(folder, 'breaks.ts')],
    }),
  );
  try {
    execFileSync(process.execPath, [path.join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test('what every runtime has compiles', () => {
  expect(compile('export const later = setTimeout(() => console.log([1].includes(1)), 1);')).toBe('');
});

test('what classic Outlook lacks does not compile', () => {
  const names = ['document', 'window', 'process', 'Buffer', 'TextDecoder', 'URL', 'crypto', 'atob', 'localStorage', 'structuredClone', 'queueMicrotask'];
  const said = compile(names.map((name, index) => `export const v${index} = ${name};`).join('\n'));
  for (const name of names) expect(said).toContain(`'${name}'`);
});

test('library functions newer than ES2016 do not compile', () => {
  const said = compile("export const a = Object.entries({}); export const b = 'x'.padStart(2); export const c = [[1]].flat(); export const d = 'x'.matchAll(/x/g);");
  for (const name of ['entries', 'padStart', 'flat', 'matchAll']) expect(said).toContain(`'${name}'`);
});

const broken: readonly (readonly [name: string, room: string, source: string, said: string])[] = [
  ['Intl', 'text', 'export const a = Intl;', 'Intl'],
  ['BigInt', 'text', 'export const a = BigInt(1);', 'BigInt'],
  ['normalize', 'text', "export const a = 'é'.normalize('NFC');", 'normalize()'],
  ['localeCompare', 'text', "export const a = 'a'.localeCompare('b');", 'localeCompare()'],
  ['toLocaleString', 'text', 'export const a = (1).toLocaleString();', 'toLocale'],
  ['property escapes', 'text', 'export const a = /\\p{L}/u;', '\\p{'],
  ['lookbehind', 'text', 'export const a = /(?<=a)b/;', 'Lookbehind'],
  ['named groups', 'text', 'export const a = /(?<year>a)b/;', 'Named groups'],
  ['the s flag', 'text', 'export const a = /a.b/s;', 'flag'],
  ['the machine’s clock in a rule', 'rules', 'export const a = Date.now();', 'told the time'],
  ['the machine’s date in a rule', 'rules', 'export const a = new Date();', 'told the time'],
  ['Office outside src/outlook', 'formatters', 'export const a = Office.context;', 'Only src/outlook names Office'],
  ['Office where the handlers are named', 'launchevent', 'export const a = Office.actions;', 'Only src/outlook names Office'],
  ['Office in the pane', 'taskpane', 'export const a = Office.context;', 'Only src/outlook names Office'],
  ['a second place that completes an event', 'outlook', 'export const a = (event: { completed(): void }): void => event.completed();', 'Only src/outlook/answer.ts completes an event'],
  ['lookbehind at a send', 'outlook', 'export const a = /(?<=a)b/;', 'Lookbehind'],
  ['chance in a rule', 'rules', 'export const a = Math.random();', 'same answer'],
];

describe('lint refuses what the compiler cannot see', () => {
  let answers: readonly (readonly string[])[];
  beforeAll(() => {
    const texts = [
      ...broken.map(([, room, source]) => ({ room, source })),
      { room: 'text', source: "export const a: string = 'a'.toLowerCase();\n" },
      { room: 'outlook', source: 'export const a: unknown = Office.context;\n' },
    ];
    const said = execFileSync(process.execPath, [path.join(__dirname, 'lint-texts.mjs')], { input: JSON.stringify(texts), encoding: 'utf8' });
    answers = JSON.parse(said) as typeof answers;
  }, 60_000);

  test.each(broken.map(([name, , , said], index) => [name, said, index] as const))('%s', (_name, said, index) => {
    expect((answers[index] ?? []).join('\n')).toContain(said);
  });

  test('and nothing that a bare room may do', () => {
    expect(answers.slice(broken.length)).toEqual([[], []]);
  });
});
