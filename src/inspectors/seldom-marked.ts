import { markedBy } from './marked';
import { findSignature, readSignatures } from './signatures';

// Files without text that schools seldom send: only the pane knows them.

const signatures = readSignatures(`
ico picture %00%00%01%00 5:%00 9:%00
psd picture 8BPS%00
jp2 picture %00%00%00%0cjP%20%20
dicom picture 128:DICM
flac recording fLaC%00
ogg recording OggS%00
amr recording #!AMR
mpeg video %00%00%01%ba
font font OTTO%00
font font wOFF
font font wOF2
font font ttcf%00
font font %00%01%00%00%00
sqlite database SQLite%20format%203%00
pst mailbox !BDN 8:SM
dwg drawing AC10 6:%00
zst archive (%b5/%fd
lz4 archive %04%22M%18
z archive %1f%9d%90
lzo archive %89LZO%00
cpio archive 070701
cpio archive 070707
cab archive MSCF%00%00%00%00
lha archive 2:-lh 6:-
iso archive 32769:CD001
`);

export const seldomMarked = markedBy((bytes) => findSignature(signatures, bytes));
