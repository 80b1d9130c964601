import type { DraftSeed } from '../compose/types';
import { createComposeHost, DEFAULT_MAILBOX } from '../host/compose-host';
import type { ComposeHost } from '../host/compose-host';
import { createDriver } from '../host/driver';
import type { Driver } from '../host/driver';
import type { RuntimePort, StartRuntime } from '../host/runtime';
import type { AddinManifest } from '../manifest/read-manifest';
import { alertView } from './alert-view';
import { classicRuntime } from './classic-runtime';
import { choice, h, labelled } from './dom';
import { draftView } from './draft-view';
import { paneView } from './pane-view';
import { samplesView } from './samples-view';
import type { SampleEntry } from './samples-view';
import { switchesView } from './switches-view';
import { traceView } from './trace-view';
import { wireView } from './wire-view';
import { frameRuntime } from './xdm-runtime';

/** What the server says about the add-in and itself; the shape is `Setup` in `server/site.ts`. */
interface Setup {
  readonly manifest: AddinManifest;
  readonly manifestOrigin: string | null;
  readonly addinOrigin: string | null;
  readonly missing: string | null;
  readonly samples: readonly SampleEntry[];
  readonly hasClassic: boolean;
  readonly officeJs: 'package' | 'cdn';
}

declare global {
  interface Window {
    /** The program's handle on this window, for tests and the curious. */
    composeSimulator?: Driver;
  }
}

async function readJson<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return (await response.json()) as T;
}

function mapUrlOf(setup: Setup): (url: string) => string {
  const origin = setup.addinOrigin ?? location.origin;
  return (url) => (setup.manifestOrigin !== null && url.startsWith(`${setup.manifestOrigin}/`) ? origin + url.slice(setup.manifestOrigin.length) : url);
}

async function start(): Promise<void> {
  const setup = await readJson<Setup>('setup.json');
  const mapUrl = mapUrlOf(setup);
  let host: ComposeHost | null = null;
  let sampleTime: number | null = null;
  const current = (): ComposeHost => {
    if (host === null) throw new Error('The window is not open yet.');
    return host;
  };
  const pane = paneView(current);
  const frames = frameRuntime({ place: (port, frame) => pane.place(port, frame), onKeyboardExit: () => pane.leave() });
  const classic = classicRuntime('classic');
  const startRuntime: StartRuntime = (port: RuntimePort) => {
    if (!port.isScript) return frames(port);
    if (setup.hasClassic) return classic(port);
    setTimeout(() => port.failed('the classic client needs the simulator’s own server'), 0);
    return { launch: () => undefined, raise: () => undefined, close: () => undefined };
  };

  const open = (change: (manifest: AddinManifest) => AddinManifest): ComposeHost => {
    host?.dispose();
    const next = createComposeHost({ manifest: change(setup.manifest), mailbox: DEFAULT_MAILBOX, startRuntime, mapUrl });
    host = next;
    draw(next);
    return next;
  };

  const draw = (shown: ComposeHost): void => {
    const views = {
      draft: draftView(shown),
      alert: alertView(shown, mapUrl),
      switches: switchesView(shown, () => sampleTime),
      trace: traceView(shown),
      wire: wireView(shown),
      samples: samplesView(
        shown,
        setup.samples,
        (id) => readJson<{ readonly seed: DraftSeed; readonly sentAt: number }>(`samples/${id}`),
        (sentAt) => {
          sampleTime = sentAt;
          shown.setClockShift(sentAt === null ? 0 : sentAt - Date.now());
        },
      ),
    };
    document.getElementById('rail')?.replaceChildren(views.samples.element, views.switches.element, views.trace.element);
    document.getElementById('draft')?.replaceChildren(views.draft.element);
    document.getElementById('pane')?.replaceChildren(pane.element);
    document.getElementById('wire')?.replaceChildren(views.wire.element);
    document.getElementById('alerts')?.replaceChildren(views.alert.element);
    const update = (): void => {
      if (host !== shown) return;
      for (const view of [...Object.values(views), pane]) view.update();
    };
    let isWaiting = false;
    const later = (): void => {
      if (isWaiting) return;
      isWaiting = true;
      queueMicrotask(() => {
        isWaiting = false;
        update();
      });
    };
    shown.listen(later);
    shown.log.listen(later);
    update();
  };

  drawHead(setup);
  window.composeSimulator = createDriver(open, open((manifest) => manifest));
}

function drawHead(setup: Setup): void {
  const about = document.getElementById('about');
  if (about !== null) {
    about.textContent = `Try ${setup.manifest.name} on a draft of your own. Nothing is sent anywhere.`;
  }
  const problems = [...(setup.missing === null ? [] : [setup.missing]), ...setup.manifest.problems];
  document.getElementById('problems')?.replaceChildren(...problems.map((problem) => h('p', {}, problem)));
  const theme = choice(
    [
      { value: 'system', label: 'As the system' },
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ],
    (value) => {
      document.documentElement.dataset.theme = value;
    },
  );
  document.getElementById('theme')?.replaceChildren(labelled('Theme', theme));
}

start().catch((error: unknown) => {
  document.getElementById('problems')?.replaceChildren(h('p', {}, `The simulator did not start: ${error instanceof Error ? error.message : String(error)}`));
});
