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
