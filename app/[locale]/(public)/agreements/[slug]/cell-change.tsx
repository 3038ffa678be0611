import { useTranslations } from 'next-intl';
import { CellValue } from '@/app/[locale]/(public)/_dataset/cell-value';
import { nameOfCell } from '@/app/[locale]/(public)/_dataset/cell-name';
import { cellContent } from '@/lib/agreements/schema';
import type { PublicCriterionSet, PublicRevision } from '@/lib/publishing/schema';

type CellChangeProps = { change: PublicRevision['changes'][number]; sets: readonly PublicCriterionSet[] };

/** One cell in one revision: from what to what. A value that only gained a note or source is shown once. */
export function CellChange({ change, sets }: CellChangeProps) {
  const t = useTranslations('agreements.history');
  const facts = useTranslations('common.facts');
  const before = cellContent.safeParse(change.before).data?.value ?? null;
  const after = cellContent.safeParse(change.after).data ?? { value: null, note: null, source: null };
  const moved = before !== null && JSON.stringify(before) !== JSON.stringify(after.value);
  return (
    <li className="text-sm">
      <p className="font-semibold">{nameOfCell(change.cell, sets, facts)}</p>
      {moved && (
        <div className="flex gap-x-3 text-muted">
          <span className="w-14 shrink-0">{t('was')}</span>
          <del className="min-w-0 no-underline [&_.prose]:text-sm">
            <CellValue cell={change.cell} value={before} />
          </del>
        </div>
      )}
      <div className="flex gap-x-3">
        <span className="w-14 shrink-0 text-muted">{moved ? t('is') : before === null ? t('new') : t('is')}</span>
        <ins className="min-w-0 no-underline [&_.prose]:text-sm">
          {after.value === null ? <span className="text-muted">{t('removed')}</span> : <CellValue cell={change.cell} value={after.value} />}
        </ins>
      </div>
      {after.note && (
        <p dir="auto" className="mt-1 max-w-measure whitespace-pre-line text-muted">
          {after.note}
        </p>
      )}
    </li>
  );
}
