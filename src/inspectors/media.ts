import { hasBytes, u16, u32 } from './bytes';
import type { Inspecting, InspectionContext, Inspector } from './inspector';
import { mediaProperties } from './media-properties';

// Files that hold no text to read: what they are is told by their first bytes.

type Kind = 'picture' | 'sound' | 'film' | 'drawing' | 'font' | 'program' | 'database';

const READS: { readonly [kind in Kind]: { readonly reason: string; readonly content: string; readonly nature: 'text' | 'media' } } = {
  picture: { reason: 'The picture opens without a password.', content: 'It is a picture, so what it shows could not be read.', nature: 'media' },
  sound: { reason: 'The recording opens without a password.', content: 'It is a sound recording, so what is said in it could not be read.', nature: 'media' },
  film: { reason: 'The video opens without a password.', content: 'It is a video, so what is shown and said in it could not be read.', nature: 'media' },
  drawing: { reason: 'The drawing opens without a password.', content: 'It is a drawing of a kind that is not read here.', nature: 'text' },
  font: { reason: 'The font opens without a password.', content: 'It is a font, which has no text of its own.', nature: 'media' },
  program: { reason: 'The program opens without a password.', content: 'It is a program, and what is in it is not read here.', nature: 'text' },
  database: { reason: 'The data file opens without a password.', content: 'It is a data file of a kind that is not read here.', nature: 'text' },
};

interface Medium {
  readonly format: string;
  readonly title: string;
  readonly kind: Kind;
  isAt(bytes: Uint8Array): boolean;
}

function starts(...marks: readonly string[]): (bytes: Uint8Array) => boolean {
  return (bytes) => marks.some((mark) => hasBytes(bytes, mark));
}

function riff(kind: string): (bytes: Uint8Array) => boolean {
  return (bytes) => hasBytes(bytes, 'RIFF') && hasBytes(bytes, kind, 8);
}

/** The brand of an ISO base media file (ISO/IEC 14496-12 §4.3), such as `heic`. */
function brand(pattern: RegExp): (bytes: Uint8Array) => boolean {
  return (bytes) => bytes[0] === 0 && hasBytes(bytes, 'ftyp', 4) && pattern.test(String.fromCharCode(bytes[8]!, bytes[9]!, bytes[10]!, bytes[11]!));
}

/** The sizes a bitmap's second header may have, which tell its version. */
const BITMAP_HEADERS = [12, 40, 52, 56, 64, 108, 124];

function isBitmap(bytes: Uint8Array): boolean {
  return hasBytes(bytes, 'BM') && u32(bytes, 6) === 0 && BITMAP_HEADERS.indexOf(u32(bytes, 14)) >= 0;
}

/** Layer III of MPEG audio, or an ADTS header, with a bit rate and a sampling rate that exist. */
function isMpegAudio(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff) return false;
  const isLayer3 = (bytes[1]! & 0xe6) === 0xe2 && (bytes[2]! & 0xf0) !== 0xf0 && (bytes[2]! & 0xf0) !== 0 && (bytes[2]! & 0x0c) !== 0x0c;
  return isLayer3 || ((bytes[1]! & 0xf6) === 0xf0 && (bytes[2]! & 0x3c) <= 0x30);
}

