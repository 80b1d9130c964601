/*
 * `npm run new-rule -- late-reply`: lays out a rule and its cases, ready to be made red and then green, and adds it to the
 * list. Refuses an id that is taken or is not a noun phrase in kebab-case. `docs/adding-a-rule.md` says what to do next.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.HEED_ROOT ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const id = process.argv[2] ?? '';
const camel = id.replace(/-([a-z])/g, (whole, letter) => letter.toUpperCase());
const rulePath = path.join(root, 'src', 'rules', `${id}.ts`);
const casesPath = path.join(root, 'test', 'rules', `${id}.cases.ts`);
const indexPath = path.join(root, 'src', 'rules', 'index.ts');

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}

if (!/^[a-z]+(?:-[a-z]+)+$/.test(id)) {
  stop(`“${id}” is not a rule id. It is two or more lower-case words joined by hyphens that complete “allow ___”, such as late-reply.`);
}
if (fs.existsSync(rulePath)) stop(`src/rules/${id}.ts is there already. Choose another id, or edit that rule.`);

const rule = `import * as v from 'valibot';
import { defineRule } from '../domain';
import type { Finding } from '../domain';

type Situation = 'plain';

export const ${camel} = defineRule({
  id: '${id}',
  title: 'The state the draft is in, in a few words',
  why: 'Why it matters, in one sentence for the person who reads the docs.',
  tips: {
    plain: {
      saw: 'What we saw, quoting {value}.',
      advice: 'what to do now.',
      brief: 'The same in one short sentence.',
    },
  },
  allowances: { value: 40 },
  situations: { plain: 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['subject'],
  wants: [],
  options: v.strictObject({}),
  check: ({ subject }): readonly Finding<Situation>[] => {
    if (subject !== 'Make the first case red') return [];
    return [
      {
        situation: 'plain',
        values: { value: subject },
        evidence: [{ where: 'Subject', masked: subject }],
        concerns: ['subject'],
      },
    ];
  },
});
`;

const cases = `import type { RuleCases } from '../story';

export const cases: RuleCases = {
  finds: [{ name: 'the incident that asked for this rule', draft: { subject: 'Make the first case red' }, situations: ['plain'] }],
  clears: [{ name: 'an ordinary draft', draft: {} }],
};
`;

const index = fs.readFileSync(indexPath, 'utf8');
const withImport = index.replace(/((?:^import \{ \w+ \} from '\.\/[a-z-]+';\n)+)/m, `$1import { ${camel} } from './${id}';\n`);
const withEntry = withImport.replace(/(export const rules[^=]*= \[[\s\S]*?)\n\];/, `$1\n  ${camel},\n];`);
if (withImport === index || withEntry === withImport) stop('src/rules/index.ts has another shape than this script knows. Add the rule to it by hand.');

fs.writeFileSync(rulePath, rule);
fs.writeFileSync(casesPath, cases);
fs.writeFileSync(indexPath, withEntry);
console.log(`Laid out src/rules/${id}.ts and test/rules/${id}.cases.ts, and added the rule to src/rules/index.ts.`);
console.log('Next: write the cases, see them fail, write the rule, add it to the packs, then npm run docs.');
