/** Files for the drafts of the catalogue. No real ciphertext is in them: their headers alone are read. */

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A zip whose one entry is encrypted with AES, as its headers say; what is in it is no real ciphertext. */
export const lockedZip = bytes(
  'PK\u0003\u00043\u0000\u0001\u0000c\u0000\u0000`!]\u0000\u0000\u0000\u0000(\u0000\u0000\u0000\u000c\u0000\u0000\u0000\u000d\u0000\u000b\u0000statement.txt\u0001\u0099\u0007\u0000\u0002\u0000AE\u0003\u0000\u0000()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPK\u0001\u00023\u00003\u0000\u0001\u0000c\u0000\u0000`!]\u0000\u0000\u0000\u0000(\u0000\u0000\u0000\u000c\u0000\u0000\u0000\u000d\u0000\u000b\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000statement.txt\u0001\u0099\u0007\u0000\u0002\u0000AE\u0003\u0000\u0000PK\u0005\u0006\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000F\u0000\u0000\u0000^\u0000\u0000\u0000\u0000\u0000',
);
/** The same with the older encryption of zip files. */
export const olderZip = bytes(
  'PK\u0003\u0004\u0014\u0000\u0001\u0000\u0000\u0000\u0000`!]xV4\u0012\u001e\u0000\u0000\u0000\u0012\u0000\u0000\u0000\u000d\u0000\u0000\u0000statement.txt()*+,-./0123456789:;<=>?@ABCDEPK\u0001\u00023\u0000\u0014\u0000\u0001\u0000\u0000\u0000\u0000`!]xV4\u0012\u001e\u0000\u0000\u0000\u0012\u0000\u0000\u0000\u000d\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000statement.txtPK\u0005\u0006\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000;\u0000\u0000\u0000I\u0000\u0000\u0000\u0000\u0000',
);
export const film = bytes('\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom');
export const song = bytes('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000');

/** A UPN of an invented pupil: the check letter of its digits, by the DfE's rule. */
function upn(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'.charAt(sum % 23)}${digits}`;
}

const pupilRows = Array.from({ length: 26 }, (_, index) => `Pupil ${String.fromCharCode(65 + index)},${upn(`8012000010${index + 10}`)},K`);
/** 26 invented pupils with their UPNs and SEN status. */
export const register = { name: 'Y5 support list.csv', text: `Name,UPN,SEN status\n${pupilRows.join('\n')}\n` };
