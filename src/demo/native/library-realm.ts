import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { frameScript } from '../frame/scripts';
import type { FrameShape } from '../host/runtime';

/** Where the files are that a realm is made of. */
export interface NativeFiles {
  /** `node_modules/@microsoft/office-js/dist`. */
  readonly officeFolder: string;
  /** `src/demo`. */
  readonly demoFolder: string;
}

/** A realm with the unmodified library in it. */
export interface LibraryRealm {
  readonly context: vm.Context;
  /** The library's `Office`, once its files are evaluated. */
  office(): Record<string, unknown>;
  run(code: string, filename: string): unknown;
  /** Clears every timer the realm started. */
  close(): void;
}

const compiled = new Map<string, vm.Script>();

/** Compiling the library takes longer than running it; a process does it once per file. */
function compile(file: string): vm.Script {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const script = new vm.Script(fs.readFileSync(file, 'utf8'), { filename: file });
  compiled.set(file, script);
  return script;
}

type Timer = ReturnType<typeof setTimeout>;

/** Timers that end with their realm; what they throw is told instead of ending the process. */
export function ownTimers(onThrow: (error: unknown) => void): { readonly globals: Readonly<Record<string, unknown>>; close(): void } {
  const timers = new Set<Timer>();
  let isClosed = false;
  const start = (begin: typeof setTimeout | typeof setInterval) => (run: (...values: unknown[]) => void, milliseconds?: number, ...values: unknown[]) => {
    if (isClosed) return 0;
    const timer: Timer = begin(() => {
      try {
        run(...values);
      } catch (error) {
        onThrow(error);
      }
    }, milliseconds);
    timers.add(timer);
    return timer;
  };
  const stop = (timer: Timer | undefined): void => {
    clearTimeout(timer);
    if (timer !== undefined) timers.delete(timer);
  };
  return {
    globals: { setTimeout: start(setTimeout), setInterval: start(setInterval), clearTimeout: stop, clearInterval: stop },
    close: () => {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** The page the library believes to be on. Nothing is ever fetched from it. */
const PAGE = 'https://native.example/event.html';

/** Just enough of a page for the library: it adds script elements and asks where its own one came from. */
function fakePage(officeFolder: string, evaluate: (file: string) => void, onThrow: (error: unknown) => void): Record<string, unknown> {
  const nodes = (elements: readonly unknown[]): unknown => Object.assign([...elements], { item: (index: number) => elements[index] ?? null });
  const officeScript = { src: 'https://native.example/officejs/office.js', getAttribute: () => null };
  const scripts: unknown[] = [officeScript];
  const head = {
    appendChild: (element: { src?: string; onload?: () => void; onreadystatechange?: () => void }) => {
      scripts.push(element);
      const name = /\/officejs\/(.+)$/.exec(element.src ?? '')?.[1];
      if (name === undefined) return;
      setTimeout(() => {
        const file = path.join(officeFolder, name.toLowerCase());
        try {
          if (fs.existsSync(file)) evaluate(file);
          element.onload?.();
        } catch (error) {
          onThrow(error);
        }
      }, 0);
    },
  };
  return {
    getElementsByTagName: (name: string) => (name === 'script' ? nodes(scripts) : name === 'head' ? nodes([head]) : nodes([])),
    getElementById: () => null,
    createElement: () => ({ setAttribute: () => undefined, getAttribute: () => null, style: {} }),
    querySelectorAll: () => [],
    querySelector: () => null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    hasFocus: () => true,
    domain: 'native.example',
    readyState: 'complete',
    head,
    body: null,
    documentElement: {},
    cookie: '',
  };
}

/** Starts the npm library in a bare engine with this `window.external`. Assumption: classic-library. */
export function openLibraryRealm(files: NativeFiles, external: Readonly<Record<string, unknown>>, shape: FrameShape, onThrow: (error: unknown) => void): LibraryRealm {
  const timers = ownTimers(onThrow);
  const location = { href: PAGE, protocol: 'https:', host: 'native.example', hostname: 'native.example', port: '', pathname: '/event.html', search: '', hash: '', origin: 'https://native.example' };
  const sandbox: Record<string, unknown> = {
    ...timers.globals,
    external,
    location,
    name: '',
    navigator: { userAgent: 'compose simulator', appName: '', appVersion: '', language: 'en-GB' },
    history: {},
    performance: { now: () => performance.now() },
    console,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    composeSimulatorShape: shape,
  };
  const context = vm.createContext(sandbox);
  vm.runInContext('globalThis.window = globalThis.self = globalThis.top = globalThis.parent = globalThis;', context);
  const evaluate = (file: string): void => {
    compile(file).runInContext(context);
  };
  sandbox.document = fakePage(files.officeFolder, evaluate, onThrow);
  const run = (code: string, filename: string): unknown => vm.runInContext(code, context, { filename });
  run(frameScript('msajax-stand-in', files.demoFolder), 'msajax-stand-in.js');
  evaluate(path.join(files.officeFolder, 'office.js'));
  run(frameScript('shape-client', files.demoFolder), 'shape-client.js');
  return {
    context,
    office: () => sandbox.Office as Record<string, unknown>,
    run,
    close: timers.close,
  };
}
