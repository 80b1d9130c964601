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

/** The licence of Heed and of everything that is in the archive, in full. */
export function licenceTexts(root, packages) {
  const parts = packages.map(({ name, version, licence, folder }) => {
    const files = fs.readdirSync(path.join(root, folder)).filter((file) => LICENCE_FILE.test(file)).sort();
    const texts = files.map((file) => fs.readFileSync(path.join(root, folder, file), 'utf8').replace(/\r\n/g, '\n').trim());
    return `${name} ${version} (${licence})\n\n${texts.length === 0 ? 'The package has no licence file; the licence is the one it names.' : texts.join('\n\n')}`;
  });
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
