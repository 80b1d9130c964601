/** @jest-environment jsdom */
import type { IPalette } from '@fluentui/react';
import { accentOf, darkTheme, isDark, lightTheme, themeFor } from '../../src/ui/theme';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const themes = [
  ['light', lightTheme],
  ['dark', darkTheme],
] as const;

describe.each(themes)('the %s theme', (_, theme) => {
  test.each(['inform', 'warn', 'justify', 'block'] as const)('writes “%s” with a contrast of 4.5 to 1 at least', (severity) => {
    expect(contrast(accentOf(severity, theme), theme.palette.white)).toBeGreaterThanOrEqual(4.5);
  });

  test.each<[keyof IPalette, keyof IPalette]>([
    ['neutralPrimary', 'white'],
    ['neutralPrimary', 'neutralLighterAlt'],
    ['neutralSecondary', 'white'],
    ['neutralSecondary', 'neutralLighterAlt'],
    ['themePrimary', 'white'],
    ['white', 'themePrimary'],
  ])('has %s readable on %s', (front, back) => {
    expect(contrast(theme.palette[front], theme.palette[back])).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the theme of the host', () => {
  test.each<[string | null, boolean | null]>([
    ['#ffffff', false],
    ['#FAF9F8', false],
    ['#202020', true],
    ['#0a0a0aff', true],
    [null, null],
    ['white', null],
    ['', null],
  ])('with a background of %s is dark: %s', (background, expected) => {
    expect(isDark(background)).toBe(expected);
  });

  test('is followed, whatever the machine prefers', () => {
    expect(themeFor('#202020')).toBe(darkTheme);
    expect(themeFor('#ffffff')).toBe(lightTheme);
  });

  test('is the machine’s where the host does not say', () => {
    const prefers = (isDarkPreferred: boolean): void => {
      Object.defineProperty(window, 'matchMedia', { value: () => ({ matches: isDarkPreferred }), configurable: true });
    };
    prefers(true);
    expect(themeFor(null)).toBe(darkTheme);
    prefers(false);
    expect(themeFor(null)).toBe(lightTheme);
  });
});

test('no font is asked for anywhere but on this machine', () => {
  const style = [...document.querySelectorAll('style')].map((element) => element.textContent).join('');
  expect(style).not.toContain('http');
  expect((window as { FabricConfig?: { fontBaseUrl?: string } }).FabricConfig).toEqual({ fontBaseUrl: '' });
});
