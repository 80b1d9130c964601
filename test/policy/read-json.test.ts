import fc from 'fast-check';
import { readJson } from '../../src/policy/read-json';

function read(text: string): unknown {
  const result = readJson(text);
  return result.ok ? result.value : `line ${result.line}, column ${result.column}: ${result.message}`;
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The only refusals that `JSON.parse` does not share. */
const STRICTER = /is already set on line|cannot be a key|nested more than|the file is empty/;

describe('JSON is read as JSON.parse reads it', () => {
  test('any JSON, compact or laid out', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 0, max: 4 }), (compact, indent) => {
        const text = JSON.stringify(JSON.parse(compact), null, indent);
        const result = readJson(text);
        if (result.ok) expect(result.value).toEqual(JSON.parse(text));
        else expect(result.message).toMatch(STRICTER);
      }),
      { numRuns: 300 },
    );
  });

  test('any text: refused when JSON.parse refuses it, and never otherwise', () => {
    const near = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '\\', '\\u00e9', '1', '-', '0', '.5', 'e3', 'true', 'null', ' ', '\n', '/', "'"), { maxLength: 14 });
    fc.assert(
      fc.property(fc.oneof(near.map((parts) => parts.join('')), fc.string()), (text) => {
        const result = readJson(text);
        const expected = parsed(text);
        if (result.ok) expect({ value: result.value }).toEqual(expected);
        else if (expected !== null) expect(result.message).toMatch(STRICTER);
        else expect(result.message).toMatch(/\.$/);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['escapes', '"a\\n\\t\\"\\\\\\/\\b\\f\\r\\u00e9\\ud83d\\ude00"', 'a\n\t"\\/\b\f\ré😀'],
    ['an empty text key', '{"":1}', { '': 1 }],
    ['numbers', '[0,-1,1.5,2e3,-0.5E-2]', [0, -1, 1.5, 2000, -0.005]],
    ['white space of every kind', ' \t\r\n[ ]\n', []],
  ])('%s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  test('a reserved key is refused wherever it stands, and written any way', () => {
    expect(read('{"a":{"\\u005f_proto__":{"on":true}}}')).toBe('line 1, column 7: "__proto__" cannot be a key. Choose another.');
    expect(({} as { on?: boolean }).on).toBeUndefined();
  });

  test('a file far too long is not read at all', () => {
    expect(read(`"${'x'.repeat(4_000_000)}"`)).toBe('line 1, column 1: the file is far too long for a pack. Check that it is the right file.');
  });

  test('lines end in any of the usual ways', () => {
    expect(read('{\r\n  "a": 1,\r\n  "b" 2\r\n}')).toBe('line 3, column 7: a colon is missing after "b". Add it.');
  });
});
