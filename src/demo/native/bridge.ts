import type { Answer } from '../host/call';
import { APP_NUMBERS } from '../host/start-data';
import type { RuntimePort } from '../host/runtime';
import { namedParams } from './params';

/** The event that carries launches, and the call that carries their completion. */
const LAUNCH_EVENT = 39;
const COMPLETED = 94;

const ITEM_CHANGED = 46;

/** Numbers of client events on the native wire, by their web names. */
const EVENT_NAMES: Readonly<Record<number, string>> = {
  46: 'olkItemSelectedChanged',
  47: 'olkRecipientsChanged',
  48: 'olkAppointmentTimeChanged',
  49: 'olkRecurrenceChanged',
  50: 'olkAttachmentsChanged',
  51: 'olkEnhancedLocationsChanged',
  52: 'olkInfobarClicked',
  55: 'olkInitializationContextChanged',
};

/** Calls that every Office host knows. They share numbers with nothing in the mail table except 99, which mail wins. */
const COMMON = new Set([COMPLETED, 97, 98, 102, 144, 145]);

interface NativeArray {
  toArray(): readonly unknown[];
}

const nativeArray = (...values: readonly unknown[]): NativeArray => ({ toArray: () => [...values] });

type Handler = (dispatchId: number, payload: unknown) => void;

/** `window.external` as the library expects it of a native host, and what the host raises through it. */
export interface NativeBridge {
  readonly external: Readonly<Record<string, unknown>>;
  launch(invocationId: string, functionName: string, eventText: string): void;
  raise(event: string, payload: unknown): void;
  close(): void;
}

function nativeAnswer(answer: Answer, itemNumber: number): NativeArray {
  const extra = JSON.stringify({ itemNumber });
  switch (answer.kind) {
    case 'error':
      return nativeArray(JSON.stringify({}), answer.code, extra);
    case 'raw':
      return nativeArray(JSON.stringify(answer.body), 0, extra);
    case 'data':
      return nativeArray(JSON.stringify({ data: answer.data }), 0, extra);
  }
}

export function createBridge(port: RuntimePort, clientVersion: () => string, onThrow: (error: unknown) => void): NativeBridge {
  /** Calls into the library; what the add-in's callbacks throw comes back through it. */
  const enter = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      onThrow(error);
    }
  };
  const handlers = new Map<number, Handler>();
  const start = port.start();
  const { appContext } = start;
  let isClosed = false;
  let itemNumber = Number(start.initialData?.itemNumber ?? 0);

  const settings = {
    Read: (keys: unknown[], values: unknown[]) => {
      keys.push('SettingsKey');
      values.push(JSON.stringify(appContext._settings));
    },
    Write: (keys: readonly unknown[], values: readonly unknown[]) => {
      const text = values[keys.indexOf('SettingsKey')];
      if (typeof text === 'string') port.call(404, [JSON.parse(text)], () => undefined);
    },
  };

  const context = {
    GetAppType: () => APP_NUMBERS.script,
    GetSolutionRef: () => appContext._id,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 2,
    GetAppUILocale: () => appContext._appUILocale,
    GetAppDataLocale: () => appContext._dataLocale,
    GetDocUrl: () => appContext._docUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => '',
    GetInstanceId: () => appContext._appInstanceId,
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetSupportedMatrix: () => appContext._requirementMatrix,
    GetHostCustomMessage: () => '',
    GetHostFullVersion: () => clientVersion(),
    GetDialogRequirementMatrix: () => '{}',
    GetFeaturesForSolution: () => '{}',
    GetInitialDisplayMode: () => 0,
    GetSettings: () => settings,
  };

  const execute = (dispatchId: number, given: unknown, callback: (answer: NativeArray, code: number) => void): void => {
    if (isClosed) return;
    if (dispatchId === 1) {
      const { initialData } = port.start();
      setTimeout(() => enter(() => callback(initialData === null ? nativeArray() : nativeArray(JSON.stringify(initialData), 0), 0)), 0);
      return;
    }
    if (dispatchId === COMPLETED) {
      const [id, status, json] = (Array.isArray(given) ? given : []) as readonly unknown[];
      port.common(COMPLETED, {});
      port.completed(String(id), Number(status), typeof json === 'string' ? json : '');
      callback(nativeArray(0), 0);
      return;
    }
    if (COMMON.has(dispatchId)) {
      const answer = port.common(dispatchId, {}) ?? {};
      callback(nativeArray(answer.Error ?? 0), 0);
      return;
    }
    const { params } = namedParams(dispatchId, given);
    port.call(dispatchId, params, (answer) => {
      // A newer item number makes the library itself answer "item changed".
      const isStale = answer.kind === 'error' && answer.code === 9030;
      if (!isClosed) enter(() => callback(nativeAnswer(answer, isStale ? itemNumber + 1 : itemNumber), 0));
    });
  };

  const registerEvent = (dispatchId: number, _target: unknown, handler: Handler, callback: (answer: NativeArray) => void): void => {
    handlers.set(dispatchId, handler);
    callback(nativeArray(0));
    if (dispatchId === LAUNCH_EVENT) setTimeout(() => !isClosed && port.ready(), 0);
    else port.registered(EVENT_NAMES[dispatchId] ?? `event ${dispatchId}`);
  };

  const unregisterEvent = (dispatchId: number, _target: unknown, callback: (answer: NativeArray) => void): void => {
    handlers.delete(dispatchId);
    port.unregistered(EVENT_NAMES[dispatchId] ?? `event ${dispatchId}`);
    callback(nativeArray(0));
  };

  return {
    external: {
      GetHostInfo: () => `Outlook|Win32|16.02|${String(appContext._appUILocale)}|00000000-0000-4000-8000-000000000000||disableLogging|0`,
      GetLoggingAllowed: () => false,
      GetContext: () => context,
      Execute: execute,
      RegisterEvent: registerEvent,
      UnregisterEvent: unregisterEvent,
    },
    launch: (invocationId, functionName, eventText) => {
      enter(() => handlers.get(LAUNCH_EVENT)?.(LAUNCH_EVENT, nativeArray(invocationId, functionName, eventText)));
    },
    raise: (event, payload) => {
      const found = Object.entries(EVENT_NAMES).find(([, name]) => name === event);
      const dispatchId = Number(found?.[0] ?? 0);
      const texts = [JSON.stringify(payload)];
      if (dispatchId === ITEM_CHANGED) {
        itemNumber = Number((payload as { itemNumber?: number } | null)?.itemNumber ?? itemNumber);
        texts.push(JSON.stringify({ itemNumber }));
      }
      enter(() => handlers.get(dispatchId)?.(dispatchId, nativeArray(...texts)));
    },
    close: () => {
      isClosed = true;
      handlers.clear();
    },
  };
}
