import { Link } from '@/app/ui/link';
import { Cell, ColumnHead, RowHead, Table } from '@/app/ui/table';
import { Tag } from '@/app/ui/tag';
import { sayDay } from '@/lib/platform/i18n/dates';
import { promisedDay } from '@/lib/contributions/promise';
import { isLate } from '@/lib/review/queue/deadline';
import type { DeskRow } from '@/lib/review/queue/queue';
import { contributorInWords } from '@/app/desk/words/queue';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';
import { contributionAddress } from './queue-address';
import type { QueueAddress } from './queue-address';
import { RowChoice } from './selection/row-choice';
import { RowFacts } from './row-facts';

/**
 * On a narrow screen, the date and the editor move below the contributor's name. The status is a column only where rows
 * differ in it.
 */
export function QueueTable({ rows, address }: { rows: readonly DeskRow[]; address: QueueAddress }) {
  const { status, sort } = address.filter;
  const changed = sort === 'changed';
  return (
    <Table id="queue" caption="Contributions" captionHidden>
      <thead>
        <tr>
          <ColumnHead className="w-8">
            <span className="sr-only">Selected</span>
          </ColumnHead>
          <ColumnHead className="max-md:w-1/3 md:w-1/4">Contribution</ColumnHead>
          <ColumnHead>Proposed values</ColumnHead>
          <ColumnHead className="max-lg:hidden">Call</ColumnHead>
          <ColumnHead className="max-md:hidden">{changed ? 'Last changed' : 'Submitted'}</ColumnHead>
          <ColumnHead className="max-md:hidden">Assigned to</ColumnHead>
          {status === undefined && <ColumnHead className="max-sm:hidden">Status</ColumnHead>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <QueueLine
            key={row.reference}
            row={row}
            moment={changed ? row.changedAt : row.submittedAt}
            href={contributionAddress(row.reference, address)}
            withStatus={status === undefined}
          />
        ))}
      </tbody>
    </Table>
  );
}

type QueueLineProps = { row: DeskRow; moment: string; href: string; withStatus: boolean };

function QueueLine({ row, moment, href, withStatus }: QueueLineProps) {
  const { word, tone } = CONTRIBUTION_STATUS_WORDS[row.status];
  const day = <time dateTime={moment}>{sayDay(moment, 'en')}</time>;
  return (
    <tr>
      <Cell>
        <RowChoice reference={row.reference} />
      </Cell>
      <RowHead>
        <Link href={href} className="link whitespace-nowrap">
          {row.reference}
        </Link>{' '}
        <Link
          href={`/desk/contributions/${row.reference}/document`}
          className="link ms-2 inline-block min-h-6 text-xs font-normal whitespace-nowrap"
        >
          In full
        </Link>
        <span className={`block font-normal ${row.who === null ? 'text-muted italic' : ''}`} dir="auto">
          {contributorInWords(row)}
        </span>
        <span className="block font-normal text-muted md:hidden">
          {day}
          {row.assignee !== null && <span className="block">Assigned to {row.assignee}</span>}
        </span>
      </RowHead>
      <Cell>
        <RowFacts row={row} late={isLate(row)} />
      </Cell>
      <Cell className="max-lg:hidden">{row.call}</Cell>
      <Cell className="max-md:hidden">
        <span className="whitespace-nowrap">{day}</span>
        <Promise row={row} />
      </Cell>
      <Cell className={`max-md:hidden ${row.assignee === null ? 'text-muted' : ''}`} dir="auto">
        {row.assignee ?? 'No editor yet'}
      </Cell>
      {withStatus && (
        <Cell className="max-sm:hidden">
          <Tag tone={tone}>{word}</Tag>
        </Cell>
      )}
    </tr>
  );
}

/** By when the forum promised to decide on what waits. */
function Promise({ row }: { row: DeskRow }) {
  if (row.status !== 'submitted') return null;
  const deadline = promisedDay(new Date(row.changedAt)).toISOString();
  return (
    <span className="block text-xs whitespace-nowrap text-muted">
      promised by <time dateTime={deadline.slice(0, 10)}>{sayDay(deadline, 'en')}</time>
    </span>
  );
}
