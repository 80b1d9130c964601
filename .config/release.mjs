/*
 * `npm run release`: one archive with all an administrator needs, into release/. The same sources give the same bytes:
 * times come from SOURCE_DATE_EPOCH or the commit, and nothing is in it that depends on the machine.
 *   node .config/release.mjs [--out FOLDER]
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { guidePage } from './release-guide.mjs';
import { billOfMaterials, licenceTexts, shippedPackages } from './release-packages.mjs';

process.on('uncaughtException', (error) => {
  console.error(`npm run release: ${error.message}`);
  process.exit(2);
});

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const { values } = parseArgs({ options: { out: { type: 'string', default: path.join(root, 'release') } } });

// Said before the minute that building takes.
try {
  fs.mkdirSync(values.out, { recursive: true });
  fs.accessSync(values.out, fs.constants.W_OK);
} catch (error) {
  throw new Error(`--out: nothing can be written into ${values.out} (${error.code}). Choose another folder.`);
}

/** Seconds since 1970 that every file of the archive bears. */
function sourceTime() {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given !== undefined && !/^\d{1,11}$/.test(given)) throw new Error(`SOURCE_DATE_EPOCH=${given} is no number of seconds since 1970. Write one, or leave it out.`);
  if (given !== undefined) return Number(given);
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return Date.UTC(2026, 0, 1) / 1000;
  }
}

const time = sourceTime();
console.error('Building the add-in, its pages and the command. This takes a minute, and several on a busy machine.');
process.env.SOURCE_DATE_EPOCH = String(time);
process.chdir(root);

const stage = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-release-'));
process.on('exit', () => fs.rmSync(stage, { recursive: true, force: true }));
const site = path.join(stage, 'site');
const command = path.join(stage, 'command');
process.env.HEED_DIST = site;

function build(configs) {
  const webpack = require('webpack');
  return new Promise((resolve, reject) => {
    webpack(configs, (error, stats) => {
      if (error !== null) return reject(error);
      if (stats.hasErrors()) return reject(new Error(stats.toString({ all: false, errors: true })));
      return resolve(stats);
    });
  });
}

/** Every file below a folder, by its path with slashes, in order. */
function filesBelow(folder, inside = '') {
  return fs
    .readdirSync(path.join(folder, inside), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(folder, `${inside}${entry.name}/`) : [`${inside}${entry.name}`]))
    .sort();
}

function write(name, content) {
  const file = path.join(stage, ...name.split('/'));
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

const copy = (from, to) => write(to, fs.readFileSync(path.join(root, from)));

const { load } = require('../src/cli/launcher.cjs');
const { nginxFile, staticWebApp, sumsFile, webConfig } = load('deployment/index');
const { buildIn } = load('deployment/site-scripts');

const stats = await build([...(await require('../webpack.config.js')({ afresh: true })), require('./command.webpack.cjs')(command)]);
console.error('Packing the archive.');

// The archive belongs to no host yet: its manifest is written when there is one.
fs.rmSync(path.join(site, 'manifest.xml'));
// A private key is chosen on this page: it is opened from the archive, and no server hands it out.
fs.renameSync(path.join(site, 'publish.html'), path.join(stage, 'publish.html'));

// What a host hands out is held against it. The settings of a site are written later, and its front page may be somebody's own.
const lasting = filesBelow(site).filter((file) => /\.(?:js|html)$/.test(file) && !['site.js', 'index.html'].includes(file));
const siteText = (file) => fs.readFileSync(path.join(site, file), 'utf8');
write('site/sums.json', await sumsFile(buildIn(siteText('launchevent.js')), Object.fromEntries(lasting.map((file) => [`/${file}`, siteText(file)]))));

const served = filesBelow(site).map((file) => `/${file}`);
const hashed = served.filter((file) => /\.[0-9a-f]{8,32}\.(?:js|css|woff2)$/.test(file));
write('servers/nginx.conf', nginxFile());
write('site/web.config', webConfig(hashed, served.filter((file) => file.endsWith('.html'))));
write('site/staticwebapp.config.json', `${JSON.stringify(staticWebApp(hashed), null, 2)}\n`);

// What judges a policy owner's patterns is started as a package of its own; its faster binaries stay behind.
for (const name of ['recheck', 'synckit', 'tslib', '@pkgr/core']) {
  const folder = [`node_modules/recheck/node_modules/${name}`, `node_modules/${name}`].find((each) => fs.existsSync(path.join(root, each)));
  if (folder !== undefined) fs.cpSync(path.join(root, folder), path.join(command, 'node_modules', name), { recursive: true, filter: (from) => path.basename(from) !== 'node_modules' });
}
copy('manifest.xml', 'command/manifest.xml');
for (const picture of ['unified-color.png', 'unified-outline.png']) copy(`assets/${picture}`, `command/assets/${picture}`);
// What the command says of itself; how it was built is nothing to whoever runs it.
const { name: product, description, license, engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
write('command/package.json', `${JSON.stringify({ name: product, version, description, license, private: true, engines }, null, 2)}\n`);
for (const pack of fs.readdirSync(path.join(root, 'src/policy/packs')).sort()) {
  if (pack.endsWith('.json')) copy(`src/policy/packs/${pack}`, `packs/${pack}`);
}
copy('docs/policy.schema.json', 'packs/policy.schema.json');
for (const academy of fs.readdirSync(path.join(root, 'docs/academies')).sort()) copy(`docs/academies/${academy}`, `packs/academies/${academy}`);
copy('CHANGELOG.md', 'CHANGELOG.md');
copy('LICENSE', 'LICENSE');

const GUIDES = [['docs/admin.md', 'admin.html'], ['docs/packs.md', 'packs/packs.html'], ['docs/servers.md', 'servers/any-other-server.html']];
const named = [...filesBelow(stage), ...GUIDES.map(([, page]) => page)];
for (const [from, page] of GUIDES) write(page, guidePage(fs.readFileSync(path.join(root, from), 'utf8'), page, named));

const packages = shippedPackages(root, stats, path.join(command, 'node_modules'));
write('LICENCES.txt', licenceTexts(root, packages));
write('sbom.cdx.json', billOfMaterials(root, packages, time));

const sums = filesBelow(stage).map((file) => `${createHash('sha256').update(fs.readFileSync(path.join(stage, file))).digest('hex')}  ${file}`);
write('SHA256SUMS', `${sums.join('\n')}\n`);

// The zip format has local times: what is UTC here is written as if it were.
const utc = new Date(time * 1000);
const mtime = new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate(), utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds());
const name = `heed-${version}`;
const entries = Object.fromEntries(filesBelow(stage).map((file) => [`${name}/${file}`, [new Uint8Array(fs.readFileSync(path.join(stage, file))), { mtime, level: 9 }]]));
const archive = zipSync(entries);
fs.writeFileSync(path.join(values.out, `${name}.zip`), archive);
const sum = createHash('sha256').update(archive).digest('hex');
fs.writeFileSync(path.join(values.out, `${name}.zip.sha256`), `${sum}  ${name}.zip\n`);
console.log(`${path.relative(process.cwd(), path.join(values.out, `${name}.zip`))}: ${Object.keys(entries).length} files, ${(archive.length / 1024).toFixed(0)} KB, ${packages.length} packages in it`);
console.log(`SHA-256 ${sum}`);
