import type { Anchor, IntakeDocument, Range } from '@/lib/intake/document';
import { plainTextIn } from '@/lib/intake/document-text';
import { groupBy } from '@/lib/platform/group-by';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { FORMER_LABELS } from './former-wordings';
import { layoutOf, paragraphsIn, plainCode } from './table-layout';
import type { LaidCell, TableLayout } from './table-layout';

/** How a place was found in the file, from the surest on. `look`: the label of a choice is marked. */
export type How = 'tag' | 'bookmark' | 'code' | 'order' | 'similarity' | 'look';
export type Found = { place: PlacedAt; range: Range; how: How };
/** A part of the file that seems to be a place and is not taken for it. */
export type NotTaken = { place: PlacedAt; range: Range; reason: 'place_twice' | 'contradicts_code' };
export type FoundPlaces = { found: Found[]; notTaken: NotTaken[] };

/** Of the questions, and of the part about the author. */
type Titles = readonly { step: string; title: string }[];

type Search = {
  document: IntakeDocument;
  layout: TableLayout;
  places: readonly PlacedAt[];
  /** Whether the codes in the file are those of the places. */
  codesCount: boolean;
  isPrinted: (text: string) => boolean;
  codes: ReadonlySet<string>;
  /** The names of places in each cell. */ anchored: ReadonlyMap<number, string[]>;
  /** The places of each row. */ inRow: ReadonlyMap<string, readonly PlacedAt[]>;
  titles: Titles;
  /** The places that share the cell of a place, itself included, in their order. */
  sharing: (place: PlacedAt) => readonly PlacedAt[];
};

/** The places of a form in a file: each by the surest of its names that is left, and never by two that contradict. */
export function findPlaces(
  document: IntakeDocument,
  places: readonly PlacedAt[],
  { codesCount, isPrinted, titles }: Pick<Search, 'codesCount' | 'isPrinted' | 'titles'>,
): FoundPlaces {
  const byCell = groupBy(places, cellKey);
  const search: Search = {
    ...{ document, places, codesCount, isPrinted, titles, layout: layoutOf(document) },
    codes: new Set(places.map(({ code }) => plainCode(code))),
    anchored: namesByCell(document, places),
    inRow: groupBy(places, rowKey),
    sharing: (place) => byCell.get(cellKey(place)) ?? [place],
  };
  const notTaken: NotTaken[] = [];
  const found = new Map<string, Found>();
  const named = namedAnchors(document);
  const rowsOf = rowsOfCodes(search);
  for (const place of places) {
    const result = byAnchor(place, named, search) ?? byRow(place, rowsOf, search);
    if (!result) continue;
    if ('reason' in result) notTaken.push(result);
    else found.set(place.tag, result);
  }
  return { found: [...found.values()], notTaken: [...notTaken, ...copiesOf(found, named, search)] };
}

const cellKey = ({ step, code, column }: PlacedAt) => `${step} ${code} ${column ?? ''}`;

function namesByCell({ anchors, paragraphs }: IntakeDocument, places: readonly PlacedAt[]): Map<number, string[]> {
  const names = new Set(places.flatMap(({ tag, bookmark }) => [tag, bookmark]));
  const within = anchors.flatMap(({ name, paragraph }) => {
    const cell = paragraphs[paragraph]?.cell ?? null;
    return names.has(name) && cell !== null ? [{ cell, name }] : [];
  });
  return new Map([...groupBy(within, ({ cell }) => cell)].map(([cell, list]) => [cell, list.map(({ name }) => name)]));
}

type Named = { controls: Map<string, Anchor[]>; bookmarks: Map<string, Anchor[]> };

function namedAnchors({ anchors }: IntakeDocument): Named {
  const of = (kind: Anchor['kind']) =>
    groupBy(
      anchors.filter((one) => one.kind === kind && one.name !== ''),
      ({ name }) => name,
    );
  return { controls: of('control'), bookmarks: of('bookmark') };
}

function byAnchor(place: PlacedAt, { controls, bookmarks }: Named, search: Search): Found | NotTaken | null {
  const [how, anchors] = controls.has(place.tag)
    ? (['tag', controls.get(place.tag) ?? []] as const)
    : (['bookmark', bookmarks.get(place.bookmark) ?? []] as const);
  // A row that was copied has the same names twice: the first is the one that was there.
  const [anchor] = anchors;
  if (!anchor) return null;
  const cell = cellOf(anchor, search);
  const range = cell ? rangeInCell(place, cell, search, anchor) : widened(anchor, search);
  if (cell && contradictsCode(place, cell, search)) return { place, range, reason: 'contradicts_code' };
  return { place, range, how };
}

const cellOf = ({ paragraph }: Anchor, { document, layout }: Search): LaidCell | undefined =>
  layout.cellAt(document.paragraphs[paragraph]?.cell);

