/** The host's own time. Only the host runs on it: the add-in's timers stay real, as they would be in a mail client. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Runs once after so many milliseconds of host time; the answer cancels. */
  after(milliseconds: number, run: () => void): () => void;
  /** Jumps ahead and runs what falls due on the way, in order. */
  skip(milliseconds: number): void;
  /** How many milliseconds of host time pass in a real one: 1 is real time, 60 a minute a second, 0 stands still. */
  setRate(rate: number): void;
  rate(): number;
  /** Drops everything that waits. */
  stop(): void;
}

interface Task {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
}

/** `start` is the host time at which it begins; by default the real time. */
export function createClock(rate = 1, start = Date.now()): Clock {
  let currentRate = rate;
  let hostAnchor = start;
  let realAnchor = Date.now();
  let tasks: Task[] = [];
  let order = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const now = (): number => hostAnchor + (Date.now() - realAnchor) * currentRate;
  const anchor = (host: number): void => {
    hostAnchor = host;
    realAnchor = Date.now();
  };
  const next = (): Task | null =>
    tasks.reduce<Task | null>((first, task) => (first === null || task.due < first.due || (task.due === first.due && task.order < first.order) ? task : first), null);
  const arm = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const task = next();
    if (task === null || currentRate === 0) return;
    // Timers hold at most 2^31 - 1 milliseconds; a longer wait is armed again when it ends.
    const wait = Math.min(2_147_483_647, Math.max(0, (task.due - now()) / currentRate));
    timer = setTimeout(() => runDue(now()), wait);
  };
  const runDue = (until: number): void => {
    for (let task = next(); task !== null && task.due <= until + 0.5; task = next()) {
      const due = task;
      tasks = tasks.filter((other) => other !== due);
      due.run();
    }
    arm();
  };

  return {
    now,
    after: (milliseconds, run) => {
      order += 1;
      const task: Task = { due: now() + milliseconds, order, run };
      tasks.push(task);
      arm();
      return () => {
        tasks = tasks.filter((other) => other !== task);
        arm();
      };
    },
    skip: (milliseconds) => {
      const target = now() + milliseconds;
      for (let task = next(); task !== null && task.due <= target; task = next()) {
        const due = task;
        tasks = tasks.filter((other) => other !== due);
        anchor(Math.max(now(), due.due));
        due.run();
      }
      anchor(target);
      arm();
    },
    setRate: (value) => {
      anchor(now());
      currentRate = Math.max(0, value);
      arm();
    },
    rate: () => currentRate,
    stop: () => {
      tasks = [];
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
