import './no-remote-fonts';
import { createTheme } from '@fluentui/react';
import type { ITheme, Theme } from '@fluentui/react';
import type { Severity } from '../domain';

// The machine's own typeface: nothing is fetched.
const FONT = '"Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif';

export const lightTheme: Theme = createTheme({
  defaultFontStyle: { fontFamily: FONT },
  palette: {
    themePrimary: '#0b5c67',
    themeLighterAlt: '#f1f9fa',
    themeLighter: '#cae5e8',
    themeLight: '#9fced4',
    themeTertiary: '#519ea8',
    themeSecondary: '#1b6f7b',
    themeDarkAlt: '#09525c',
    themeDark: '#08464e',
    themeDarker: '#06333a',
    neutralLighterAlt: '#faf9f7',
    neutralLighter: '#f3f2ef',
    neutralLight: '#e9e7e3',
    neutralQuaternaryAlt: '#d9d7d3',
    neutralQuaternary: '#cfcdc9',
    neutralTertiaryAlt: '#c6c4c0',
    neutralTertiary: '#7d7b78',
    neutralSecondary: '#575552',
    neutralPrimaryAlt: '#3b3a37',
    neutralPrimary: '#262522',
    neutralDark: '#1a1917',
    black: '#0d0d0c',
    white: '#ffffff',
  },
});

export const darkTheme: Theme = createTheme({
  isInverted: true,
  defaultFontStyle: { fontFamily: FONT },
  palette: {
    themePrimary: '#74c7d3',
    themeLighterAlt: '#05080a',
    themeLighter: '#122226',
    themeLight: '#233f45',
    themeTertiary: '#477e87',
    themeSecondary: '#68b2bd',
    themeDarkAlt: '#83cfda',
    themeDark: '#97d8e2',
    themeDarker: '#b4e5ed',
    neutralLighterAlt: '#262626',
    neutralLighter: '#2c2c2c',
    neutralLight: '#363636',
    neutralQuaternaryAlt: '#404040',
    neutralQuaternary: '#484848',
    neutralTertiaryAlt: '#656565',
    neutralTertiary: '#a8a6a3',
    neutralSecondary: '#c2c0bd',
    neutralPrimaryAlt: '#dddbd8',
    neutralPrimary: '#f2f1ef',
    neutralDark: '#f6f5f4',
    black: '#fafafa',
    white: '#1f1f1f',
  },
});

/** The accent of a severity: beside its words and its icon, never instead of them. All have 4.5 to 1 on their background. */
export function accentOf(severity: Exclude<Severity, 'off'>, theme: ITheme): string {
  const accents = theme.isInverted
    ? { inform: '#8fc2f5', warn: '#f2b85a', justify: '#f59b76', block: '#ff8f8f' }
    : { inform: '#1f5f9e', warn: '#8a5300', justify: '#a33f14', block: '#a3142a' };
  return accents[severity];
}

/**
 * True when a colour as the host gives it (`#202020`) is nearer to black than to white; null when it is no such colour.
 * Weights of the channels: ITU-R BT.601.
 */
export function isDark(colour: string | null): boolean | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour ?? '');
  if (match === null) return null;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return red * 299 + green * 587 + blue * 114 < 128000;
}

/** The theme for a host's background, or what the machine prefers when the host does not say. */
export function themeFor(background: string | null): Theme {
  const prefersDark = typeof window.matchMedia === 'function' && window.matchMedia('(prefers-color-scheme: dark)').matches;
  return isDark(background) ?? prefersDark ? darkTheme : lightTheme;
}
