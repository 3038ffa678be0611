import { Link } from '@/app/ui/link';
import { Cell, ColumnHead, RowHead, Table } from '@/app/ui/table';
import { Tag } from '@/app/ui/tag';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { QueueRow } from '@/lib/review/queue/queue';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';
import { contributionAddress } from './queue-address';
import type { QueueAddress } from './queue-address';

/** On a narrow screen, the call, the date and the editor move below the contributor's name. */
export function QueueTable({ rows, address }: { rows: readonly QueueRow[]; address: QueueAddress }) {
  const changed = address.filter.sort === 'changed';
  return (
    <Table id="queue" caption="Contributions" captionHidden>
      <thead>
        <tr>
          <ColumnHead>Contribution</ColumnHead>
          <ColumnHead className="max-lg:hidden">Call</ColumnHead>
          <ColumnHead className="max-md:hidden">{changed ? 'Last changed' : 'Submitted'}</ColumnHead>
          <ColumnHead>Proposed values</ColumnHead>
          <ColumnHead className="max-md:hidden">Assigned to</ColumnHead>
          <ColumnHead className="max-sm:hidden">Status</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <QueueLine
            key={row.reference}
            row={row}
            moment={changed ? row.changedAt : row.submittedAt}
            href={contributionAddress(row.reference, address)}
          />
        ))}
      </tbody>
    </Table>
  );
}

function QueueLine({ row, moment, href }: { row: QueueRow; moment: string; href: string }) {
  const { word, tone } = CONTRIBUTION_STATUS_WORDS[row.status];
  const day = <time dateTime={moment}>{sayDay(moment, 'en')}</time>;
  return (
    <tr>
      <RowHead>
        <Link href={href} className="link whitespace-nowrap">
          {row.reference}
        </Link>
        <span className={`block font-normal ${row.who === null ? 'text-muted italic' : ''}`} dir="auto">
          {contributorInWords(row)}
        </span>
        <span className="block font-normal text-muted md:hidden">
          {day}
          {row.assignee !== null && <span className="block">Assigned to {row.assignee}</span>}
        </span>
      </RowHead>
      <Cell className="max-lg:hidden">{row.call}</Cell>
      <Cell className="whitespace-nowrap max-md:hidden">{day}</Cell>
      <Cell>
        {waitingInWords(row)}
        {row.revision > 1 && <span className="block text-sm text-muted">Version {row.revision}</span>}
        {row.onBehalf !== null && (
          <span className="block text-sm">
            Entered on behalf{row.onBehalf === 'waiting' && ', waits for confirmation'}
          </span>
        )}
        {row.replied && <span className="block text-sm">New message</span>}
      </Cell>
      <Cell className={`max-md:hidden ${row.assignee === null ? 'text-muted' : ''}`} dir="auto">
        {row.assignee ?? 'No editor yet'}
      </Cell>
      <Cell className="max-sm:hidden">
        <Tag tone={tone}>{word}</Tag>
      </Cell>
    </tr>
  );
}

/** Editors never see who an anonymous contributor is. */
function contributorInWords({ anonymous, who }: QueueRow): string {
  return anonymous ? 'Anonymous contributor' : (who ?? 'No name given');
}

function waitingInWords({ pending, total }: QueueRow): string {
  if (total === 0) return 'None';
  if (pending === 0) return `All ${total} decided`;
  return pending === total ? `${total} to decide` : `${pending} of ${total} to decide`;
}
