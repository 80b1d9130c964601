/*
 * How long a send takes to be answered, by the built file in a context of its own, as for every event: with 1, 10 and
 * 25 MB attached, cold, and warm (the same draft again, with what the first look left in its session data). Medians and
 * ratios; a fake host answers at once, so that what is timed is ours. Loading the file is timed apart.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import zlib from 'node:zlib';
import v8 from 'node:v8';

// What the cold look left behind is cleared away before the warm one is timed.
v8.setFlagsFromString('--expose-gc');
globalThis.gc = vm.runInNewContext('gc');

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const file = path.join(root, 'dist', 'launchevent.js');
if (!fs.existsSync(file)) execFileSync(process.execPath, [path.join(root, 'node_modules', 'webpack-cli', 'bin', 'cli.js')], { cwd: root, stdio: 'inherit' });
const code = fs.readFileSync(file, 'utf8');
const script = new vm.Script(code);

const ROUNDS = 5;
/** Warm looks a round: they are short, so that more of them are needed to say the same. */
const WARM_LOOKS = 5;
const SIZES = [1, 10, 25];
const MEGABYTE = 1024 * 1024;
const WORDS = 'The hall is booked for the open evening and the rota is on the board by the office door. ';

const prose = (size) => Buffer.alloc(size, `${WORDS}\n`);
const picture = (size) => Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(size - 22, 0x5a), Buffer.from('ffd9', 'hex')]);
const KINDS = [
  ['a picture', 'photo.jpg', picture],
  ['plain text', 'minutes.txt', prose],
];

function host(attachment, session) {
  const answer = (value) => (...args) => void Promise.resolve().then(() => args[args.length - 1]({ status: 'succeeded', value: typeof value === 'function' ? value(...args) : value }));
  const person = { emailAddress: 'dee.marlow@oakfield.example', displayName: 'Dee Marlow' };
  const item = {
    itemType: 'message',
    to: { getAsync: answer([{ emailAddress: 'kit@oakfield.example', displayName: 'Kit' }]) },
    cc: { getAsync: answer([]) },
    bcc: { getAsync: answer([]) },
    from: { getAsync: answer(person) },
    subject: { getAsync: answer('Open evening rota') },
    body: { getAsync: answer('<p>Please see the rota.</p>') },
    delayDeliveryTime: { getAsync: answer(0) },
    getComposeTypeAsync: answer({ composeType: 'newMail' }),
    getAttachmentsAsync: answer([{ id: 'a', name: attachment.name, size: attachment.size, attachmentType: 'file', isInline: false }]),
    getAttachmentContentAsync: answer({ content: attachment.content, format: 'base64' }),
    sessionData: {
      getAsync: answer((name) => session[name] ?? ''),
      setAsync: answer((name, value) => void (session[name] = value)),
      removeAsync: answer((name) => void delete session[name]),
    },
    notificationMessages: { addAsync: answer(undefined), replaceAsync: answer(undefined) },
  };
  return { context: { mailbox: { item, userProfile: person } } };
}

/** Runs one event in a context of its own; milliseconds to load, to answer, and what the answer was. */
async function event(attachment, session, name) {
  const handlers = {};
  const Office = { ...host(attachment, session), actions: { associate: (key, handler) => (handlers[key] = handler) } };
  const context = vm.createContext({ Office, setTimeout, clearTimeout, console });
  const began = performance.now();
  script.runInContext(context);
  const loaded = performance.now();
  const options = await new Promise((resolve) => handlers[name]({ completed: resolve }));
  return { load: loaded - began, answer: performance.now() - loaded, isLetGo: options?.allowEvent };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

console.log(`launchevent.js: ${(code.length / 1024).toFixed(1)} KB minified, ${(zlib.gzipSync(code, { level: 9 }).length / 1024).toFixed(1)} KB gzip; medians of ${ROUNDS}, a new context each time`);
const loads = [];
for (const [kind, name, make] of KINDS) {
  console.log(`  ${kind}`);
  let least = null;
  for (const size of SIZES) {
    const bytes = make(size * MEGABYTE);
    // Made once: what a host spends on its own bytes, and on clearing them away, is not ours.
    const attachment = { name, size: bytes.length, content: bytes.toString('base64') };
    const cold = [];
    const warm = [];
    let isRemembered = true;
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = {};
      globalThis.gc?.();
      const first = await event(attachment, session, 'onMessageSend');
      loads.push(first.load);
      cold.push(first.answer);
      await event(attachment, session, 'onMessageAttachmentsChanged');
      isRemembered &&= session['heed.inspections']?.includes(name) === true;
      globalThis.gc?.();
      for (let time = 0; time < WARM_LOOKS; time += 1) warm.push((await event(attachment, session, 'onMessageSend')).answer);
    }
    least ??= { cold: median(cold), warm: median(warm) };
    const ratio = (value, to) => (value / to).toFixed(2);
    console.log(
      `    ${String(size).padStart(2)} MB  cold ${median(cold).toFixed(0).padStart(5)} ms  ×${ratio(median(cold), least.cold).padStart(5)} of 1 MB   warm ${median(warm).toFixed(1).padStart(5)} ms  ×${ratio(median(warm), least.warm)} of 1 MB   warm / cold ${ratio(median(warm), median(cold))}${isRemembered ? '' : '   (not remembered: a limit ended it)'}`,
    );
  }
}
console.log(`  loading the file  ${median(loads).toFixed(0)} ms`);
