import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: { readonly [name: string]: string };
}

const lock = JSON.parse(read('package-lock.json')) as { readonly packages: { readonly [place: string]: LockEntry } };
const manifest = JSON.parse(read('package.json')) as { readonly [section: string]: { readonly [name: string]: string } };

test('every system finds its binaries in the lock file', () => {
  const places = Object.keys(lock.packages);
  const missing = places.flatMap((place) =>
    Object.keys(lock.packages[place]?.optionalDependencies ?? {})
      .filter((name) => !places.some((other) => other.endsWith(`node_modules/${name}`)))
      .map((name) => `${place} wants ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http') === true)).toEqual([]);
});

test('every dependency is pinned, and Microsoft’s library is for development alone', () => {
  for (const section of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(manifest[section] ?? {})) expect(`${name} ${version}`).toMatch(/ (?:npm:.*@)?\d+\.\d+\.\d+$/);
  }
  expect(Object.keys(manifest['dependencies'] ?? {})).not.toContain('@microsoft/office-js');
  expect(Object.keys(manifest['devDependencies'] ?? {})).toContain('@microsoft/office-js');
});

test('npm runs nobody’s install scripts', () => {
  expect(read('.npmrc')).toContain('ignore-scripts=true');
});
