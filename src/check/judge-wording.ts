import type { AnyRule, Policy } from '../domain';
import { LONGEST_ALERT } from '../formatters';
import { nearest } from '../policy';
import type { WordingFault } from '../policy';
import { fillTemplate, placeholdersIn } from '../text';
import { longestDialog, longestValues } from './longest-dialog';

/** The longest note in the compose window, in characters. */
const LONGEST_NOTE = 150;

/** What the engine itself fills in. */
const OF_THE_ENGINE = ['anyway', 'Anyway'];

function unknownPlaceholder(template: string, known: readonly string[]): string | null {
  const unknown = placeholdersIn(template).find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  const meant = nearest(unknown, known);
  const names = known.filter((name) => !OF_THE_ENGINE.includes(name)).map((name) => `{${name}}`);
  const remedy = meant !== null ? `Did you mean {${meant}}?` : names.length === 0 ? 'Write it out.' : `Here there are ${names.join(', ')}.`;
  return `nothing stands for {${unknown}} here. ${remedy}`;
}

/**
 * What is wrong with the organisation's own words for a rule: a placeholder that nothing fills, and a text that runs over with
 * the longest values, the quotation included (D.6).
 */
export function judgeWording(rule: AnyRule, policy: Policy): readonly WordingFault[] {
  const faults: WordingFault[] = [];
  const wording = policy.rules[rule.id]?.wording ?? {};
  for (const tip of Object.keys(wording)) {
    const [own, usual] = [wording[tip], rule.tips[tip]];
    if (own === undefined || usual === undefined) continue;
    const known = [...placeholdersIn([usual.saw, usual.advice, usual.brief, usual.note, usual.button].join(' ')), ...OF_THE_ENGINE];
    const before = faults.length;
    for (const part of ['saw', 'advice', 'brief', 'note'] as const) {
      const message = unknownPlaceholder(own[part] ?? '', known);
      if (message !== null) faults.push({ tip, part, message });
    }
    if (faults.length > before) continue;
    const dialog = longestDialog(rule, tip, policy);
    if (dialog !== null && dialog.left < 0) {
      faults.push({ tip, part: null, message: `with the longest values and the quotation this takes ${dialog.length} characters, and a dialog holds ${LONGEST_ALERT}. Shorten it by ${-dialog.left}.` });
    }
    const note = own.note === undefined || own.note === null ? 0 : fillTemplate(own.note, longestValues(rule, [own.note]), rule.allowances).length;
    if (note > LONGEST_NOTE) faults.push({ tip, part: 'note', message: `with the longest values this takes ${note} characters, and a note holds ${LONGEST_NOTE}. Shorten it by ${note - LONGEST_NOTE}.` });
  }
  return faults;
}
