import type { RuntimeHandle, RuntimePort, StartRuntime } from '../host/runtime';
import { openBareRealm } from './bare-realm';
import type { BareRealmOptions, Fetcher } from './bare-realm';
import { createBridge } from './bridge';
import { openLibraryRealm } from './library-realm';
import type { NativeFiles } from './library-realm';

export interface NativeOptions {
  readonly files: NativeFiles;
  /** The text of the script at this address; null when there is none, which is a load error. */
  script(url: string): string | null;
  readonly fetcher?: Fetcher;
  readonly engine?: BareRealmOptions['engine'];
  onConsole?(level: string, values: readonly unknown[]): void;
}

type AnyFunction = (...values: unknown[]) => unknown;

/** What an error says, whichever realm it comes from. */
function messageOf(error: unknown): string {
  const { name, message } = (error ?? {}) as { readonly name?: unknown; readonly message?: unknown };
  return typeof message === 'string' ? `${typeof name === 'string' ? `${name}: ` : ''}${message}` : String(error);
}

/**
 * Starts runtimes as the classic client does: the library behind a native bridge, and the add-in's one script in a realm
 * of its own that lacks nearly everything. Panes have no page here; their script runs beside the library.
 */
export function nativeRuntime(options: NativeOptions): StartRuntime {
  return (port: RuntimePort): RuntimeHandle => {
    const onThrow = (error: unknown): void => port.threw(messageOf(error));
    const bridge = createBridge(port, () => '16.0.19725.20126', onThrow);
    const library = openLibraryRealm(options.files, bridge.external, port.shape, onThrow);
    const office = library.office();
    catchRejections(office, onThrow);
    const bare = port.isScript
      ? openBareRealm({
          office,
          fetcher: options.fetcher ?? (() => Promise.resolve(null)),
          onThrow,
          onConsole: options.onConsole ?? (() => undefined),
          engine: options.engine ?? 'es2016',
        })
      : null;
    let isClosed = false;
    const handle: RuntimeHandle = {
      launch: bridge.launch,
      raise: bridge.raise,
      close: () => {
        isClosed = true;
        bridge.close();
        library.close();
        bare?.close();
      },
    };
    (office.onReady as AnyFunction)(() => undefined);
    // As late as a loaded file would be, so that the host has its handle.
    setTimeout(() => {
      if (isClosed) return;
      const code = options.script(port.url);
      if (code === null) {
        port.failed(`there is nothing at ${port.url}`);
        return;
      }
      try {
        if (bare !== null) bare.run(code, port.url);
        else library.run(code, port.url);
      } catch (error) {
        port.failed(messageOf(error));
      }
    }, 0);
    return handle;
  };
}

/** Handlers may be async; what they reject with is told like a throw instead of ending the process. */
function catchRejections(office: Record<string, unknown>, onThrow: (error: unknown) => void): void {
  const actions = office.actions as { associate: AnyFunction };
  const associate = actions.associate;
  actions.associate = (name, handler) =>
    associate.call(actions, name, (...values: unknown[]) => {
      const result = (handler as AnyFunction)(...values) as { then?: AnyFunction } | undefined;
      if (typeof result?.then === 'function') result.then(undefined, onThrow);
      return result;
    });
}
