import path from 'node:path';
import { isUnreadable, personalSettings } from '../domain';
import type { PersonalSettings } from '../domain';
import { readJson } from '../policy';
import { decodeText } from '../text';
import { readBytes } from './files';
import type { CommandIo } from './io';

/** What the sender has said about themself, out of a file; null, with the reason said, when it cannot be had. */
export async function personalFrom(file: string, io: CommandIo): Promise<PersonalSettings | null> {
  const bytes = await readBytes(path.resolve(io.folder, file));
  if (isUnreadable(bytes)) {
    io.err(`--personal “${file}” was not read, because ${bytes.unreadable}.`);
    return null;
  }
  const json = readJson(decodeText(bytes).text);
  if (json.ok) return personalSettings(json.value);
  io.err(`${file}: line ${json.line}, column ${json.column}: ${json.message}`);
  return null;
}
