import { stopsSending } from '../domain';
import type { Fatigue, Report, ReportedFinding } from '../domain';
import { digest } from './fingerprint';

/** How long what was answered counts as answered, in milliseconds (catalogue D.1, `fatigue.sameDraftRepeat`). */
const ANSWERED_FOR = 600_000;

/** More answers than these are not remembered. */
const MOST_ANSWERS = 20;

/** What has been shown and answered: of one draft, or of one day. Digests alone, so that nobody and no mail is named. */
export interface Shown {
  /** Dialogs that count against the day's limit, and those of them about habits. */
  readonly dialogs: number;
  readonly nuisance: number;
  readonly answers: readonly { readonly of: string; readonly at: number }[];
}

export const NOTHING_SHOWN: Shown = { dialogs: 0, nuisance: 0, answers: [] };

function stopping({ findings }: Report): readonly ReportedFinding[] {
  return findings.filter(({ severity }) => stopsSending(severity));
}

/** What a report stops for, within one draft or one thread, as a digest; null when it could not all be checked. */
export function questionOf(scope: string | null, report: Report): string | null {
  if (scope === null || scope === '' || report.unchecked.length > 0) return null;
  const asked = stopping(report).map(({ rule, situation, concerns }) => [rule, situation, ...[...concerns].sort()].join(' '));
  return digest([scope, report.verdict, ...asked.sort()].join('\n'));
}

/** True when one of the questions was answered in the last 10 minutes. */
export function wasAnswered({ answers }: Shown, questions: readonly (string | null)[], now: number): boolean {
  return answers.some(({ of, at }) => questions.includes(of) && at <= now && now - at < ANSWERED_FOR);
}

/** True for a warning that may be a note on a day that has had enough: nothing serious, and everything was checked. */
function isCappable(report: Report): boolean {
  return report.verdict === 'warn' && report.unchecked.length === 0 && stopping(report).every(({ weight }) => weight !== 'serious');
}

function isNuisance(report: Report): boolean {
  return stopping(report).every(({ weight }) => weight === 'nuisance');
}

/** True when the sender has had as many dialogs as the policy allows, and this one is of a kind that is limited. */
export function isTooMany(report: Report, { dialogs, nuisance }: Shown, limits: Fatigue): boolean {
  if (!isCappable(report)) return false;
  return dialogs >= limits.maxDialogsPerDay || (isNuisance(report) && nuisance >= limits.maxNuisanceDialogsPerDay);
}

/** The same report with a note in the place of its dialog. */
export function asNote(report: Report): Report {
  return { ...report, verdict: 'inform', findings: report.findings.map((finding) => ({ ...finding, severity: 'inform' })) };
}

/** What has been shown once this dialog is, and, when they are given, what it then counts as the answer to. */
export function afterDialog(shown: Shown, report: Report, questions: readonly (string | null)[], now: number): Shown {
  const isCounted = isCappable(report);
  const added = questions.filter((of): of is string => of !== null).map((of) => ({ of, at: now }));
  const kept = shown.answers.filter(({ of, at }) => now - at < ANSWERED_FOR && !questions.includes(of));
  return {
    dialogs: shown.dialogs + (isCounted ? 1 : 0),
    nuisance: shown.nuisance + (isCounted && isNuisance(report) ? 1 : 0),
    answers: [...added, ...kept].slice(0, MOST_ANSWERS),
  };
}

/** What was stored, as far as it makes sense. */
export function parseShown(text: string | null): Shown {
  try {
    const { dialogs, nuisance, answers } = JSON.parse(text ?? '{}') as Partial<Shown>;
    const listed = Array.isArray(answers) ? (answers as readonly { of?: unknown; at?: unknown }[]) : [];
    return {
      dialogs: Number(dialogs) || 0,
      nuisance: Number(nuisance) || 0,
      answers: listed.slice(0, MOST_ANSWERS).map(({ of, at }) => ({ of: String(of), at: Number(at) })),
    };
  } catch {
    return NOTHING_SHOWN;
  }
}
