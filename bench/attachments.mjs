/*
 * Reading attachments, in MB of input a second of CPU time, beside what others do with the same bytes, in one run:
 * inflating alone (the physical limit of zipped formats), inflating and stripping tags, SheetJS, unpdf and officeParser.
 * The files are those of ../shared/corpus/files that the other tool can open, when they are there, and a media-heavy document
 * of 25 MB made here. `node bench/attachments.mjs --no-peers` leaves the peers out; otherwise they are installed into
 * bench/peers first. `--jitless` runs the same without a JIT, as in an engine that has none. Inflating alone inflates all that
 * is in a file, pictures too; Heed inflates what it reads, but also reads whatever files are inside the file, such as a PDF in a
 * document. So two more figures stand beside it: inflating the markup alone, and the files that have no others inside. Each figure is a median of rounds after both tools have been warmed up alike. A round goes through the files
 * several times, so that most of the memory a tool leaves behind is cleared in its own time and not in the other's. The
 * first pass of all, in which nothing is compiled yet, is told apart.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const isJitless = process.execArgv.includes('--jitless');

if (process.argv.includes('--jitless') && !isJitless) {
  const { status } = spawnSync(process.execPath, ['--jitless', fileURLToPath(import.meta.url), '--no-peers'], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const { load, projectRoot } = require('../src/cli/launcher.cjs');
const { unzipSync, zipSync, strFromU8 } = require('fflate');
const { inspectFile } = load('check');
const { allReaders: readers } = load('inspectors/all-readers');

/** Rounds that count, and before them rounds in which the engine compiles both tools: as many as fit into the time, none of which counts. */
const ROUNDS = isJitless ? 3 : 15;
const PASSES = isJitless ? 1 : 4;
const MOST_WARM_UP_ROUNDS = isJitless ? 1 : 100;
const WARM_UP = 2500;
/** A file that some peer needs more than this for is left out of that peer's sum, and said. */
const SLOW = 20_000;
/** A pass longer than this, in milliseconds, is a round by itself. */
const SLOW_PASS = 500;

function peers() {
  if (process.argv.includes('--no-peers') || isJitless) return {};
  const folder = path.join(here, 'peers');
  if (!fs.existsSync(path.join(folder, 'node_modules'))) {
    console.log('Installing the peers into bench/peers …');
    spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
  }
  const peerRequire = createRequire(path.join(folder, 'package.json'));
  return { xlsx: peerRequire('xlsx'), officeparser: peerRequire('officeparser'), unpdf: peerRequire.resolve('unpdf') };
}

const { xlsx, officeparser, unpdf: unpdfPath } = peers();
const unpdf = unpdfPath === undefined ? null : await import(unpdfPath);

const heed = { name: 'Heed', run: (bytes, name) => inspectFile(name, bytes, { readers }) };
const inflateOnly = { name: 'inflate alone', run: (bytes) => unzipSync(bytes) };
const inflatePlain = { ...inflateOnly, name: 'the same, none inside', isPlainOnly: true };
const inflateMarkup = { name: 'inflate the markup', run: (bytes) => unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels|vml)$/i.test(name) }) };
const tagStrip = {
  name: 'inflate and strip tags',
  run: (bytes) => {
    const entries = unzipSync(bytes);
    let length = 0;
    for (const name of Object.keys(entries)) if (/\.xml$/.test(name)) length += strFromU8(entries[name]).replace(/<[^<>]*>/g, ' ').length;
    return length;
  },
};
const sheetJs = xlsx && { name: 'SheetJS', run: (bytes) => { const book = xlsx.read(bytes, { type: 'array' }); return book.SheetNames.map((name) => xlsx.utils.sheet_to_csv(book.Sheets[name])).join(''); } };
const officeParser = officeparser && { name: 'officeParser', run: (bytes) => officeparser.parseOffice(Buffer.from(bytes)) };
const unpdfTool = unpdf && { name: 'unpdf', run: async (bytes) => { const pdf = await unpdf.getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }); return unpdf.extractText(pdf, { mergePages: true }); } };

const FORMATS = [
  { format: 'docx', tools: [heed, inflateOnly, inflatePlain, inflateMarkup, tagStrip, officeParser] },
  { format: 'xlsx', tools: [heed, inflateOnly, inflatePlain, inflateMarkup, tagStrip, sheetJs, officeParser] },
  { format: 'pptx', tools: [heed, inflateOnly, inflatePlain, inflateMarkup, tagStrip, officeParser] },
  { format: 'xls', tools: [heed, sheetJs] },
  { format: 'pdf', tools: [heed, unpdfTool, officeParser] },
];

