/*
 * Rewrites test/mail/<story>.report.json, and the sample outputs in README.md and docs/admin.md, from what Heed says today. The diff is the
 * review. `--check` writes nothing and fails when one differs.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { adminTranscript } from './deployment/admin-transcript.mjs';

const { load, projectRoot } = createRequire(import.meta.url)('../src/cli/launcher.cjs');
const { run } = load('cli/main');
const folder = path.join(projectRoot, 'test', 'mail');

async function linesOf(args) {
  const lines = [];
  const io = { out: (line) => lines.push(line), err: (line) => lines.push(line), stdin: process.stdin, folder };
  await run(args, { packageFolder: projectRoot }, io);
  return lines;
}

/** The policy a story is told under: the name before its first hyphen when that is a pack's, else the default. */
const policyOf = (story) => (story.startsWith('teal-') ? 'teal' : 'laat');

const outputs = new Map();
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.eml')).sort()) {
  const story = file.slice(0, -4);
  const [line] = await linesOf(['check', '--json', '--policy', policyOf(story), file]);
  outputs.set(path.join(folder, `${story}.report.json`), `${JSON.stringify(JSON.parse(line), null, 2)}\n`);
}

const readme = path.join(projectRoot, 'README.md');
if (fs.existsSync(readme)) {
  const text = fs.readFileSync(readme, 'utf8');
  const lines = (await linesOf(['check', 'sen-register-to-gmail.eml'])).join('\n').trimEnd().replace(/^sen-register/, 'test/mail/sen-register').split('\n');
  const shown = ['$ npx heed check test/mail/sen-register-to-gmail.eml', ...lines];
  outputs.set(readme, text.replace(/(<!-- output -->)[\s\S]*?(<!-- \/output -->)/, (whole, start, end) => `${start}\n\n\`\`\`text\n${shown.join('\n')}\n\`\`\`\n\n${end}`));
}

const guide = path.join(projectRoot, 'docs', 'admin.md');
const transcript = (await adminTranscript(load, projectRoot)).join('\n');
outputs.set(guide, fs.readFileSync(guide, 'utf8').replace(/(<!-- output -->)[\s\S]*?(<!-- \/output -->)/, (whole, start, end) => `${start}\n\n\`\`\`text\n${transcript}\n\`\`\`\n\n${end}`));

const isCheck = process.argv.includes('--check');
const changed = [];
for (const [file, text] of outputs) {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) continue;
  changed.push(path.relative(projectRoot, file));
  if (!isCheck) fs.writeFileSync(file, text);
}
if (isCheck && changed.length > 0) {
  console.error(`Differ from what Heed says today: ${changed.join(', ')}. Run npm run golden and read the diff.`);
  process.exitCode = 1;
} else console.log(changed.length === 0 ? 'Nothing changed.' : `Rewritten: ${changed.join(', ')}.`);
