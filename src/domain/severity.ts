/**
 * What Heed does about a finding, mildest first. `inform`: a note, the send goes on. `warn`: one dialog, Send Anyway
 * possible. `justify`: the sender must give a reason. `block`: no override, the dialog says whom to call.
 */
export type Severity = 'off' | 'inform' | 'warn' | 'justify' | 'block';

/** Severities in rising order; the position is the rank. */
export const SEVERITIES: readonly Severity[] = ['off', 'inform', 'warn', 'justify', 'block'];

/** The worst thing a report says: `allow` when nothing was found, else a severity. */
export type Verdict = 'allow' | Exclude<Severity, 'off'>;

export function isWorse(severity: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(than);
}

export function worst(severities: readonly Severity[]): Severity {
  return severities.reduce<Severity>((a, b) => (isWorse(b, a) ? b : a), 'off');
}

export function milder(a: Severity, b: Severity): Severity {
  return isWorse(a, b) ? b : a;
}

/** True when the sender is interrupted: the send waits for an answer. */
export function stopsSending(severity: Severity | Verdict): boolean {
  return severity === 'warn' || severity === 'justify' || severity === 'block';
}
