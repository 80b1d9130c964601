import { stopsSending } from '../domain';
import type { QuotedClause, Report, ReportedFinding, Unchecked } from '../domain';
import { capitalised, shortenEnd } from '../text';
import { notChecked } from './not-checked';
import { USUAL_BUTTON, buttonIn } from './buttons';

/** The longest text Outlook's send dialog shows, in characters (`errorMessage`, Mailbox 1.12). */
export const LONGEST_ALERT = 500;

function isSubset(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.every((item) => outer.includes(item));
}

function quotation(clause: QuotedClause | undefined): string {
  return clause === undefined ? '' : `\n\n${clause.leadIn} “${clause.text}”`;
}

/** A sentence for each attachment, part or rule that was not checked and that no finding speaks of already. */
function uncheckedSentences(report: Report): readonly string[] {
  const isSaid = ({ attachment }: Unchecked): boolean =>
    attachment !== undefined &&
    report.findings.some((finding) => stopsSending(finding.severity) && finding.evidence.some(({ where }) => where === attachment));
  return notChecked(report.unchecked)
    .filter((unchecked) => !isSaid(unchecked))
    .map(({ attachment, reason }) =>
      attachment === undefined ? reason : `'${shortenEnd(attachment, 40)}' has NOT been checked. ${reason}`,
    );
}

/**
 * The other things to say in one sentence each: milder findings about something else, those that only inform included when
 * they have a sentence for it, and what was not checked.
 */
function furtherSentences(report: Report, lead: ReportedFinding): readonly string[] {
  const said = [...lead.concerns];
  const sentences: string[] = [];
  for (const finding of report.findings) {
    if (finding === lead || finding.brief === null) continue;
    if (isSubset(finding.concerns, said)) continue;
    said.push(...finding.concerns);
    sentences.push(finding.brief);
  }
  return [...sentences, ...uncheckedSentences(report)];
}

/** A block has no way round it, so it says whom to call. */
function helpSentences({ verdict, help }: Report): readonly string[] {
  const whom = help ?? 'IT Services';
  return verdict === 'block' ? [`If this is wrong, ${whom.includes('@') ? 'contact' : 'call'} ${shortenEnd(whom, 60)}.`] : [];
}

/** As many of the sentences as fit, and how many more there are. */
function asManyAsFit(text: string, sentences: readonly string[], most: number): string {
  let result = text;
  for (let index = 0; index < sentences.length; index += 1) {
    const left = sentences.length - index;
    const more = left > 1 ? ` ${left - 1} more in Heed.` : '';
    const next = `${result} ${sentences[index] as string}`;
    if (next.length + more.length > most) return `${result} ${left} more in Heed.`;
    result = next;
  }
  return result;
}

/** "Do now: remove it." — but advice that is a sentence of its own stands by itself. */
function adviceParagraph(advice: string | null): string {
  if (advice === null) return '';
  return /^[a-z]/.test(advice) ? `\n\nDo now: ${advice}` : `\n\n${advice}`;
}

/** What a block says first. A finding that is told more mildly, as beside a protected correspondent, must not say it. */
const CANNOT_GO = "This can't be sent as it is. ";

/** What a safeguarding lead is told before any other advice: going on comes first. */
const EMERGENCY = '\n\nEmergency – send now: choose Send Anyway.';

function sawIn({ verdict }: Report, { saw }: ReportedFinding): string {
  return (verdict === 'block' ? CANNOT_GO : '') + saw;
}

function compose(report: Report, lead: ReportedFinding, further: readonly string[], clause: QuotedClause | undefined, most: number): string {
  const start = `${sawIn(report, lead)}${quotation(clause)}${report.isSafeguarding === true && report.verdict === 'warn' ? EMERGENCY : ''}${adviceParagraph(lead.advice)}`;
  const separator = lead.advice === null && further.length > 0 ? '\n\n' : '';
  return asManyAsFit(`${start}${separator}`, further, most);
}

/** The longest words on the dialog's button, in characters (`cancelLabel`). */
export const LONGEST_BUTTON = 20;

/** The words on the dialog's button, in the language of the buttons: what its first finding asks for. */
export function alertButton(report: Report, language: string | null = null): string {
  const lead = report.findings.find((finding) => stopsSending(finding.severity));
  return shortenEnd(buttonIn(language, lead?.button ?? USUAL_BUTTON), LONGEST_BUTTON);
}

/** How a dialog ends that a reason answers, where there is no room for more. */
export const OR_A_REASON = ' Or give a reason.';

/**
 * The words of the one dialog a send gets, at most 500 characters: what was seen, the clause, what to do, then the other
 * things in a sentence each, and where a reason is given. `language` is that of the button. Null when the send is not
 * stopped. What does not fit is left to the task pane, in this order: further sentences, the quotation, the advice.
 */
export function alertText(report: Report, language: string | null = null): string | null {
  if (!stopsSending(report.verdict)) return null;
  const lead = report.findings.find((finding) => stopsSending(finding.severity));
  if (lead === undefined) {
    const sentences = uncheckedSentences(report).map(capitalised);
    const text = asManyAsFit(sentences[0] ?? '', sentences.slice(1), LONGEST_ALERT - 60);
    return shortenEnd(`${text}\n\nDo now: check it yourself. If it is right, choose Send Anyway.`, LONGEST_ALERT);
  }
  const further = [...helpSentences(report), ...furtherSentences(report, lead)];
  const isAnswered = report.verdict === 'justify';
  // Whatever its words promise, the button opens the pane; a reason is given there.
  const whole = isAnswered ? `\n\n“${alertButton(report, language)}” opens Heed: fix it there, or give a reason.` : '';
  const short = isAnswered ? OR_A_REASON : '';
  const within = (clause: QuotedClause | undefined, end: string): string | null => {
    const text = compose(report, lead, further, clause, LONGEST_ALERT - end.length) + end;
    return text.length > LONGEST_ALERT ? null : text;
  };
  const [clause] = lead.clauses;
  return within(clause, whole) ?? within(clause, short) ?? within(undefined, whole) ?? shortenEnd(sawIn(report, lead), LONGEST_ALERT - short.length) + short;
}
