/*
 * How long the file that answers a send takes to load, against another build of it: `node bench/start-up.mjs --against
 * FILE`. Both are loaded in turn, each time compiled anew in a context of its own with the globals of a send, so that what else the
 * machine does falls on both alike. Medians, their ratio, and the sizes. Without `--against` the file stands alone.
 */
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import zlib from 'node:zlib';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = process.argv.indexOf('--against');
const files = [path.join(root, 'dist', 'launchevent.js'), ...(at < 0 ? [] : [path.resolve(process.argv[at + 1] ?? '')])];
const missing = files.filter((file) => !fs.existsSync(file));
if (missing.length > 0) {
  console.error(`There is no ${missing.join(' and no ')}: run \`npm run build\`, or name another file.`);
  process.exit(2);
}

const ROUNDS = 40;

/** Milliseconds from the text of the file to handlers that can be called. The text is made another one each time, or the engine would remember it. */
function load(code, round) {
  const handlers = {};
  const Office = { context: { mailbox: { item: null } }, actions: { associate: (name, handler) => (handlers[name] = handler) } };
  const context = vm.createContext({ Office, setTimeout, clearTimeout, console });
  const began = performance.now();
  vm.runInContext(`${code}\n//${round}`, context);
  const took = performance.now() - began;
  if (handlers.onMessageSend === undefined) throw new Error('It has no handler for a send.');
  return took;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const codes = files.map((file) => fs.readFileSync(file, 'utf8'));
const times = codes.map(() => []);
for (let round = -3; round < ROUNDS; round += 1) {
  codes.forEach((code, index) => {
    const took = load(code, round);
    if (round >= 0) times[index].push(took);
  });
}
codes.forEach((code, index) => {
  const kilobytes = (bytes) => (bytes / 1024).toFixed(1);
  const gzip = zlib.gzipSync(code, { level: 9 }).length;
  console.log(`${path.relative(process.cwd(), files[index])}: ${kilobytes(Buffer.byteLength(code))} KB minified, ${kilobytes(gzip)} KB gzip, loads in ${median(times[index]).toFixed(2)} ms (median of ${ROUNDS})`);
});
if (codes.length > 1) console.log(`this build takes ×${(median(times[0]) / median(times[1])).toFixed(2)} of the other’s time to load`);
