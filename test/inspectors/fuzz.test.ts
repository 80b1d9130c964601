import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspectBytes } from './inspecting';
import { makeRandom, mutate } from './mutate';

// A small run of what `npm run fuzz` does at length: the checked-in files, changed at random from a fixed seed.

const COUNT = 400;
const SEED = 20261122;
const LARGEST = 200_000;

function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? listFiles(path) : [path];
    });
}

const files = listFiles(join(__dirname, 'files'))
  .filter((path) => !/\.(sh|py|mjs|ts)$/.test(path) && statSync(path).size <= LARGEST)
  .map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }));

test('there are files to change', () => {
  expect(files.length).toBeGreaterThan(40);
});

test(`${COUNT} changed files are all answered, and none by a bug caught at the last moment`, () => {
  const random = makeRandom(SEED);
  const failures: string[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    const file = files[Math.floor(random() * files.length)]!;
    const other = files[Math.floor(random() * files.length)]!;
    const inspection = inspectBytes('file', mutate(file.bytes, other.bytes, SEED + index));
    if ((inspection.contentReason ?? '').startsWith('Reading it failed'))
      failures.push(`${file.path}, seed ${SEED + index}: ${inspection.contentReason}`);
  }
  expect(failures).toEqual([]);
});
