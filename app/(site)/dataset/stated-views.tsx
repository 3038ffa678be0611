import { useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { ValueMark } from '@/app/ui/value-mark';
import { readAssessment } from '@/lib/publication/assessments';
import type { PublicCell } from '@/lib/publication/schema';
import { Provenance } from './provenance';
import { SourceText } from './source-text';

type StatedViewsProps = { cell: PublicCell | undefined; published: PublishedReferences };

/** What else is said on a criterion, each view with its source; nothing where only one is stated. */
export function StatedViews({ cell, published }: StatedViewsProps) {
  const t = useTranslations('agreements.views');
  const values = useTranslations('common.values');
  if (!cell?.views) return null;
  return (
    <div className="mt-2 max-w-measure text-sm">
      <p className="font-semibold">{t(cell.disputed ? 'disputed' : 'also')}</p>
      <ul className="mt-1 space-y-2 border-s-2 border-rule ps-3">
        {cell.views.map((view) => {
          const value = readAssessment(view.value);
          return (
            <li key={value}>
              <ValueMark value={value} word={values(value)} />
              {view.source && (
                <cite className="ms-2 text-muted not-italic wrap-anywhere">
                  {t.rich('source', { source: () => <SourceText cell={view} /> })}
                </cite>
              )}
              <Provenance cell={view} published={published} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
