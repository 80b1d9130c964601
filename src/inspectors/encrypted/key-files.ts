import { decodeText } from '../../text/decode';
import { elementAt, INTEGER, OBJECT_ID, SEQUENCE } from './asn1';
import type { Element } from './asn1';
import { armouredBlockAt, unwrap } from './armour';
import { findBytes, hasBytes, textStart } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { LOCKED } from '../sentences';

// Keys and certificates: PKCS#12 (RFC 7292), PKCS#8 (RFC 5208), PEM (RFC 7468, RFC 1421), OpenSSH's PROTOCOL.key.

const RSADSI = '\x2a\x86\x48\x86\xf7\x0d\x01';
const ENCRYPTED_CONTENT = [`${RSADSI}\x07\x06`, `${RSADSI}\x07\x03`, `${RSADSI}\x0c\x0a\x01\x02`];
/** The version of an X.509 certificate, 3, and the start of its number (RFC 5280 §4.1). */
const CERTIFICATE_VERSION = '\xa0\x03\x02\x01\x02\x02';
const OPENSSH_UNLOCKED = 'openssh-key-v1\0\0\0\0\x04none';

interface KeyFile {
  readonly format: 'pkcs12' | 'private-key' | 'pem' | 'certificate';
  readonly isLocked: boolean;
}

function child(bytes: Uint8Array, parent: Element | null, tag: number): Element | null {
  const found = parent === null ? null : elementAt(bytes, parent.start);
  return found !== null && found.tag === tag ? found : null;
}

/** What the file holds; null for all else. Certificates as PEM are left to be read as the text they are. */
function find(bytes: Uint8Array): KeyFile | null {
  if (bytes[0] === SEQUENCE) {
    const outer = elementAt(bytes, 0);
    const version = child(bytes, outer, INTEGER);
    const inner = version === null ? child(bytes, outer, SEQUENCE) : elementAt(bytes, version.end!);
    if (version === null && inner !== null && hasBytes(bytes, CERTIFICATE_VERSION, inner.start))
      return { format: 'certificate', isLocked: false };
    const id = child(bytes, inner, OBJECT_ID);
    if (id === null) return null;
    if (version !== null && bytes[version.start] === 3 && hasBytes(bytes, `${RSADSI}\x07`, id.start)) {
      return { format: 'pkcs12', isLocked: ENCRYPTED_CONTENT.some((mark) => findBytes(bytes, mark) >= 0) };
    }
    if (version !== null) return hasBytes(bytes, `${RSADSI}\x01`, id.start) ? { format: 'private-key', isLocked: false } : null;
    // Schemes that make a key of a password: PKCS#5, and PKCS#12's own.
    return hasBytes(bytes, `${RSADSI}\x05`, id.start) || hasBytes(bytes, `${RSADSI}\x0c\x01`, id.start)
      ? { format: 'private-key', isLocked: true }
      : null;
  }
  const block = armouredBlockAt(bytes, textStart(bytes));
  if (block === null || !/PRIVATE KEY$/.test(block.label)) return null;
  const isLocked =
    block.label.slice(0, 7) === 'OPENSSH'
      ? !hasBytes(unwrap(bytes, block), OPENSSH_UNLOCKED)
      : /ENCRYPTED/.test(block.label + block.headers);
  return { format: 'pem', isLocked };
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const { format, isLocked } = find(bytes)!;
  const what = format === 'certificate' ? 'a certificate' : 'private keys';
  yield;
  return {
    format,
    protection: isLocked ? 'protected' : 'open',
    reason: `The file holds ${what} and opens ${isLocked ? 'only with' : 'without'} a password.`,
    content: isLocked ? 'none' : 'all',
    contentReason: isLocked ? LOCKED : null,
    // PEM is text, and what marks a private key in it is for the detectors to see.
    segments: format === 'pem' ? [{ path: context.path, place: '', text: decodeText(bytes).text }] : [],
    entries: [],
    nature: 'text',
    note: isLocked || format === 'certificate' ? null : 'It holds a private key.',
  };
}

export const keyFiles: Inspector = {
  sniff: (bytes) => find(bytes) !== null,
  inspect,
};
