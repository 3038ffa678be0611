import { CHUNK } from './constants';
import { agreementOfRow, cellOfRow, checkRow, namesNewAgreement } from './rows';
import type { ProposedRow, CurrentDataset } from './rows';
import type { BulkReport, RowReport } from './schema';
import type { CellTable, TableRow } from './table';

export type Checked = { report: BulkReport; proposed: ProposedRow[] };

/**
 * Checks a table row by row against the dataset; reports its progress after each chunk, and lets other work run in
 * between.
 */
export async function checkTable(
  table: CellTable,
  current: CurrentDataset,
  progress: (rows: number) => Promise<void> = async () => {},
): Promise<Checked> {
  const twins = twinsOf(table.rows);
  const compared = { ...current, begun: begunBy(table.rows, current, twins) };
  const reports: RowReport[] = [];
  const proposed: ProposedRow[] = [];
  for (let at = 0; at < table.rows.length; at += CHUNK) {
    for (const row of table.rows.slice(at, at + CHUNK)) {
      const checked = checkRow(row, compared, twins.get(row.row));
      reports.push(checked.report);
      if (checked.proposed) proposed.push(checked.proposed);
    }
    await progress(reports.length);
  }
  const versions = Object.fromEntries([...current.agreements].map(([slug, { version }]) => [slug, version]));
  return {
    proposed,
    report: {
      delimiter: table.delimiter,
      sheet: table.sheet,
      ignoredColumns: table.ignoredColumns,
      counts: count(reports),
      versions,
      rows: reports,
    },
  };
}

/** The agreements that a table adds: those that it names, and of which the name can be proposed. */
function begunBy(rows: readonly TableRow[], current: CurrentDataset, twins: ReadonlyMap<number, number>): Set<string> {
  const naming = rows.filter((row) => namesNewAgreement(row, current));
  return new Set(
    naming
      .filter((row) => {
        const alone = { ...current, begun: new Set([agreementOfRow(row)]) };
        return checkRow(row, alone, twins.get(row.row)).proposed !== null;
      })
      .map(agreementOfRow),
  );
}

/**
 * For each row about the same cell as another row: the number of the first other one. The program can't know which one
 * is meant.
 */
function twinsOf(rows: readonly TableRow[]): Map<number, number> {
  const byCell = new Map<string, number[]>();
  for (const one of rows) {
    const same = byCell.get(cellOfRow(one));
    if (same) same.push(one.row);
    else byCell.set(cellOfRow(one), [one.row]);
  }
  return new Map(
    [...byCell.values()].flatMap((same) =>
      same.flatMap((row) => (same.length > 1 ? [[row, (same[0] === row ? same[1] : same[0]) ?? row] as const] : [])),
    ),
  );
}

function count(rows: readonly RowReport[]): NonNullable<BulkReport['counts']> {
  const of = (outcome: RowReport['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    rows: rows.length,
    fault: of('fault'),
    change: of('change'),
    untouched: of('untouched'),
    same: of('same'),
    moved: rows.filter((row) => row.moved && row.outcome === 'change').length,
  };
}
