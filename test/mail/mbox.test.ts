import fc from 'fast-check';
import { isUnreadable } from '../../src/domain';
import { mailsInMbox, storeKind } from '../../src/mail';
import type { StoredFile } from '../../src/mail';
import { filesInZip } from '../../src/mail/zipped';
import { zipSync } from 'fflate';

/** A file in hand that gives at most so many bytes at a time, as disks and pages may. */
function fileOf(text: string | Uint8Array, most = Infinity): StoredFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { name: 'box', size: bytes.length, read: (from, to) => Promise.resolve(bytes.subarray(from, Math.min(to, from + most))) };
}

async function textsIn(file: StoredFile, from?: number, to?: number): Promise<string[]> {
  const found: string[] = [];
  for await (const { bytes } of mailsInMbox(file, from, to)) found.push(isUnreadable(bytes) ? bytes.unreadable : new TextDecoder().decode(bytes));
  return found;
}

const SEPARATOR = 'From dee@oakfield.example Wed Nov 18 10:00:00 2026\n';

describe('an mbox', () => {
  test('gives each mail below its separator, with one quotation mark taken off stored “From ” lines', async () => {
    const box = `${SEPARATOR}Subject: a\n\n>From here\n>>From there\n> From nowhere\n\n${SEPARATOR}Subject: b\n\nFrom today on, no time of day.\n\nFrom me\n`;
    expect(await textsIn(fileOf(box))).toEqual(['Subject: a\n\nFrom here\n>From there\n> From nowhere\n\n', 'Subject: b\n\nFrom today on, no time of day.\n\nFrom me\n']);
  });

  test('with Windows line ends, and read a few bytes at a time, gives the same mails', async () => {
    const box = `${SEPARATOR}Subject: a\n\nOne.\n\n${SEPARATOR}Subject: b\n\nTwo.\n`;
    expect(await textsIn(fileOf(box.replace(/\n/g, '\r\n'), 7))).toEqual((await textsIn(fileOf(box))).map((text) => text.replace(/\n/g, '\r\n')));
  });

  test('with nothing in it gives nothing', async () => {
    expect(await textsIn(fileOf(''))).toEqual([]);
    expect(await textsIn(fileOf('no mail at all\n'))).toEqual([]);
  });

  test('cut at any places gives each mail once, in order', async () => {
    const line = fc.constantFrom('Hello.', '', 'From', 'From x 10:00', '>From y 10:00:00', 'a'.repeat(1200));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 6 }), fc.array(fc.nat(4000), { maxLength: 4 }), fc.constantFrom(13, 700, Infinity), async (mails, places, most) => {
        const box = mails.map((lines) => `${SEPARATOR}Subject: x\n\n${lines.join('\n')}\n\n`).join('');
        const file = fileOf(box, most);
        const cuts = [0, ...places.filter((place) => place < file.size).sort((a, b) => a - b), file.size];
        const parts: string[] = [];
        for (let index = 1; index < cuts.length; index += 1) parts.push(...(await textsIn(file, cuts[index - 1], cuts[index])));
        expect(parts).toEqual(await textsIn(file));
        expect(parts.length).toBeGreaterThanOrEqual(mails.length);
      }),
      { numRuns: 200 },
    );
  });
});

test('a store is told by its bytes', async () => {
  expect(await storeKind(fileOf(`${SEPARATOR}Subject: a\n`))).toBe('mbox');
  expect(await storeKind(fileOf('From: a@oakfield.example\n'))).toBe('mail');
  expect(await storeKind(fileOf(zipSync({ 'a.eml': new Uint8Array(3) })))).toBe('zip');
  expect(await storeKind(fileOf(''))).toBe('mail');
});

test('a zip gives its mails and passes over the rest', async () => {
  const bytes = new TextEncoder().encode('Subject: a\n\nHello.\n');
  const files = await filesInZip(fileOf(zipSync({ 'in/a.eml': bytes, 'notes.txt': bytes, '__MACOSX/in/._a.eml': bytes, 'b.mbox': bytes })));
  if (isUnreadable(files)) throw new Error(files.unreadable);
  expect(files.map(({ name }) => name)).toEqual(['in/a.eml', 'b.mbox']);
  expect(await files[0]?.read()).toEqual(bytes);
  expect(await filesInZip(fileOf('PK\u0003\u0004 and no more'))).toEqual({ unreadable: 'it is not a zip that can be read' });
});
