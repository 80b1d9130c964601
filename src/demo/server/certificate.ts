import fs from 'node:fs';
import path from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Days a certificate is used before another is made; browsers refuse those of more than 398 days. */
const DAYS = 90;

/**
 * A certificate for localhost, kept in an ignored cache so that a browser's exception for it lasts. Nobody but this
 * machine's user can read the key, and nothing is added to any list of trusted certificates.
 */
export async function localhostCertificate(folder: string, now = Date.now()): Promise<Certificate> {
  const file = path.join(folder, 'certificate.json');
  const stored = readStored(file);
  if (stored !== null && stored.until > now + 24 * 3_600_000) return stored;
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    notBeforeDate: new Date(now - 3_600_000),
    notAfterDate: new Date(now + DAYS * 24 * 3_600_000),
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const certificate = { key: made.private, cert: made.cert, until: now + DAYS * 24 * 3_600_000 };
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(certificate), { mode: 0o600 });
  return certificate;
}

function readStored(file: string): (Certificate & { readonly until: number }) | null {
  try {
    const stored = JSON.parse(fs.readFileSync(file, 'utf8')) as Certificate & { readonly until: number };
    return typeof stored.key === 'string' && typeof stored.cert === 'string' && typeof stored.until === 'number' ? stored : null;
  } catch {
    return null;
  }
}
