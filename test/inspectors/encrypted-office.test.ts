import type { Inspection } from '../../src/domain';
import { buildCompoundFile } from './build-compound-file';
import { agile, cryptoApi, encipherPresentation, encipherWorkbook, obfuscateWorkbook, streamOf, streamsOf } from './encrypt-office';
import { inspectBytes, inspectSample, sampleBytes, textOf } from './inspecting';

const EXCEL = 'VelvetSweatshop';
const POWERPOINT = '/01Hannes Ruescher/01';
const PLAIN = new Uint8Array(Buffer.from('Class register of Oakfield School, 999 000 0018.'));

function verdict({ format, protection, content }: Inspection): string {
  return `${format} ${protection} ${content}`;
}

function inspectTree(tree: Parameters<typeof buildCompoundFile>[0], limits = {}): Inspection {
  return inspectBytes('attachment', buildCompoundFile(tree), limits);
}

describe('real files', () => {
  test.each([
    ['a workbook with a password', 'register-password.xls', 'xls protected none'],
    ['a workbook since 2007 with a password, standard encryption', 'register-password.xlsx', 'ooxml protected none'],
    ['a workbook since 2007 with a password, agile encryption', 'register-password-agile.xlsx', 'ooxml protected none'],
    ['a document with a password', 'letter-password.doc', 'doc protected none'],
    ['a workbook with the password that Excel fills in', 'register-excel-password.xls', 'xls opens-without-password all'],
    ['a workbook since 2007 with it, standard encryption', 'register-excel-password.xlsx', 'xlsx opens-without-password all'],
    ['a workbook since 2007 with it, agile encryption', 'register-excel-password-agile.xlsx', 'xlsx opens-without-password all'],
  ])('%s', (_name, file, expected) => {
    expect(verdict(inspectSample(`compound/${file}`))).toBe(expected);
  });

  test.each(['register-excel-password.xls', 'register-excel-password.xlsx', 'register-excel-password-agile.xlsx'])(
    'what %s says is read, with places that name no wrapping',
    (file) => {
      const inspection = inspectSample(`compound/${file}`);
      const sheet = inspection.segments.find(({ place }) => place === 'Year 7');
      expect(sheet?.text).toContain('Ann Sample\t9990000018');
      expect(sheet?.path).toEqual([]);
    },
  );
});

describe('agile encryption (synthetic)', () => {
  test.each(['SHA1', 'SHA256', 'SHA384', 'SHA512'] as const)('with %s and Excel’s own password opens', (algorithm) => {
    const inspection = inspectTree(agile(PLAIN, EXCEL, 10, algorithm));
    expect(inspection.protection).toBe('opens-without-password');
    expect(textOf(inspection)).toContain('Class register');
  });

  test('with PowerPoint’s own password opens', () => {
    expect(inspectTree(agile(PLAIN, POWERPOINT, 10)).protection).toBe('opens-without-password');
  });

  test('with another password is protected', () => {
    expect(verdict(inspectTree(agile(PLAIN, 'acorns', 10)))).toBe('ooxml protected none');
  });

  test('longer than one piece is read to its end', () => {
    const long = new Uint8Array(Buffer.from('x'.repeat(9_000) + ' the end'));
    expect(textOf(inspectTree(agile(long, EXCEL, 10)))).toContain('the end');
  });

  test('with stream names in capitals is recognised', () => {
    const { EncryptionInfo, EncryptedPackage } = agile(PLAIN, EXCEL, 10) as Record<string, Uint8Array>;
    expect(inspectTree({ ENCRYPTIONINFO: EncryptionInfo!, ENCRYPTEDPACKAGE: EncryptedPackage! }).protection).toBe('opens-without-password');
  });

  test('with more rounds than are tried is neither called protected nor open', () => {
    const inspection = inspectTree(agile(PLAIN, EXCEL, 10, 'SHA512', 10_000_000));
    expect(verdict(inspection)).toBe('ooxml unknown none');
    expect(inspection.reason).toContain('could not be told whether it opens');
  });

  test('in a cipher that is not known is neither called protected nor open', () => {
    const tree = agile(PLAIN, EXCEL, 10) as Record<string, Uint8Array>;
    const info = Buffer.from(Buffer.from(tree['EncryptionInfo']!).toString('latin1').replace(/AES/g, 'RC2'), 'latin1');
    expect(verdict(inspectTree({ ...tree, EncryptionInfo: new Uint8Array(info) }))).toBe('ooxml unknown none');
  });

  test('whose derivation will not be done in time says so, and leaves the time to others', () => {
    let now = 0;
    // Every look at the clock finds 20 milliseconds gone: as slow as an engine that does not compile.
    const clock = (): number => (now += 20);
    const inspection = inspectTree(agile(PLAIN, EXCEL, 10, 'SHA512', 100_000), { maxTime: 1500, clock });
    expect(verdict(inspection)).toBe('ooxml unknown none');
    expect(inspection.reason).toContain('no time');
    expect(now).toBeLessThan(500);
  });

  test('a machine that is busy for a moment does not keep a locked file from being called so', () => {
    let looks = 0;
    let now = 0;
    // Every stretch takes 3 milliseconds, but for one that waits for another program.
    const clock = (): number => (now += (looks += 1) === 5 ? 90 : 3);
    expect(verdict(inspectTree(agile(PLAIN, 'acorns', 10, 'SHA512', 100_000), { maxTime: 1500, clock }))).toBe('ooxml protected none');
  });

  test('what takes too long at a send in classic Outlook is left to the pane, which has the time and is remembered', () => {
    let now = 0;
    const slow = (): number => (now += 100);
    const locked = agile(PLAIN, EXCEL, 5000);
    const atSend = inspectTree(locked, { maxTime: 300, clock: slow, readers: null });
    expect(atSend).toMatchObject({ protection: 'unknown', content: 'none', isLeftToPane: true });
    expect(atSend.contentReason).toContain('Open Heed beside the draft');
    expect(inspectTree(locked)).toMatchObject({ protection: 'opens-without-password' });
    expect(inspectTree(locked, { maxTime: 300, clock: slow }).isLeftToPane).toBeUndefined();
  });

  test('around a package larger than may be unpacked opens, and says that it was not read', () => {
    const inspection = inspectTree(agile(new Uint8Array(3_000_000), EXCEL, 10), { maxUnpackedMB: 1 });
    expect(verdict(inspection)).toBe('ooxml opens-without-password none');
    expect(inspection.contentReason).toContain('size limit');
  });

  test('around itself ends at the limit of depth', () => {
    let tree = agile(PLAIN, EXCEL, 2);
    for (let depth = 0; depth < 8; depth += 1) tree = agile(buildCompoundFile(tree), EXCEL, 2);
    const inspection = inspectTree(tree);
    expect(inspection.protection).toBe('opens-without-password');
    expect(inspection.content).toBe('none');
  });

  test('around a locked document is partly protected', () => {
    const inner = buildCompoundFile(agile(PLAIN, 'acorns', 2));
    expect(inspectTree(agile(inner, EXCEL, 2)).protection).toBe('partly');
  });
});

