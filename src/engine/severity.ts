import type { RuleSetting, SenderAudience, Severity } from '../domain';

/** What exemptions are judged by. */
export interface Exempting {
  /** An ISO date: an exemption counts until the end of its last day. */
  readonly today: string;
  /** True when it names the sender. */
  isFor(named: string): boolean;
  /** True when everyone the draft goes to is among these. */
  areAllAmong(recipients: readonly string[]): boolean;
}

/** Of someone whom no exemption names. */
export const NO_EXEMPTIONS: Exempting = { today: '', isFor: () => false, areAllAmong: () => false };

/** True when an exemption in force leaves this sender alone in this situation. */
export function isExempt({ exemptions }: RuleSetting, situation: string, { today, isFor, areAllAmong }: Exempting): boolean {
  return exemptions.some(
    ({ for: named, expires, situations, recipients }) =>
      expires >= today &&
      (situations ?? [situation]).includes(situation) &&
      isFor(named) &&
      (recipients === undefined || recipients === null || areAllAmong(recipients)),
  );
}

/** True when exemptions in force leave this sender alone in every situation, so that the rule need not run. */
export function isWhollyExempt(setting: RuleSetting | undefined, exempting: Exempting): boolean {
  return setting !== undefined && setting.exemptions.length > 0 && Object.keys(setting.severity).every((situation) => isExempt(setting, situation, exempting));
}

/** What the policy does about a situation when the sender is of this audience. */
export function severityOf(setting: RuleSetting, situation: string, audience: SenderAudience): Severity {
  return setting.severityByAudience[audience]?.[situation] ?? setting.severity[situation] ?? 'off';
}
