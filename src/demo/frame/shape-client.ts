/*
 * Makes the npm library, frozen in 2022, look like the client that the simulator was told to be: hides members of newer
 * requirement sets, adds those that a newer client has, makes single members throw, and shifts the page's clock. Runs
 * right after office.js and before the add-in. It adds and hides; it never changes what a call of the library does.
 */
(() => {
  interface Shape {
    readonly missing: readonly string[];
    readonly throwing: readonly string[];
    readonly addsNewer: boolean;
    readonly clockShift: number;
  }
  interface Result {
    readonly status: 'succeeded' | 'failed';
    readonly value: unknown;
    readonly error?: { readonly code: number; readonly name: string; readonly message: string };
    readonly asyncContext: unknown;
  }
  type Callback = (result: Result) => void;
  type Member = (...values: unknown[]) => unknown;
  type Loose = Record<string, unknown>;

  const scope = globalThis as unknown as {
    name?: string;
    composeSimulatorShape?: Shape;
    Date: DateConstructor;
    Office?: {
      onReady: (callback?: (info: unknown) => unknown) => Promise<unknown>;
      actions: { associate: (name: string, handler: Member) => void };
      context: Loose & { mailbox?: { item?: object | null; initialData?: Loose } };
      EventType?: Loose;
      MailboxEnums?: Loose;
    };
    OSF?: {
      _OfficeAppFactory: { getId(): string; getClientEndPoint(): EndPoint | null };
      ClientHostController?: {
        execute(id: number, params: unknown, callback: (native: { toArray(): readonly unknown[] }) => void): void;
        registerEvent(id: number, target: string, handler: (id: number, payload: unknown) => void, callback: () => void): void;
      };
    };
  };
  interface EndPoint {
    invoke(method: string, callback: (code: number, answer: unknown) => void, params: unknown): void;
    registerForEvent(name: string, handler: (payload: unknown) => void, callback: () => void, data: unknown): void;
  }

  const readShape = (): Shape | null => {
    if (scope.composeSimulatorShape !== undefined) return scope.composeSimulatorShape;
    try {
      return (JSON.parse(scope.name ?? '') as { simulator?: Shape }).simulator ?? null;
    } catch {
      return null;
    }
  };
  const shape = readShape();
  const office = scope.Office;
  if (shape === null || office === undefined) return;

  if (shape.clockShift !== 0) {
    const RealDate = scope.Date;
    class ShiftedDate extends RealDate {
      constructor(...values: unknown[]) {
        if (values.length === 0) super(RealDate.now() + shape!.clockShift);
        else super(...(values as [number]));
      }
      static override now(): number {
        return RealDate.now() + shape!.clockShift;
      }
    }
    scope.Date = ShiftedDate as unknown as DateConstructor;
  }

  /** Sends a call the library does not know, and answers as its calls do. */
  const send = (dispatchId: number, params: unknown, rest: readonly unknown[]): void => {
    const callback = rest.find((value) => typeof value === 'function') as Callback | undefined;
    const options = rest.find((value) => typeof value === 'object' && value !== null) as Loose | undefined;
    const answer = (body: unknown): void => {
      const { error, errorCode, data, wasSuccessful } = (body ?? {}) as Loose;
      const isFailed = error === true || wasSuccessful === false;
      const code = isFailed ? Number(errorCode ?? 5000) : 0;
      const result: Result = {
        status: isFailed ? 'failed' : 'succeeded',
        value: isFailed ? undefined : data,
        asyncContext: options?.asyncContext,
        ...(isFailed ? { error: { code, name: 'SimulatedError', message: `The host answered with the code ${code}.` } } : {}),
      };
      callback?.(result);
    };
    const osf = scope.OSF;
    const endPoint = osf?._OfficeAppFactory.getClientEndPoint() ?? null;
    if (osf !== undefined && endPoint !== null) {
      const controlId = osf._OfficeAppFactory.getId();
      endPoint.invoke('ExecuteMethod', (_code, body) => answer(body), {
        ...(params === undefined ? {} : { ApiParams: params }),
        MethodData: { ControlId: controlId, DispatchId: dispatchId },
      });
      return;
    }
    osf?.ClientHostController?.execute(dispatchId, [JSON.stringify(params ?? {})], (native) => {
      const [text, code] = native.toArray();
      answer(code === 0 ? JSON.parse(String(text)) : { error: true, errorCode: code });
    });
  };

  /** An object like the given one, in which the library's own members can be replaced: there they are read-only. */
  const loosened = (source: object): Loose => {
    const copy = Object.create(Object.getPrototypeOf(source) as object) as Loose;
    for (const name of Object.getOwnPropertyNames(source)) {
      Object.defineProperty(copy, name, {
        value: (source as Loose)[name],
        enumerable: Object.prototype.propertyIsEnumerable.call(source, name),
        configurable: true,
        writable: true,
      });
    }
    return copy;
  };
  const newerMembers = (item: Loose): Loose => ({
    closeAsync: (...rest: unknown[]) => send(203, { discardItem: (rest[0] as Loose | undefined)?.discardItem ?? false }, rest),
    getConversationIndexAsync: (...rest: unknown[]) => send(213, undefined, rest),
    getItemClassAsync: (...rest: unknown[]) => send(210, undefined, rest),
    inReplyTo: office.context.mailbox?.initialData?.inReplyTo ?? null,
    sendAsync: (...rest: unknown[]) => send(215, undefined, rest),
    sensitivityLabel: {
      getAsync: (...rest: unknown[]) => send(201, undefined, rest),
      setAsync: (label: unknown, ...rest: unknown[]) => send(200, { sensitivityLabelID: String(label) }, rest),
    },
    body: Object.assign(loosened(item.body as object), {
      prependOnSendAsync: (data: unknown, ...rest: unknown[]) => {
        const type = (rest[0] as Loose | undefined)?.coercionType;
        send(197, { appendTxt: data, coercionType: type === 'html' ? 3 : 0 }, rest);
      },
    }),
  });

  /** `InitializationContextChanged` is newer than the library, which would refuse its name. */
  const CONTEXT_CHANGED = 'olkInitializationContextChanged';
  const CONTEXT_CHANGED_ID = 55;
  const addHandler = (original: Member) => (type: unknown, handler: Member, ...rest: unknown[]) => {
    if (type !== CONTEXT_CHANGED) return original(type, handler, ...rest);
    const callback = rest.find((value) => typeof value === 'function') as Callback | undefined;
    const done = (): void => callback?.({ status: 'succeeded', value: undefined, asyncContext: undefined });
    const raise = (payload: unknown): void => {
      const text = Array.isArray(payload) ? String(payload[0]) : String(payload);
      handler({ type, ...(JSON.parse(text) as object) });
    };
    const osf = scope.OSF;
    const endPoint = osf?._OfficeAppFactory.getClientEndPoint() ?? null;
    if (osf !== undefined && endPoint !== null) {
      endPoint.registerForEvent(CONTEXT_CHANGED, raise, done, { controlId: osf._OfficeAppFactory.getId(), eventDispId: CONTEXT_CHANGED_ID, targetId: '' });
    } else osf?.ClientHostController?.registerEvent(CONTEXT_CHANGED_ID, '', (_id, payload) => raise(payload), done);
    return undefined;
  };

  /** Replaces or removes the member at a path of one or two names; parts on the way are copied first. */
  const change = (item: Loose, path: string, replace: (() => never) | null): void => {
    const [first, second] = path.split('.') as [string, string | undefined];
    const isThere = second === undefined ? first in item : typeof item[first] === 'object' && item[first] !== null;
    if (!isThere) return;
    if (second === undefined && replace === null) {
      delete item[first];
      return;
    }
    if (second === undefined) {
      item[first] = replace;
      return;
    }
    const part = loosened(item[first] as object);
    if (replace === null) delete part[second];
    else part[second] = replace;
    item[first] = part;
  };

  const shaped = (libraryItem: object): Loose => {
    const item = loosened(libraryItem);
    if (shape.addsNewer) {
      for (const [name, value] of Object.entries(newerMembers(item))) {
        if (!(name in item) || name === 'body') Object.defineProperty(item, name, { value, configurable: true, writable: true });
      }
      item.addHandlerAsync = addHandler(item.addHandlerAsync as Member);
    }
    for (const path of shape.missing) change(item, path, null);
    for (const path of shape.throwing) {
      change(item, path, () => {
        throw new Error(`${path} threw, as the simulator was told.`);
      });
    }
    return item;
  };

  let isHooked = false;
  /** From here on `mailbox.item` is the shaped one, also after the library has put another in its place. */
  const hook = (): void => {
    const { mailbox } = office.context;
    if (isHooked || mailbox === undefined) return;
    isHooked = true;
    if (shape.addsNewer && office.EventType !== undefined) office.EventType.InitializationContextChanged ??= CONTEXT_CHANGED;
    if (shape.addsNewer && office.MailboxEnums !== undefined) office.MailboxEnums.SendModeOverride ??= { PromptUser: 'promptUser' };
    let libraryItem = mailbox.item;
    let item = libraryItem ? shaped(libraryItem) : libraryItem;
    Object.defineProperty(mailbox, 'item', {
      enumerable: true,
      configurable: true,
      get: () => item,
      set: (next: object | null | undefined) => {
        libraryItem = next;
        item = libraryItem ? shaped(libraryItem) : libraryItem;
      },
    });
  };

  const ready = office.onReady;
  office.onReady = (callback) =>
    ready.call(office).then((info) => {
      hook();
      callback?.(info);
      return info;
    });
  const associate = office.actions.associate;
  office.actions.associate = (name, handler) =>
    associate.call(office.actions, name, (...values) => {
      hook();
      return handler(...values);
    });
})();
