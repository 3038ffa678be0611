import { useLocale, useTranslations } from 'next-intl';
import { sayAuthor } from '@/app/(site)/contributions/attribution';
import { PartValues } from '@/app/ui/shown-values';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicRecord } from '@/lib/publication/answers/schema';

type RecordTableProps = {
  caption: string;
  heads: readonly { key: string; label: string }[];
  records: readonly PublicRecord[];
};

/** One row for each record, with the contribution it is from. */
export function RecordTable({ caption, heads, records }: RecordTableProps) {
  const [t, contributions, locale] = [
    useTranslations('answers.records'),
    useTranslations('contributions'),
    useLocale(),
  ];
  return (
    // With many fields, the table is wider than the page; on a phone, each record is a block of its own.
    <div role="region" aria-labelledby="records-caption" tabIndex={0} className="relative overflow-x-auto">
      <Table id="records" caption={t('caption', { question: caption })} captionHidden stacked>
        <thead>
          <Row>
            <ColumnHead>{t('contribution')}</ColumnHead>
            {heads.map(({ key, label }) => (
              <ColumnHead key={key}>{label}</ColumnHead>
            ))}
          </Row>
        </thead>
        <tbody>
          {records.map(({ contribution, number, attribution, shown }) => (
            <Row key={`${contribution}.${number}`}>
              <RowHead className="min-w-44 wrap-anywhere">
                <a href={pathsIn(locale).contribution(contribution)} className="link whitespace-nowrap">
                  {contribution}
                </a>
                <span dir="auto" className="block text-sm font-normal text-muted">
                  {sayAuthor(attribution, { anonymous: contributions('anonymous'), unnamed: contributions('unnamed') })}
                </span>
              </RowHead>
              {heads.map(({ key, label }) => {
                const parts = shown.find(({ field }) => field === key)?.parts ?? [];
                return (
                  <Cell key={key} label={parts.length > 0 ? label : undefined} className="min-w-28">
                    <PartValues parts={parts} />
                  </Cell>
                );
              })}
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
