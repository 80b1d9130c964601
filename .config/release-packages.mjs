/* Which packages a build has in it, with their licences, and the bill of materials of exactly these. */
import fs from 'node:fs';
import path from 'node:path';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The names of every module that was built, those inside joined ones too. */
function moduleNames(modules = []) {
  return modules.flatMap((module) => [module.nameForCondition ?? '', ...moduleNames(module.modules)]);
}

/** The folders of the packages that lie in a `node_modules` as they are, as the project has them. */
function copiedPackages(root, modules) {
  const names = fs.readdirSync(modules).flatMap((name) => (name.startsWith('@') ? fs.readdirSync(path.join(modules, name)).map((inner) => `${name}/${inner}`) : [name]));
  return names.map((name) => [`node_modules/recheck/node_modules/${name}`, `node_modules/${name}`].map((each) => path.join(root, each)).find((each) => fs.existsSync(each)));
}

/** `{ name, version, licence, folder }` of each package that something was taken from or that was copied, in order of name. */
export function shippedPackages(root, stats, copied) {
  const { children } = stats.toJson({ all: false, modules: true, nestedModules: true, cachedModules: true, modulesSpace: Infinity, nestedModulesSpace: Infinity, runtimeModules: false, dependentModules: true });
  const folders = new Set(copiedPackages(root, copied));
  for (const file of children.flatMap(({ modules }) => moduleNames(modules))) {
    const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file);
    if (match !== null) folders.add(match[1]);
  }
  return [...folders]
    .map((folder) => {
      const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
      return { name, version, licence: license ?? 'unknown', folder: path.relative(root, folder) };
    })
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** The text that every package under the MIT licence means, for those that only name it. */
const MIT_TEXT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** A package's licence: its own file, else what its README says of it, else the words of the licence that it names. */
function licenceOf(folder, licence) {
  const read = (file) => fs.readFileSync(path.join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  const files = fs.readdirSync(folder);
  const own = files.filter((file) => LICENCE_FILE.test(file)).sort();
  if (own.length > 0) return own.map(read).join('\n\n');
  const readme = files.find((file) => /^readme\.md$/i.test(file));
  const section = readme === undefined ? undefined : /^#+ *licen[cs]e\s*\n([\s\S]*?)(?=^#|(?![\s\S]))/im.exec(read(readme))?.[1];
  if (section !== undefined && /permission is hereby granted/i.test(section)) return section.trim();
  const { author } = JSON.parse(read('package.json'));
  const holder = (typeof author === 'string' ? author : (author?.name ?? '')).replace(/\s*[<(].*$/, '');
  if (licence !== 'MIT' || holder === '') throw new Error(`${folder} has no licence text that could go with it. Leave it out of the archive, or write its licence here.`);
  return `The MIT License\n\nCopyright (c) ${holder}\n\n${MIT_TEXT}`;
}

/** The licence of Heed and of everything that is in the archive, in full. */
export function licenceTexts(root, packages) {
  const parts = packages.map(({ name, version, licence, folder }) => `${name} ${version} (${licence})\n\n${licenceOf(path.join(root, folder), licence)}`);
  const line = `\n\n${'-'.repeat(100)}\n\n`;
  return `${[`Heed\n\n${fs.readFileSync(path.join(root, 'LICENSE'), 'utf8').trim()}`, ...parts].join(line)}\n`;
}

/** The same list for machines, with the hash that npm pinned each package by. CycloneDX 1.6, in an order that never changes. */
export function billOfMaterials(root, packages, time) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const component = (type, part) =>
    new Models.Component(type, part.name, {
      bomRef: `${part.name}@${part.version}`,
      version: part.version,
      licenses: new Models.LicenseRepository([new Models.LicenseExpression(part.licence)]),
      purl: `pkg:npm/${part.name.replace('@', '%40')}@${part.version}`,
      hashes: new Models.HashDictionary(hashesOf(lock[part.folder.split(path.sep).join('/')])),
    });
  const ours = component(Enums.ComponentType.Application, { name, version, licence: license, folder: '' });
  const bom = new Models.Bom({ metadata: new Models.Metadata({ timestamp: new Date(time * 1000), component: ours }) });
  for (const part of packages) {
    const shipped = component(Enums.ComponentType.Library, part);
    bom.components.add(shipped);
    ours.dependencies.add(shipped.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/** npm writes `sha512-` and base64; the bill has hexadecimal. */
function hashesOf(entry) {
  const base64 = /^sha512-(.+)$/.exec(entry?.integrity ?? '')?.[1];
  return base64 === undefined ? [] : [[Enums.HashAlgorithm['SHA-512'], Buffer.from(base64, 'base64').toString('hex')]];
}
