import type { Inspection } from '../../src/domain';
import { makeBudget } from '../../src/inspectors/budget';
import { unpackRtf } from '../../src/inspectors/mail/compressed-rtf';
import { buildCompoundFile } from './build-compound-file';
import type { Tree } from './build-compound-file';
import { bytesOf, expectInspection, inspectBytes, little, textOf } from './inspecting';

const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const unlimited = (): ReturnType<typeof makeBudget> => makeBudget({ maxDepth: 5, maxUnpackedMB: 25, maxEntries: 200, maxTime: Infinity, clock: () => 0 });

/** A storage of properties: plain numbers by their id, texts, bytes and objects by id and type. */
function properties(values: Record<string, string | Uint8Array | Tree>, numbers: Record<number, number> = {}, header = 8): Tree {
  const tree: Record<string, Uint8Array | Tree> = {};
  for (const key of Object.keys(values)) {
    const value = values[key]!;
    tree[`__substg1.0_${key}`] = typeof value === 'string' ? (key.endsWith('001F') ? wide(value) : bytesOf(value)) : value;
  }
  const list = Object.keys(numbers).map((id) => bytesOf(little(3, 2), little(Number(id), 2), little(6, 4), little(numbers[Number(id)]!, 8)));
  return { ...tree, '__properties_version1.0': bytesOf(new Array<number>(header).fill(0), ...list) };
}

function inspectMail(values: Record<string, string | Uint8Array | Tree>, more: Tree = {}, numbers: Record<number, number> = {}): Inspection {
  return inspectBytes('mail.msg', buildCompoundFile({ ...properties(values, numbers, 32), ...more }));
}

const attachment = (name: string, data: string | Uint8Array): Tree => properties({ '3707001F': name, '37010102': typeof data === 'string' ? bytesOf(data) : data });

