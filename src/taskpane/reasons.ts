import { stopsSending } from '../domain';
import type { Policy, Report } from '../domain';

/** The rules about who gets somebody's data: only there is it an answer whose data it is, or what was agreed with a partner. */
const ABOUT_DATA = ['sensitive-attachment', 'sensitive-body', 'personal-recipient', 'new-domain-on-reply', 'wrong-list', 'external-bulk-cc'];
const OF_DATA = ['own-child-only', 'partner-agreement'];

/** The policy's reasons that can answer a report. Those that it has beside the usual ones always can. */
export function reasonsFor(report: Report | null, reasons: Policy['reasons']): Policy['reasons'] {
  const asks = report?.findings.filter(({ severity }) => stopsSending(severity)) ?? [];
  if (asks.some(({ rule }) => ABOUT_DATA.includes(rule))) return reasons;
  const left = reasons.filter(({ code }) => !OF_DATA.includes(code));
  return left.length === 0 ? reasons : left;
}
