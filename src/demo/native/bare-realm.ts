import vm from 'node:vm';
import { ownTimers } from './library-realm';

/** Answers a fetch of the add-in: a text, or null for an address that cannot be reached. */
export type Fetcher = (url: string) => Promise<{ readonly status: number; readonly text: string } | null>;

/** The engine of the classic client, as strict as the facts allow. */
export interface BareRealm {
  /** Evaluates the one script file. Throws what it throws. */
  run(code: string, filename: string): void;
  close(): void;
}

export interface BareRealmOptions {
  readonly office: Readonly<Record<string, unknown>>;
  readonly fetcher: Fetcher;
  onThrow(error: unknown): void;
  onConsole(level: string, values: readonly unknown[]): void;
  /** `es2016` also takes away built-ins that came later, as in builds before 2403. */
  readonly engine: 'es2016' | 'later';
}

/** Globals of the language that the classic runtime lacks or that nobody has vouched for. Assumption: classic-globals. */
const ABSENT = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'escape', 'unescape'];

/** Built-ins newer than ES2016, by owner. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  Object: ['entries', 'values', 'getOwnPropertyDescriptors', 'fromEntries', 'hasOwn', 'groupBy'],
  'String.prototype': ['padStart', 'padEnd', 'trimStart', 'trimEnd', 'matchAll', 'replaceAll', 'at', 'isWellFormed', 'toWellFormed'],
  'Array.prototype': ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  Promise: ['allSettled', 'any', 'withResolvers', 'try'],
  'Promise.prototype': ['finally'],
  Symbol: ['asyncIterator', 'matchAll'],
  'RegExp.prototype': ['dotAll', 'hasIndices', 'unicodeSets'],
};

/** Run inside the realm: what exists but does less there, because the engine is built without locale data. */
const WITHOUT_LOCALES = `
  String.prototype.normalize = function () { return String(this); };
  String.prototype.localeCompare = function (other) { return String(this) < String(other) ? -1 : String(this) > String(other) ? 1 : 0; };
  String.prototype.toLocaleLowerCase = function () { return String(this).toLowerCase(); };
  String.prototype.toLocaleUpperCase = function () { return String(this).toUpperCase(); };
  Number.prototype.toLocaleString = function () { return String(this); };
  Array.prototype.toLocaleString = function () { return String(this); };
  Date.prototype.toLocaleString = function () { return String(this); };
  Date.prototype.toLocaleDateString = function () { return this.toDateString(); };
  Date.prototype.toLocaleTimeString = function () { return this.toTimeString(); };
`;

function removal(engine: BareRealmOptions['engine']): string {
  const later = engine === 'es2016' ? Object.entries(LATER).flatMap(([owner, names]) => names.map((name) => `delete ${owner}.${name};`)) : [];
  const absent = engine === 'es2016' ? [...ABSENT, 'AggregateError', 'globalThis'] : ABSENT;
  return [...later, ...absent.map((name) => `delete globalThis.${name};`)].join('\n');
}

/** `Office` for the bare realm: the library's own, with ready callbacks that never come (documentation of events). */
function officeWithoutReady(office: Readonly<Record<string, unknown>>): object {
  return Object.create(office, { onReady: { value: () => new Promise(() => undefined) }, initialize: { value: null, writable: true } }) as object;
}

/** Opens a realm that has timers, fetch, XMLHttpRequest, console and Office, and nothing else. */
export function openBareRealm(options: BareRealmOptions): BareRealm {
  const timers = ownTimers((error) => options.onThrow(error));
  const say =
    (level: string) =>
    (...values: unknown[]): void =>
      options.onConsole(level, values);
  const sandbox = Object.assign(Object.create(null) as Record<string, unknown>, {
    ...timers.globals,
    Office: officeWithoutReady(options.office),
    console: { log: say('log'), info: say('info'), warn: say('warn'), error: say('error'), debug: say('debug') },
    fetch: fetchOf(options.fetcher),
    XMLHttpRequest: requestOf(options.fetcher),
  });
  const context = vm.createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(WITHOUT_LOCALES + removal(options.engine), context);
  return {
    run: (code, filename) => {
      new vm.Script(code, { filename }).runInContext(context);
    },
    close: timers.close,
  };
}

/** Only absolute addresses work in the classic runtime. */
function isAbsolute(url: string): boolean {
  return /^https:\/\//i.test(url);
}

function fetchOf(fetcher: Fetcher): (url: unknown) => Promise<unknown> {
  return async (url) => {
    if (typeof url !== 'string' || !isAbsolute(url)) throw new TypeError('Only absolute addresses can be fetched in this client.');
    const answer = await fetcher(url);
    if (answer === null) throw new TypeError('Failed to fetch');
    return {
      ok: answer.status >= 200 && answer.status < 300,
      status: answer.status,
      text: () => Promise.resolve(answer.text),
      json: () => Promise.resolve(JSON.parse(answer.text) as unknown),
    };
  };
}

function requestOf(fetcher: Fetcher): unknown {
  return class {
    url = '';
    status = 0;
    readyState = 0;
    responseText = '';
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    onreadystatechange: (() => void) | null = null;
    open(_method: string, url: string): void {
      this.url = url;
    }
    setRequestHeader(): void {
      // Headers change nothing here.
    }
    send(): void {
      const done = (answer: Awaited<ReturnType<Fetcher>>): void => {
        this.readyState = 4;
        this.status = answer?.status ?? 0;
        this.responseText = answer?.text ?? '';
        this.onreadystatechange?.();
        if (answer === null) this.onerror?.();
        else this.onload?.();
      };
      if (isAbsolute(this.url)) void fetcher(this.url).then(done, () => done(null));
      else setTimeout(() => done(null), 0);
    }
  };
}
