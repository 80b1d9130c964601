import { addinId, readId } from './addin-id';
import { readHost } from './host';
import { MANIFEST_LANGUAGE, MANIFEST_WORDS } from './languages';
import type { Chosen, ChoiceProblem } from './problem';
import { nextVersion, readVersion } from './version';

export type SendMode = 'soft' | 'block';

/** What a tenant's manifest is made of. */
export interface ManifestChoices {
  /** The origin, without a slash at its end. */
  readonly host: string;
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly provider: string;
  readonly support: string;
  readonly sendMode: SendMode;
  /** Beside English. */
  readonly languages: readonly string[];
}

/** What a person typed; what is left out has a default. */
export interface TypedChoices {
  readonly host?: string | undefined;
  readonly id?: string | undefined;
  readonly version?: string | undefined;
  readonly name?: string | undefined;
  readonly provider?: string | undefined;
  readonly support?: string | undefined;
  readonly sendMode?: string | undefined;
  readonly languages?: string | undefined;
}

/** What the manifest that was written here before says; its id is kept and its version never goes back. */
export interface EarlierManifest {
  readonly id: string;
  readonly version: string;
}

// Microsoft's limits: 125 characters for names in the XML manifest, 30 and 32 in the unified one; an address 2,048.
const LONGEST_NAME = 30;
const LONGEST_PROVIDER = 32;
const LONGEST_ADDRESS = 2048;

/** What XML 1.0 cannot hold, and what has no place in one line of text. */
const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function readText(what: string, typed: string, longest: number): Chosen<string> {
  const text = typed.trim();
  if (text === '') return { problem: `The ${what} is empty. Write at least one letter, or leave it out.` };
  if (UNWRITABLE.test(text)) return { problem: `The ${what} has a character that cannot stand in a manifest, such as a line break. Type it again as plain text.` };
  if (text.length > longest) return { problem: `The ${what} has ${text.length} characters; Outlook takes ${longest}. Shorten it by ${text.length - longest}.` };
  return { value: text };
}

function readSupport(typed: string): Chosen<string> {
  const text = typed.trim();
  if (!URL.canParse(text) || new URL(text).protocol !== 'https:') return { problem: `“${text}” is not an https address. Write the page where staff find help, such as https://it.school.example/help.` };
  if (text.length > LONGEST_ADDRESS) return { problem: `The support address has ${text.length} characters; Outlook takes ${LONGEST_ADDRESS}.` };
  return { value: new URL(text).href };
}

function readSendMode(typed: string): Chosen<SendMode> {
  if (typed === 'soft' || typed === 'block') return { value: typed };
  return { problem: `“${typed}” is not a send mode. Choose soft (an email still goes when Heed cannot be reached) or block (it does not).` };
}

function readLanguages(typed: string): Chosen<readonly string[]> {
  const known = Object.keys(MANIFEST_WORDS);
  const chosen: string[] = [];
  for (const part of typed.split(',').map((text) => text.trim()).filter((text) => text !== '')) {
    const language = known.find((each) => each.toLowerCase() === part.toLowerCase());
    if (language === undefined) return { problem: `Heed has no words in “${part}”. It has ${known.join(', ')}.` };
    if (language !== MANIFEST_LANGUAGE && !chosen.includes(language)) chosen.push(language);
  }
  return { value: chosen };
}

/**
 * Reads what was typed, with every problem at once. `productVersion` is Heed's own, `earlier` the manifest that is to be
 * replaced; null when there is none.
 */
export function readChoices(
  typed: TypedChoices,
  productVersion: string,
  earlier: EarlierManifest | null,
): { readonly choices: ManifestChoices | null; readonly problems: readonly ChoiceProblem[] } {
  const problems: ChoiceProblem[] = [];
  const take = <T>(choice: string, chosen: Chosen<T>, otherwise: T): T => {
    if ('value' in chosen) return chosen.value;
    problems.push({ choice, message: chosen.problem });
    return otherwise;
  };
  const host = take('host', readHost(typed.host ?? ''), '');
  const choices: ManifestChoices = {
    host,
    id: typed.id === undefined ? (earlier?.id ?? addinId(host)) : take('id', readId(typed.id), ''),
    version: typed.version === undefined ? nextVersion(productVersion, earlier?.version ?? null) : take('version', readVersion(typed.version, earlier?.version ?? null), ''),
    name: take('name', readText('name', typed.name ?? 'Heed', LONGEST_NAME), ''),
    provider: take('provider', readText('provider', typed.provider ?? 'Heed', LONGEST_PROVIDER), ''),
    support: typed.support === undefined ? `${host}/diagnosis.html` : take('support', readSupport(typed.support), ''),
    sendMode: take('send-mode', readSendMode(typed.sendMode ?? 'soft'), 'soft'),
    languages: take('languages', readLanguages(typed.languages ?? ''), []),
  };
  return { choices: problems.length === 0 ? choices : null, problems };
}
