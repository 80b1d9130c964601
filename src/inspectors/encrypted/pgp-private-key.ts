import { findBytes } from '../bytes';
import type { Inspector } from '../inspector';
import { pgp } from './pgp';
import { packetAt } from './pgp-packets';

const SECRET_KEY = 5;
const SECRET_SUBKEY = 7;

function holdsPrivateKey(bytes: Uint8Array): boolean {
  const tag = packetAt(bytes, 0)?.tag;
  return tag === SECRET_KEY || tag === SECRET_SUBKEY || findBytes(bytes, '-----BEGIN PGP PRIVATE KEY BLOCK-----') >= 0;
}

/** PGP files that hold a private key, which is said beside the verdict. */
export const pgpPrivateKey: Inspector = {
  sniff: (bytes) => pgp.sniff(bytes) && holdsPrivateKey(bytes),
  *inspect(bytes, context) {
    const inspection = yield* pgp.inspect(bytes, context);
    return inspection.protection === 'open' ? { ...inspection, note: 'It holds a private key.' } : inspection;
  },
};
