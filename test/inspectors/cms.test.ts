import { generateKeyPairSync } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { bytesOf, expectInspection, inspectBytes, inspectSample, sampleBytes, textOf } from './inspecting';
import type { Expected } from './inspecting';

const MINUTES = 'Minutes of the Oakfield reading group.';
const LOCKED: Expected = { format: 'cms', protection: 'protected', content: 'none' };
const SIGNED: Expected = { format: 'cms', protection: 'open', content: 'all', says: MINUTES };

const CASES: readonly (readonly [string, string, Expected])[] = [
  ['an enveloped message is protected', 'cms/enveloped.p7m', LOCKED],
  ['an enveloped message written as it came, with lengths unknown, is protected', 'cms/enveloped-indefinite.p7m', LOCKED],
  ['an authenticated and enveloped message is protected', 'cms/auth-enveloped.p7m', LOCKED],
  ['encrypted data is protected', 'cms/encrypted-data.p7m', LOCKED],
  ['an enveloped message as PEM is protected', 'cms/enveloped.pem', LOCKED],
  ['a signed message is open and read', 'cms/signed.p7m', SIGNED],
  ['a signed message written as it came, with lengths unknown, is open and read', 'cms/signed-indefinite.p7m', SIGNED],
  ['a signed message as PEM is open and read', 'cms/signed.pem', SIGNED],
  ['a digested message is open and read', 'cms/digested.p7m', SIGNED],
  ['a signature by itself is open', 'cms/detached.p7s', { format: 'cms', protection: 'open', content: 'all' }],
  ['a bundle of certificates is open', 'cms/certificates.p7c', { format: 'cms', protection: 'open', content: 'all' }],
  ['a signed mail is open and read', 'cms/signed.eml', { format: 'eml', protection: 'open', content: 'all', says: MINUTES }],
  [
    'an encrypted mail is protected, and its subject is read',
    'cms/enveloped.eml',
    { format: 'eml', protection: 'protected', content: 'part', says: 'Locked minutes' },
  ],
  ['a key store with a password is protected', 'sealed/locked.p12', { format: 'pkcs12', protection: 'protected', content: 'none' }],
  ['a key store without one is open', 'sealed/open.p12', { format: 'pkcs12', protection: 'open', content: 'all' }],
  ['a certificate is open', 'sealed/certificate.der', { format: 'certificate', protection: 'open', content: 'all' }],
  [
    'a certificate as PEM is open',
    'sealed/certificate.pem',
    { format: 'txt', protection: 'open', content: 'all', says: 'BEGIN CERTIFICATE' },
  ],
];

test.each(CASES)('%s', (_, file, expected) => {
  expectInspection(inspectSample(file), expected);
});

describe('private keys', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const secret = { cipher: 'aes-128-cbc', passphrase: 'secret' } as const;
  const pem = (type: 'pkcs1' | 'pkcs8', isLocked: boolean): Uint8Array =>
    bytesOf(privateKey.export({ type, format: 'pem', ...(isLocked ? secret : {}) }));
  const openssh = (cipher: string): Uint8Array => {
    const body = bytesOf('openssh-key-v1\0', [0, 0, 0, cipher.length], cipher, new Array(90).fill(7));
    return bytesOf(`-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.from(body).toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`);
  };
  const locked: Expected = { format: 'pem', protection: 'protected', content: 'none' };
  const open: Expected = { format: 'pem', protection: 'open', content: 'all', says: 'PRIVATE KEY' };

  test.each([
    ['with a password (PKCS#8)', pem('pkcs8', true), locked],
    ['with a password (OpenSSL’s older form)', pem('pkcs1', true), locked],
    [
      'with a password, in binary',
      new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der', ...secret })),
      { ...locked, format: 'private-key' },
    ],
    ['with a password (OpenSSH; synthetic: the header alone)', openssh('aes256-ctr'), locked],
    ['without one (PKCS#8)', pem('pkcs8', false), open],
    ['without one (PKCS#1)', pem('pkcs1', false), open],
    [
      'without one, in binary',
      new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' })),
      { ...open, format: 'private-key', says: '' },
    ],
    ['without one (OpenSSH; synthetic: the header alone)', openssh('none'), open],
  ] as const)('%s', (_, bytes, expected) => {
    const inspection = inspectBytes('key', bytes);
    expectInspection(inspection, expected);
    expect(inspection.note).toBe(expected.protection === 'open' ? 'It holds a private key.' : null);
  });
});

