import path from 'node:path';
import { isUnreadable, NO_PERSONAL_SETTINGS, personalSettings } from '../domain';
import type { PersonalSettings } from '../domain';
import { nearest, readJson } from '../policy';
import { decodeText } from '../text';
import { readBytes } from './files';
import type { CommandIo } from './io';

/** The names of what a sender can say. */
const NAMES: readonly string[] = Object.keys(NO_PERSONAL_SETTINGS);

/** What is wrong with what was written by hand, in sentences: an add-in passes over it, whoever wrote it wants to know. */
function problemsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`it has to be an object with any of ${NAMES.join(', ')}.`];
  const problems: string[] = [];
  for (const [name, said] of Object.entries(value as { readonly [name: string]: unknown })) {
    const meant = nearest(name, NAMES);
    if (!NAMES.includes(name)) problems.push(`${name}: there is no such setting. ${meant === null ? `Choose from ${NAMES.join(', ')}.` : `Did you mean “${meant}”?`}`);
    else if (name === 'hours') {
      if (said !== null && personalSettings({ hours: said }).hours === null) problems.push('hours: write each day from mon to sun, as ["08:30", "16:00"] or null.');
    } else if (!Array.isArray(said) || said.some((each) => typeof each !== 'string')) problems.push(`${name}: write a list of addresses, such as ["jo@home.example"].`);
  }
  return problems;
}

/** What the sender has said about themself, out of a file; null, with the reason said, when it cannot be had. */
export async function personalFrom(file: string, io: CommandIo): Promise<PersonalSettings | null> {
  const bytes = await readBytes(path.resolve(io.folder, file));
  if (isUnreadable(bytes)) {
    io.err(`--personal “${file}” was not read, because ${bytes.unreadable}.`);
    return null;
  }
  const json = readJson(decodeText(bytes).text);
  const problems = json.ok ? problemsIn(json.value) : [`line ${json.line}, column ${json.column}: ${json.message}`];
  problems.forEach((problem) => io.err(`${file}: ${problem}`));
  return json.ok && problems.length === 0 ? personalSettings(json.value) : null;
}
