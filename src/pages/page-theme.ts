import { createTheme } from '@fluentui/react';
import type { Theme } from '@fluentui/react';
import { themeFor } from '../ui';

const READABLE = { fontSize: 12, lineHeight: '1.4' };

/** The theme of these pages: what helps with a field is no smaller than other small print, and a button that waits can be read. */
export function pageTheme(): Theme {
  const theme = themeFor(null);
  return createTheme({
    ...theme,
    semanticColors: { ...theme.semanticColors, primaryButtonTextDisabled: theme.palette.neutralSecondary, buttonTextDisabled: theme.palette.neutralSecondary },
    components: { TextField: { styles: { description: READABLE } }, MessageBar: { styles: { text: { fontSize: 14, lineHeight: '1.4' } } } },
  });
}
