/**
 * Every timer of one send. Once closed it starts none and fires none: in classic Outlook code goes on after the send was
 * answered, and a late answer releases a stopped mail (office-js issue 6656).
 */
export interface Timers {
  /** Runs `work` once after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, work: () => void): () => void;
  /** Lets other work go on. Never resolves once closed. */
  pause(): Promise<void>;
  close(): void;
}

export function makeTimers(): Timers {
  const running = new Set<ReturnType<typeof setTimeout>>();
  let isClosed = false;
  const after = (milliseconds: number, work: () => void): (() => void) => {
    if (isClosed) return () => undefined;
    const timer = setTimeout(() => {
      running.delete(timer);
      work();
    }, milliseconds);
    running.add(timer);
    return () => {
      running.delete(timer);
      clearTimeout(timer);
    };
  };
  return {
    after,
    pause: () => new Promise((resolve) => after(0, resolve)),
    close() {
      isClosed = true;
      running.forEach((timer) => clearTimeout(timer));
      running.clear();
    },
  };
}
