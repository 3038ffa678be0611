import { isWebAddress } from '@/lib/contributions/documents/word/runs';
import type { IntakeDocument, Paragraph, Range, Run } from './document';

/** The runs of a range that were typed: not what a program shows where nothing was. */
const runsIn = ({ runs }: IntakeDocument, { from, to }: Range): Run[] =>
  runs.slice(from, to).filter(({ placeholder }) => !placeholder);

/** The text of a range without its looks; paragraphs by line. */
export function plainTextIn(document: IntakeDocument, range: Range): string {
  const runs = runsIn(document, range);
  return runs
    .map(({ text, paragraph }, at) => (at > 0 && runs[at - 1]?.paragraph !== paragraph ? `\n${text}` : text))
    .join('')
    .trim();
}

/**
 * The text of a range as an answer: Markdown, with paragraphs, lists, emphasis, links and tables, as the product writes
 * it into a Word file. Tables that are whole within it are tables of the answer; the cell around it is not.
 */
export function markdownIn(document: IntakeDocument, range: Range): string {
  const blocks: { text: string; tight: boolean }[] = [];
  const runs = runsIn(document, range);
  const cell = cellAround(document, runs);
  const outermost = outermostList(document, runs);
  for (let at = 0; at < runs.length;) {
    const first = runs[at]?.paragraph ?? 0;
    const paragraph = document.paragraphs[first];
    const table = paragraph ? tableBelow(document, paragraph, cell) : null;
    const end = endOfGroup(document, runs, at, { table, first, cell });
    const group = runs.slice(at, end);
    at = end;
    if (table !== null) blocks.push({ text: tableText(document, group, table), tight: false });
    else if (paragraph) blocks.push(...paragraphText(paragraph, group, outermost));
  }
  return blocks
    .map(({ text, tight }, at) => (at === 0 ? text : `${tight && blocks[at - 1]?.tight ? '\n' : '\n\n'}${text}`))
    .join('')
    .trim();
}

/** The innermost cell that all runs are in. */
function cellAround({ cells, paragraphs }: IntakeDocument, runs: readonly Run[]): number | null {
  const around = (at: number | null): number[] => (at === null ? [] : [at, ...around(cells[at]?.outer ?? null)]);
  const [first = [], ...others] = [...new Set(runs.map(({ paragraph }) => paragraphs[paragraph]?.cell ?? null))].map(
    around,
  );
  return first.find((cell) => others.every((other) => other.includes(cell))) ?? null;
}

/** Where the runs of the same paragraph end, or those of the same table. */
function endOfGroup(
  document: IntakeDocument,
  runs: readonly Run[],
  at: number,
  { table, first, cell }: { table: number | null; first: number; cell: number | null },
): number {
  let end = at + 1;
  for (; end < runs.length; end++) {
    const number = runs[end]?.paragraph ?? -1;
    const paragraph = document.paragraphs[number];
    const goesOn = table === null ? number === first : paragraph && tableBelow(document, paragraph, cell) === table;
    if (!goesOn) break;
  }
  return end;
}

/** The outermost table below a cell that a paragraph is in; null if it is in none. */
function tableBelow({ cells }: IntakeDocument, paragraph: Paragraph, below: number | null): number | null {
  for (let at = paragraph.cell; at !== null && at !== below;) {
    const cell = cells[at];
    if (!cell) return null;
    if (cell.outer === below) return cell.table;
    at = cell.outer;
  }
  return null;
}

/** The level of the outermost list of these runs: an answer can be one item of a list, with a list in it. */
function outermostList({ paragraphs }: IntakeDocument, runs: readonly Run[]): number {
  let least = Infinity;
  for (const { paragraph } of runs) least = Math.min(least, paragraphs[paragraph]?.list?.level ?? Infinity);
  return least;
}

