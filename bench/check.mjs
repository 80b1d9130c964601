/*
 * How much a whole check costs beside reading the mail at all: every mail is parsed alone and then checked, in turn, in
 * one run. Prints medians over the rounds and their ratio. Uses ../shared/corpus/mail when it is there, else test/mail.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { load, projectRoot } = require('../src/cli/launcher.cjs');
const PostalMime = require('postal-mime');
const { check } = load('check');
const { mailDraft } = load('mail/index');
const { loadPolicy, shippedPacks } = load('policy/index');
const { rules } = load('rules/index');

const ROUNDS = 5;
const corpus = path.join(projectRoot, '..', 'shared', 'corpus', 'mail');
const isPresent = fs.existsSync(corpus);
const folder = isPresent ? corpus : path.join(projectRoot, 'test', 'mail');
const mails = fs
  .readdirSync(folder, { recursive: true })
  .map((name) => path.join(folder, String(name)))
  .filter((name) => name.endsWith('.eml'))
  .map((name) => fs.readFileSync(name));
const bytes = mails.reduce((total, mail) => total + mail.length, 0);
const { policy } = loadPolicy([shippedPacks[0]], rules);

async function parseAll() {
  for (const mail of mails) await PostalMime.parse(mail, { forceRfc822Attachments: true });
}

async function checkAll() {
  for (const mail of mails) {
    const draft = await mailDraft(mail, null);
    if (draft.source !== undefined) await check(draft.source, policy);
  }
}

async function timed(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

await parseAll();
await checkAll();
const parse = [];
const whole = [];
for (let round = 0; round < ROUNDS; round += 1) {
  parse.push(await timed(parseAll));
  whole.push(await timed(checkAll));
}
const ratios = whole.map((value, index) => value / parse[index]);
console.log(`${mails.length} mails, ${(bytes / 1e6).toFixed(1)} MB, from ${isPresent ? 'the corpus' : 'test/mail (the corpus is not beside the project)'}; ${ROUNDS} rounds, CPU time, medians:`);
console.log(`  reading alone   ${median(parse).toFixed(0)} ms`);
console.log(`  whole check     ${median(whole).toFixed(0)} ms   ${((mails.length * 1000) / median(whole)).toFixed(0)} mails/s`);
console.log(`  check / reading ${median(ratios).toFixed(2)}`);
