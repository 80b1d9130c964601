import fs from 'node:fs';
import path from 'node:path';
import { ASSUMPTIONS } from '../../src/demo/assumptions';

const ROOM = path.resolve(__dirname, '..', '..', 'src', 'demo');

function sources(folder: string): readonly string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? sources(file) : entry.name.endsWith('.ts') && entry.name !== 'assumptions.ts' ? [fs.readFileSync(file, 'utf8')] : [];
  });
}

describe('what the simulator assumes about real clients', () => {
  const named = new Set(sources(ROOM).flatMap((text) => [...text.matchAll(/Assumption: ([a-z-]+)/g)].map(([, id]) => id ?? '')));

  test('every assumption that code leans on is written down', () => {
    expect([...named].filter((id) => !(id in ASSUMPTIONS))).toEqual([]);
  });

  test('every assumption written down is leaned on by code', () => {
    expect(Object.keys(ASSUMPTIONS).filter((id) => !named.has(id))).toEqual([]);
  });

  test('each says what, from where, and what would differ', () => {
    for (const { belief, source, ifWrong } of Object.values(ASSUMPTIONS)) {
      for (const sentence of [belief, source, ifWrong]) expect(sentence).toMatch(/^.{15,}\.$/);
    }
  });
});
