import { HeightRule, InternalHyperlink, Paragraph, Table, TableRow, TextRun } from 'docx';
import type { IParagraphOptions, ParagraphChild } from 'docx';
import { directionOfLanguage } from '@/lib/platform/i18n/languages';
import type { Block, PaperTable, Piece } from '@/lib/questions/paper';
import { blockControl, inlineControl } from './controls';
import type { WordContext } from './controls';
import { cellOf, gridOf, headRow, space, TEXT_WIDTH } from './grid';
import { markdownParagraphs } from './markdown';
import { directed, linkTo, runsOf } from './runs';
import { listed, MUTED } from './styles';

/** A block of a paper as Word has it. */
export function wordBlocks(block: Block, context: WordContext): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [styled('Heading2', block.text, { pageBreakBefore: block.newPage })];
    case 'help':
      return [styled('Help', block.text, { keepNext: block.withNext })];
    case 'said':
      return markdownParagraphs(block.text, context.language);
    case 'remark':
      return [styled('Remark', block.text)];
    case 'list':
      return [...(block.label ? [styled('Heading2', block.label)] : []), ...block.items.map(listItem)];
    case 'facts':
      return block.facts.map(
        ({ term, pieces }) =>
          new Paragraph({
            ...directed(term),
            children: [...runsOf(`${term}: `, { bold: true }), ...inOneParagraph(pieces)],
          }),
      );
    case 'faults':
      return [
        new Paragraph({
          style: 'Fault',
          ...directed(block.title),
          keepNext: true,
          children: runsOf(block.title, { bold: true }),
        }),
        ...block.items.map((item) => styled('Fault', item, { numbering: listed(0) })),
      ];
    case 'table':
      return [tableOf(block, context), space()];
    case 'signature':
      return [signatureOf(block), space()];
    case 'room':
      return [roomOf(block, context), space()];
  }
}

const styled = (style: string, text: string, more: IParagraphOptions = {}) =>
  new Paragraph({ style, ...directed(text), ...more, children: runsOf(text) });

const listItem = (pieces: readonly Piece[]) =>
  new Paragraph({
    style: 'Said',
    ...directed(saidIn(pieces)),
    numbering: listed(0),
    children: inOneParagraph(pieces),
  });

/** The bookmark of a section, for links to it. Word takes letters, digits and underscores, 40 at most. */
export const sectionMark = (id: string): string => `section_${id.replaceAll(/\W/g, '_')}`.slice(0, 40);

const saidIn = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join(' ');

/** Several texts below each other in one paragraph, so that a list keeps one mark for each item. */
function inOneParagraph(pieces: readonly Piece[]): ParagraphChild[] {
  return pieces.flatMap((one, at) => [...(at > 0 ? [new TextRun({ break: 1 })] : []), ...pieceRuns(one)]);
}

function pieceRuns({ text, look, to }: Piece): ParagraphChild[] {
  if (to) return [new InternalHyperlink({ anchor: sectionMark(to), children: runsOf(text, { style: 'Hyperlink' }) })];
  switch (look) {
    case 'link':
      return linkTo(text);
    case 'strong':
      return runsOf(text, { bold: true });
    case 'muted':
      return runsOf(text, { color: MUTED, bold: false });
    case undefined:
      return runsOf(text);
  }
}

/**
 * A table whose first row heads it on every page, and whose rows stay whole unless they are longer than a page. Its head
 * and its last row are never alone on a page.
 */
function tableOf({ heads, widths, rows }: PaperTable, context: WordContext): Table {
  const columns = widths.map((width) => Math.round((TEXT_WIDTH * width) / 100));
  const bodyRows = rows.map((row, index) => {
    const keep = index < rows.length - 1 && (index === 0 || index === rows.length - 2) ? { keepNext: true } : {};
    return new TableRow({
      cantSplit: !isLong(row),
      children: row.map((pieces, at) =>
        cellOf(
          pieces.map((one, order) => {
            const isLabel = one.look === 'muted' && pieces[order + 1]?.place !== undefined;
            const style = isLabel ? 'CellLabel' : at === 0 && row.length > 1 ? 'CellHead' : 'Cell';
            return cellParagraph(one, { style, ...keep }, context);
          }),
          columns[at],
        ),
      ),
    });
  });
  return gridOf([headRow(heads, columns), ...bodyRows], columns);
}

function cellParagraph({ place, ...one }: Piece, look: IParagraphOptions, context: WordContext): Paragraph {
  return place
    ? new Paragraph({
        ...look,
        style: 'Answer',
        ...answerDirection(one.text, context),
        children: inlineControl(place, one.text, context),
      })
    : new Paragraph({ ...look, ...directed(one.text), children: pieceRuns(one) });
}

/** In a language that runs from right to left every answer does, also one that begins with a Latin name. */
const answerDirection = (text: string, { language }: WordContext) =>
  language && directionOfLanguage(language) === 'rtl' ? { bidirectional: true } : directed(text);

const LINE_HEIGHT = 300;

/** Room to write in, below its code and label. */
function roomOf({ place, label, lines, text = '' }: Extract<Block, { kind: 'room' }>, context: WordContext): Table {
  const written = text === '' ? [] : markdownParagraphs(text, context.language, 'Answer');
  const row = new TableRow({
    height: { value: lines * LINE_HEIGHT, rule: HeightRule.ATLEAST },
    children: [cellOf(blockControl(place, written, context), TEXT_WIDTH)],
  });
  return gridOf([headRow([`${place.code} · ${label}`], [TEXT_WIDTH]), row], [TEXT_WIDTH]);
}

const SIGNATURE_HEIGHT = 640;

/** One row for each, all on one page. */
function signatureOf({ labels }: Extract<Block, { kind: 'signature' }>): Table {
  const columns = [Math.round(TEXT_WIDTH * 0.3), Math.round(TEXT_WIDTH * 0.7)];
  const rows = labels.map((label, at) => {
    const look = { keepNext: at < labels.length - 1 };
    return new TableRow({
      cantSplit: true,
      height: { value: SIGNATURE_HEIGHT, rule: HeightRule.ATLEAST },
      children: [
        cellOf(
          [new Paragraph({ style: 'CellHead', ...directed(label), ...look, children: runsOf(label) })],
          columns[0],
        ),
        cellOf([new Paragraph({ style: 'Cell', ...look, children: [] })], columns[1]),
      ],
    });
  });
  return gridOf(rows, columns);
}

const LONGEST_WHOLE_ROW = 1_500;
const isLong = (row: Piece[][]) =>
  row.some((pieces) => pieces.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_WHOLE_ROW);
