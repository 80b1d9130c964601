import { armouredBlockAt, unwrap } from './armour';
import { textStart } from '../bytes';
import { inspectMessage, isMessage } from './cms';
import type { Inspector } from '../inspector';

/** The message that a PEM block holds (RFC 7468 §9 and §8); no bytes when there is none. */
function messageIn(bytes: Uint8Array): Uint8Array {
  const block = armouredBlockAt(bytes, textStart(bytes));
  return block !== null && /^(PKCS7|CMS|PKCS #7 SIGNED DATA)$/.test(block.label) ? unwrap(bytes, block) : new Uint8Array(0);
}

/** S/MIME messages as text, which OpenSSL writes and mail programs do not. */
export const pemMessage: Inspector = {
  sniff: (bytes) => isMessage(messageIn(bytes)),
  inspect: (bytes, context) => inspectMessage(messageIn(bytes), context),
};
