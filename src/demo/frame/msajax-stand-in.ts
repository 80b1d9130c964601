/*
 * The few pieces of an old Microsoft script library that office.js expects to find. The npm package does not contain
 * it and would fetch it from a public address; this stand-in is loaded before office.js instead. The library uses it for
 * checks of its own parameters, which are no-ops here.
 */
(() => {
  type Loose = Record<string, unknown>;
  const scope = globalThis as unknown as Loose;

  const namespaceOf = (path: string): Loose =>
    path.split('.').reduce<Loose>((parent, name) => {
      parent[name] ??= {};
      return parent[name] as Loose;
    }, scope);

  scope.Type = Function;
  Object.assign(Function, { registerNamespace: namespaceOf, _validateParams: () => null, _validateParameter: () => null });
  Object.assign(Function.prototype, {
    registerClass() {
      return this;
    },
  });

  const failure = (kind: string) =>
    function fail(parameter?: unknown, actual?: unknown, expected?: unknown): Error {
      const text = [parameter, actual, expected].filter((part) => typeof part === 'string' || typeof part === 'number').join(', ');
      const error = new Error(`Sys.${kind}Exception: ${text}`);
      error.name = `Sys.${kind}Exception`;
      return error;
    };
  Object.assign(Error, {
    argument: failure('Argument'),
    argumentNull: failure('ArgumentNull'),
    argumentOutOfRange: failure('ArgumentOutOfRange'),
    argumentType: failure('ArgumentType'),
    argumentUndefined: failure('ArgumentUndefined'),
    invalidOperation: failure('InvalidOperation'),
    parameterCount: failure('ParameterCount'),
  });

  class StringBuilder {
    private parts: string[] = [];
    append(part: unknown): this {
      this.parts.push(String(part));
      return this;
    }
    toString(): string {
      return this.parts.join('');
    }
  }
  const Sys = namespaceOf('Sys');
  Object.assign(Sys, {
    StringBuilder,
    Debug: { trace: () => undefined },
    Browser: { agent: null, name: 'simulator', version: 1 },
    Serialization: { JavaScriptSerializer: { serialize: (value: unknown) => JSON.stringify(value), deserialize: (text: string) => JSON.parse(text) as unknown } },
  });
})();