/** Whether its row is headed by the code of another place: somebody has copied one row over another. */
function contradictsCode(place: PlacedAt, cell: LaidCell, { codesCount, codes, layout }: Search): boolean {
  if (!codesCount || place.column === undefined) return false;
  const head = plainCode(rowOf(cell, layout)?.[0]?.text ?? '');
  return head !== plainCode(place.code) && codes.has(head);
}

const rowOf = (cell: LaidCell, { rows }: TableLayout): LaidCell[] | undefined =>
  rows.find(([first]) => first?.table === cell.table && first.row === cell.row);

/**
 * The whole cell where the place is alone in it: people also write beside the control. Where several places share a
 * cell, each begins after its label. In a cell that was merged with another only the control itself counts.
 */
function rangeInCell(place: PlacedAt, cell: LaidCell, search: Search, anchor?: Anchor): Range {
  const sharing = search.sharing(place);
  const names = sharing.flatMap(({ tag, bookmark }) => [tag, bookmark]);
  const isMerged = search.anchored.get(cell.index)?.some((name) => !names.includes(name));
  if (isMerged && anchor) return anchor;
  if (sharing.length === 1) return { from: cell.from, to: cell.to };
  return afterLabel(place, cell, sharing, search.document) ?? anchor ?? { from: cell.from, to: cell.from };
}

function afterLabel(
  place: PlacedAt,
  cell: LaidCell,
  sharing: readonly PlacedAt[],
  document: IntakeDocument,
): Range | null {
  const paragraphs = paragraphsIn(document, cell);
  const headed = sharing.map(({ label }) => paragraphs.filter(({ text }) => foldText(text) === foldText(label)));
  if (headed.some((list) => list.length !== 1)) return null;
  const starts = headed.map(([head]) => head?.to ?? cell.from);
  const at = sharing.indexOf(place);
  const next = headed[at + 1]?.[0]?.from ?? cell.to;
  return { from: starts[at] ?? cell.from, to: next };
}

/**
 * Outside of tables, an answer goes on below its control or bookmark until something that was printed or another place
 * follows.
 */
function widened(anchor: Anchor, { document, isPrinted }: Search): Range {
  let to = anchor.to;
  const others = document.anchors.filter((one) => one !== anchor && one.name !== '' && one.name !== anchor.name);
  for (const paragraph of document.paragraphs.slice(anchor.paragraph)) {
    if (paragraph.to <= to) continue;
    const own = { from: Math.max(to, paragraph.from), to: paragraph.to };
    const ends =
      paragraph.cell !== null ||
      paragraph.heading !== null ||
      isPrinted(plainTextIn(document, paragraph)) ||
      others.some(({ from }) => from >= own.from && from < own.to);
    if (ends) break;
    to = paragraph.to;
  }
  return { from: anchor.from, to };
}

/** `missing` columns before the answers: some people delete that of the codes. */
type RowsFound = { rows: LaidCell[][]; how: How; missing: number };

/** The rows of each code: those that have it in their first cell, or else those that ask the same in its section. */
function rowsOfCodes(search: Search): Map<string, RowsFound> {
  const { layout, codes, codesCount } = search;
  const byCode = new Map<string, LaidCell[][]>();
  for (const row of codesCount ? layout.rows : []) {
    const [line = ''] = (row[0]?.text ?? '').split('\n');
    const code = [plainCode(line), plainCode(codeBefore(line))].find((one) => codes.has(one));
    if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), row]);
  }
  const groups = search.inRow;
  const coded = [...groups].flatMap(([key, [first]]) => {
    const rows = first && byCode.get(plainCode(first.code));
    return rows ? [[key, { rows, how: 'code' as How, missing: 0 }] as const] : [];
  });
  const others = [...groups.values()].filter(([first]) => first && !byCode.has(plainCode(first.code)));
  return new Map([...rowsByLabel(search, others), ...coded]);
}

const rowKey = ({ step, code }: PlacedAt) => `${step} ${code}`;

/** The code at the beginning of a line that goes on: `Q3 / T · Anything to add`. */
const codeBefore = (line: string): string =>
  /^[A-Z]\w*(?:\.\d+)*(?:\s*\/\s*[\w.]+)?(?=\s|[·:–—|-]|$)/u.exec(line)?.[0] ?? '';

/**
 * Where codes are gone: within the section of its question, rows with the label of a place. If several places of the
 * section have the same label, there have to be as many rows, and their order counts. Not for proposals: there a point
 * that was typed reads like a label.
 */
function rowsByLabel(
  { document, layout, titles }: Search,
  groups: (readonly PlacedAt[])[],
): (readonly [string, RowsFound])[] {
  return sectionsOf(document, titles).flatMap(({ step, from, to }) => {
    const rows = layout.rows.filter(([first]) => first && first.from >= from && first.to <= to);
    const own = groups.filter(([first]) => first?.step === step && !first.entry);
    return [...groupBy(own, ([first]) => foldText(first?.label ?? ''))].flatMap(([label, alike]) => {
      const [[first] = []] = alike;
      const called = [label, ...formerLabels(first?.label ?? '')].map((one) => rowsAsking(rows, one));
      const { asking, missing } = called.find((one) => one.asking.length > 0) ?? { asking: [], missing: 0 };
      if (label === '' || asking.length !== alike.length) return [];
      const how = alike.length === 1 ? ('similarity' as const) : ('order' as const);
      return alike.flatMap(([first], at) => {
        const row = asking[at];
        return first && row ? [[rowKey(first), { rows: [row], how, missing }] as const] : [];
      });
    });
  });
}