describe('a mail that Outlook has stored (synthetic)', () => {
  test('gives its subject, people and text', () => {
    const inspection = inspectMail(
      { '0037001F': 'Trip', '0C1A001F': 'Ada Author', '5D01001F': 'ada@oakfield.example', '1000001F': 'See you at 9.' },
      { '__recip_version1.0_#00000000': properties({ '3001001F': 'Ben', '39FE001F': 'ben@example.org' }, { 0x0c15: 2 }) },
    );
    expectInspection(inspection, { format: 'msg', protection: 'open', content: 'all' });
    expect(inspection.segments).toContainEqual({ path: [], place: 'headers', text: 'Subject: Trip\nFrom: Ada Author <ada@oakfield.example>\nCc: Ben <ben@example.org>' });
    expect(inspection.segments).toContainEqual({ path: [], place: 'body', text: 'See you at 9.' });
  });

  test('reads texts in the code page that the mail names', () => {
    expect(textOf(inspectMail({ '1000001E': '\xcf\xf0\xe8\xe2\xe5\xf2' }, {}, { 0x3ffd: 1251 }))).toContain('Привет');
  });

  test('reads HTML when it says more than the plain text, and only then', () => {
    const both = { '1000001F': 'Hello there', '10130102': bytesOf('<p>Hello there</p>') };
    expect(inspectMail(both).segments.filter(({ place }) => place === 'body').length).toBe(1);
    expect(textOf(inspectMail({ ...both, '10130102': bytesOf('<p>Hello there</p><p>and goodbye</p>') }))).toContain('and goodbye');
  });

  test('reads compressed RTF when there is nothing else', () => {
    const rtf = bytesOf('{\\rtf1\\ansi Only in RTF.\\par}');
    const packed = bytesOf(little(rtf.length + 12, 4), little(rtf.length, 4), 'MELA', little(0, 4), rtf);
    expect(textOf(inspectMail({ '10090102': packed }))).toContain('Only in RTF.');
  });

  test('drops zeros at the end of a text, and is not held up by very many of them elsewhere', () => {
    const subject = `${'\0'.repeat(500_000)}Trip\0\0`;
    expect(inspectMail({ '0037001F': subject }).segments[0]?.text.endsWith('Trip')).toBe(true);
  });

  test('inspects attachments under their names', () => {
    const inspection = inspectMail({ '1000001F': 'See below.' }, { '__attach_version1.0_#00000000': attachment('pupils.csv', 'Name,Year\r\nAnn Sample,7\r\n') });
    expect(inspection.entries).toEqual(['pupils.csv']);
    expect(inspection.segments.find(({ path }) => path.length > 0)?.path).toEqual(['pupils.csv']);
  });

  test('reads a mail attached to it, and what is attached to that', () => {
    const inner = { ...properties({ '1000001F': 'The first mail.' }, {}, 24), '__attach_version1.0_#00000000': attachment('a.txt', 'Deep inside.') };
    const outer = inspectMail({ '1000001F': 'Forwarded.' }, { '__attach_version1.0_#00000000': properties({ '3001001F': 'Trip', '3701000D': inner }) });
    expect(outer.segments.find(({ text }) => text === 'The first mail.')?.path).toEqual(['Trip']);
    expect(outer.segments.find(({ text }) => text.includes('Deep inside.'))?.path).toEqual(['Trip', 'a.txt']);
    expect(outer.entries).toEqual(['Trip', 'Trip > a.txt']);
  });

  test('mails in mails end at the limit of depth', () => {
    let tree: Tree = properties({ '1000001F': 'innermost' }, {}, 24);
    for (let depth = 0; depth < 9; depth += 1) tree = { ...properties({}, {}, 24), '__attach_version1.0_#00000000': properties({ '3001001F': 'mail', '3701000D': tree }) };
    expectInspection(inspectMail({ '1000001F': 'outermost' }, tree), { format: 'msg', protection: 'open', content: 'part', says: 'outermost' });
  });

  test('with a locked attachment is partly protected', () => {
    const kdbx = Uint8Array.of(0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5, 0, 0, 4, 0);
    expect(inspectMail({ '1000001F': 'Keep it safe.' }, { '__attach_version1.0_#00000000': attachment('keys.kdbx', kdbx) }).protection).toBe('partly');
  });

  test('around a rights-protected body is protected', () => {
    const body = Uint8Array.of(0x76, 0xe8, 0x04, 0x60, 0xc4, 0x11, 0xe3, 0x86, 0xa0, 0x0f, 0, 0);
    const inspection = inspectMail({ '0037001F': 'Private' }, { '__attach_version1.0_#00000000': attachment('message.rpmsg', body) });
    expect(inspection.protection).toBe('protected');
  });

  test('around an S/MIME envelope is protected, around a signature is not', () => {
    const cms = (kind: number): Uint8Array => Uint8Array.of(0x30, 0x80, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, kind, 0xa0, 0x80, 0, 0, 0, 0, 0, 0);
    const mail = (kind: number): Inspection =>
      inspectMail({ '001A001F': 'IPM.Note.SMIME', '0037001F': 'Private' }, { '__attach_version1.0_#00000000': attachment('smime.p7m', cms(kind)) });
    expect(mail(3).protection).toBe('protected');
    expect(mail(2).protection).not.toBe('protected');
  });

  test('a contact gives its details as what a reader sees', () => {
    const inspection = inspectMail({ '001A001F': 'IPM.Contact', '3A08001F': '01632 960001' });
    expect(inspection.segments).toContainEqual({ path: [], place: 'details', text: '01632 960001' });
  });
});

describe('compressed RTF', () => {
  test('the example of the specification is unpacked ([MS-OXRTFCP] 3.1.1)', () => {
    const packed = Buffer.from('2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0', 'hex');
    expect(Buffer.from(unpackRtf(new Uint8Array(packed), unlimited())!).toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  });

  test('references that overlap what they write repeat it ([MS-OXRTFCP] 3.1.2)', () => {
    const packed = Buffer.from('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', 'hex');
    expect(Buffer.from(unpackRtf(new Uint8Array(packed), unlimited())!).toString('latin1')).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
  });

  test('a text said to be larger than can be is cut to what can be', () => {
    const packed = bytesOf(little(40, 4), little(0x7fffffff, 4), 'LZFu', little(0, 4), new Array<number>(40).fill(0xff));
    expect(unpackRtf(packed, unlimited())!.length).toBeLessThan(600);
  });
});
