import { Link } from '@/app/ui/link';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { Tag } from '@/app/ui/tag';
import type { TagTone } from '@/app/ui/tag';
import { Tabs } from '@/app/desk/parts/tabs';
import { ROW_OUTCOME_WORDS, rowWords } from '@/app/desk/words/bulk-tables';
import { ROW_OUTCOMES } from '@/lib/review/bulk/schema';
import type { BulkReport, RowReport } from '@/lib/review/bulk/schema';

const PER_PAGE = 100;
const TONES: Record<RowReport['outcome'], TagTone> = {
  fault: 'danger',
  change: 'accent',
  untouched: 'warn',
  same: 'neutral',
};

type ReportTableProps = {
  id: string;
  report: BulkReport;
  asked: { show?: string | string[]; page?: string | string[] };
};

/** The result of each row, by outcome, a hundred per page; faults first. */
export function ReportTable({ id, report: { rows, counts }, asked }: ReportTableProps) {
  if (!counts) return null;
  const present = ROW_OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const shown = present.find((outcome) => outcome === asked.show) ?? present[0];
  const chosen = rows.filter((row) => row.outcome === shown);
  const pages = Math.max(1, Math.ceil(chosen.length / PER_PAGE));
  const page = Math.min(pages, Math.max(1, Number(asked.page) || 1));
  const address = (outcome: string | undefined, number = 1) =>
    `/desk/bulk/${id}?show=${outcome}${number > 1 ? `&page=${number}` : ''}#report`;
  return (
    <section aria-labelledby="report" className="mt-12">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="report" className="text-2xl">
          Row by row
        </h2>
        <a href={`/desk/bulk/${id}/report`} download className="link">
          Download the report
        </a>
      </div>
      <Tabs
        label="Rows"
        tabs={present.map((outcome) => ({
          href: address(outcome),
          label: ROW_OUTCOME_WORDS[outcome],
          count: counts[outcome].toLocaleString('en'),
          current: outcome === shown,
        }))}
      />
      <Table id="rows" caption={`Rows: ${shown ? ROW_OUTCOME_WORDS[shown] : ''}`} captionHidden stacked>
        <thead>
          <Row>
            <ColumnHead>Row</ColumnHead>
            <ColumnHead>Cell</ColumnHead>
            <ColumnHead>Stands</ColumnHead>
            <ColumnHead>Proposed</ColumnHead>
            <ColumnHead>What becomes of it</ColumnHead>
          </Row>
        </thead>
        <tbody>
          {chosen.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((row) => (
            <ReportRow key={row.row} row={row} />
          ))}
        </tbody>
      </Table>
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-6">
          {page > 1 && (
            <Link href={address(shown, page - 1)} className="link">
              Earlier rows
            </Link>
          )}
          <span className="text-muted">
            Page {page} of {pages}
          </span>
          {page < pages && (
            <Link href={address(shown, page + 1)} className="link">
              Further rows
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}

function ReportRow({ row }: { row: RowReport }) {
  return (
    <Row>
      <RowHead className="tabular-nums">{row.row}</RowHead>
      <Cell label="Cell" dir="auto" className="wrap-anywhere">
        {row.agreement} <span className="block text-muted">{row.criterion}</span>
      </Cell>
      <Cell label="Stands" dir="auto" className="max-w-72 wrap-anywhere">
        {row.stands ?? <span className="text-muted">Nothing</span>}
      </Cell>
      <Cell label="Proposed" dir="auto" className="max-w-72 wrap-anywhere">
        {row.proposed ?? ''}
      </Cell>
      <Cell label="What becomes of it">
        <Tag tone={TONES[row.outcome]}>{ROW_OUTCOME_WORDS[row.outcome]}</Tag>{' '}
        <span className="block pt-1">{rowWords(row)}</span>
      </Cell>
    </Row>
  );
}