async function cpuOf(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The files that a tool opens without an error, and the CPU time that Heed and the tool take for them, in turn. */
async function comparePair(files, tool) {
  const usable = [];
  for (const file of files) {
    try {
      const milliseconds = await cpuOf(() => tool.run(file.bytes, file.name));
      const isWanted = !tool.isPlainOnly || (await heed.run(file.bytes, file.name)).entries.length === 0;
      if (milliseconds <= SLOW && isWanted) usable.push(file);
    } catch {
      // A peer that refuses a file is measured on the others; the count says how many those are.
    }
  }
  const all = async (one) => {
    for (const file of usable) await one.run(file.bytes, file.name);
  };
  const wholeRound = async (one) => {
    for (let pass = 0; pass < passes; pass += 1) await all(one);
  };
  const first = await cpuOf(() => all(heed));
  const theirFirst = await cpuOf(() => all(tool));
  let spent = 0;
  for (let round = 0; round < MOST_WARM_UP_ROUNDS && spent < WARM_UP; round += 1) {
    spent += await cpuOf(() => all(heed));
    spent += await cpuOf(() => all(tool));
  }
  const passes = theirFirst > SLOW_PASS ? 1 : PASSES;
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push((await cpuOf(() => wholeRound(heed))) / passes);
    theirs.push((await cpuOf(() => wholeRound(tool))) / passes);
  }
  return { count: usable.length, bytes: usable.reduce((total, file) => total + file.bytes.length, 0), ours: median(ours), theirs: median(theirs), first, theirFirst };
}

function corpusFiles(format) {
  const folder = path.join(projectRoot, '..', 'shared', 'corpus', 'files');
  if (!fs.existsSync(folder)) return null;
  return fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.toLowerCase().endsWith(`.${format}`))
    .sort()
    .map((name) => ({ name: path.basename(name), bytes: new Uint8Array(fs.readFileSync(path.join(folder, name))) }));
}

/** A Word document of 25 MB that is nearly all pictures, as a newsletter is. */
function mediaHeavy() {
  const random = new Uint8Array(1024 * 1024);
  let state = 1;
  for (let index = 0; index < random.length; index += 1) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    random[index] = state >> 16;
  }
  random.set([0xff, 0xd8, 0xff, 0xe0]);
  const text = '<w:p><w:r><w:t>News of the term from every class.</w:t></w:r></w:p>'.repeat(2000);
  const parts = {
    '[Content_Types].xml': new TextEncoder().encode('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    'word/document.xml': new TextEncoder().encode(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text}</w:body></w:document>`),
  };
  for (let index = 0; index < 24; index += 1) parts[`word/media/image${index}.jpeg`] = [random, { level: 0 }];
  return zipSync(parts);
}

// The peers warn about damaged files on the console; only the figures are wanted here.
console.warn = () => {};
if (isJitless) console.log('Without a JIT:');
const officeTotals = new Map([[inflateOnly, { ours: 0, theirs: 0 }], [inflatePlain, { ours: 0, theirs: 0 }]]);
for (const { format, tools } of FORMATS) {
  const files = corpusFiles(format);
  if (files === null) {
    console.log(`${format}: not run, the corpus is not beside the project`);
    continue;
  }
  console.log(`${format}: ${files.length} files, ${ROUNDS} rounds, medians of CPU time, each pair on the files the other tool opens`);
  for (const tool of tools.filter((one) => one && one !== heed)) {
    const { count, bytes, ours, theirs, first, theirFirst } = await comparePair(files, tool);
    if (count === 0) {
      console.log(`  ${tool.name.padEnd(24)} opens none of them here`);
      continue;
    }
    const total = officeTotals.get(tool);
    if (total !== undefined) {
      total.ours += ours;
      total.theirs += theirs;
    }
    const speed = (milliseconds) => (bytes / 1e6 / (milliseconds / 1000)).toFixed(1).padStart(7);
    const ratio = (ours / theirs).toFixed(2);
    console.log(`  ${tool.name.padEnd(24)} ${String(count).padStart(4)} files  Heed ${speed(ours)} MB/s  other ${speed(theirs)} MB/s  Heed takes ${ratio} of its time (first pass ${(first / theirFirst).toFixed(2)})`);
  }
}

for (const [tool, { ours, theirs }] of officeTotals) {
  const which = tool.isPlainOnly ? ', without those that have files inside' : '';
  if (theirs > 0) console.log(`docx, xlsx and pptx together${which}: Heed takes ${(ours / theirs).toFixed(2)} of the time of inflating alone`);
}

const large = mediaHeavy();
const wholeTime = [];
let longest = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  let last = performance.now();
  const start = last;
  await inspectFile('newsletter.docx', large, {
    pause: () => {
      longest = Math.max(longest, performance.now() - last);
      return new Promise((resolve) => setTimeout(() => { last = performance.now(); resolve(); }, 0));
    },
  });
  longest = Math.max(longest, performance.now() - last);
  wholeTime.push(performance.now() - start);
}
console.log(`media-heavy docx of ${(large.length / 1e6).toFixed(0)} MB: ${median(wholeTime).toFixed(0)} ms in all, longest stretch without a pause ${longest.toFixed(0)} ms`);
