import { decodeText } from '../text/decode';
import { elementAt, INTEGER, OBJECT_ID, SEQUENCE } from './asn1';
import type { Element } from './asn1';
import { armouredBlockAt, textStart, unwrap } from './armour';
import { bigEndian, findBytes, hasBytes } from './bytes';
import type { Inspecting, InspectionContext, Inspector } from './inspector';

// Keys and certificates: PKCS#12 (RFC 7292), PKCS#8 (RFC 5208), PEM (RFC 7468, RFC 1421), OpenSSH's PROTOCOL.key.

const RSADSI = '\x2a\x86\x48\x86\xf7\x0d\x01';
const ENCRYPTED_CONTENT = [`${RSADSI}\x07\x06`, `${RSADSI}\x07\x03`, `${RSADSI}\x0c\x0a\x01\x02`];
const PASSWORD_SCHEMES = [`${RSADSI}\x05`, `${RSADSI}\x0c\x01`];
const OPENSSH_MARK = 'openssh-key-v1\0';

type Kind = 'locked-keys' | 'keys' | 'certificates';

function child(bytes: Uint8Array, parent: Element | null, tag: number): Element | null {
  const found = parent === null ? null : elementAt(bytes, parent.start);
  return found !== null && found.tag === tag ? found : null;
}

function judgeBinary(bytes: Uint8Array): { readonly format: 'pkcs12' | 'private-key' | 'certificate'; readonly kind: Kind } | null {
  const outer = elementAt(bytes, 0);
  if (outer === null || outer.tag !== SEQUENCE) return null;
  const version = child(bytes, outer, INTEGER);
  if (version !== null && version.end !== null) {
    const value = bigEndian(bytes, version.start, Math.min(version.end - version.start, 6));
    const next = elementAt(bytes, version.end);
    const id = next !== null && next.tag === SEQUENCE ? child(bytes, next, OBJECT_ID) : null;
    if (id === null) return null;
    if (value === 3 && hasBytes(bytes, `${RSADSI}\x07`, id.start)) {
      const isLocked = ENCRYPTED_CONTENT.some((mark) => findBytes(bytes, mark) >= 0);
      return { format: 'pkcs12', kind: isLocked ? 'locked-keys' : 'keys' };
    }
    return value <= 1 ? { format: 'private-key', kind: 'keys' } : null;
  }
  const inner = child(bytes, outer, SEQUENCE);
  const id = child(bytes, inner, OBJECT_ID);
  if (id !== null) return PASSWORD_SCHEMES.some((scheme) => hasBytes(bytes, scheme, id.start)) ? { format: 'private-key', kind: 'locked-keys' } : null;
  return inner !== null && hasBytes(bytes, '\xa0\x03\x02\x01\x02\x02', inner.start) ? { format: 'certificate', kind: 'certificates' } : null;
}

/** What each block of a PEM file holds; null when its first line is not one of a key or certificate. */
function judgePem(bytes: Uint8Array): Kind[] | null {
  const kinds: Kind[] = [];
  for (let at = textStart(bytes); at >= 0; at = findBytes(bytes, '-----BEGIN ', at)) {
    const block = armouredBlockAt(bytes, at);
    at = block === null ? at + 1 : Math.max(block.end, at + 1);
    const label = block === null ? '' : block.label;
    if (block !== null && /PRIVATE KEY$/.test(label)) {
      let isLocked = label === 'ENCRYPTED PRIVATE KEY' || /ENCRYPTED/.test(block.headers);
      if (label === 'OPENSSH PRIVATE KEY') {
        const key = unwrap(bytes, block);
        isLocked = hasBytes(key, OPENSSH_MARK) && !hasBytes(key, '\0\0\0\x04none', OPENSSH_MARK.length);
      }
      kinds.push(isLocked ? 'locked-keys' : 'keys');
    } else if (/CERTIFICATE|PUBLIC KEY$|CRL$|PARAMETERS$/.test(label)) kinds.push('certificates');
    else if (kinds.length === 0) return null;
  }
  return kinds;
}

const REASONS: { readonly [kind in Kind]: string } = {
  'locked-keys': 'The file holds private keys and opens only with a password.',
  keys: 'The file holds private keys and opens without a password.',
  certificates: 'The file holds certificates, which are public.',
};

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const binary = judgeBinary(bytes);
  const kinds = binary === null ? (judgePem(bytes) ?? []) : [binary.kind];
  const isLocked = kinds.indexOf('locked-keys') >= 0;
  const isPartly = isLocked && kinds.some((kind) => kind !== 'locked-keys');
  const main: Kind = isLocked ? 'locked-keys' : kinds.indexOf('keys') >= 0 ? 'keys' : 'certificates';
  return {
    format: binary?.format ?? 'pem',
    protection: isPartly ? 'partly' : isLocked ? 'protected' : 'open',
    reason: isPartly ? 'The file holds private keys that open only with a password, beside others that open without one.' : REASONS[main],
    content: isLocked ? (isPartly ? 'part' : 'none') : 'all',
    contentReason: isLocked ? 'Its keys open only with a password.' : null,
    // PEM is text, and what marks a private key in it is for the detectors to see.
    segments: binary === null ? [{ path: context.path, place: '', text: decodeText(bytes).text }] : [],
    entries: [],
    nature: 'text',
    note: main === 'keys' ? 'It holds a private key.' : null,
  };
}

export const keyFiles: Inspector = {
  id: 'key-files',
  formats: [
    { format: 'pkcs12', title: 'PKCS#12 key store (.p12, .pfx)', reads: 'protection' },
    { format: 'private-key', title: 'Private key, binary (PKCS#8)', reads: 'protection' },
    { format: 'certificate', title: 'X.509 certificate, binary', reads: 'protection' },
    { format: 'pem', title: 'Keys and certificates as text (PEM, OpenSSH)', reads: 'text' },
  ],
  sniff: (bytes) => judgeBinary(bytes) !== null || judgePem(bytes) !== null,
  inspect,
};
