import type { SingleByteEncoding } from '../../text/single-byte';

// Rich Text Format 1.9.1 (Microsoft, 2008).

/** What is done with a group that begins with one of these words. Other groups that may be ignored are. */
export type Destination =
  'text' | 'skip' | 'fonts' | 'object-data' | 'properties' | 'box' | 'note' | 'comment' | 'field-code' | 'alternative';

const DESTINATIONS: { readonly [word: string]: Destination } = {
  fonttbl: 'fonts',
  colortbl: 'skip',
  stylesheet: 'skip',
  listtable: 'skip',
  listoverridetable: 'skip',
  revtbl: 'skip',
  rsidtbl: 'skip',
  filetbl: 'skip',
  pict: 'skip',
  // The picture again, for programs that know no better format.
  nonshppict: 'skip',
  shprslt: 'skip',
  sp: 'skip',
  objclass: 'skip',
  objname: 'skip',
  bkmkstart: 'skip',
  bkmkend: 'skip',
  xe: 'skip',
  tc: 'skip',
  pntext: 'text',
  pn: 'skip',
  ud: 'skip',
  themedata: 'skip',
  colorschememapping: 'skip',
  datastore: 'skip',
  latentstyles: 'skip',
  generator: 'skip',
  xmlnstbl: 'skip',
  // Plain text alternatives of HTML in mail ([MS-OXRTFEX]).
  htmltag: 'skip',
  objdata: 'object-data',
  info: 'properties',
  userprops: 'properties',
  header: 'box',
  headerl: 'box',
  headerr: 'box',
  headerf: 'box',
  footer: 'box',
  footerl: 'box',
  footerr: 'box',
  footerf: 'box',
  shptxt: 'box',
  footnote: 'note',
  annotation: 'comment',
  atnauthor: 'comment',
  atnid: 'comment',
  fldinst: 'field-code',
  fldrslt: 'text',
  shpinst: 'text',
  shppict: 'text',
  result: 'text',
  wgrffmtfilter: 'skip',
  mmathPr: 'skip',
  template: 'skip',
};

/** Styles of characters, sections and tables: written `{\*\cs7 …}` they are no destinations, and Word shows the text. */
const STYLES = /^[cdt]s$/;

export function destinationOf(word: string, isIgnorable: boolean): Destination | null {
  if (DESTINATIONS.hasOwnProperty(word)) return DESTINATIONS[word]!;
  return isIgnorable && !STYLES.test(word) ? 'skip' : null;
}

/** Words that stand for one character. */
const CHARACTERS: { readonly [word: string]: number } = {
  emdash: 0x2014,
  endash: 0x2013,
  emspace: 0x20,
  enspace: 0x20,
  qmspace: 0x20,
  bullet: 0x2022,
  lquote: 0x2018,
  rquote: 0x2019,
  ldblquote: 0x201c,
  rdblquote: 0x201d,
};

export function characterOf(word: string): number | null {
  return CHARACTERS.hasOwnProperty(word) ? CHARACTERS[word]! : null;
}

/** The encoding of a Windows code page; null for one that takes two bytes a character, whose tables are too large to carry. */
export function encodingOfCodePage(page: number): SingleByteEncoding | null {
  switch (page) {
    case 1250:
      return 'windows-1250';
    case 1251:
      return 'windows-1251';
    case 1253:
      return 'windows-1253';
    case 1254:
      return 'windows-1254';
    case 1257:
      return 'windows-1257';
    case 932:
    case 936:
    case 949:
    case 950:
    case 1361:
      return null;
    default:
      return 'windows-1252';
  }
}

/** The code page of a font's character set ([MS-WMF] 2.1.1.5); 0 when it says nothing. */
export function codePageOfCharset(charset: number): number {
  switch (charset) {
    case 128:
      return 932;
    case 129:
      return 949;
    case 130:
      return 1361;
    case 134:
      return 936;
    case 136:
      return 950;
    case 161:
      return 1253;
    case 162:
      return 1254;
    case 186:
      return 1257;
    case 204:
      return 1251;
    case 238:
      return 1250;
    case 0:
      return 1252;
    default:
      return 0;
  }
}
