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

export interface FixButtonProps {
  /** What it does and to what, whole: it is also the name a screen reader says. */
  readonly words: string;
  readonly icon: string;
  readonly isPrimary?: boolean;
  /** True while the draft is being changed. The button keeps its focus and does nothing. */
  readonly isWaiting?: boolean;
  readonly onPress: () => void;
}

export function FixButton({ words, icon, isPrimary = false, isWaiting = false, onPress }: FixButtonProps): ReactElement {
  const Button = isPrimary ? PrimaryButton : DefaultButton;
  return (
    <Button
      text={words}
      iconProps={{ iconName: icon }}
      styles={STYLES}
      disabled={isWaiting}
      allowDisabledFocus
      onClick={isWaiting ? () => undefined : onPress}
    />
  );
}
