import type { CsvValue } from './csv';

/**
 * Until when the columns of CSV files also have the names from before all names were in snake case: a year from the day
 * on which they got new ones.
 */
export const FORMER_NAMES_UNTIL = '2027-11-30';

/** A name in small letters with underscores: `launch_date` for `launchDate`, `supply_chain_integrity` for a criterion. */
export const snakeCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

type ColumnsAndRows<Column> = { columns: Column[]; rows: CsvValue[][] };

/**
 * The table with all columns in snake case; those that had another name come once more at the end, under that name. A
 * name that is taken gets a number.
 */
export function withFormerNames<Column extends { name: string }>({ columns, rows }: ColumnsAndRows<Column>) {
  const names = new Set<string>();
  const renamed = columns.map((column): Column & { former?: string } => {
    const name = freeName(snakeCase(column.name), names);
    names.add(name);
    return { ...column, name };
  });
  const former = columns.flatMap((column, at) => (names.has(column.name) ? [] : [{ column, at }]));
  return {
    columns: [...renamed, ...former.map(({ column, at }) => ({ ...column, former: renamed[at]?.name ?? '' }))],
    rows: rows.map((row) => [...row, ...former.map(({ at }) => row[at])]),
  };
}

/** The header and rows of a table, as `withFormerNames` has them, for tables whose columns are names only. */
export function namedBothWays(header: readonly string[], rows: readonly CsvValue[][]) {
  const table = withFormerNames({ columns: header.map((name) => ({ name })), rows: [...rows] });
  return { header: table.columns.map(({ name }) => name), rows: table.rows };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const numbered = [name, ...Array.from({ length: taken.size }, (_, at) => `${name}_${at + 2}`)];
  return numbered.find((one) => !taken.has(one)) ?? name;
}
