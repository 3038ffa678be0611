import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { IParagraphOptions, ParagraphChild } from 'docx';
import type { Block, PaperTable, Piece } from '@/lib/questions/paper';
import { markdownParagraphs } from './markdown';
import { directed, linkTo, runsOf } from './runs';
import { listed, MUTED, RULE, WASH } from './styles';

/** The width of the text on an A4 page with margins of 20 mm, in twentieths of a point. */
const TEXT_WIDTH = 9_638;

/** A block of a paper as Word has it. `language` is that of the contributor's words, if it is known. */
export function wordBlocks(block: Block, language?: string | null): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [styled('Heading2', block.text)];
    case 'help':
      return [styled('Help', block.text, { keepNext: block.withNext })];
    case 'said':
      return markdownParagraphs(block.text, language);
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
      return [tableOf(block), space()];
    case 'room':
      return [
        tableOf({
          kind: 'table',
          caption: block.label,
          heads: [block.label],
          widths: [100],
          rows: [[[{ text: '\n'.repeat(block.lines - 1) }]]],
        }),
        space(),
      ];
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

/** Word joins two tables that touch. */
const space = () => new Paragraph({ spacing: { after: 120 }, children: [] });

const saidIn = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join(' ');

/** Several texts below each other in one paragraph, so that a list keeps one mark for each item. */
function inOneParagraph(pieces: readonly Piece[]): ParagraphChild[] {
  return pieces.flatMap((one, at) => [...(at > 0 ? [new TextRun({ break: 1 })] : []), ...pieceRuns(one)]);
}

function pieceRuns({ text, look }: Piece): ParagraphChild[] {
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

/** A table whose first row heads it on every page, and whose rows stay whole unless they are longer than a page. */
function tableOf({ heads, widths, rows }: PaperTable): Table {
  const columns = widths.map((width) => Math.round((TEXT_WIDTH * width) / 100));
  const cell = (content: Paragraph[], at: number, head: boolean) =>
    new TableCell({
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 40, left: 100, right: 100 },
      verticalAlign: VerticalAlignTable.TOP,
      ...(head && { shading: { type: ShadingType.CLEAR, fill: WASH, color: 'auto' } }),
      children: content,
    });
  const headRow = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((head, at) =>
      cell([new Paragraph({ style: 'CellHead', ...directed(head), keepNext: true, children: runsOf(head) })], at, true),
    ),
  });
  const bodyRows = rows.map(
    (row) =>
      new TableRow({
        cantSplit: !isLong(row),
        children: row.map((pieces, at) =>
          cell(
            pieces.map(
              (one) =>
                new Paragraph({
                  style: at === 0 && row.length > 1 ? 'CellHead' : 'Cell',
                  ...directed(one.text),
                  children: pieceRuns(one),
                }),
            ),
            at,
            false,
          ),
        ),
      }),
  );
  return new Table({
    rows: [headRow, ...bodyRows],
    columnWidths: columns,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
  });
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: RULE };
const BORDERS = { top: LINE, bottom: LINE, insideHorizontal: LINE, insideVertical: LINE, left: LINE, right: LINE };

const LONGEST_WHOLE_ROW = 1_500;
const isLong = (row: Piece[][]) =>
  row.some((pieces) => pieces.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_WHOLE_ROW);
