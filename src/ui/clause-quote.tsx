import { Link, mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement } from 'react';
import type { QuotedClause } from '../domain';
import { words } from './words';

/** Only a web page over https is linked: a pack is data, and data may say anything. */
export function safeLink(url: string | null): string | null {
  return url !== null && /^https:\/\/[^\s"<>]+$/i.test(url) ? url : null;
}

/** A clause, word for word, with what it is to the finding, the document's own lead-in, and where to read it. */
export function ClauseQuote({ clause }: { readonly clause: QuotedClause }): ReactElement {
  const theme = useTheme();
  const link = safeLink(clause.liveUrl);
  const quiet = mergeStyles({ margin: 0, fontSize: 12, color: theme.palette.neutralSecondary });
  return (
    <figure
      className={mergeStyles({
        margin: '12px 0 0',
        padding: '8px 10px',
        background: theme.palette.neutralLighterAlt,
        border: `1px solid ${theme.palette.neutralLight}`,
        borderRadius: 4,
      })}
    >
      <p className={mergeStyles(quiet, { fontWeight: 600 })}>{words.basis(clause.basis)}</p>
      <p className={mergeStyles({ margin: '2px 0 4px' })}>{clause.leadIn}</p>
      {/* A policy is quoted in its own language, whatever the pane's is. */}
      <blockquote lang="en-GB" className={mergeStyles({ margin: 0, fontStyle: 'italic' })}>
        “{clause.text}”
      </blockquote>
      <figcaption className={mergeStyles(quiet, { marginTop: 6 })}>
        {words.quoted(clause.document)}
        {link === null ? null : (
          <>
            <br />
            <Link href={link} target="_blank" rel="noopener noreferrer" styles={{ root: { display: 'inline-block', minHeight: 24, fontSize: 12, textAlign: 'left' } }} underline>
              {words.liveLink(clause.document)}
            </Link>
          </>
        )}
      </figcaption>
    </figure>
  );
}
