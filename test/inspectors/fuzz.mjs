// Changes files at random and inspects them, to find what throws, hangs or takes too much memory:
//   node test/inspectors/fuzz.mjs [--count 20000] [--seed 1] [--match TEXT] [--only INDEX] [--write FOLDER]
// Takes the checked-in files and, if it is there, the corpus of real files beside the repository. The same seed makes the same changes;
// --match takes only files whose path has one of the texts, parted by commas; --only runs one number again; --write keeps the changed files
// of all problems, or of that one.
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProduct } from './corpus.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const corpus = join(here, '..', '..', '..', 'shared', 'corpus', 'files');
const LARGEST = 3_000_000;
/** Milliseconds the inspectors are given, and after which they are taken to hang. */
const MAX_TIME = 3000;
const HANG = 5000;
const MEGABYTE = 1024 * 1024;

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? fallback : process.argv[at + 1];
}
const count = Number(option('count', 20000));
const seed = Number(option('seed', 1));
const only = option('only', null);
const writeTo = option('write', null);
const match = option('match', '').split(',');

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function listInputs() {
  const own = listFiles(join(here, 'files')).filter((path) => !/\.(sh|py|mjs|ts)$/.test(path));
  const real = existsSync(corpus) ? listFiles(corpus).filter((path) => !path.endsWith('labels.csv')) : [];
  return [...own, ...real].filter((path) => statSync(path).size <= LARGEST && match.some((text) => path.includes(text)));
}

/** The file that the given number of the run stands for. */
function makeCase(inputs, index, { makeRandom, mutate }) {
  const random = makeRandom((seed * 1_000_003 + index) >>> 0);
  const path = inputs[Math.floor(random() * inputs.length)];
  const other = inputs[Math.floor(random() * inputs.length)];
  const read = (file) => new Uint8Array(readFileSync(file));
  return { path, bytes: mutate(read(path), read(other), Math.floor(random() * 2 ** 32)) };
}

function runWorker(from, to) {
  const { inspectFile, finish } = loadProduct('src/inspectors/inspect-file.ts');
  const { allReaders: readers } = loadProduct('src/inspectors/all-readers.ts');
  const { inspectors } = loadProduct('src/inspectors/index.ts');
  const { makeBudget, DEFAULT_LIMITS } = loadProduct('src/inspectors/budget.ts');
  const mutation = loadProduct('test/inspectors/mutate.ts');
  const inputs = listInputs();
  let stack = null;
  for (const inspector of [...inspectors, ...readers.inspectors]) {
    const inspect = inspector.inspect.bind(inspector);
    // The front door turns a throw into an answer; here its stack is wanted.
    inspector.inspect = function* (bytes, context) {
      try {
        return yield* inspect(bytes, context);
      } catch (error) {
        stack ??= error instanceof Error ? error.stack : String(error);
        throw error;
      }
    };
  }
  // The first run fills the caches that stay.
  finish(inspectFile('a.txt', new Uint8Array([97]), makeBudget({ ...DEFAULT_LIMITS, maxTime: MAX_TIME, clock: () => performance.now(), readers })));
  global.gc();
  const start = process.memoryUsage();
  const used = ({ heapUsed, external, arrayBuffers }) => heapUsed + Math.max(external, arrayBuffers);
  for (let index = from; index < to; index += 1) {
    const { path, bytes } = makeCase(inputs, index, mutation);
    if (used(process.memoryUsage()) - used(start) > 48 * MEGABYTE) global.gc();
    if (writeTo !== null && only !== null) writeFileSync(join(writeTo, `${index}.bin`), bytes);
    process.send({ index, path, begins: true });
    stack = null;
    const before = used(process.memoryUsage()) - bytes.length;
    let peak = 0;
    const began = performance.now();
    let answer = null;
    let problem = null;
    try {
      const inspecting = inspectFile(path.split('/').pop(), bytes, makeBudget({ ...DEFAULT_LIMITS, maxTime: MAX_TIME, clock: () => performance.now(), readers }));
      for (let step = inspecting.next(); ; step = inspecting.next()) {
        peak = Math.max(peak, used(process.memoryUsage()) - before);
        if (step.done) {
          answer = step.value;
          break;
        }
      }
    } catch (error) {
      problem = error instanceof Error ? error.stack : String(error);
    }
    const milliseconds = performance.now() - began;
    if (answer !== null && (answer.contentReason ?? '').startsWith('Reading it failed')) problem = stack ?? answer.contentReason;
    if (problem !== null && writeTo !== null) writeFileSync(join(writeTo, `${index}.bin`), bytes);
    process.send({ index, path, milliseconds, peak, problem, resident: process.resourceUsage().maxRSS * 1024, startResident: start.rss, verdict: answer && `${answer.format} ${answer.protection} ${answer.content}` });
  }
}

