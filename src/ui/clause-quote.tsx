import { mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement } from 'react';
import type { QuotedClause } from '../domain';
import { PageLink, safeLink } from './page-link';
import { words } from './words';

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
            <PageLink url={link} size={12}>{words.liveLink(clause.document)}</PageLink>
          </>
        )}
      </figcaption>
    </figure>
  );
}
