import { childrenOf, elementAt, OBJECT_ID, octetsOf, SEQUENCE } from './asn1';
import type { Element } from './asn1';
import { armouredBlockAt, unwrap } from './armour';
import { limitReason } from '../budget';
import { hasBytes, textStart } from '../bytes';
import { inflateZlib } from '../archives/inflate';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import { DAMAGED, SIGNED } from '../sentences';
import { locked } from '../unread';

// The cryptographic message syntax of S/MIME: RFC 5652, RFC 5083 (authenticated and enveloped), RFC 3274 (compressed).

/** `wrapped`: signed, digested or authenticated. */
type Kind = 'encrypted' | 'wrapped' | 'compressed' | 'data';

/** Content types under 1.2.840.113549.1.7, and under 1.2.840.113549.1.9.16.1. */
const PKCS7 = '\x2a\x86\x48\x86\xf7\x0d\x01\x07';
const SMIME = '\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01';

/** A message may wrap another, signed around compressed around signed; nobody's does so more often. */
const MOST_LAYERS = 8;

function kindOf(bytes: Uint8Array, id: Element): Kind | null {
  const length = (id.end ?? id.start) - id.start;
  if (id.tag !== OBJECT_ID) return null;
  const number = bytes[id.start + length - 1]!;
  if (length === PKCS7.length + 1 && hasBytes(bytes, PKCS7, id.start)) {
    return number === 1 ? 'data' : number === 2 || number === 5 ? 'wrapped' : number > 2 && number < 7 ? 'encrypted' : null;
  }
  if (length === SMIME.length + 1 && hasBytes(bytes, SMIME, id.start)) {
    return number === 2 ? 'wrapped' : number === 9 ? 'compressed' : number === 23 ? 'encrypted' : null;
  }
  return null;
}

interface Message {
  readonly kind: Kind;
  /** What the message's explicit tag wraps; null when it is missing. */
  readonly content: Element | null;
}

function readMessage(bytes: Uint8Array): Message | null {
  const outer = elementAt(bytes, 0);
  if (outer === null || outer.tag !== SEQUENCE) return null;
  const id = elementAt(bytes, outer.start);
  const kind = id === null ? null : kindOf(bytes, id);
  if (id === null || kind === null) return null;
  const wrapper = elementAt(bytes, id.end ?? bytes.length);
  return { kind, content: wrapper === null || wrapper.tag !== 0xa0 ? null : elementAt(bytes, wrapper.start) };
}

/** The content inside a message that is not encrypted; null when there is none, as with a detached signature. */
function innerContent(bytes: Uint8Array, { kind, content }: Message): Uint8Array | null {
  if (content === null) return null;
  if (kind === 'data') return octetsOf(bytes, content);
  // Signed, digested, compressed and authenticated data all hold one sequence that begins with an id: the content.
  for (const child of childrenOf(bytes, content, 8)) {
    const id = child.tag === SEQUENCE ? elementAt(bytes, child.start) : null;
    if (id === null || id.tag !== OBJECT_ID) continue;
    const wrapper = elementAt(bytes, id.end ?? bytes.length);
    const isInside = wrapper !== null && wrapper.tag === 0xa0 && (child.end === null || wrapper.start < child.end);
    const octets = isInside ? elementAt(bytes, wrapper.start) : null;
    if (octets !== null) return octetsOf(bytes, octets);
  }
  return null;
}

function messageBytes(bytes: Uint8Array): Uint8Array {
  const block = armouredBlockAt(bytes, textStart(bytes));
  return block !== null && /^(PKCS7|CMS|PKCS #7 SIGNED DATA)$/.test(block.label) ? unwrap(bytes, block) : bytes;
}

function* inspect(file: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  let bytes = messageBytes(file);
  let layers = 0;
  for (let message = readMessage(bytes); message !== null; message = readMessage(bytes)) {
    layers += 1;
    if (message.kind === 'encrypted') return locked('cms', 'The message is encrypted with S/MIME: it opens only with a key.');
    let content = innerContent(bytes, message);
    if (content !== null && message.kind === 'compressed') {
      const unpacked = yield* inflateZlib(content, 0, content.length, context.budget);
      content = unpacked.data;
      if (unpacked.ended !== 'complete')
        members.miss(unpacked.ended === 'limit' ? limitReason(context.budget.hit ?? 'size') : DAMAGED);
    }
    if (content === null || content.length === 0) break;
    if (layers < MOST_LAYERS && readMessage(content) !== null) {
      bytes = content;
      continue;
    }
    yield* members.add('content', content);
    break;
  }
  const inspection = members.finish('cms');
  return inspection.protection === 'open'
    ? { ...inspection, reason: SIGNED }
    : inspection;
}

export const cms: Inspector = {
  sniff: (bytes) => readMessage(messageBytes(bytes)) !== null,
  inspect,
};
