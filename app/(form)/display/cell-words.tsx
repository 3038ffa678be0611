import { useLocale, useTranslations } from 'next-intl';
import { PartialDate } from '@/app/ui/partial-date';
import { Markdown } from '@/app/ui/markdown';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { CellContent } from '@/lib/agreements/schema';

type CellWordsProps = { cell: string; content: CellContent; names: ReferenceNames };

/** A cell as readers see it: the value, and below it its note and source. */
export function CellWords({ cell, content: { value, note, source, asOf }, names }: CellWordsProps) {
  const t = useTranslations('status.decisions');
  const locale = useLocale();
  return (
    <div className="min-w-0 space-y-1.5 wrap-anywhere">
      <div>
        <CellValue cell={cell} value={value} note={note} names={names} />
      </div>
      {note && value !== null && (
        <div className="text-sm">
          <p className="text-muted">{t('note')}</p>
          <Markdown text={note} className="!font-sans !text-sm" />
        </div>
      )}
      {asOf && (
        <p className="text-sm">
          <span className="text-muted">{t('asOf')}</span> <PartialDate value={asOf} locale={locale} />
        </p>
      )}
      {source && (
        <p dir="auto" className="text-sm">
          <span className="text-muted">{t('source')}</span> {source}
        </p>
      )}
    </div>
  );
}
