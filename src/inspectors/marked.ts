import { hasBytes } from './bytes';
import type { Inspecting, InspectionContext, Inspector } from './inspector';
import { findSignature, readSignatures } from './signatures';
import type { Signature } from './signatures';
import { NOT_JUDGED, OPENS, RIGHTS } from './sentences';
import { locked, unread } from './unread';

// Files that are told by their first bytes, and of which a send looks at nothing else: those that hold no text, those that are
// encrypted by their nature, and what is left to the pane.

const SIGNATURES = readSignatures(`
jpeg picture %ff%d8%ff
png picture %89PNG%0d%0a%1a%0a
gif picture GIF87a
gif picture GIF89a
webp picture RIFF 8:WEBP
tiff picture II*%00
tiff picture MM%00*
heic picture 4:ftyphe
heic picture 4:ftypmif1
heic picture 4:ftypmsf1
heic picture 4:ftypavi
bmp picture BM 6:%00%00%00%00 15:%00%00%00
emf picture %01%00%00%00 40:%20EMF
wmf picture %d7%cd%c6%9a
mp3 recording ID3%02
mp3 recording ID3%03
mp3 recording ID3%04
m4a recording 4:ftypM4A%20
wav recording RIFF 8:WAVE
mp4 video 4:ftyp
mp4 video 4:moov
mp4 video 4:mdat
avi video RIFF 8:AVI%20
mkv video %1aE%df%a3
wmv video 0&%b2u%8ef%cf%11
program program %7fELF
program program %ca%fe%ba%be
program program %cf%fa%ed%fe
program program %ce%fa%ed%fe
program program %fe%ed%fa%cf
program program %fe%ed%fa%ce
program program %00asm
keepass password %03%d9%a2%9a
axcrypt password %c0%b9%07.O%93%f1F
pfile permission .pfile 7:%00%00%00
rpmsg permission v%e8%04%60%c4%11%e3%86
tar packed 257:ustar
gz packed %1f%8b%08
bz2 packed BZh 4:1AY&SY
xz packed %fd7zXZ%00
tnef packed x%9f>"
age later age-encryption.org/v1%0a->
age later -----BEGIN%20AGE
ansible-vault later $ANSIBLE_VAULT;
openssl later U2FsdGVkX1
`);

const MPEG_AUDIO: Signature = { format: 'mp3', group: 'recording', marks: [] };
const WINDOWS_PROGRAM: Signature = { format: 'program', group: 'program', marks: [] };
const MEDIA = ['picture', 'recording', 'video', 'font'];

function findAny(bytes: Uint8Array): Signature | undefined {
  const signature = findSignature(SIGNATURES, bytes);
  if (signature !== undefined) return signature;
  // A frame of MPEG audio, layer III, with a bit rate and a sampling rate that exist (ISO/IEC 11172-3 §2.4.1.3).
  const isRate = (bytes[2]! & 0xf0) % 0xf0 > 0 && (bytes[2]! & 0x0c) !== 0x0c;
  if (bytes[0] === 0xff && (bytes[1]! & 0xe6) === 0xe2 && isRate) return MPEG_AUDIO;
  return hasBytes(bytes, 'MZ') && bytes.subarray(2, 64).indexOf(0) >= 0 ? WINDOWS_PROGRAM : undefined;
}

function* inspect({ format, group: kind }: Signature, bytes: Uint8Array, context: InspectionContext): Inspecting {
  if (kind === 'later') return unread(format, 'unknown', NOT_JUDGED, context.leaveToPane());
  if (kind === 'packed') return unread(format, 'open', OPENS, context.leaveToPane());
  if (kind === 'permission') return locked(format, RIGHTS);
  if (kind === 'password') return locked(format);
  const text = (kind === 'picture' && context.budget.readers?.picture(bytes)) || '';
  yield;
  return {
    format,
    protection: 'open',
    reason: OPENS,
    content: 'none',
    contentReason: `What is in this ${kind} cannot be read here.`,
    segments: text === '' ? [] : [{ path: context.path, place: '', text, hidden: 'document properties' }],
    entries: [],
    nature: MEDIA.indexOf(kind) >= 0 ? 'media' : 'text',
    note: null,
  };
}

/** The inspector of files that `find` knows by their marks. */
export function markedBy(find: (bytes: Uint8Array) => Signature | undefined): Inspector {
  return {
    sniff: (bytes) => find(bytes) !== undefined,
    inspect: (bytes, context) => inspect(find(bytes)!, bytes, context),
  };
}

export const marked = markedBy(findAny);

/** True for the kinds of pictures that office programs keep, and a few more; or for programs of Linux, macOS and Java. */
export function isMarked(group: 'picture' | 'program', bytes: Uint8Array): boolean {
  return findSignature(SIGNATURES, bytes)?.group === group;
}
