import type { Policies, Result } from '../../replay';
import { useRemembered } from '../remembered';
import type { FromWorker, ToWorker } from './messages';

/** The name under which the studio remembers the worker, to end it. */
export const REPLAY_WORKER = 'replay worker';

export type Work =
  | { readonly is: 'none' }
  | { readonly is: 'at work' | 'paused'; readonly share: number; readonly mails: number; readonly seconds: number }
  | { readonly is: 'done'; readonly result: Result; readonly seconds: number }
  | { readonly is: 'failed'; readonly problem: string };

/** What is looked at, to look again after a change: handles to files, never what is in them. */
export interface Job {
  readonly files: readonly File[];
  readonly policies: Policies;
}

interface Running {
  readonly worker: Worker | null;
  readonly end: () => void;
}

const NONE: Work = { is: 'none' };
const NO_WORKER: Running = { worker: null, end: () => undefined };

export interface Replaying {
  readonly work: Work;
  readonly job: Job | null;
  readonly start: (job: Job, hasNames: boolean) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
}

/** Looks at mail files in a worker, which goes on while another page is shown. `say` tells how it ended. */
export function useReplay(say: (text: string) => void): Replaying {
  const [work, setWork] = useRemembered<Work>('replay', NONE);
  const [job, setJob] = useRemembered<Job | null>('replay job', null);
  const [running, setRunning] = useRemembered<Running>(REPLAY_WORKER, NO_WORKER);
  const tell = (message: ToWorker): void => running.worker?.postMessage(message);
  const stop = (): void => {
    running.end();
    setRunning(NO_WORKER);
  };
  const start = (next: Job, hasNames: boolean): void => {
    const files = next.files.filter(({ name, size }) => size > 0 && (next.files.length === 1 || /\.(?:eml|mbox|mbx|zip)$/i.test(name)));
    if (files.length === 0) {
      setWork({ is: 'failed', problem: 'There is no .eml, mbox or zip among these files.' });
      return;
    }
    // Browsers start no worker for a page that is a file.
    if (location.protocol === 'file:') {
      setWork({ is: 'failed', problem: 'This studio was opened as a file, and a browser lets no such page read mails at length. Open it from your host, at /studio.html, and choose them there.' });
      return;
    }
    stop();
    const worker = new Worker(/* webpackChunkName: "studio-replay" */ new URL('./worker.ts', import.meta.url));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.is === 'progress') setWork((last) => ({ ...data, is: last.is === 'paused' ? 'paused' : 'at work' }));
      else {
        setWork(data);
        worker.terminate();
        say(data.is === 'done' ? `${data.result.before.mails} mails are counted.` : data.problem);
      }
    };
    worker.onerror = () => setWork({ is: 'failed', problem: 'The worker of this page could not start.' });
    setRunning({ worker, end: () => worker.terminate() });
    setJob(next);
    setWork({ is: 'at work', share: 0, mails: 0, seconds: 0 });
    worker.postMessage({ do: 'start', files, policies: next.policies, hasNames } satisfies ToWorker);
  };
  return {
    work,
    job,
    start,
    pause: () => {
      tell({ do: 'pause' });
      setWork((last) => (last.is === 'at work' ? { ...last, is: 'paused' } : last));
    },
    resume: () => {
      tell({ do: 'go on' });
      setWork((last) => (last.is === 'paused' ? { ...last, is: 'at work' } : last));
    },
    cancel: () => {
      stop();
      setWork(NONE);
      say('Stopped. Nothing was kept.');
    },
  };
}