function paragraphText(
  { heading, list, style }: Paragraph,
  runs: readonly Run[],
  outermost: number,
): { text: string; tight: boolean }[] {
  const text = heading === null ? emphasised(runs) : plainLine(runs);
  if (text.trim() === '') return [];
  // Numbers that do not begin with 1 are written out, before a tab.
  const [typed, mark] = list ? [] : (/^(\d{1,3}[.)])\t+(?=\S)/.exec(text) ?? []);
  if (typed !== undefined) return [{ text: `${mark} ${text.slice(typed.length)}`, tight: true }];
  if (heading !== null && !list) return [{ text: `### ${plainLine(runs)}`, tight: false }];
  if (!list) return [{ text: /^quot/i.test(style) ? `> ${text.replaceAll('\n', '\n> ')}` : text, tight: false }];
  const indent = '   '.repeat(list.level - outermost);
  const sign = /^\d+[.)]$/.test(list.mark) ? list.mark : list.mark === '-' ? '-' : `- ${list.mark}`;
  return [{ text: `${indent}${sign} ${text.replace(/\n/g, `\n${indent}   `)}`, tight: true }];
}

const plainLine = (runs: readonly Run[]) =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

function tableText(document: IntakeDocument, runs: readonly Run[], table: number): string {
  const rows = new Map<number, Map<number, Run[]>>();
  for (const run of runs) {
    const cell = cellOf(document, run, table);
    if (!cell) continue;
    const row = rows.get(cell.row) ?? new Map<number, Run[]>();
    rows.set(cell.row, row);
    row.set(cell.column, [...(row.get(cell.column) ?? []), run]);
  }
  const columns = 1 + Math.max(0, ...[...rows.values()].flatMap((row) => [...row.keys()]));
  const lines = [...rows.values()].map((row) =>
    Array.from({ length: columns }, (_, at) => plainLine(spaced(row.get(at) ?? [])).replaceAll('|', '\\|')),
  );
  const [head = [], ...body] = lines;
  return [head, head.map(() => '---'), ...body].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function cellOf({ cells, paragraphs }: IntakeDocument, run: Run, table: number) {
  let at = paragraphs[run.paragraph]?.cell ?? null;
  while (at !== null) {
    const cell = cells[at];
    if (!cell || cell.table === table) return cell;
    at = cell.outer;
  }
  return undefined;
}

/** A space where a cell has several paragraphs. */
const spaced = (runs: readonly Run[]): Run[] =>
  runs.map((run, at) => (at > 0 && runs[at - 1]?.paragraph !== run.paragraph ? { ...run, text: ` ${run.text}` } : run));

/** Runs that look the same become one, whatever a program cut them into. */
function emphasised(runs: readonly Run[]): string {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && last.bold === run.bold && last.italic === run.italic && last.link === run.link)
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return withoutRepeatedAddresses(merged)
    .map((run, at, all) => marked(run, all[at - 1]?.text.at(-1) ?? ' ', all[at + 1]?.text[0] ?? ' '))
    .join('')
    .replace(/[ \t]+\n/g, '\n')
    .trim();
}

/** On paper an address stands after its link, because paper can't be followed. */
const withoutRepeatedAddresses = (runs: readonly Run[]): Run[] =>
  runs.map((run, at) => {
    const link = runs[at - 1]?.link;
    const repeated = link === undefined ? '' : ` (${link})`;
    return repeated !== '' && run.text.startsWith(repeated) ? { ...run, text: run.text.slice(repeated.length) } : run;
  });

const WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * A run with its signs of Markdown. Emphasis of half a word, of one beside a digit, or of a line break is left out: the
 * signs would be shown as signs.
 */
function marked({ text, bold, italic, link }: Run, before: string, after: string): string {
  const [, lead = '', inner = '', tail = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  if (inner === '') return text;
  if (link !== undefined) return `${lead}${linked(inner, link)}${tail}`;
  const sign = bold ? '**' : italic ? '*' : '';
  const edges = [lead === '' ? before : ' ', tail === '' ? after : ' '];
  const isPlain = sign === '' || inner.includes('*') || inner.includes('\n') || edges.some((edge) => WORD.test(edge));
  if (isPlain || (sign === '*' && /^\d|\d$/.test(inner))) return text;
  return `${lead}${sign}${inner}${sign}${tail}`;
}

/** A link in the answer's own notation; addresses that the site makes no links to are left out. */
function linked(text: string, address: string): string {
  if (!isWebAddress(address) || text === address || /[\s()<>]/.test(address)) return text;
  return /[[\]\n]/.test(text) ? `${text} (${address})` : `[${text}](${address})`;
}
