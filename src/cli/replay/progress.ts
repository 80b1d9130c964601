import type { CommandIo } from '../io';

/** Says how far the work is, and how long it will take, where somebody looks on. */
export interface Progress {
  /** One more shard is done, with so many mails in it. */
  add(mails: number): void;
  end(): void;
}

/** `3 h 20 min`, `12 min`, `40 s`. */
export function timeInWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `shards` is all there are, `done` how many of them were done before this run. */
export function makeProgress(io: CommandIo, shards: number, done: number, clock: () => number = Date.now): Progress {
  const started = clock();
  const { progress } = io;
  let [now, mails] = [done, 0];
  if (progress === undefined) return { add: () => undefined, end: () => undefined };
  return {
    add: (more) => {
      now += 1;
      mails += more;
      const seconds = (clock() - started) / 1000;
      const left = ((shards - now) * seconds) / (now - done);
      const rate = seconds === 0 ? '' : `, ${Math.round(mails / seconds)} mails/s`;
      progress(`${Math.floor((now * 100) / shards)} %, ${mails} mails${rate}, ${now === shards ? 'done' : `${timeInWords(left)} left`}`);
    },
    end: () => progress(null),
  };
}