const formerLabels = (label: string): string[] => (FORMER_LABELS[label] ?? []).map(foldText);

/** Below the heads of the table: rooms have their label in their only cell, other rows beside their code. */
function rowsAsking(rows: readonly LaidCell[][], label: string): { asking: LaidCell[][]; missing: number } {
  const inColumn = (column: number) =>
    rows.filter((row) => row.length > 1 && row[0]?.row !== 0 && foldText(firstLine(row[column])) === label);
  const rooms = rows.filter((row) => row.length === 1 && foldText(firstLine(row[0])) === label);
  const coded = [...rooms, ...inColumn(1)].toSorted((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0));
  return coded.length > 0 ? { asking: coded, missing: 0 } : { asking: inColumn(0), missing: 1 };
}

/** Sections of the form by the titles of their questions; a title that the file has twice marks none. */
export function sectionsOf(document: IntakeDocument, titles: Titles): (Range & { step: string })[] {
  const lines = document.paragraphs.map((paragraph) => ({
    ...{ from: paragraph.from, to: paragraph.to },
    said: paragraph.cell === null ? plainTextIn(document, paragraph).split('\n').map(foldText) : [],
  }));
  const begun = titles
    .flatMap(({ step, title }) => {
      const headed = lines.filter(({ said }) => said.includes(foldText(title)));
      return headed.length === 1 ? headed.map(({ from, to }) => ({ step, from, to })) : [];
    })
    .toSorted((a, b) => a.from - b.from);
  // Behind the author come tables of the questions, each under a heading of its own.
  const headings = document.paragraphs.flatMap(({ heading, from }) => (heading === 1 ? [from] : []));
  return begun.map(({ step, to }, at) => {
    const next = begun[at + 1]?.from ?? document.runs.length;
    return { step, from: to, to: Math.min(next, headings.find((from) => from >= to) ?? next) };
  });
}

function byRow(place: PlacedAt, rowsOf: ReturnType<typeof rowsOfCodes>, search: Search): Found | NotTaken | null {
  const { rows = [], how = 'code', missing = 0 } = rowsOf.get(rowKey(place)) ?? {};
  const [row] = rows;
  if (!row || isOfOthers(row, place, search)) return null;
  const cell = place.column === undefined ? roomBeside(row, search.layout) : cellInRow(place, row, missing, search);
  if (!cell) return null;
  const range = rangeInCell(place, cell, search);
  return rows.length > 1 ? { place, range, reason: 'place_twice' } : { place, range, how };
}

/** Whether a row holds the names of other places: what they say comes before the code beside them. */
function isOfOthers(row: readonly LaidCell[], place: PlacedAt, { anchored, inRow }: Search): boolean {
  const own = new Set((inRow.get(rowKey(place)) ?? []).flatMap(({ tag, bookmark }) => [tag, bookmark]));
  return row.some(({ index }) => anchored.get(index)?.some((name) => !own.has(name)));
}

/** A room is in the last cell of the row that has its code, or in the row below. */
const roomBeside = (row: readonly LaidCell[], layout: TableLayout): LaidCell | undefined =>
  row.length > 1 ? row.at(-1) : layout.rowBelow(row)?.[0];

/** Not in a row with more or fewer cells than were printed: then nothing says which of them it is. */
function cellInRow(
  place: PlacedAt,
  row: readonly LaidCell[],
  missing: number,
  { inRow }: Search,
): LaidCell | undefined {
  const last = Math.max(...(inRow.get(rowKey(place)) ?? []).map(({ column }) => column ?? 0));
  // Where whether to publish follows in words, the last column has no place.
  const cells = row.length + missing;
  return cells === last + 1 || cells === last + 2 ? row[(place.column ?? 0) - missing] : undefined;
}

const firstLine = (cell: LaidCell | undefined) => cell?.text.split('\n')[0] ?? '';

/** Further controls of the same name: copies of a row, or of a whole table. */
function copiesOf(found: Map<string, Found>, { controls }: Named, search: Search): NotTaken[] {
  return [...found.values()].flatMap(({ place, range }) =>
    (controls.get(place.tag) ?? []).slice(1).flatMap((anchor): NotTaken[] => {
      const cell = cellOf(anchor, search);
      const copy = cell && search.sharing(place).length === 1 ? { from: cell.from, to: cell.to } : anchor;
      const isSame = copy.from < range.to && range.from < copy.to;
      return isSame || plainTextIn(search.document, copy) === '' ? [] : [{ place, range: copy, reason: 'place_twice' }];
    }),
  );
}
