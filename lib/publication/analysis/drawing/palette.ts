/**
 * The colours of figures, by their names in app/tokens.css. A figure in a page uses the colours of the page, light or
 * dark. A figure in a file uses the light ones, because drawing programs know neither variables nor the reader's
 * preference.
 */
export const LIGHT = {
  '--color-paper': '#fbf9f4',
  '--color-ink': '#1d1c1a',
  '--color-muted': '#5b574f',
  '--color-rule': '#dcd6c9',
  '--color-edge': '#857f73',
  '--color-accent': '#173f6b',
  '--color-yes': '#17604a',
  '--color-no': '#655f56',
  '--color-indirect': '#85560a',
  '--color-unclear': '#664684',
  '--color-none': '#6b665d',
} as const;

/** The same in the dark, as app/tokens.css has them. */
const DARK: Record<keyof typeof LIGHT, string> = {
  '--color-paper': '#14171b',
  '--color-ink': '#ebe7de',
  '--color-muted': '#aca89e',
  '--color-rule': '#343a43',
  '--color-edge': '#7e858f',
  '--color-accent': '#9dc3ef',
  '--color-yes': '#80d0aa',
  '--color-no': '#a8a399',
  '--color-indirect': '#e4b563',
  '--color-unclear': '#c6a9e4',
  '--color-none': '#a09b91',
};

/** The colours as declarations of CSS, for a page that has no tokens of its own. */
export const colourRules = (theme: 'light' | 'dark'): string =>
  Object.entries(theme === 'light' ? LIGHT : DARK)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

export type ColourName = keyof typeof LIGHT;

export const colour = <Name extends ColourName>(name: Name) => `var(${name})` as const;
export const INK = colour('--color-ink');
export const MUTED = colour('--color-muted');
export const PAPER = colour('--color-paper');
export const RULE = colour('--color-rule');
export const ACCENT = colour('--color-accent');

/** The drawing with the colours written out. */
export const withOwnColours = (svg: string): string =>
  svg.replace(/var\((--color-[a-z]+)\)/g, (variable, name: string) =>
    Object.hasOwn(LIGHT, name) ? LIGHT[name as ColourName] : variable,
  ); // checked in the same expression