describe('what only looks like S/MIME is never called protected', () => {
  test.each([
    ['a text that begins with a zero digit', '0 pupils were absent, 1.2.840.113549.1.7.3 being only a number.'],
    ['a text with a PEM line', '-----BEGIN PKCS7-----\nnot base64 at all, but words\n-----END PKCS7-----\n'],
    ['a certificate request in words', '-----BEGIN CERTIFICATE REQUEST-----\nwords\n-----END CERTIFICATE REQUEST-----\n'],
  ])('%s', (_, text) => {
    expect(inspectBytes('a.txt', bytesOf(text)).protection).not.toBe('protected');
  });
});

describe('hostile messages end quickly, and never as open and clean', () => {
  const DATA = [0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 7, 1];
  const SIGNED_DATA = [...DATA.slice(0, -1), 2];
  const COMPRESSED_DATA = [6, 11, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 9, 16, 1, 9];
  const wrap = (tag: number, ...pieces: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array => {
    const body = bytesOf(...pieces);
    return bytesOf([tag, 0x84, (body.length >>> 24) & 255, (body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255], body);
  };
  const signed = (content: Uint8Array): Uint8Array =>
    wrap(0x30, SIGNED_DATA, wrap(0xa0, wrap(0x30, [2, 1, 1], [0x31, 0], wrap(0x30, DATA, wrap(0xa0, wrap(4, content))))));

  test('signed around signed around signed is read to the innermost', () => {
    expectInspection(inspectBytes('a.p7m', signed(signed(signed(bytesOf('hello there'))))), {
      format: 'cms',
      protection: 'open',
      content: 'all',
      says: 'hello there',
    });
  });

  test('signed around an encrypted message is protected', () => {
    expect(inspectBytes('a.p7m', signed(sampleBytes('cms/enveloped.p7m'))).protection).toBe('protected');
  });

  test('a compressed message is read, and a bomb in one stops at the size limit', () => {
    const compressed = (data: Uint8Array): Uint8Array =>
      wrap(
        0x30,
        COMPRESSED_DATA,
        wrap(0xa0, wrap(0x30, [2, 1, 0], wrap(0x30, DATA), wrap(0x30, DATA, wrap(0xa0, wrap(4, deflateSync(data)))))),
      );
    expectInspection(inspectBytes('a.p7z', compressed(bytesOf('hello there'))), {
      format: 'cms',
      protection: 'open',
      content: 'all',
      says: 'hello there',
    });
    const bomb = inspectBytes('a.p7z', compressed(new Uint8Array(3 << 20)), { maxUnpackedMB: 1 });
    expect(bomb.content).not.toBe('all');
    expect(bomb.contentReason).toContain('size limit');
  });

  test('a million elements opened and never closed cost no depth', () => {
    const inspection = inspectBytes(
      'a.p7m',
      bytesOf(
        [0x30, 0x80],
        SIGNED_DATA,
        [0xa0, 0x80],
        new Uint8Array(1_000_000).map((_, index) => (index % 2 === 0 ? 0x30 : 0x80)),
      ),
    );
    expect(inspection.protection).toBe('open');
    expect(textOf(inspection)).toBe('');
  });

  test.each(['cms/signed.p7m', 'cms/signed-indefinite.p7m', 'cms/digested.p7m'])(
    '%s with any byte changed is answered, and never protected',
    (file) => {
      const bytes = sampleBytes(file);
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = bytes.slice();
        changed[at] = changed[at]! ^ 0x80;
        const inspection = inspectBytes('a', changed);
        expect(inspection.contentReason ?? '').not.toContain('failed');
        expect([at, inspection.protection]).not.toEqual([at, 'protected']);
      }
    },
  );
});
