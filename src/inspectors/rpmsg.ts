import { hasBytes } from './bytes';
import type { Inspecting, Inspector } from './inspector';
import { LOCKED, RIGHTS } from './sentences';

/** What every rights-protected mail body begins with ([MS-OXORMMS] 2.2.4.5); what follows is compressed and encrypted. */
const SIGNATURE = '\x76\xe8\x04\x60\xc4\x11\xe3\x86';

function* inspect(): Inspecting {
  return {
    format: 'rpmsg',
    protection: 'protected',
    reason: RIGHTS,
    content: 'none',
    contentReason: LOCKED,
    segments: [],
    entries: [],
    nature: 'text',
    note: null,
  };
}

export const rpmsg: Inspector = {
  sniff: (bytes) => hasBytes(bytes, SIGNATURE),
  inspect,
};
