import { mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement } from 'react';
import { stopsSending } from '../../domain';
import type { Report } from '../../domain';
import { alertButton, alertText } from '../../formatters';

const BUTTONS = { warn: ['Send Anyway', "Don't Send"], justify: ["Don't Send"], block: ["Don't Send"] } as const;

/** The dialog a sender gets, word for word, as Outlook lays it out; or the note, where the send goes on. */
export function DialogPreview({ report }: { readonly report: Report }): ReactElement {
  const theme = useTheme();
  const alert = alertText(report);
  const box = mergeStyles({ maxWidth: 440, margin: '8px 0 16px', padding: '14px 18px', border: `1px solid ${theme.palette.neutralTertiary}`, borderRadius: 6, background: theme.palette.white, boxShadow: '0 4px 14px rgba(0,0,0,.14)' });
  const button = mergeStyles({ display: 'inline-block', marginRight: 8, padding: '4px 14px', border: `1px solid ${theme.palette.neutralTertiary}`, borderRadius: 3 });
  if (alert === null || !stopsSending(report.verdict)) {
    const notes = report.findings.map(({ note }) => note);
    return (
      <figure className={box} aria-label="The note in the compose window">
        {notes.length === 0 ? 'Nothing is said, and the email goes.' : notes.map((note) => <p key={note} style={{ margin: '0 0 6px' }}>{note}</p>)}
      </figure>
    );
  }
  return (
    <figure className={box} aria-label="The dialog the sender gets">
      <p style={{ margin: '0 0 8px', fontWeight: 600 }}>Heed</p>
      {alert.split('\n').filter((line) => line !== '').map((line, index) => (
        <p key={index} style={{ margin: '0 0 8px', overflowWrap: 'anywhere' }}>
          {line}
        </p>
      ))}
      <p style={{ margin: '10px 0 0' }} aria-label="Its buttons">
        {[alertButton(report), ...BUTTONS[report.verdict === 'warn' ? 'warn' : report.verdict === 'block' ? 'block' : 'justify']].map((label) => (
          <span key={label} className={button}>
            {label}
          </span>
        ))}
      </p>
    </figure>
  );
}
