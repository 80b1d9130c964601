import { latin1 } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { limitReason } from '../budget';
import { collectMembers } from '../members';
import { decodeUuencoded } from './uuencoded';

/** The first line of a file written as lines of letters: its access rights and its name (POSIX uuencode); no small letters follow. */
const FIRST_LINE = /^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n(?=[ -`]{1,62}[\r\n])/;
const LONGEST_START = 340;

function firstLineOf(bytes: Uint8Array): RegExpExecArray | null {
  return FIRST_LINE.exec(latin1(bytes, 0, LONGEST_START));
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  const [line, name] = firstLineOf(bytes) as RegExpExecArray;
  yield;
  if (!context.budget.unpack(bytes.length)) members.addUnread(name!, limitReason('size'));
  else yield* members.add(name!, decodeUuencoded(bytes, line.length, bytes.length));
  return members.finish('uu');
}

/** Files in the form in which mail carried others before MIME. */
export const uuencodedFile: Inspector = {
  sniff: (bytes) => firstLineOf(bytes) !== null,
  inspect,
};
