import type writeExcelFile from 'write-excel-file/node';

/** An addition to the library's files, as it takes one. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** A link in a sheet: the place of its cell, such as B7, and where it leads. */
type SheetLink = { cell: string; address: string };
/** What a sheet has beside its cells: the range with a filter in its first row, and links. */
export type SheetExtras = { filter: string | null; links: readonly SheetLink[] };

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Filters and links of sheets, in their order: the library that writes workbooks has neither. The elements stand where
 * the format (ECMA-376, 18.3.1.99) asks for them: behind the cells.
 */
export const sheetFeatures = (sheets: readonly SheetExtras[]): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) =>
          xml.replace('</sheetData>', () => `</sheetData>${behindCells(sheets[sheetIndex])}`),
      },
      'xl/worksheets/_rels/sheet{id}.xml.rels': {
        insert: (_, { sheetIndex }) =>
          sheets[sheetIndex]?.links
            .map(
              ({ address }, at) =>
                `<Relationship Id="${idOf(at)}" Type="${RELATIONSHIP}/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`,
            )
            .join(''),
      },
    },
  },
});

function behindCells(extras: SheetExtras | undefined): string {
  if (!extras) return '';
  const links = extras.links.map(({ cell }, at) => `<hyperlink ref="${cell}" r:id="${idOf(at)}"/>`).join('');
  const filter = extras.filter === null ? '' : `<autoFilter ref="${extras.filter}"/>`;
  return `${filter}${links && `<hyperlinks>${links}</hyperlinks>`}`;
}

const idOf = (at: number) => `rId-link-${at + 1}`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The place of a cell as spreadsheets name it; rows and columns are counted from 0. */
export function cellName(row: number, column: number): string {
  let [letters, rest] = ['', column];
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return `${letters}${row + 1}`;
}
