/* Lints texts as if they stood in a room. Reads [{ room, source }] from standard input, answers a list of messages each. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: path.join(root, '.config', 'eslint.config.mjs'),
  overrideConfig: [tseslint.configs.disableTypeChecked],
});
const answers = [];
for (const { room, source } of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  const [result] = await eslint.lintText(source, { filePath: path.join(root, 'src', room, 'breaks-the-wall.ts') });
  answers.push((result?.messages ?? []).map(({ message }) => message));
}
console.log(JSON.stringify(answers));
