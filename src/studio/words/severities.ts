import type { Verdict } from '../../domain';

const SEVERITIES: { readonly [severity: string]: string } = { off: 'Off', inform: 'Note', warn: 'Ask once', justify: 'Ask for a reason', block: 'Stop' };

const VERDICTS: { readonly [V in Verdict]: string } = {
  allow: 'goes, nothing said',
  inform: 'goes, with a note',
  warn: 'asked once',
  justify: 'asked for a reason',
  block: 'stopped',
};

/** A severity as the studio says it: `warn` is “Ask once”. */
export function severityWords(severity: string): string {
  return SEVERITIES[severity] ?? severity;
}

/** The same within a sentence. */
export function severityInSentence(severity: string): string {
  return severityWords(severity).toLowerCase();
}

/** What becomes of a draft. */
export function verdictWords(verdict: Verdict): string {
  return VERDICTS[verdict];
}
