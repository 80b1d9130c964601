/* Looks at mail files in a thread of its own, so that the page stays alive. Holds one mail at a time, and counts. */
import { isUnreadable } from '../../domain';
import { allReaders } from '../../inspectors/all-readers';
import type { StoredFile } from '../../mail';
import { addResults, emptyResult, mailsIn, replayNamed, shardsOfBox } from '../../replay';
import type { Change, NamedMail } from '../../replay';
import type { FromWorker, ToWorker } from './messages';

/** Milliseconds between two words to the page. */
const TELL_EVERY = 200;

let goOn: (() => void) | null = null;
let pausing: Promise<void> | null = null;

const tell = (message: FromWorker): void => self.postMessage(message);

function stored(file: File): StoredFile {
  return { name: file.name, size: file.size, read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()) };
}

async function* mailsOf(file: File): AsyncGenerator<NamedMail & { readonly share: number }> {
  const box = stored(file);
  const shards = await shardsOfBox(file.name, box);
  if (shards === null) {
    yield { name: file.webkitRelativePath || file.name, bytes: await box.read(0, box.size), share: 1 };
    return;
  }
  for (const [index, shard] of shards.entries()) {
    const whole = shard.of === 'files' ? shard.files.length : shard.to - shard.from;
    let done = 0;
    for await (const mail of mailsIn(shard, () => Promise.resolve(box))) {
      done += shard.of === 'mbox' && !isUnreadable(mail.bytes) ? mail.bytes.length : 1;
      yield { ...mail, share: (index + Math.min(1, done / whole)) / shards.length };
    }
  }
}

async function start({ files, policies, hasNames }: Extract<ToWorker, { readonly do: 'start' }>): Promise<void> {
  const started = Date.now();
  const whole = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let [total, before, told, paused] = [emptyResult(policies.after !== null), 0, 0, 0];
  // What was counted, and no other: how many mails went to protected correspondents is nobody's to know.
  const counted = (): number => total.before.mails + total.unread;
  const changed: Change[] = [];
  for (const file of files) {
    for await (const { share, ...mail } of mailsOf(file)) {
      if (pausing !== null) {
        const from = Date.now();
        await pausing;
        paused += Date.now() - from;
      }
      const result = await replayNamed(hasNames ? mail : { ...mail, name: `Mail ${counted() + 1}` }, policies, { readers: allReaders });
      changed.push(...result.changed);
      total = addResults(total, { ...result, changed: [] });
      if (Date.now() - told < TELL_EVERY) continue;
      told = Date.now();
      tell({ is: 'progress', share: Math.min(1, (before + share * file.size) / whole), mails: counted(), seconds: (told - started - paused) / 1000 });
    }
    before += file.size;
  }
  tell({ is: 'done', result: { ...total, changed }, seconds: (Date.now() - started - paused) / 1000 });
}

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  if (data.do === 'pause') {
    pausing ??= new Promise((resolve) => {
      goOn = resolve;
    });
  } else if (data.do === 'go on') {
    goOn?.();
    pausing = null;
  } else {
    start(data).catch((error: unknown) => tell({ is: 'failed', problem: error instanceof Error ? error.message : String(error) }));
  }
};

