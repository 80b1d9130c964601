import { mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement, ReactNode } from 'react';
import { language, words } from '../ui';
import type { Contact } from './contacts';

export interface FooterProps {
  readonly contacts: readonly Contact[];
  /** The policy's own line on help in another language; null when it has none. */
  readonly languageHelp: string | null;
  readonly policy: { readonly name: string; readonly version: string };
  /** What is to be said of the policy, a sentence a line. */
  readonly policyLines: readonly string[];
  readonly version: string;
  readonly build: string;
  /** True when the draft asks for a reason, so that it is told what becomes of it. */
  readonly asksForReason: boolean;
  /** For whoever looks for a fault. */
  readonly children?: ReactNode;
}

/** Whom to ask, what is recorded, and what this is. */
export function Footer({ contacts, languageHelp, policy, policyLines, version, build, asksForReason, children }: FooterProps): ReactElement {
  const theme = useTheme();
  const heading = mergeStyles({ fontSize: 12, fontWeight: 600, margin: '12px 0 2px' });
  const text = mergeStyles({ margin: '0 0 4px' });
  const people = contacts.filter(({ role }) => role !== 'hr');
  const hr = contacts.find(({ role }) => role === 'hr');
  // Who reads the pane in another language is told where to ask, whatever the policy says.
  const help = words.policyIsEnglish === '' ? languageHelp : words.languageHelp;
  const helpLine = help === null || hr === undefined ? help : `${help} ${hr.contact}`;
  return (
    <footer
      className={mergeStyles({
        marginTop: 16,
        paddingTop: 4,
        borderTop: `1px solid ${theme.palette.neutralLight}`,
        fontSize: 12,
        color: theme.palette.neutralSecondary,
      })}
    >
      <h2 className={heading}>{words.whoToAsk}</h2>
      <p className={text}>{people.length === 0 ? words.lineManager : words.askThem}</p>
      {people.length === 0 ? null : (
        <ul className={mergeStyles({ margin: '0 0 4px', paddingLeft: 18 })}>
          {people.map(({ role, contact }) => (
            <li key={role}>
              {words.role(role)}: {contact}
            </li>
          ))}
        </ul>
      )}
      {words.policyIsEnglish === '' ? null : <p className={text}>{words.policyIsEnglish}</p>}
      {helpLine === null ? null : <p className={text}>{helpLine}</p>}
      <h2 className={heading}>{words.privacy}</h2>
      <p className={text}>
        {words.privacyDetail} {asksForReason ? words.privacyReason : null}
      </p>
      {language().reviewed === null ? <p className={text}>{words.unreviewed}</p> : null}
      <p className={mergeStyles({ margin: '12px 0 0' })}>
        {words.about(policy.name, policy.version)}
        <br />
        {policyLines.map((line) => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
        {words.build(version, build)}
      </p>
      {children}
    </footer>
  );
}
