import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { transformFileSync } from '@swc/core';

/** The cases of one rule, from its TypeScript file, which imports types and packages only; null when it has none. */
export function loadCases(root, ruleId) {
  const file = path.join(root, 'test', 'rules', `${ruleId}.cases.ts`);
  if (!fs.existsSync(file)) return null;
  const { code } = transformFileSync(file, {
    swcrc: false,
    configFile: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const module = { exports: {} };
  vm.runInNewContext(code, { module, exports: module.exports, require: createRequire(import.meta.url), Uint8Array, Array, TextEncoder }, { filename: file });
  return module.exports.cases;
}
