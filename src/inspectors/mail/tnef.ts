import { hasBytes } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import { readTnef } from './tnef-reader';

/** What Outlook's winmail.dat begins with ([MS-OXTNEF] 2.1.3.1). */
const SIGNATURE = '\x78\x9f\x3e\x22';

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  yield* readTnef(context, members, bytes);
  return members.finish('tnef');
}

export const tnef: Inspector = { sniff: (bytes) => hasBytes(bytes, SIGNATURE), inspect };
