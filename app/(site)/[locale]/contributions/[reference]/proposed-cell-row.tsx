import { useLocale, useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { PartialDate } from '@/app/ui/partial-date';
import { Markdown } from '@/app/ui/markdown';
import { Cell, Row, RowHead } from '@/app/ui/table';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { cellLabel } from '@/lib/agreements/facts/words';
import type { PublicProposedCell } from '@/lib/publication/contributions/schema';
import { DecisionWords } from './decision-words';

type ProposedCellRowProps = {
  cell: PublicProposedCell;
  kind: 'update' | 'new';
  names: ReferenceNames;
  published: PublishedReferences;
  /** The language of the contribution. */
  language: string | null;
};

export function ProposedCellRow({ cell, kind, names, published, language }: ProposedCellRowProps) {
  const t = useTranslations('contributions.proposals');
  const locale = useLocale();
  const { base, proposed } = cell;
  const { value, note, source, asOf } = proposed;
  return (
    <Row>
      <RowHead>{cellLabel(cell.cell, locale, names)}</RowHead>
      {kind === 'update' && (
        <Cell label={t('base')} className="text-muted [&_.prose]:text-sm">
          {base ? <CellValue cell={cell.cell} value={base.value} note={base.note} names={names} /> : t('nothing')}
        </Cell>
      )}
      <Cell label={t('proposed')} className="[&_.prose]:text-sm">
        <CellValue cell={cell.cell} value={value} note={note} language={language} names={names} />
        {note && value !== null && <Markdown text={note} language={language} className="mt-1 text-muted" />}
        {asOf && (
          <p className="mt-1 text-xs text-muted">
            {t.rich('asOf', { date: () => <PartialDate value={asOf} locale={locale} /> })}
          </p>
        )}
        {source && (
          <p dir="auto" className="mt-1 text-xs wrap-anywhere text-muted">
            {t('source', { source })}
          </p>
        )}
      </Cell>
      <Cell label={t('decision')} className="[&_.prose]:text-sm">
        <DecisionWords cell={cell} published={published} names={names} />
      </Cell>
    </Row>
  );
}
