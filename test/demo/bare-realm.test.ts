import { nativeStage } from './native-stage';
import { until } from './until';
import { openBareRealm } from '../../src/demo/native/bare-realm';

/** What the classic client's runtime has and lacks, and what becomes of code that forgets it. */
function open(engine: 'es2016' | 'later' = 'es2016'): { readonly evaluate: (code: string) => unknown; readonly lines: unknown[] } {
  const lines: unknown[] = [];
  const realm = openBareRealm({
    office: {},
    fetcher: (url) => Promise.resolve(url.endsWith('/there') ? { status: 200, text: '{"a":1}' } : null),
    onThrow: (error) => lines.push(String(error)),
    onConsole: (_level, values) => lines.push(...values),
    engine,
  });
  return {
    evaluate: (code) => {
      lines.length = 0;
      realm.run(`console.log((function () { ${code} })())`, 'probe.js');
      return lines[0];
    },
    lines,
  };
}

describe('the bare realm', () => {
  const realm = open();

  test('has timers, fetch, XMLHttpRequest, console and Office', () => {
    expect(realm.evaluate("return ['setTimeout', 'clearTimeout', 'fetch', 'XMLHttpRequest', 'console', 'Office'].map(function (name) { return typeof this[name]; }, this).join()")).toBe(
      'function,function,function,function,object,object',
    );
  });

  test.each([
    ...['document', 'window', 'self', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'crypto', 'atob', 'btoa', 'TextDecoder', 'TextEncoder'],
    ...['URL', 'URLSearchParams', 'Blob', 'FormData', 'DOMParser', 'structuredClone', 'performance', 'process', 'Buffer', 'require', 'Intl', 'WebAssembly', 'BigInt', 'globalThis'],
  ])('lacks %s', (name) => {
    expect(realm.evaluate(`return typeof ${name};`)).toBe('undefined');
  });

  test.each(['Object.entries', 'Object.values', 'String.prototype.padStart', 'String.prototype.replaceAll', 'Array.prototype.flat', 'Array.prototype.at', 'Promise.prototype.finally', 'Promise.allSettled'])(
    'lacks %s, which came after ES2016',
    (name) => {
      expect(realm.evaluate(`return typeof ${name};`)).toBe('undefined');
      expect(open('later').evaluate(`return typeof ${name};`)).toBe('function');
    },
  );

  test('normalise does nothing, and locales do not count', () => {
    expect(realm.evaluate("return ['e\\u0301'.normalize('NFC').length, 'ä'.localeCompare('z', 'de'), (1234.5).toLocaleString('en-GB')].join()")).toBe('2,1,1234.5');
  });

  test('text is never run as code', () => {
    expect(() => realm.evaluate("return new Function('return 1')();")).toThrow(/Code generation from strings disallowed/);
  });

  test('only absolute addresses are fetched', async () => {
    realm.evaluate(
      "var say = console.log; fetch('policy.json').then(function () { say('fetched'); }, function (error) { say(error.message); }); fetch('https://a.example/there').then(function (answer) { return answer.json(); }).then(function (data) { say(data.a); });",
    );
    await until(() => realm.lines.length === 3);
    expect(realm.lines).toEqual([undefined, 'Only absolute addresses can be fetched in this client.', 1]);
  });

  test('a request that is not answered calls onerror', async () => {
    realm.evaluate("var say = console.log; var request = new XMLHttpRequest(); request.onerror = function () { say('error ' + request.status); }; request.open('GET', 'https://a.example/gone'); request.send();");
    await until(() => realm.lines.length === 2);
    expect(realm.lines[1]).toBe('error 0');
  });
});

/** Sends one draft in the classic client with this script and tells where it ended. */
async function sendWith(code: string | null, passes = 0): Promise<{ readonly end: string; readonly violations: readonly string[] }> {
  const { driver } = nativeStage({ code });
  driver.load({ client: 'classic-desktop', clockRate: 0, seed: { to: ['ann@centre.example'] } });
  driver.pressSend();
  await until(() => driver.state().phase !== 'checking' || driver.violations().length > 0);
  if (passes > 0) driver.skip(passes);
  const state = driver.state();
  const violations = driver.violations().map(({ what }) => what);
  driver.dispose();
  return { end: state.phase === 'asking' ? state.dialog.kind : state.phase === 'sent' ? state.outcome : state.phase, violations };
}

const handler = (body: string): string => `Office.actions.associate('onProbeSend', function (event) { ${body} });`;

describe('a script in the classic client', () => {
  test('that answers lets the draft go', async () => {
    expect(await sendWith(handler('event.completed({ allowEvent: true });'))).toEqual({ end: 'allowed', violations: [] });
  });

  test.each([
    ['that touches the page while loading does not load', `document.title = '';${handler('')}`],
    ['that imports another file does not load', `import './other.js';${handler('')}`],
    ['that is not there does not load', null],
  ])('%s, so the add-in is unavailable', async (_name, code) => {
    expect(await sendWith(code)).toEqual({ end: 'unavailable', violations: [] });
  });

  test('that touches storage in its handler runs into the five-minute limit', async () => {
    expect(await sendWith(handler("localStorage.setItem('a', 'b'); event.completed({ allowEvent: true });"), 300_000)).toEqual({
      end: 'timed-out',
      violations: ["The add-in's code threw: ReferenceError: localStorage is not defined"],
    });
  });

  test('that associates inside onReady has no handler, because onReady never comes', async () => {
    expect(await sendWith(`Office.onReady(function () { ${handler('event.completed({ allowEvent: true });')} });`)).toEqual({
      end: 'unavailable',
      violations: ['The add-in has no handler of the name that the manifest gives for this event.'],
    });
  });

  test('whose handler has another letter case is found all the same', async () => {
    expect(await sendWith("Office.actions.associate('ONPROBESEND', function (event) { event.completed({ allowEvent: true }); });")).toEqual({ end: 'allowed', violations: [] });
  });
});
