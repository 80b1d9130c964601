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

  test.each([
    ['a no-break space before a key', '{\n\u00a0 "version": "1" }', 'line 2, column 1: an invisible character (no-break space) stands here. Delete what is before "version" and type it again.'],
    ['a zero-width space before a key', '{ \u200b"version": "1" }', 'line 1, column 3: an invisible character (zero-width space) stands here. Delete what is before "version" and type it again.'],
    ['a byte order mark in the middle', '{ \ufeff"version": "1" }', 'line 1, column 3: an invisible character (byte order mark) stands here. Delete what is before "version" and type it again.'],
    ['one before a value', '{ "on":\u00a0true }', 'line 1, column 8: an invisible character (no-break space) stands here. Delete what is before t and type it again.'],
    ['one before a colon', '{ "on"\u2003: true }', 'line 1, column 7: an invisible character (U+2003) stands here. Delete what is before : and type it again.'],
    ['one after a number', '{ "days": 5\u200b, "on": true }', 'line 1, column 12: an invisible character (zero-width space) stands here. Delete what is before , and type it again.'],
    ['one after a word', '[true\u200b]', 'line 1, column 6: an invisible character (zero-width space) stands here. Delete what is before ] and type it again.'],
    ['one after the end', '{}\u00a0', 'line 1, column 3: an invisible character (no-break space) stands here. Delete it.'],
    ['every indent of a page', '{\n\u00a0\u00a0"a": 1,\n\u00a0\u00a0"b": 2 }', 'line 2, column 1: an invisible character (no-break space) stands here, and 3 more of it elsewhere. Have your editor replace each with a plain space.'],
    ['two that stand for nothing', '{\u200b"a": \u200b1 }', 'line 1, column 2: an invisible character (zero-width space) stands here, and 1 more of it elsewhere. Have your editor replace each with nothing.'],
  ])('what cannot be seen is named: %s', (_, text, sentence) => {
    expect(read(text)).toBe(sentence);
  });

  test('inside a text it is part of the text', () => {
    expect(read('{ "name": "Harbour\u00a0room" }')).toEqual({ name: 'Harbour\u00a0room' });
  });

  test.each([
    ['# comment\n{}', 'line 1, column 1: JSON has no comments. Remove it.'],
    ['{ # comment\n "a": 1 }', 'line 1, column 3: JSON has no comments. Remove it.'],
    ['{ "a": 1 # comment\n}', 'line 1, column 10: JSON has no comments. Remove it.'],
    ['{ "a": 014 }', 'line 1, column 8: "014" is not a number that JSON knows. Write 14, or put it in quotation marks.'],
    ['{ "a": +14 }', 'line 1, column 8: "+14" is not a number that JSON knows. Write 14, or put it in quotation marks.'],
    ['{ "a": -.5 }', 'line 1, column 8: "-.5" is not a number that JSON knows. Write -0.5, or put it in quotation marks.'],
    ['{ "a": 2026-09-30 }', 'line 1, column 8: "2026-09-30" is not a number that JSON knows. Put it in quotation marks: "2026-09-30".'],
    ['["a", 07:30]', 'line 1, column 7: "07:30" is not a number that JSON knows. Put it in quotation marks: "07:30".'],
  ])('%j is answered with what to write', (text, sentence) => {
    expect(read(text)).toBe(sentence);
  });

  test.each([
    ['PK\u0003\u0004\u0014\u0000\u0006', 'a Word, Excel or zip file'],
    ['%PDF-1.7\n%\u00e2\u00e3', 'a PDF'],
    ['\ufffd\ufffd\u0011\ufffd\ufffd', 'a Word or Excel file of before 2007, or a mail of Outlook’s'],
    ['{\\rtf1\\ansi hello}', 'a rich text file'],
    ['<!DOCTYPE html>\n<html>', 'a web page'],
    ['\r\n<html lang="en">', 'a web page'],
    ['<?xml version="1.0"?>', 'an XML file'],
    ['From: jo@oakfield.example\r\nTo: sam@oakfield.example\r\n\r\nHello', 'a mail'],
    ['-----BEGIN PUBLIC KEY-----\nMIIB', 'a key or a certificate'],
  ])('a file of another kind is called by it: %j', (text, kind) => {
    expect(read(text)).toBe(`line 1, column 1: this is ${kind}, not a pack. Choose the pack itself, which is plain text and begins with {.`);
  });
});