describe('workbooks before 2007 (synthetic)', () => {
  const workbook = streamOf(sampleBytes('compound/register.xls'), 'Workbook');

  test.each([40, 128] as const)('RC4 through CryptoAPI with %i bits and Excel’s own password opens and is read', (bits) => {
    const inspection = inspectTree({ Workbook: encipherWorkbook(workbook, cryptoApi(EXCEL, bits)) });
    expect(verdict(inspection)).toBe('xls opens-without-password all');
    expect(textOf(inspection)).toContain('Ann Sample\t9990000018');
    expect(inspection.segments.some(({ place }) => place === 'Year 7')).toBe(true);
  });

  test('RC4 through CryptoAPI with another password is protected', () => {
    expect(verdict(inspectTree({ Workbook: encipherWorkbook(workbook, cryptoApi('acorns', 128)) }))).toBe('xls protected none');
  });

  test('the old obfuscation with Excel’s own password opens and is read', () => {
    const inspection = inspectTree({ Workbook: obfuscateWorkbook(workbook) });
    expect(verdict(inspection)).toBe('xls opens-without-password all');
    expect(textOf(inspection)).toContain('Ann Sample\t9990000018');
    expect(inspection.segments.some(({ place }) => place === 'Year 7')).toBe(true);
  });

  test('the old obfuscation with another password is protected', () => {
    expect(verdict(inspectTree({ Workbook: obfuscateWorkbook(workbook, 0x1234) }))).toBe('xls protected none');
  });
});

describe('presentations before 2007 (synthetic)', () => {
  const tree = streamsOf(sampleBytes('compound/slides.ppt'));

  test('with PowerPoint’s own password opens and is read', () => {
    const inspection = inspectTree(encipherPresentation(tree, cryptoApi(POWERPOINT, 128)));
    expect(verdict(inspection)).toBe('ppt opens-without-password all');
    expect(inspection.segments.find(({ place }) => place === 'slide 2')?.text).toBe('Second thoughts – mostly');
  });

  test('with another password is protected', () => {
    expect(verdict(inspectTree(encipherPresentation(tree, cryptoApi('acorns', 128))))).toBe('ppt protected none');
  });

  test('a send tells one from the other, and leaves the reading to the pane', () => {
    const atSend = (password: string): Inspection => inspectTree(encipherPresentation(tree, cryptoApi(password, 128)), { readers: null });
    expect(atSend(POWERPOINT)).toMatchObject({ protection: 'opens-without-password', content: 'none', isLeftToPane: true });
    expect(verdict(atSend('acorns'))).toBe('ppt protected none');
  });

  test('with an encrypted summary is protected, even when the rest is damaged', () => {
    expect(inspectTree({ ...tree, 'Current User': new Uint8Array(0), EncryptedSummary: PLAIN }).protection).toBe('protected');
  });

  test('marked as encrypted without saying how is protected', () => {
    const user = (tree['Current User'] as Uint8Array).slice();
    user.set([0xdf, 0xc4, 0xd1, 0xf3], 12);
    expect(inspectTree({ ...tree, 'Current User': user }).protection).toBe('protected');
  });
});

describe('rights management (synthetic: no public sample of the first is known)', () => {
  const stub = streamsOf(sampleBytes('compound/letter.doc'));

  test.each([
    ['a document since 2007', { EncryptedPackage: PLAIN, '\x06DataSpaces': { TransformInfo: { DRMEncryptedTransform: { '\x06Primary': PLAIN } } } }, 'ooxml protected none'],
    ['a Word document, whose visible text only says that it is protected', { ...stub, '\tDRMContent': PLAIN }, 'doc protected none'],
    ['a workbook with a copy for viewers', { Workbook: PLAIN, '\tDRMViewerContent': PLAIN }, 'xls protected none'],
  ])('%s is protected', (_name, tree, expected) => {
    const inspection = inspectTree(tree);
    expect(verdict(inspection)).toBe(expected);
    expect(inspection.reason).toContain('rights');
  });

  test('a mail body is protected', () => {
    const bytes = Uint8Array.of(0x76, 0xe8, 0x04, 0x60, 0xc4, 0x11, 0xe3, 0x86, 0xa0, 0x0f, 0, 0);
    expect(verdict(inspectBytes('message.rpmsg', bytes))).toBe('rpmsg protected none');
  });
});
