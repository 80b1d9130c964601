import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { makeKeyPair, readSigningKey } from '../../src/publishing';

// Making keys takes a busy machine its time.
jest.setTimeout(60_000);

const rsa = (modulusLength: number): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey;
const modulusOf = (key: KeyObject): string => Buffer.from(createPublicKey(key).export({ format: 'jwk' }).n as string, 'base64url').toString('base64');
const TEXT = '{"format":1}\n';

test('a key pair that is made here is one that every tool reads, written as every tool writes it', async () => {
  const { privatePem, publicPem } = await makeKeyPair();
  const key = createPrivateKey(privatePem);
  expect(key.asymmetricKeyDetails).toEqual({ modulusLength: 3072, publicExponent: 65537n });
  expect(privatePem).toBe(key.export({ type: 'pkcs8', format: 'pem' }));
  expect(publicPem).toBe(createPublicKey(key).export({ type: 'spki', format: 'pem' }));
});

test.each([2048, 3072, 4096])('a key of %d bits signs as Node does, in either frame', async (bits) => {
  const key = rsa(bits);
  for (const type of ['pkcs8', 'pkcs1'] as const) {
    const read = await readSigningKey(`written by somebody\n${key.export({ type, format: 'pem' }).toString()}`);
    expect(read?.modulus).toBe(modulusOf(key));
    expect(await read?.sign(TEXT)).toBe(`${sign('sha256', Buffer.from(TEXT, 'latin1'), key).toString('base64')}\n`);
  }
});

test.each<[string, () => string | Buffer]>([
  ['too short', () => rsa(1024).export({ type: 'pkcs8', format: 'pem' })],
  ['too long for the add-in', () => rsa(4104).export({ type: 'pkcs8', format: 'pem' })],
  ['of another exponent', () => generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).privateKey.export({ type: 'pkcs8', format: 'pem' })],
  ['of another kind', () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' })],
  ['locked with a password', () => rsa(2048).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })],
  ['the public one', () => createPublicKey(rsa(2048)).export({ type: 'spki', format: 'pem' })],
  ['cut short', () => rsa(2048).export({ type: 'pkcs8', format: 'pem' }).toString().replace(/\n[^-\n]+\n-----END/, '\n-----END')],
  ['no key', () => 'dear diary'],
  ['empty', () => ''],
])('one that is %s is none', async (_name, text) => {
  expect(await readSigningKey(text().toString())).toBeNull();
});
