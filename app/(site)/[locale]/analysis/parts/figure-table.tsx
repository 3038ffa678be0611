import { useTranslations } from 'next-intl';
import type { Figure, FigureCell } from '@/app/(site)/[locale]/analysis/figure-data/figure';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';

/** The highest number of rows on a page; the file has all. */
const MAX_ROWS = 120;

/** The numbers behind a figure, folded: for readers who can't see it or want exact numbers. */
export function FigureTable({ figure: { name, title, table } }: { figure: Figure }) {
  const t = useTranslations('analysis');
  const shown = table.columns.flatMap((column, at) =>
    column.title === null ? [] : [{ ...column, title: column.title, at }],
  );
  const rows = table.rows.slice(0, MAX_ROWS);
  return (
    <details className="mt-4">
      <summary className="link w-fit text-sm">{t('table')}</summary>
      <div className="mt-4 max-w-[60rem]">
        <Table id={`${name}-table`} caption={t('tableOf', { title })} captionHidden>
          <thead role="rowgroup">
            <Row>
              {shown.map((column) => (
                <ColumnHead key={column.key} className={column.numeric ? 'numeric' : undefined}>
                  {column.title}
                </ColumnHead>
              ))}
            </Row>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row, line) => (
              <Row key={line}>
                {shown.map((column, place) =>
                  place === 0 ? (
                    <RowHead key={column.key}>
                      <CellWords cell={row[column.at]} />
                    </RowHead>
                  ) : (
                    <Cell key={column.key} numeric={column.numeric}>
                      <CellWords cell={row[column.at]} />
                    </Cell>
                  ),
                )}
              </Row>
            ))}
          </tbody>
        </Table>
        {rows.length < table.rows.length && (
          <p className="mt-3 text-sm text-muted">{t('tableCut', { shown: rows.length, all: table.rows.length })}</p>
        )}
      </div>
    </details>
  );
}

function CellWords({ cell }: { cell: FigureCell }) {
  if (typeof cell !== 'object' || cell === null) return cell;
  const words = cell.shown ?? cell.value;
  if (cell.href === undefined) return words;
  return (
    <a href={cell.href} className="link">
      {words}
    </a>
  );
}
