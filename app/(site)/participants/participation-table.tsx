import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { ActionAndDate, Evidence } from './participation-cells';
import type { ParticipationRow } from './participation-cells';

type ParticipationTableProps = {
  id: string;
  caption: string;
  /** What the first column is called. */
  head: string;
  /** Each row with what leads it: the participant, or the agreement. */
  rows: readonly { row: ParticipationRow; head: ReactNode }[];
  published: PublishedReferences;
};

/** Rows of the register: of one agreement by participant, or of one participant by agreement. */
export function ParticipationTable({ id, caption, head, rows, published }: ParticipationTableProps) {
  const t = useTranslations('participants.table');
  return (
    <Table id={id} caption={caption} captionHidden stacked>
      <thead role="rowgroup">
        <Row>
          <ColumnHead>{head}</ColumnHead>
          <ColumnHead>{t('action')}</ColumnHead>
          <ColumnHead>{t('evidence')}</ColumnHead>
        </Row>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ row, head: leading }) => (
          <Row key={row.id}>
            <RowHead>{leading}</RowHead>
            <Cell label={t('action')}>
              <ActionAndDate row={row} />
            </Cell>
            <Cell label={t('evidence')}>
              <Evidence row={row} published={published} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
