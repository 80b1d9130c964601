import type { Report, ReportedFinding, Verdict } from '../domain';
import { alertText } from './alert';

/** What a verdict means for the send, in the words of a headline. */
const HEADLINES: { readonly [V in Verdict]: string } = {
  allow: 'sent, nothing to say',
  inform: 'sent, with a note',
  warn: 'stopped once: Send Anyway is possible',
  justify: 'stopped until a reason is given',
  block: 'stopped: it cannot be sent like this',
};

/** Columns of the dialog as it is drawn in a terminal. */
const WIDTH = 88;

/** Breaks a paragraph at spaces so that no line is longer than `width`, unless a single word is. */
export function wrap(paragraph: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

function boxed(text: string): readonly string[] {
  const rule = '─'.repeat(WIDTH + 2);
  const rows = text
    .split('\n')
    .reduce<string[]>((all, paragraph) => all.concat(wrap(paragraph, WIDTH)), [])
    .map((line) => `  │ ${line}${' '.repeat(Math.max(0, WIDTH - line.length))} │`);
  return [`  ┌${rule}┐`, ...rows, `  └${rule}┘`];
}

function evidenceLines(finding: ReportedFinding): readonly string[] {
  return finding.evidence.map(({ where, masked }) => `      ${where}: ${masked}`);
}

function findingLines(finding: ReportedFinding): readonly string[] {
  const clauses = finding.clauses.map(({ id, basis }) => `${id} (${basis})`).join(', ');
  return [
    `    ${finding.severity}  ${finding.rule} (${finding.situation})${clauses === '' ? '' : `  ${clauses}`}`,
    ...evidenceLines(finding),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `  ${title}`, ...lines];
}

/** What the sender would see, and below it what was found and why, as lines for a terminal. */
export function terminalLines(file: string, report: Report): readonly string[] {
  const alert = alertText(report);
  const inform = report.findings.filter(({ severity }) => severity === 'inform').map(({ note }) => note);
  const notes = [...inform, ...(report.notes ?? [])].map((note) => `    ${note}`);
  const found = report.findings.reduce<string[]>((all, finding) => all.concat(findingLines(finding)), []);
  const monitored = (report.monitored ?? []).reduce<string[]>((all, finding) => all.concat(findingLines(finding)), []);
  const unchecked = report.unchecked.map(({ attachment, reason }) =>
    attachment === undefined ? `    ${reason}` : `    ${attachment}: ${reason}`,
  );
  return [
    `${file}: ${HEADLINES[report.verdict]}`,
    ...(alert === null ? [] : ['', ...boxed(alert)]),
    ...section('Notes in the compose window', notes),
    ...section('Found', found),
    ...section('Found, and not said while Heed only watches', monitored),
    ...section('Not checked', unchecked),
    '',
  ];
}
