import { DefaultButton, IsFocusVisibleClassName, PrimaryButton } from '@fluentui/react';
import type { IButtonStyles } from '@fluentui/react';
import type { ReactElement } from 'react';

/** Wide, and as high as its words need: file names are long and the pane is narrow. */
const STYLES: IButtonStyles = {
  root: { width: '100%', height: 'auto', minHeight: 34, padding: '5px 10px', textAlign: 'left', borderRadius: 4, '@media (max-width: 240px)': { padding: '5px 4px' }, selectors: { [`.${IsFocusVisibleClassName} &:focus:after`]: { outline: '2px solid currentColor' } } },
  flexContainer: { width: '100%', justifyContent: 'flex-start' },
  textContainer: { flexGrow: 1, minWidth: 0, textAlign: 'left' },
  label: { fontWeight: 400, whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'left', margin: '0 4px', lineHeight: '1.35' },
  icon: { fontSize: 16, height: 'auto', lineHeight: '1', flexShrink: 0, '@media (max-width: 240px)': { display: 'none' } },
};

/** As wide as its words: one of several beside each other. */
const SMALL: IButtonStyles = {
  ...STYLES,
  root: [STYLES.root, { width: 'auto', minWidth: 0, minHeight: 28, padding: '2px 6px', fontSize: 12 }],
  icon: [STYLES.icon, { fontSize: 14 }],
};

export interface FixButtonProps {
  /** What it does and to what, whole: it is also the name a screen reader says. */
  readonly words: string;
  /** Fewer words to show, where what stands beside it says the rest; `words` has them in it. */
  readonly shown?: string | undefined;
  readonly icon: string;
  readonly isPrimary?: boolean;
  readonly isSmall?: boolean;
  /** True while the draft is being changed. The button keeps its focus and does nothing. */
  readonly isWaiting?: boolean;
  readonly onPress: () => void;
}

export function FixButton({ words, shown, icon, isPrimary = false, isSmall = false, isWaiting = false, onPress }: FixButtonProps): ReactElement {
  const Button = isPrimary ? PrimaryButton : DefaultButton;
  return (
    <Button
      text={shown ?? words}
      {...(shown === undefined ? {} : { ariaLabel: words })}
      iconProps={{ iconName: icon }}
      styles={isSmall ? SMALL : STYLES}
      disabled={isWaiting}
      allowDisabledFocus
      onClick={isWaiting ? () => undefined : onPress}
    />
  );
}
