import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Palette = Record<string, string>;

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const palettes: Record<string, Palette> = {
  light: coloursOf(blockAfter('@theme')),
  dark: coloursOf(blockAfter('@media (prefers-color-scheme: dark)')),
  print: coloursOf(blockAfter('@media print')),
};

const surfaces = ['paper', 'surface', 'wash'];
const texts = [
  'ink',
  'muted',
  'accent',
  'accent-strong',
  'yes',
  'no',
  'indirect',
  'unclear',
  'none',
  'ok',
  'warn',
  'danger',
];
const textPairs: [string, string][] = [
  ...texts.flatMap((text) => surfaces.map((surface): [string, string] => [text, surface])),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['surface', 'danger'],
  ...['accent', 'ok', 'warn', 'danger'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-wash`],
    ['ink', `${tone}-wash`],
    ['muted', `${tone}-wash`],
  ]),
];
const boundaryPairs: [string, string][] = surfaces.flatMap((surface): [string, string][] => [
  ['edge', surface],
  ['accent', surface],
  ['accent-line', surface],
]);

describe.each(Object.entries(palettes))('%s palette', (_name, palette) => {
  it('names the same colours as the light one', () => {
    expect(Object.keys(palette).sort()).toEqual(Object.keys(palettes.light ?? {}).sort());
  });

  it.each(textPairs)('%s on %s has the contrast for text (4.5:1)', (text, surface) => {
    expect(contrast(colour(palette, text), colour(palette, surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(boundaryPairs)('%s on %s has the contrast for a boundary (3:1)', (edge, surface) => {
    expect(contrast(colour(palette, edge), colour(palette, surface))).toBeGreaterThanOrEqual(3);
  });
});

/** The text between the braces after `opening`, including nested braces. */
function blockAfter(opening: string): string {
  const start = css.indexOf('{', css.indexOf(opening));
  let depth = 0;
  for (let at = start; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}') depth -= 1;
    if (depth === 0) return css.slice(start, at);
  }
  throw new Error(`no block after ${opening}`);
}

function coloursOf(block: string): Palette {
  return Object.fromEntries(
    [...block.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

function colour(palette: Palette, name: string): string {
  const hex = palette[name];
  if (!hex) throw new Error(`no colour ${name}`);
  return hex;
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]; // two in, two out
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const channel = (from: number) => {
    const share = parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
