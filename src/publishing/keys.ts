import { decodeBase64 } from '../text';

/** Bits of a new key: enough until 2030 and beyond (NIST SP 800-57). */
const KEY_BITS = 3072;

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** What a private key is saved as, unless whoever publishes says otherwise. */
export const PRIVATE_KEY_FILE = 'heed-policy-private.pem';

/** What is said of a file that is no private key to sign with, after its name. */
export function sayNoKey(text: string): string {
  if (/-----BEGIN (?:RSA )?PUBLIC KEY-----|^\s*ssh-rsa /.test(text)) return `is the public key, which signs nothing. Choose the private key that was made with it, such as ${PRIVATE_KEY_FILE}.`;
  return 'is not an RSA private key of 2,048 to 4,096 bits, without a password. Make one on publish.html, or with heed policy keygen.';
}

/** A private key that policies are signed with. */
export interface SigningKey {
  /** The public part in base64, as the add-in has it. */
  readonly modulus: string;
  /** The signature of a text of ASCII, as `policy.json.sig` holds it. */
  sign(text: string): Promise<string>;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function pem(label: string, der: ArrayBuffer): string {
  const lines = base64(new Uint8Array(der)).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** A new key pair as two PEM files. */
export async function makeKeyPair(): Promise<{ readonly privatePem: string; readonly publicPem: string }> {
  const pair = await crypto.subtle.generateKey({ ...ALGORITHM, modulusLength: KEY_BITS, publicExponent: Uint8Array.of(1, 0, 1) }, true, ['sign', 'verify']);
  return { privatePem: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', pair.privateKey)), publicPem: pem('PUBLIC KEY', await crypto.subtle.exportKey('spki', pair.publicKey)) };
}

/** A length as DER writes it (X.690, 8.1.3). */
function derLength(length: number): readonly number[] {
  if (length < 128) return [length];
  return length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
}

/** An RSA key of its own (PKCS #1) in the frame that every tool reads (PKCS #8; RFC 5208): version 0, rsaEncryption, the key. */
function framed(key: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = [0x02, 1, 0, 0x30, 13, 0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 0x05, 0];
  const octets = [0x04, ...derLength(key.length), ...key];
  return Uint8Array.from([0x30, ...derLength(head.length + octets.length), ...head, ...octets]);
}

function derIn(text: string): Uint8Array<ArrayBuffer> | null {
  const [, label = '', inside = ''] = /-----BEGIN (RSA PRIVATE KEY|PRIVATE KEY)-----([A-Za-z0-9+/=\s]+)-----END \1-----/.exec(text) ?? [];
  const bytes = decodeBase64(inside.replace(/\s+/g, ''));
  if (bytes === null || bytes.length === 0) return null;
  return label === 'PRIVATE KEY' ? Uint8Array.from(bytes) : framed(bytes);
}

/** Reads a private key of 2,048 to 4,096 bits, the ones that the add-in can verify; null when the text is none. */
export async function readSigningKey(text: string): Promise<SigningKey | null> {
  const der = derIn(text);
  if (der === null) return null;
  try {
    const key = await crypto.subtle.importKey('pkcs8', der, ALGORITHM, true, ['sign']);
    const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', key);
    const modulus = n.replace(/-/g, '+').replace(/_/g, '/').replace(/$/, '='.repeat((4 - (n.length % 4)) % 4));
    const bits = 8 * (decodeBase64(modulus)?.length ?? 0);
    if (e !== 'AQAB' || bits < 2048 || bits > 4096) return null;
    return {
      modulus,
      sign: async (signed) => `${base64(new Uint8Array(await crypto.subtle.sign(ALGORITHM.name, key, new TextEncoder().encode(signed))))}\n`,
    };
  } catch {
    return null;
  }
}
