import { AlignmentType, BorderStyle, LevelFormat, LineRuleType } from 'docx';
import type { INumberingOptions, IStylesOptions } from 'docx';
import { directionOfLanguage } from '@/lib/platform/i18n/languages';

const NUMBERS = 'numbers';
const BULLETS = 'bullets';
export const MONOSPACE = 'Courier New';
const INK = '1D1C1A';
export const MUTED = '5B574F';
export const RULE = 'B9B3A6';
export const WASH = 'F1EEE6';
const ACCENT = '173F6B';
const DANGER = '9C1C1C';

// Said each time: without it some programs take the height of a line for a fixed one.
const lineRule = LineRuleType.AUTO;

/** A style that Word knows by this name. */
export const PLACEHOLDER_STYLE = 'PlaceholderText';

const SERIF = 'Georgia';
const SANS = 'Calibri';

const heading = (size: number, before: number, after: number, colour = INK) => ({
  run: { font: SERIF, size, color: colour, bold: false, italics: false },
  paragraph: { spacing: { before, after, line: 264, lineRule }, keepNext: true, keepLines: true },
});

/** A section of a questionnaire. */
const CHAPTER = {
  id: 'Chapter',
  name: 'Chapter',
  basedOn: 'Normal',
  next: 'Normal',
  run: { font: SERIF, size: 34, color: INK },
  paragraph: { spacing: { before: 600, after: 120 }, keepNext: true, outlineLevel: 0 },
};

/** Word has a language for each of the two directions of writing. */
const languageOf = (said: string) => (directionOfLanguage(said) === 'rtl' ? { bidirectional: said } : { value: said });

/** The look of every paper: named styles, so that people who edit it in Word can change each in one place. */
export function stylesIn(language: string, said?: string | null): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: SANS, size: 21, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 276, lineRule } },
      },
      title: {
        run: { font: SERIF, size: 46, color: INK },
        paragraph: { spacing: { before: 60, after: 200, line: 252, lineRule }, keepNext: true },
      },
      heading1: {
        ...heading(29, 480, 120),
        paragraph: {
          ...heading(29, 480, 120).paragraph,
          border: { top: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 10 } },
        },
      },
      heading2: heading(24, 300, 100),
      heading3: { ...heading(21, 200, 80), run: { font: SANS, size: 21, bold: true, color: INK } },
      // Deeper ones are in reports only; without a style of their own Word makes them blue.
      heading4: { ...heading(20, 180, 60), run: { font: SANS, size: 20, bold: true, color: INK } },
      heading5: { ...heading(20, 160, 60), run: { font: SANS, size: 20, bold: true, color: MUTED } },
      heading6: { ...heading(20, 160, 60), run: { font: SANS, size: 20, bold: true, color: MUTED } },
      hyperlink: { run: { color: ACCENT, underline: {} } },
    },
    paragraphStyles: paragraphStyles(said),
    characterStyles: [
      { id: PLACEHOLDER_STYLE, name: 'Placeholder Text', basedOn: 'DefaultParagraphFont', run: { color: MUTED } },
    ],
  };
}

const paragraphStyles = (said?: string | null): IStylesOptions['paragraphStyles'] => [
  {
    id: 'Eyebrow',
    name: 'Eyebrow',
    basedOn: 'Normal',
    run: { size: 17, color: MUTED, characterSpacing: 12 },
    paragraph: { spacing: { after: 0 }, keepNext: true },
  },
  CHAPTER,
  { id: 'Help', name: 'Help', basedOn: 'Normal', run: { color: MUTED } },
  {
    id: 'Said',
    name: 'Said',
    basedOn: 'Normal',
    run: { font: SERIF, size: 21, ...(said && { language: languageOf(said) }) },
  },
  {
    id: 'Answer',
    name: 'Answer',
    basedOn: 'Normal',
    run: { font: SERIF, size: 20, ...(said && { language: languageOf(said) }) },
    paragraph: { spacing: { after: 40, line: 250, lineRule } },
  },
  {
    id: 'Quotation',
    name: 'Quotation',
    basedOn: 'Said',
    run: { italics: true },
    paragraph: { indent: { start: 480 } },
  },
  { id: 'Remark', name: 'Remark', basedOn: 'Normal', run: { italics: true, color: MUTED } },
  { id: 'Fault', name: 'Fault', basedOn: 'Normal', run: { color: DANGER }, paragraph: { spacing: { after: 60 } } },
  {
    id: 'Cell',
    name: 'Cell',
    basedOn: 'Normal',
    run: { size: 19 },
    paragraph: { spacing: { after: 20, line: 240, lineRule } },
  },
  { id: 'CellHead', name: 'Cell head', basedOn: 'Cell', run: { size: 18, bold: true } },
  {
    id: 'CellLabel',
    name: 'Cell label',
    basedOn: 'Cell',
    run: { size: 16, color: MUTED },
    paragraph: { spacing: { after: 0, line: 240, lineRule } },
  },
];

const indentAt = (level: number) => ({ start: 400 * (level + 1), hanging: 300 });

/** One entry of a list. Not docx's own `bullet`: that names a style beside ours, and the format allows one. */
export const listed = (level: number, instance?: number) => ({
  reference: instance === undefined ? BULLETS : NUMBERS,
  level,
  ...(instance !== undefined && { instance }),
});

/** Lists: with numbers, three kinds by depth, or with marks. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: NUMBERS,
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][level % 3],
        text: `%${level + 1}.`,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: indentAt(level) } },
      })),
    },
    {
      reference: BULLETS,
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 === 0 ? '–' : '·',
        alignment: AlignmentType.START,
        style: { paragraph: { indent: indentAt(level) } },
      })),
    },
  ],
};
