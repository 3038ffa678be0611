import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ITableCellOptions } from 'docx';
import { directed, runsOf } from './runs';
import { RULE, WASH } from './styles';

/** The width of the text on an A4 page with margins of 20 mm, in twentieths of a point. */
export const TEXT_WIDTH = 9_638;

/** Word joins two tables that touch. */
export const space = () => new Paragraph({ spacing: { after: 120 }, children: [] });

/** The row that heads a table, on every page that it goes on. */
export const headRow = (heads: readonly string[], columns: readonly number[]) =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((head, at) =>
      cellOf(
        [new Paragraph({ style: 'CellHead', ...directed(head), keepNext: true, children: runsOf(head) })],
        columns[at],
        { shading: { type: ShadingType.CLEAR, fill: WASH, color: 'auto' } },
      ),
    ),
  });

/** `width` in twentieths of a point. */
export const cellOf = (content: (Paragraph | Table)[], width = 0, look: Pick<ITableCellOptions, 'shading'> = {}) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 20, left: 80, right: 80 },
    verticalAlign: VerticalAlignTable.TOP,
    ...look,
    children: content,
  });

/** A table of these rows as wide as the text; `columns` in twentieths of a point. */
export const gridOf = (rows: TableRow[], columns: number[]) =>
  new Table({
    rows,
    columnWidths: columns,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
  });

const LINE = { style: BorderStyle.SINGLE, size: 4, color: RULE };
const BORDERS = { top: LINE, bottom: LINE, insideHorizontal: LINE, insideVertical: LINE, left: LINE, right: LINE };
