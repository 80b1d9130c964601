import { TextField, mergeStyles, useTheme } from '@fluentui/react';
import type { ReactElement, RefObject } from 'react';
import { FixButton, words } from '../ui';
import type { ProtectedCopy } from './state';

export interface ProtectedCopyPanelProps {
  readonly copy: ProtectedCopy;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onSay: (text: string) => void;
  readonly onHide: () => void;
}

/** The password of what was just attached: shown here once, with what to do with it. It is never stored. */
export function ProtectedCopyPanel({ copy, heading, onSay, onHide }: ProtectedCopyPanelProps): ReactElement {
  const theme = useTheme();
  const isOne = copy.zips.length === 1;
  const title = isOne ? words.copyAttached : words.copiesAttached;
  const put = (): void => {
    // Some hosts give a pane no clipboard at all.
    const written = (navigator.clipboard as Clipboard | undefined)?.writeText(copy.password) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => onSay(words.passwordCopied),
      () => onSay(words.passwordNotCopied),
    );
  };
  const paragraph = mergeStyles({ margin: '0 0 8px' });
  return (
    <section
      aria-label={title}
      className={mergeStyles({ border: `2px solid ${theme.palette.themePrimary}`, borderRadius: 4, padding: '10px 12px 12px', marginBottom: 16, '@media (max-width: 240px)': { padding: 8 } })}
    >
      <h2 ref={heading} tabIndex={-1} className={mergeStyles({ margin: '0 0 6px', fontSize: 16, fontWeight: 600, outline: 'none' })}>
        {title}
      </h2>
      <p className={paragraph}>{isOne ? words.copyDetail(copy.zips[0]!) : words.copiesDetail(copy.zips.map((zip) => `“${zip}”`).join(', '))}</p>
      <TextField
        label={words.password}
        value={copy.password}
        readOnly
        multiline
        autoAdjustHeight
        resizable={false}
        rows={2}
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        styles={{ root: { marginBottom: 8 }, field: { fontFamily: 'Consolas, "Cascadia Mono", Menlo, monospace', fontSize: 15, overflowWrap: 'anywhere' } }}
      />
      <p className={paragraph}>
        <FixButton words={words.copyPassword} icon="heed-copy" isPrimary onPress={put} />
      </p>
      <p className={paragraph}>
        <strong>{words.passOn}</strong>
      </p>
      <p className={paragraph}>{words.whatItNeeds}</p>
      <FixButton words={words.passwordDone} icon="heed-done" onPress={onHide} />
    </section>
  );
}
