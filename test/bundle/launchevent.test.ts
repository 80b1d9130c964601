import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { parse } from 'acorn';
import { openBareRealm } from '../../src/demo/native/bare-realm';
import { rules } from '../../src/rules';
import { builtFolder, builtWithoutInspectors } from '../built';
import { DRAFTS, LETTER, REGISTER, WEDNESDAY, fileOf } from '../outlook/drafts';
import { fakeEvent, fakeOutlook } from '../outlook/fake-office';
import type { FakeDraft, FakeOutlook } from '../outlook/fake-office';

/** The most the file may weigh, in kilobytes after gzip. What it is made up of and why: docs/decisions/006. */
const BUDGET = 176;
/** The most of it that the inspectors may weigh: what the file is heavier with them than without. */
const INSPECTORS_BUDGET = 58;

const packed = (text: string): number => zlib.gzipSync(text, { level: 9 }).length / 1024;

let code: string;
beforeAll(() => {
  code = fs.readFileSync(path.join(builtFolder(), 'launchevent.js'), 'utf8');
}, 240_000);

describe('the file that answers a send', () => {
  test('keeps to its budget', () => {
    console.log(`launchevent.js: ${(code.length / 1024).toFixed(1)} KB minified, ${packed(code).toFixed(1)} KB gzip, of ${BUDGET} KB`);
    expect(packed(code)).toBeLessThanOrEqual(BUDGET);
  });

  test('has inspectors that keep to theirs', () => {
    const inspectors = packed(code) - packed(fs.readFileSync(builtWithoutInspectors(), 'utf8'));
    console.log(`its inspectors: ${inspectors.toFixed(1)} KB gzip, of ${INSPECTORS_BUDGET} KB`);
    expect(inspectors).toBeLessThanOrEqual(INSPECTORS_BUDGET);
    // What inspects nothing would weigh nothing.
    expect(inspectors).toBeGreaterThan(INSPECTORS_BUDGET / 2);
  }, 240_000);

  test('is ES2020 in every line, without modules, and asks for no other file', () => {
    // `require` and `importScripts` would be found among the globals below; import() is searched for here.
    expect(code).not.toMatch(/\bimport\s*\(/);
    const tree = parse(code, { ecmaVersion: 2020, sourceType: 'script' });
    expect(tree.body).toHaveLength(1);
    expect(fs.readdirSync(builtFolder()).filter((name) => /^launchevent\..*js$|^\d+\.js$/.test(name))).toEqual(['launchevent.js']);
  });

  test('has nothing of a development build, and runs no text as code', () => {
    for (const found of [/\beval\s*\(/, /\bnew Function\b/, /sourceMappingURL/, /webpackHotUpdate/]) expect(`${found.source}: ${found.test(code)}`).toBe(`${found.source}: false`);
  });

  test('carries nothing of the rules that only the docs, the forms and the loader of policies read', () => {
    const apostrophesAside = (text: string): string => text.replace(/[^ -&(-~]/g, '');
    const bare = apostrophesAside(code.replace(/\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\'/g, ''));
    for (const { id, title, why } of rules) expect({ id, hasTitle: bare.includes(apostrophesAside(title)), hasWhy: bare.includes(apostrophesAside(why)) }).toEqual({ id, hasTitle: true, hasWhy: false });
    const headings = rules.flatMap(({ tips }) => Object.values(tips).flatMap(({ title }) => title ?? []));
    expect(headings.length).toBeGreaterThan(5);
    expect(headings.filter((heading) => bare.includes(apostrophesAside(heading)))).toEqual([]);
    expect(code).not.toContain('~standard');
  });

  test('names no global that classic Outlook lacks', () => {
    const tree = parse(code, { ecmaVersion: 2020, sourceType: 'script' });
    const strange = freeNames(tree).filter((name) => !KNOWN.has(name));
    // These are asked for before they are used: by fflate, in what we do not use of it; by us, for what a page may have loaded and for keeping a policy in a browser.
    expect(strange.filter((name) => !(ASKED_FOR.has(name) && new RegExp(`typeof ${name}\\b`).test(code)))).toEqual([]);
  });

  test('escapes what is not ASCII, for caches that take it for Windows-1252', () => {
    expect(/[^\u0000-\u007f]/.test(code)).toBe(false);
  });
});

/** The globals of ES2016 that have a use here, and what the runtime adds to them. */
const KNOWN = new Set(
  (
    'Array ArrayBuffer Boolean DataView Date Error Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array JSON Map Math NaN Number ' +
    'Object Promise Proxy RangeError Reflect RegExp Set String Symbol SyntaxError TypeError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet ' +
    'decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt undefined arguments Office setTimeout clearTimeout console fetch'
  ).split(' '),
);

const ASKED_FOR = new Set(['TextDecoder', 'queueMicrotask', 'heedReaders', 'localStorage']);

/** Every name that is used and declared nowhere in the file: a name that hides another somewhere is not seen here. */
function freeNames(tree: unknown): readonly string[] {
  const declared = new Set<string>();
  const used = new Set<string>();
  const names = (pattern: any): void => {
    if (pattern === null || pattern === undefined) return;
    if (pattern.type === 'Identifier') declared.add(pattern.name);
    else if (pattern.type === 'ObjectPattern') pattern.properties.forEach((one: any) => names(one.value ?? one.argument));
    else if (pattern.type === 'ArrayPattern') pattern.elements.forEach(names);
    else if (pattern.type === 'AssignmentPattern') names(pattern.left);
    else if (pattern.type === 'RestElement') names(pattern.argument);
  };
  const waiting: any[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'VariableDeclarator') names(node.id);
    if (/Function/.test(node.type)) {
      if (node.id) declared.add(node.id.name);
      node.params.forEach(names);
    }
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') names(node.id);
    if (node.type === 'CatchClause') names(node.param);
    if (node.type === 'Identifier') used.add(node.name);
    for (const key of Object.keys(node)) {
      if (key === 'label' || (key === 'property' && node.computed === false) || (key === 'key' && node.computed !== true)) continue;
      const value = node[key];
      for (const child of Array.isArray(value) ? value : [value]) {
        if (child !== null && typeof child === 'object' && typeof child.type === 'string') waiting.push(child);
      }
    }
  }
  return [...used].filter((name) => !declared.has(name)).sort();
}

/** A runtime of its own, as for every event: the file is loaded anew, with nothing but what classic Outlook has. */
async function run(outlook: FakeOutlook, name = 'onMessageSend'): Promise<any> {
  const thrown: unknown[] = [];
  const realm = openBareRealm({
    office: outlook.Office,
    engine: 'es2016',
    fetcher: () => Promise.resolve(null),
    onThrow: (error) => thrown.push(error),
    onConsole: () => undefined,
  });
  try {
    realm.run(`Date.now = function () { return ${WEDNESDAY}; };`, 'clock.js');
    realm.run(code, 'launchevent.js');
    const handler = outlook.handlers[name];
    if (handler === undefined) throw new Error(`nothing was associated with ${name}`);
    const { event, answers } = fakeEvent();
    handler(event);
    for (const began = Date.now(); answers.length === 0 && Date.now() - began < 10_000; ) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(thrown).toEqual([]);
    expect(answers).toHaveLength(1);
    return answers[0];
  } finally {
    realm.close();
  }
}

const send = (draft: FakeDraft, name?: string): Promise<any> => run(fakeOutlook(draft), name);

describe('as built, in a runtime that lacks all that classic Outlook lacks', () => {
  test('names its handlers while it loads', async () => {
    const outlook = fakeOutlook({});
    await run(outlook);
    expect(Object.keys(outlook.handlers).sort()).toEqual(['onAppointmentAttachmentsChanged', 'onAppointmentSend', 'onMessageAttachmentsChanged', 'onMessageSend']);
  });

  test('an ordinary draft goes', async () => {
    expect(await send(DRAFTS['allow']!)).toEqual({ allowEvent: true });
  });

  test('a draft without a subject is a warning', async () => {
    expect(await send(DRAFTS['warn']!)).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser', commandId: 'heedMessagePane' });
  });

  test('a register to a parent asks for a reason', async () => {
    const answer = await send(DRAFTS['justify']!);
    expect(answer).toMatchObject({ allowEvent: false });
    expect(answer).not.toHaveProperty('sendModeOverride');
    expect(answer.errorMessage).toContain('register.csv');
    expect(answer.errorMessage).toContain('LAAT policy V1');
  });

  test('a meeting with it, too', async () => {
    expect(await send({ ...DRAFTS['justify']!, kind: 'appointment' }, 'onAppointmentSend')).toMatchObject({ allowEvent: false, commandId: 'heedAppointmentPane' });
  });

  test.each(fs.readdirSync(path.join(__dirname, '..', 'inspectors', 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.(?:xlsx|docx|pdf|zip|eml|msg|xls|doc|pptx|csv|rtf|7z)$/.test(entry.name) && fs.statSync(path.join(entry.parentPath, entry.name)).size < 2e6).slice(0, 60).map((entry) => [entry.name, path.join(entry.parentPath, entry.name)] as const))(
    'reads %s and answers',
    async (name, file) => {
      const bytes = fs.readFileSync(file);
      const answer = await send({ to: ['info@fellside.example'], attachments: [{ id: 'a', name, size: bytes.length, content: bytes.toString('base64') }] });
      expect(typeof answer.allowEvent).toBe('boolean');
      // Missing globals inside an inspector would come out as a failed reading.
      expect(answer.errorMessage ?? '').not.toMatch(/is not defined|is not a function|undefined/);
    },
  );

  test('protected correspondents alone: nothing is read, nothing is said', async () => {
    const outlook = fakeOutlook({ to: ['caseworker@neu.org.uk'], subject: '', attachments: [REGISTER] });
    expect(await run(outlook)).toEqual({ allowEvent: true });
    expect(outlook.asked).not.toContain('body html');
  });

  test('a warm-up in one runtime saves the next its reading', async () => {
    const outlook = fakeOutlook({ attachments: [LETTER, fileOf('plan.txt', 'The plan.')] });
    expect(await run(outlook, 'onMessageAttachmentsChanged')).toBeUndefined();
    outlook.asked.length = 0;
    expect(await run(outlook)).toEqual({ allowEvent: true });
    expect(outlook.asked).not.toContain('content');
  });

  test('a call that never answers does not keep it from answering', async () => {
    const answer = await run(fakeOutlook({ to: ['info@fellside.example'] }, { subject: 'hang' }));
    expect(answer.allowEvent).toBe(false);
    expect(answer.errorMessage).toContain('did not give the subject in time');
  });
});
