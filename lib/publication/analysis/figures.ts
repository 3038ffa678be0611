/** The figures of one set of criteria, in the order of their page; addresses contain these names. */
export const FIGURES = ['sharing', 'coverage', 'co-occurrence', 'overlap', 'spaces', 'time'] as const;
export type FigureName = (typeof FIGURES)[number];

/** The formats of a figure. */
const FIGURE_FORMATS = ['svg', 'png', 'csv'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

/** The figure and format of a file's name; null for any other name. */
export function figureOfFile(file: string): { figure: FigureName; format: FigureFormat } | null {
  const [name, ending, ...rest] = file.split('.');
  const figure = FIGURES.find((one) => one === name);
  const format = FIGURE_FORMATS.find((one) => one === ending);
  return figure && format && rest.length === 0 ? { figure, format } : null;
}
