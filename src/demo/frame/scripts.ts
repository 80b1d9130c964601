import fs from 'node:fs';
import path from 'node:path';
import { transformFileSync } from '@swc/core';

const made = new Map<string, string>();

/** A script of this folder as plain JavaScript, for a page or a bare engine. Made once per process. */
export function frameScript(name: 'msajax-stand-in' | 'shape-client', folder: string): string {
  const file = path.join(folder, 'frame', `${name}.ts`);
  const key = `${file}:${fs.statSync(file).mtimeMs}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const { code } = transformFileSync(file, {
    swcrc: false,
    configFile: false,
    isModule: false,
    jsc: { target: 'es2020', parser: { syntax: 'typescript' } },
  });
  made.set(key, code);
  return code;
}
