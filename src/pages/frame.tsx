import { Stack, Text, ThemeProvider, mergeStyles } from '@fluentui/react';
import { useEffect, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { pageTheme } from './page-theme';

/** How far lines of running text stand apart. */
export const LINES = { root: { lineHeight: '1.45' } };

/** The page around: one column that a long address does not widen, light or dark as the machine is. */
export function Frame({ title, lead, children }: { readonly title: string; readonly lead: string; readonly children: ReactNode }): ReactElement {
  const [theme, setTheme] = useState(() => pageTheme());
  useEffect(() => {
    const media = window.matchMedia('(prefers-color-scheme: dark)');
    const update = (): void => setTheme(pageTheme());
    media.addEventListener('change', update);
    return () => media.removeEventListener('change', update);
  }, []);
  // What the browser draws itself, such as the picture in a box for a day.
  useEffect(() => {
    document.documentElement.style.colorScheme = theme.isInverted ? 'dark' : 'light';
  }, [theme]);
  return (
    <ThemeProvider theme={theme} applyTo="body">
      <main className={mergeStyles({ boxSizing: 'border-box', maxWidth: 760, margin: '0 auto', padding: '24px 20px 64px', overflowWrap: 'anywhere' })}>
        <Stack tokens={{ childrenGap: 32 }}>
          <header>
            <Text as="h1" block styles={{ root: { fontSize: 28, fontWeight: 600, margin: '0 0 6px' } }}>
              {title}
            </Text>
            <Text block styles={{ root: { fontSize: 15, lineHeight: '1.45' } }}>
              {lead}
            </Text>
          </header>
          {children}
        </Stack>
      </main>
    </ThemeProvider>
  );
}

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section aria-label={title}>
      <Text as="h2" block styles={{ root: { fontSize: 18, fontWeight: 600, margin: '0 0 10px' } }}>
        {title}
      </Text>
      {children}
    </section>
  );
}