/** Runs the cases in a process of its own, so that one that hangs can be ended; goes on after it. */
async function run() {
  if (!existsSync(corpus)) console.warn('The corpus of real files is absent: only the checked-in files are changed.');
  if (writeTo !== null) mkdirSync(writeTo, { recursive: true });
  const problems = new Map();
  const verdicts = new Map();
  const slow = [];
  let done = 0;
  let hangs = 0;
  let peak = { bytes: 0, path: '', index: -1 };
  let resident = 0;
  let next = only === null ? 0 : Number(only);
  const end = only === null ? count : next + 1;
  const began = Date.now();
  while (next < end) {
    await new Promise((resolve) => {
      const worker = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), '--worker', `${next}`, `${end}`], { execArgv: ['--expose-gc', '--max-old-space-size=1500'] });
      let current = null;
      const timer = setInterval(() => {
        if (current !== null && Date.now() - current.at > HANG) {
          hangs += 1;
          console.log(`hang     ${current.index}  ${relative(corpus, current.path)}`);
          next = current.index + 1;
          current = null;
          worker.kill('SIGKILL');
        }
      }, 500);
      worker.on('message', (message) => {
        if (message.begins === true) {
          current = { ...message, at: Date.now() };
          return;
        }
        current = null;
        next = message.index + 1;
        done += 1;
        resident = Math.max(resident, message.resident - message.startResident);
        if (message.peak > peak.bytes) peak = { bytes: message.peak, path: message.path, index: message.index };
        if (message.milliseconds > 1000) slow.push(message);
        verdicts.set(message.verdict, (verdicts.get(message.verdict) ?? 0) + 1);
        if (only !== null) console.log(message);
        if (message.problem !== null) {
          const key = message.problem.split('\n').slice(0, 4).join('\n');
          const seen = problems.get(key) ?? { times: 0, index: message.index, path: message.path };
          problems.set(key, { ...seen, times: seen.times + 1 });
        }
      });
      const from = next;
      worker.on('exit', (code) => {
        clearInterval(timer);
        if (code !== 0 && current === null && next === from) {
          console.log(`The run ended at ${next}: its process cannot start.`);
          problems.set('cannot start', { times: 1, index: next, path: '' });
          next = end;
        }
        if (current !== null) {
          console.log(`died     ${current.index}  ${relative(corpus, current.path)}  (exit ${code})`);
          problems.set(`died ${current.index}`, { times: 1, index: current.index, path: current.path });
          next = current.index + 1;
        }
        resolve();
      });
    });
  }
  for (const [key, { times, index, path }] of problems) console.log(`throw    ${times} times, first ${index}  ${relative(corpus, path)}\n${key}`);
  slow.sort((one, other) => other.milliseconds - one.milliseconds);
  for (const { index, path, milliseconds } of slow.slice(0, 10)) console.log(`slow     ${index}  ${relative(corpus, path)}  ${Math.round(milliseconds)} ms`);
  console.log(
    `${done} files (seed ${seed}) in ${Math.round((Date.now() - began) / 1000)} s: ${problems.size} kinds of throw, ${hangs} hangs, ` +
      `at most ${Math.round(peak.bytes / MEGABYTE)} MB for one file (${peak.index}, ${relative(corpus, peak.path)}); resident at most ${Math.round(resident / MEGABYTE)} MB above start`,
  );
  process.exitCode = problems.size + hangs > 0 ? 1 : 0;
}

const workerAt = process.argv.indexOf('--worker');
if (workerAt === -1) await run();
else {
  runWorker(Number(process.argv[workerAt + 1]), Number(process.argv[workerAt + 2]));
  process.disconnect();
}
