import { isUnreadable } from '../../domain';
import type { Policy } from '../../domain';
import { sayProblem } from '../../policy';
import type { PackFile } from '../../policy';
import { readHosted } from '../../hosted';
import { chosenPacks, loadPacks, readSigningKey, sayNoKey, shippedPack } from '../../publishing';
import type { Before, Site, SigningKey, Wanted } from '../../publishing';
import { decodeText } from '../../text';

/** What somebody has typed; what is left out stays as it was. */
export type Typed = Omit<Wanted, 'policy'>;

export interface ChosenKey {
  readonly file: string;
  readonly key: SigningKey;
}

/** A pack that was chosen, and its SHA-256 in hexadecimal, which the studio shows too. */
interface HashedPack extends PackFile {
  readonly sha256: string;
}

/** The policy to sign: the one that is there, or that of packs, with what is wrong with them. */
export interface ChosenPolicy {
  readonly source: 'there' | 'laat' | 'teal' | 'files';
  readonly packs: readonly HashedPack[];
  /** Null for the one that is there, and while there is any problem. */
  readonly policy: Policy | null;
  readonly problems: readonly string[];
  /** The same as one school has it; null for the one that is there, whose layers are not known any more. */
  forSchool(id: string): Policy | null;
}

export const AS_IT_IS: ChosenPolicy = { source: 'there', packs: [], policy: null, problems: [], forSchool: () => null };

/** The day it is, as an ISO date. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export async function keyOf(file: File): Promise<ChosenKey | string> {
  const { text } = decodeText(new Uint8Array(await file.arrayBuffer()));
  const key = await readSigningKey(text);
  return key === null ? `${file.name} ${sayNoKey(text)}` : { file: file.name, key };
}

function policyOf(source: ChosenPolicy['source'], packs: readonly HashedPack[]): ChosenPolicy {
  const chosen = chosenPacks(packs);
  if ('message' in chosen) return { source, packs, policy: null, problems: [sayProblem(chosen)], forSchool: () => null };
  const { policy, problems } = loadPacks(chosen, { today: today() });
  return { source, packs, policy, problems: problems.map(sayProblem), forSchool: (academy) => loadPacks(chosen, { academy, today: today() }).policy };
}

export function shippedPolicy(source: 'laat' | 'teal'): ChosenPolicy {
  const pack = shippedPack(source);
  return policyOf(source, pack === null ? [] : [{ ...pack, sha256: '' }]);
}

export async function policyOfFiles(files: readonly File[]): Promise<ChosenPolicy> {
  const packs = files.map(async (file): Promise<HashedPack> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return { file: file.name, text: decodeText(bytes).text, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
  });
  return policyOf('files', await Promise.all(packs));
}

/** What the folder says of itself before there is a key: verified against the key that its own add-in has. */
export function asItStands({ hosted, settings }: Site): Before | null {
  if (hosted === null || settings === null || settings.key === null) return null;
  const read = readHosted(hosted.text, hosted.signature, settings.key, 0);
  return isUnreadable(read) ? null : read;
}

/** The share as it is typed in full, as what changes: a school or rule that is no longer named goes back to the rest's. */
export function sharesChanged(typed: string, before: string): string {
  const named = (text: string): readonly string[] => text.split(',').map((entry) => entry.split('=')[0]?.trim() ?? '').filter((name) => name !== '');
  const gone = named(before).filter((name) => !named(typed).includes(name));
  return [typed, ...gone.map((name) => `${name}=`)].filter((part) => part.trim() !== '').join(',');
}
