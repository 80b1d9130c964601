import type { AnyRule } from '../domain';
import type { FaultList } from './faults';
import { quoted } from './problem';
import { hasOwn, isRawObject, objectIn } from './raw';
import type { RawObject } from './raw';

/** The pack with each rule under its present id. */
function withPresentIds(raw: RawObject, rules: readonly AnyRule[], faults: FaultList): RawObject {
  const settings = objectIn(raw, 'rules');
  const renamed: { [id: string]: unknown } = {};
  for (const id of Object.keys(settings)) {
    const present = rules.find((rule) => (rule.formerly ?? []).indexOf(id) !== -1);
    const isTaken = present !== undefined && hasOwn(settings, present.id);
    if (isTaken) faults.add(['rules', id], () => `is now called ${quoted(present.id)}, which is set as well. Keep ${quoted(present.id)} alone.`);
    else renamed[present?.id ?? id] = settings[id];
  }
  return hasOwn(raw, 'rules') && isRawObject(raw['rules']) ? { ...raw, rules: renamed } : raw;
}

function without(object: RawObject, key: string): RawObject {
  const rest: { [key: string]: unknown } = {};
  for (const each of Object.keys(object)) if (each !== key) rest[each] = object[each];
  return rest;
}

/** Hosts that files may be shared from were an option of one rule, `approvedHosts`; they are the organisation's now. */
function withHostsAtTheOrganisation(raw: RawObject): RawObject {
  const rules = objectIn(raw, 'rules');
  const rule = objectIn(rules, 'unapproved-file-share');
  const options = objectIn(rule, 'options');
  if (!hasOwn(options, 'approvedHosts')) return raw;
  return {
    ...raw,
    // The rule read the option alone, so it counts before what the organisation lists.
    organisation: { ...objectIn(raw, 'organisation'), fileShares: options['approvedHosts'] },
    rules: { ...rules, 'unapproved-file-share': { ...rule, options: without(options, 'approvedHosts') } },
  };
}

/** A pack of an earlier version with every value where it stands now. */
export function inPresentPlaces(raw: RawObject, rules: readonly AnyRule[], faults: FaultList): RawObject {
  return withHostsAtTheOrganisation(withPresentIds(raw, rules, faults));
}
