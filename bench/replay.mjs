/*
 * Replay beside parsing alone: many small mails in an mbox are split and parsed, and split, parsed and checked under two
 * policies' worth of rules or one, in turn, in one run and one thread. Prints medians over the rounds and their ratios.
 * `--million COUNT` instead runs the command on so many mails, kills it with -9 in the middle, lets it go on, and prints
 * the peak memory of both runs and whether every mail was counted once.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { load, projectRoot } = require('../src/cli/launcher.cjs');
const { expectedOf, writeMbox } = require('../test/replay/many-mails.cjs');
const PostalMime = require('postal-mime');
const { heldFile } = load('mail/index');
const { mailsIn, replayShard } = load('replay/index');
const { loadPolicy, shippedPacks } = load('policy/index');
const { rules } = load('rules/index');

const at = process.argv.indexOf('--million');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-bench-'));
const box = path.join(scratch, 'many.mbox');
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function sideBySide() {
  const [rounds, count] = [5, 4000];
  writeMbox(count, box);
  const bytes = fs.readFileSync(box);
  const file = heldFile('many.mbox', bytes);
  const shard = { of: 'mbox', file: 'many.mbox', from: 0, to: bytes.length };
  const open = () => Promise.resolve(file);
  const [laat, teal] = shippedPacks.map((pack) => loadPolicy([pack], rules).policy);
  const works = {
    'parsing alone': async () => {
      for await (const mail of mailsIn(shard, open)) await PostalMime.parse(mail.bytes, { forceRfc822Attachments: true });
    },
    'replay, one policy': () => replayShard(shard, open, { before: laat, after: null }),
    'replay, two policies': () => replayShard(shard, open, { before: laat, after: teal }),
  };
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const start = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(start);
      // The first round warms up.
      if (round > 0) times[name].push((user + system) / 1000);
    }
  }
  console.log(`${count} small mails in an mbox, one thread, CPU time, medians of ${rounds} rounds:`);
  for (const [name, all] of Object.entries(times)) {
    const ratio = median(all.map((time, index) => time / times['parsing alone'][index]));
    console.log(`  ${name.padEnd(22)} ${((count * 1000) / median(all)).toFixed(0).padStart(6)} mails/s   ${ratio.toFixed(2)} times parsing`);
  }
}

/** Runs the command, watches its memory, and kills it after so many parts when asked. */
function watched(place, killAfter) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(process.execPath, [path.join(projectRoot, 'src/cli/launcher.cjs'), 'replay', '--json', '--resume', place, box], { stdio: ['ignore', 'pipe', 'inherit'] });
    const peaks = [];
    let out = '';
    child.stdout.on('data', (data) => (out += data));
    const watch = setInterval(() => {
      try {
        const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
        peaks.push(Number(kilobytes ?? 0) / 1024);
        const parts = fs.existsSync(place) ? fs.readFileSync(place, 'utf8').split('\n').length - 2 : 0;
        if (killAfter !== null && parts >= killAfter) child.kill('SIGKILL');
      } catch {
        // It has just ended.
      }
    }, 250);
    child.on('close', () => {
      clearInterval(watch);
      resolve({ out, peaks, seconds: (Date.now() - started) / 1000 });
    });
  });
}

async function atTheSizeOfATrust(count) {
  writeMbox(count, box);
  const size = fs.statSync(box).size;
  const parts = Math.ceil(size / (4 * 1024 * 1024));
  const place = path.join(scratch, 'place');
  console.log(`${count} mails, ${(size / 1e6).toFixed(0)} MB, ${parts} parts`);
  const first = await watched(place, Math.ceil(parts / 3));
  const second = await watched(place, null);
  for (const [name, { peaks, seconds }] of Object.entries({ 'killed with -9': first, 'went on to the end': second })) {
    const quarter = (from, to) => Math.max(...peaks.slice(Math.floor(peaks.length * from), Math.ceil(peaks.length * to))).toFixed(0);
    console.log(`  ${name}: ${seconds.toFixed(0)} s; peak memory by quarters of the run ${quarter(0, 0.25)}, ${quarter(0.25, 0.5)}, ${quarter(0.5, 0.75)}, ${quarter(0.75, 1)} MB`);
  }
  const [found, expected] = [JSON.parse(second.out), expectedOf(count)];
  const isRight = found.mails === expected.mails && found.stopped === expected.stopped && found.rules['missing-subject'].warn === expected.blank && found.rules['out-of-hours'].warn === expected.late;
  console.log(`  counted ${found.mails} (${expected.mails} expected), stopped ${found.stopped} (${expected.stopped}): ${isRight ? 'every mail once' : 'WRONG'}`);
  if (!isRight) process.exitCode = 1;
}

try {
  if (at === -1) await sideBySide();
  else await atTheSizeOfATrust(Number(process.argv[at + 1]));
} finally {
  fs.rmSync(scratch, { recursive: true });
}
