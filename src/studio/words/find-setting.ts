import type { GenericSchema } from 'valibot';
import { childSchema, helpOf, keysOf, titleOf } from '../../policy';
import type { Path } from '../../policy';
import { labelAt, ownHelp } from './labels';

/** A setting that is not a rule's. */
export interface FoundSetting {
  readonly path: Path;
  readonly label: string;
  readonly help: string;
}

/** Parts that a page has whole, and in which each key is a setting by itself. */
const WITH_PARTS = ['organisation', 'detection', 'protection', 'attachments', 'fatigue', 'audit', 'evidence', 'unchecked', 'appointments', 'emergencyReason', 'personalUse'];
const ELSEWHERE = ['$schema', 'extends', 'formerly', 'documents', 'rules'];

function settingsOf(schema: GenericSchema, path: Path): readonly FoundSetting[] {
  return (keysOf(schema) ?? []).flatMap((key) => {
    const at = [...path, key];
    const inner = childSchema(schema, key);
    if (inner === null || (path.length === 0 && ELSEWHERE.includes(key))) return [];
    if (path.length === 0 && WITH_PARTS.includes(key)) return settingsOf(inner, at);
    return [{ path: at, label: titleOf(inner) ?? labelAt(at), help: ownHelp(at) || (helpOf(inner) ?? '') }];
  });
}

/** Words somebody may use for a setting that has others. */
const ALSO: { readonly [key: string]: string } = {
  dictionary: 'word list codename project confidential keyword',
  ignore: 'false alarm word list',
  allowedAddresses: 'whitelist exempt recipient exception',
  partners: 'whitelist local authority council nhs exception recipient',
  protectedCorrespondents: 'union whistleblowing',
  hours: 'evening weekend friday',
  terms: 'holiday half term',
  registeredContacts: 'parents carers',
  retentionDays: 'keep delete',
};

/** The settings that have every one of the words, in their name or their help. */
export function settingsWith(schema: GenericSchema, words: readonly string[]): readonly FoundSetting[] {
  if (words.length === 0) return [];
  return settingsOf(schema, []).filter(({ path, label, help }) => {
    const said = [label, help, ALSO[String(path[path.length - 1])] ?? ''].join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