function isProgram(bytes: Uint8Array): boolean {
  if (hasBytes(bytes, 'MZ')) return bytes.subarray(2, 64).indexOf(0) >= 0;
  return starts('\x7fELF', '\xfe\xed\xfa\xce', '\xfe\xed\xfa\xcf', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe', '\0asm', 'dex\n0')(bytes);
}

const MEDIA: readonly Medium[] = [
  { format: 'jpeg', title: 'JPEG picture', kind: 'picture', isAt: starts('\xff\xd8\xff') },
  { format: 'png', title: 'PNG picture', kind: 'picture', isAt: starts('\x89PNG\r\n\x1a\n') },
  { format: 'gif', title: 'GIF picture', kind: 'picture', isAt: starts('GIF87a', 'GIF89a') },
  { format: 'webp', title: 'WebP picture', kind: 'picture', isAt: riff('WEBP') },
  { format: 'tiff', title: 'TIFF picture, also camera raw files', kind: 'picture', isAt: starts('II*\0', 'MM\0*', 'II+\0', 'MM\0+', 'IIRO', 'IIU\0') },
  { format: 'heic', title: 'HEIC and AVIF picture', kind: 'picture', isAt: brand(/^(?:hei[cxms]|hev[cxms]|mif1|msf1|avi[fs]|crx )$/) },
  { format: 'bmp', title: 'Bitmap picture', kind: 'picture', isAt: isBitmap },
  { format: 'ico', title: 'Icon', kind: 'picture', isAt: (bytes) => starts('\0\0\x01\0', '\0\0\x02\0')(bytes) && bytes[4]! > 0 && bytes[5] === 0 && bytes[9] === 0 },
  { format: 'psd', title: 'Photoshop picture', kind: 'picture', isAt: starts('8BPS\0') },
  { format: 'jpeg-2000', title: 'JPEG 2000 or JPEG XL picture', kind: 'picture', isAt: starts('\0\0\0\x0cjP  ', '\0\0\0\x0cJXL ', '\xff\x0a', '\xff\x4f\xff\x51') },
  { format: 'emf', title: 'Windows metafile', kind: 'drawing', isAt: (bytes) => starts('\xd7\xcd\xc6\x9a')(bytes) || (u32(bytes, 0) === 1 && hasBytes(bytes, ' EMF', 40)) },
  { format: 'djvu', title: 'DjVu scan', kind: 'picture', isAt: starts('AT&TFORM') },
  { format: 'dicom', title: 'Medical picture (DICOM)', kind: 'picture', isAt: (bytes) => hasBytes(bytes, 'DICM', 128) },
  { format: 'dwg', title: 'AutoCAD drawing', kind: 'drawing', isAt: (bytes) => starts('AC10')(bytes) && bytes.subarray(6, 12).indexOf(0) >= 0 },
  { format: 'eps', title: 'Encapsulated PostScript with preview', kind: 'drawing', isAt: starts('\xc5\xd0\xd3\xc6') },
  { format: 'mp3', title: 'MP3 or AAC sound', kind: 'sound', isAt: (bytes) => (starts('ID3')(bytes) && bytes[3]! < 5) || isMpegAudio(bytes) },
  { format: 'm4a', title: 'MPEG-4 sound', kind: 'sound', isAt: brand(/^M4[AB] $/) },
  { format: 'wav', title: 'WAV sound', kind: 'sound', isAt: riff('WAVE') },
  { format: 'flac', title: 'FLAC sound', kind: 'sound', isAt: starts('fLaC') },
  { format: 'ogg', title: 'Ogg sound or video', kind: 'sound', isAt: starts('OggS\0') },
  { format: 'midi', title: 'MIDI or AIFF sound', kind: 'sound', isAt: (bytes) => starts('MThd\0')(bytes) || (starts('FORM')(bytes) && hasBytes(bytes, 'AIF', 8)) },
  { format: 'amr', title: 'AMR sound', kind: 'sound', isAt: starts('#!AMR\n', '#!AMR-WB\n') },
  { format: 'mp4', title: 'MPEG-4 or QuickTime video', kind: 'film', isAt: (bytes) => brand(/^[ -~]{4}$/)(bytes) || (bytes[0] === 0 && starts('moov', 'mdat', 'wide')(bytes.subarray(4))) },
  { format: 'avi', title: 'AVI video', kind: 'film', isAt: riff('AVI ') },
  { format: 'mkv', title: 'Matroska or WebM video', kind: 'film', isAt: starts('\x1a\x45\xdf\xa3') },
  { format: 'wmv', title: 'Windows Media sound or video', kind: 'film', isAt: starts('\x30\x26\xb2\x75\x8e\x66\xcf\x11') },
  { format: 'mpeg', title: 'MPEG video', kind: 'film', isAt: (bytes) => starts('\0\0\x01\xba', '\0\0\x01\xb3')(bytes) || [0, 188, 376].every((at) => bytes[at] === 0x47) },
  { format: 'flv', title: 'Flash video or film', kind: 'film', isAt: (bytes) => starts('FLV\x01')(bytes) || (starts('FWS', 'CWS', 'ZWS')(bytes) && bytes[3]! < 32) },
  {
    format: 'font',
    title: 'Font',
    kind: 'font',
    isAt: (bytes) => starts('OTTO\0', 'wOFF', 'wOF2', 'ttcf\0')(bytes) || (starts('\0\x01\0\0\0')(bytes) && bytes[5]! >= 4 && bytes[5]! <= 64),
  },
  { format: 'program', title: 'Program', kind: 'program', isAt: isProgram },
  { format: 'sqlite', title: 'SQLite database', kind: 'database', isAt: starts('SQLite format 3\0') },
  { format: 'pst', title: 'Outlook data file (.pst, .ost)', kind: 'database', isAt: (bytes) => starts('!BDN')(bytes) && u16(bytes, 8) === 0x4d53 },
];

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const { format, kind } = MEDIA.find((medium) => medium.isAt(bytes))!;
  const { reason, content, nature } = READS[kind];
  const text = nature === 'media' ? yield* mediaProperties(bytes, format, context.budget) : '';
  return {
    format,
    protection: 'open',
    reason,
    content: 'none',
    contentReason: content,
    segments: text === '' ? [] : [{ path: context.path, place: '', text, hidden: 'document properties' }],
    entries: [],
    nature,
    note: null,
  };
}

export const media: Inspector = {
  id: 'media',
  formats: MEDIA.map(({ format, title }) => ({ format, title, reads: 'protection' as const })),
  sniff: (bytes) => MEDIA.some((medium) => medium.isAt(bytes)),
  inspect,
};
