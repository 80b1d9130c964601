import type { Policy, Severity } from '../domain';

/** A rule as people know it: its id, title and why. */
export interface RuleWords {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

const ACTIONS: { readonly [S in Exclude<Severity, 'off'>]: string } = {
  inform: 'says so in a note, and the email goes',
  warn: 'asks once, and the sender may send it anyway',
  justify: 'asks for a reason before it goes',
  block: 'does not let it go',
};

const RISING: readonly (keyof typeof ACTIONS)[] = ['inform', 'warn', 'justify', 'block'];

/** Each rule that is on, with the most it may do, a sentence each, in the order of the rules. */
export function rulesInWords(policy: Policy, titles: readonly RuleWords[]): readonly string[] {
  return titles.flatMap(({ id, title, why }) => {
    const setting = policy.rules[id];
    if (setting === undefined || !setting.on) return [];
    const severities = Object.values(setting.severity);
    const most = [...RISING].reverse().find((severity) => severities.includes(severity));
    return most === undefined ? [] : [`**${title}**: at most it ${ACTIONS[most]}. ${why}`];
  });
}
