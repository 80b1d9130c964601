import { hasBytes } from '../bytes';
import type { InspectionContext, Inspecting, Inspector } from '../inspector';
import { collectMembers } from '../members';

function isRtf(bytes: Uint8Array): boolean {
  let at = hasBytes(bytes, '\xef\xbb\xbf') ? 3 : 0;
  while (at < 16 && bytes[at]! <= 32) at += 1;
  return hasBytes(bytes, '{\\rt', at);
}

function* inspectRtf(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  yield* context.further('richText')(context, members, bytes);
  return members.finish('rtf');
}

export const rtf: Inspector = { sniff: isRtf, inspect: inspectRtf };
