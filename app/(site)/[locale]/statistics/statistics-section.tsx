import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { StatisticsTable } from '@/lib/publication/statistics/tables';

type StatisticsSectionProps = {
  table: StatisticsTable;
  locale: string;
  /** The address of the table as a CSV file, and the words of the link. */
  csv: { href: string; label: string };
  /** In a cell of a number that is too small to be shown. */
  few: string;
};

/** One table of the statistics with its note, and a link to its file. */
export function StatisticsSection({
  table: { name, title, note, columns, rows },
  locale,
  csv,
  few,
}: StatisticsSectionProps) {
  const [head, ...others] = columns;
  return (
    <div className="mb-12">
      <h2 id={name} className="text-xl">
        {title}
      </h2>
      {note && <p className="mt-1 max-w-measure text-sm text-muted">{note}</p>}
      <div className="mt-3 max-w-[54rem]">
        <Table id={`${name}-table`} caption={title} captionHidden>
          <thead role="rowgroup">
            <Row>
              <ColumnHead>{head?.title}</ColumnHead>
              {others.map((column, at) => (
                <ColumnHead key={column.name} className={isNumeric(rows, at + 1) ? 'numeric' : undefined}>
                  {column.title}
                </ColumnHead>
              ))}
            </Row>
          </thead>
          <tbody role="rowgroup">
            {rows.map(([first, ...cells], row) => (
              <Row key={row}>
                <RowHead dir="auto">{first}</RowHead>
                {cells.map((cell, at) => (
                  <Cell key={others[at]?.name} numeric={isNumeric(rows, at + 1)} dir="auto">
                    {typeof cell === 'number' ? cell.toLocaleString(locale) : (cell ?? few)}
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
      <p className="no-print mt-2 text-sm">
        <a href={csv.href} className="link" download>
          {csv.label}
          <span className="sr-only">: {title}</span>
        </a>
      </p>
    </div>
  );
}

const isNumeric = (rows: StatisticsTable['rows'], column: number) =>
  rows.some((row) => typeof row[column] === 'number');
